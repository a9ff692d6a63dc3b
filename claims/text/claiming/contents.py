"""Whether attributed words are a clause, which can be true by itself, or a thing that is talked about."""

import re

from claims.text.attribution.verbs import Verb, read_verb
from claims.text.time.direction import has_verb

# A thing that is announced, and no clause, whatever hangs on it: "plans for a stock split".
_THING = re.compile(
    r"(?:(?!that\b)[\w’'-]{1,25}\s){0,3}?(?:plans?|intentions?|proposals?|decisions?|efforts?|agreements?|deals?|bids?)"
    r"\s(?:to|for|with|of)\b"
    r"|(?:an?|the|his|her|its|their)\s(?:[\w-]{2,20}\s){0,3}?(?:claims?|allegations?|idea|notion|reports?|theory|rumou?rs?)\sthat\b"
)
# Nor does an infinitive ("hope to win") or a question ("did not say how") say anything by itself.
_NO_CLAUSE = re.compile(r"(?:to|how|what|why|whether|who|whom|when|where|which|if)\b", re.IGNORECASE)
# "If he wins, they will go" does.
_CONDITION = re.compile(r"(?:if|when)\s[^,]{5,120},\s(?:then\s)?(?:he|she|it|they|we|there|the|[A-Z])", re.IGNORECASE)
# "A child they say has become the youngest": the subject stands before who says it.
_NO_SUBJECT = re.compile(
    r"(?:them|him|us|me)\b(?!\sthat\b)|(?:has|have|had|is|are|was|were|will|would|can|could|may|might|must|should|does|did)\b"
    r"|(?-i:[a-z]{3,20}ed)\s(?:to|in|from|by|with|for|at|on)\b",
    re.IGNORECASE,
)
_PREPOSITIONS = ("against", "about", "of", "for", "on", "at", "to", "with", "in")
_QUOTES = "“\"'‘"
_IN_TITLE = r"(?:[A-Z0-9][^\s”\"]{0,30}|of|the|a|an|and|in|on|to|for)"
_TITLE = re.compile(rf"[“\"'‘](?:{_IN_TITLE}\s){{0,8}}{_IN_TITLE}[”\"'’]")
# "Convinced the government to keep it".
_ASKED_OF = re.compile(r"(?:[^\s,]{1,30}\s){1,4}to\s[a-z]{2,20}\b")
_OF_THINGS = frozenset(
    "announce find describe depict read reveal outline identify call label list report write show".split()
)
_RELATIVE = re.compile(r",?\s(?:which|who|whose|where)\s")
_OF_DEEDS = frozenset("report deny admit describe recall mention suggest recommend propose consider".split())
_GERUND = re.compile(r"(?!(?:king|nothing|something|anything|everything|during)\b)[a-z]{2,20}ing\b")
_AUXILIARY = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|does|did|do)\b|n[’']t\b|[’'](?:re|ll)\s"
)
_FEWEST_WORDS = 3
# After "said" so many words have a verb, whether we know it or not.
_ENOUGH_WORDS = 6


def is_clause(cue: str, words: str, *, before: bool) -> bool:
    """Return whether `words`, attributed by `cue`, are a clause; `before`: they stand before it, as "…, he said".

    >>> is_clause("announced", "the talks will go on", before=False)
    True
    >>> is_clause("announced", "its planned launch", before=False), is_clause("wants", "to win it", before=False)
    (False, False)
    """
    cue = cue.casefold()
    no_clause = _NO_CLAUSE.match(words) and not _CONDITION.match(words)
    if len(words.split()) < _FEWEST_WORDS or no_clause or _NO_SUBJECT.match(words):
        return False
    if cue.endswith("according to") or words.startswith("that ") or before:
        return True
    reading = read_verb(cue.split()[-1])
    if cue.endswith(_PREPOSITIONS) or _THING.match(words) or _TITLE.match(words):
        return False
    if reading and _takes_a_thing(reading[0], words):
        return False
    plainly_said = reading is not None and reading[0].base == "say" and len(words.split()) >= _ENOUGH_WORDS
    return plainly_said or words[0] in _QUOTES or has_verb(words)


def _takes_a_thing(verb: Verb, words: str) -> bool:
    """ "Announced its anticipated launch", "reported receiving guns": what is announced or done."""
    if verb.base in _OF_DEEDS and _GERUND.match(words):
        return True
    if verb.base in _OF_THINGS and not _AUXILIARY.search(_RELATIVE.split(words, maxsplit=1)[0]):
        return True
    asked_of = _ASKED_OF.match(words) if verb.tells else None
    if asked_of and not _AUXILIARY.search(asked_of[0]):
        return True
    return verb.judges and not (verb.says or verb.thinks or verb.tells or verb.shows) and words[0] not in _QUOTES
