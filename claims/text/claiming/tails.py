"""What a statement can do without: asides of its subject, and what follows once the claim is made."""

import re

from claims.text.attribution.names import capitalised_names
from claims.text.time.direction import has_verb

_FINITE = (
    r"(?!less\b|plus\b|perhaps\b)"
    r"(?:will|would|is|are|was|were|has|have|had|[a-z]{3,20}ed|[a-z]{3,20}s|met|held|came|went|took|said|led)\b"
)
_APPOSITION = re.compile(
    rf"\A(?P<one>[^,;:“”]{{2,100}}),\s(?P<other>(?!(?:who|which)\s)[^,;:“”]{{2,120}}),\s(?=(?:also\s|not\s)?{_FINITE})"
)
_RELATIVE = re.compile(rf"\A(?P<one>[^,;:“”]{{2,100}}),\s(?:who|which)\s[^,;:“”]{{2,120}},\s(?=(?:also\s)?{_FINITE})")
_OPENING = re.compile(
    r"\A(?:(?:but|and|or|so(?!\s(?:far|many|much|long|few|little|that|be)\b)"
    r"|yet|however|meanwhile|separately|moreover|furthermore|besides|also|still|then|in addition"
    r"|instead|therefore|thus(?!\sfar\b)|nevertheless)\b,?\s){1,3}",
    re.IGNORECASE,
)
# "Nor would he go".
_INVERTED = re.compile(
    r"\ANor\s(?P<verb>is|are|was|were|has|have|had|does|do|did|will|would|could|may|might|must|should)\s"
    r"(?P<subject>he|she|it|they|we|I|you|there|this|that|(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov)\.\s)?[A-Z][\w’'-]{1,25}(?:\s[A-Z][\w’'-]{1,25}){0,3})"
    r"\s(?=[a-z])"
)
# "BANK TO BUY RIVAL The sale …": the heading of an item, in front of its first sentence.
_SHOUTED = re.compile(r"\A(?:[A-Z0-9$£€][A-Z0-9$£€.,:;&’'-]*\s){4,20}(?=[“\"]?[A-Z][a-z])")
_SHOUTED_WORD = re.compile(r"[A-Z]{5,}")
_DASH = re.compile(r"\s?[—–]\s?|\s--?\s")
_LATER = re.compile(
    r"(?:,\s(?:which|who|where|while|after|as|according|citing|adding|despite|amid|although|though|because|since|whose)"
    r"|\s(?:after|since|amid|because|while|although))\s(?=\S+\s\S+)",
    re.IGNORECASE,
)
_PURPOSE = re.compile(
    r"\bwill\s(?:visit|travel\sto|fly\sto|go\sto|come\sto|arrive\sin|leave\sfor)\s[^,;]{2,60}?(?=\sto\s[a-z]|\sat\sthe\shead)"
)
_OPEN_END = re.compile(r",?\s(?:and|but|or)\Z")
_FEWEST_WORDS = 3


def without_opening(words: str) -> str:
    """Return `words` without "But", "Separately," and the like.

    >>> without_opening("Separately, a team will fly to Qatar")
    'a team will fly to Qatar'
    """
    rest = _OPENING.sub("", words)
    return rest or words


def uninverted(words: str) -> str:
    """Return "He would not go" for "Nor would he go", where the subject is plain.

    >>> uninverted("Nor would Ann Lee sign it"), uninverted("Nor would the bank sign it")
    ('Ann Lee would not sign it', 'Nor would the bank sign it')
    """
    found = _INVERTED.match(words)
    return f"{found['subject']} {found['verb']} not {words[found.end() :]}" if found else words


def without_shouting(words: str) -> str:
    """Return `words` without a heading in capitals in front of them.

    >>> without_shouting("BANK OF PERU BUYS RIVAL The sale is expected to be quick")
    'The sale is expected to be quick'
    """
    found = _SHOUTED.match(words)
    return words[found.end() :] if found and _SHOUTED_WORD.search(found[0]) else words


def without_aside(words: str) -> str:
    """Return `words` with a subject that is only named, where an aside explains it or is explained by it.

    >>> without_aside("Amir Khan Muttaqi, the foreign minister, will attend")
    'Amir Khan Muttaqi will attend'
    >>> without_aside("Afghanistan's foreign minister, Amir Khan Muttaqi, arrived")
    'Amir Khan Muttaqi arrived'
    """
    found = _APPOSITION.match(words)
    if found and not _is_clause(found["other"]):
        names = [part for part in (found["one"], found["other"]) if _is_only_a_name(part)]
        return f"{names[0]} {words[found.end() :]}" if len(names) == 1 else words
    relative = _RELATIVE.match(words)
    return f"{relative['one']} {words[relative.end() :]}" if relative else words


def without_tail(words: str) -> str:
    """Return the foretold part of `words`: up to "after …", ", which …", or what a journey is for.

    >>> without_tail("Muttaqi will visit Islamabad to mend ties after the Taliban took over Kabul")
    'Muttaqi will visit Islamabad'
    """
    start = words.find(" will ")
    if start < 0:
        return words
    journey = _PURPOSE.search(words)
    if journey:
        words = words[: journey.end()]
    for later in _LATER.finditer(words, start):
        if len(words[start : later.start()].split()) > _FEWEST_WORDS:
            return _OPEN_END.sub("", _without_half_aside(words[: later.start()], start))
    return words


def _without_half_aside(words: str, start: int) -> str:
    """Without an aside between dashes that lost its end: "It will help - a reason so many"."""
    dashes = list(_DASH.finditer(words))
    return words[: dashes[-1].start()] if len(dashes) % 2 and dashes[-1].start() > start else words


def _is_only_a_name(words: str) -> bool:
    names = capitalised_names(words)
    return len(names) == 1 and len(names[0]) == len(words)


def _is_clause(words: str) -> bool:
    """Not "left", of a picture, but "Hungary today became full members"."""
    return len(words.split()) > 2 and has_verb(words)
