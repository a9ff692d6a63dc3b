"""Words that say how sure or how planned something is, and what a claim says in their place."""

import re

from claims.text.time.direction import has_verb

_BE = r"(?:\s(?:is|are|am|was|were)|[’'](?:s|re|m))"
_ADVERB = r"(?:\s(?:also|now|then|still|soon|widely|reportedly|first|already|currently|initially|tentatively))?"
# A verb follows: "is due to leave", not "is due to the weather".
_VERB = (
    r"(?=\s(?:not\s)?(?!(?:the|an?|this|that|these|its|his|her|their|some|any|all|no|many|bad|poor)\b)(?-i:[a-z]))"
)
_EXPECTED = (
    "likely|expected|scheduled|due|set|slated|planned|poised|going|about|anticipated|projected|forecast|supposed|bound"
    "|certain|sure|planning|hoping|preparing|intending|aiming|meant"
)
_PLANS = "plans?|intends?|hopes?|aims?|expects?|vows?|pledges?|promises?"
_PLANNED = "planned|intended|hoped|aimed|expected|vowed|pledged|promised|agreed|decided"
_WEEKDAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"


def _rule(pattern: str, instead: str) -> tuple[re.Pattern[str], str]:
    return re.compile(pattern, re.IGNORECASE), instead


_TO_WILL = (
    _rule(rf"{_BE}(?:{_ADVERB}\snot|n[’']t){_ADVERB}\s(?:{_EXPECTED})\sto{_VERB}", " will not"),
    _rule(rf"{_BE}{_ADVERB}\sunlikely\sto{_VERB}", " will not"),
    _rule(rf"{_BE}{_ADVERB}(?:\s(?:very|most|more))?\s(?:{_EXPECTED})\sto{_VERB}", " will"),
    _rule(rf"{_BE}{_ADVERB}\sto{_VERB}", " will"),
    _rule(rf"\s(?:do|does)(?:n[’']t|\snot)\s(?:plan|intend|expect)\sto{_VERB}", " will not"),
    _rule(rf"(?:\s(?:also|now|still))?\s(?:has|have)\splans\sto{_VERB}", " will"),
    _rule(rf"{_BE}{_ADVERB}\s(?:scheduled|planned|set|slated|due)\sfor(?=\s{_WEEKDAY})", " will take place on"),
    _rule(rf"{_BE}{_ADVERB}\s(?:expected|anticipated|due)(?=\s(?:within|by|in|on|next|later|soon)\b)", " will come"),
    _rule(r"\bwill\s(?:also|likely|probably|possibly|perhaps|soon)(?=\s)", "will"),
)
# Verbs where they follow a subject; "plans to build it were dropped" are a thing.
_PLAN = re.compile(rf"(?:\s(?:also|now|still))?\s(?:{_PLANS})\sto{_VERB}")
_PLAN_TOLD = re.compile(rf"(?:\s(?:also|now|still))?\s(?:{_PLANS}|{_PLANNED})\sto{_VERB}")
_NO_SUBJECT = re.compile(
    r"(?:[’']s|\b(?:the|an?|no|any|its|his|her|their|our|of|for|with|by|some|these|those|had|has|have))\Z",
    re.IGNORECASE,
)
_CLEAR_SUBJECT = re.compile(r"(?:\b(?:I|he|she|it|they|we|who|which|and)|\b[A-Z][\w’'.-]{0,30}|,)\Z")
# "Will fly to Qatar and to hold talks": the second verb hangs on the same "will".
_SECOND_VERB = _rule(r"(\bwill\s[a-z][^,;]{2,120}?\s(?:and|or))\sto(?=\s(?!the\b|an?\b)(?-i:[a-z]))", r"\1")
_MODAL = re.compile(r"\b(?:would|may|might|could)(?:(?P<not>n[’']t|\snot)\b|\b(?!\shave\b))")
_MAYBE = "(?:reportedly|allegedly|apparently|presumably|probably|possibly|perhaps|purportedly|supposedly)"
_UNSURE = re.compile(rf",\s{_MAYBE},(?=\s)|(?:\A|(?<=\s)){_MAYBE},?\s", re.IGNORECASE)
_CERTAIN_ENOUGH = re.compile(r"\bif\b", re.IGNORECASE)


def without_hedges(words: str, *, foretold: bool, reported: bool) -> str:
    """Return `words` as a plain statement: "is expected to visit" becomes "will visit".

    `foretold`: they speak of what is to come. `reported`: somebody said them, so that "planned to" is "plans to".

    >>> without_hedges("He was not expected to go", foretold=True, reported=True)
    'He will not go'
    >>> without_hedges("It reportedly helped to broker talks", foretold=False, reported=False)
    'It helped to broker talks'
    """
    plain = _UNSURE.sub("", words)
    if not foretold or _CERTAIN_ENOUGH.search(plain):
        return plain
    # The first one only: "would do all it could".
    plain = _MODAL.sub(lambda found: "will not" if found["not"] else "will", plain, count=1)
    for pattern, instead in _TO_WILL:
        plain = pattern.sub(instead, plain)
    plain = _without_plan(plain, _PLAN_TOLD if reported else _PLAN)
    return _SECOND_VERB[0].sub(_SECOND_VERB[1], plain) if plain != words else plain


def _without_plan(words: str, pattern: re.Pattern[str]) -> str:
    found = pattern.search(words)
    if not found or _NO_SUBJECT.search(words[: found.start()]):
        return words
    before, after = words[: found.start()], words[found.end() :]
    if not _CLEAR_SUBJECT.search(before) and (has_verb(before) or has_verb(after)):
        return words
    return f"{before} will{after}"


def sounds_unsure(words: str) -> bool:
    """Whether an adverb says that what is told is not certain.

    >>> sounds_unsure("Pakistan reportedly helped"), sounds_unsure("Pakistan helped")
    (True, False)
    """
    return _UNSURE.search(words) is not None
