"""Subjects that can act: which one a clause has, and whether "it" does what only such a one can."""

import re

from claims.text.attribution.media import is_media
from claims.text.attribution.names import capitalised_names
from claims.text.attribution.speaker_kinds import kind_of, person_in
from claims.text.evidence.places import place_of

_FINITE = (
    r"(?:will|would|shall|can|could|may|might|must|should|is|are|was|were|has|have|had|does|do|did|said|told|came|went"
    r"|took|gave|got|made|held|left|kept|began|won|lost|met|sent|plans?|wants?|hopes?|intends?|[a-z]{3,20}ed)"
)
_SUBJECT = re.compile(rf"\A(?P<subject>[^,;:“”\"]{{2,80}}?)\s{_FINITE}\b")
_AUXILIARY = (
    r"(?:(?:will|would|can|could|may|might|must|should|has|had|does|did|not|never|also|now|still|already|soon"
    r"|[a-z]{2,6}n[’']t|(?:is|was)\s(?:not\s)?(?:expected|due|set|scheduled|likely|unlikely|poised|planning|going)\sto)\s)"
)
# What things, events and the weather do as well as bodies; nobody is meant by it for certain.
_ANYTHING = (
    "be|been|being|is|was|were|are|take|takes|took|taken|seem|seems|seemed|appear|appears|appeared|happen|happens|happened"
    "|turn|turns|turned|rain|rains|rained|snow|matter|matters|cost|costs|depend|depends|depended|mean|means|meant|look"
    "|looks|looked|sound|sounds|come|comes|came|emerge|emerged|become|becomes|became|make|makes|made|remain|remains"
    "|remained|follow|follows|followed|lead|leads|led|help|helps|helped|show|shows|showed|bring|brings|brought|give"
    "|gives|gave|cause|causes|caused|end|ends|ended|start|starts|started|begin|begins|began|last|lasts|lasted|contain"
    "|contains|contained|include|includes|included|cover|covers|covered|focus|focuses|focused|open|opens|opened|feature"
    "|features|affect|affects|affected|mark|marks|marked|work|works|worked|go|goes|went|get|gets|got|do|does|did|have|has|had"
    "|depress|boost|hurt|harm|damage|benefit|threaten|apply|applies|force|allow|allows|require|requires|enable|prevent"
    "|create|creates|increase|increases|decrease|reduce|reduces|feel|feels|felt|could|would|will|should|may|might|must|can"
)
_ACTS = re.compile(
    rf"\Ait(?:[’']ll)?\s{_AUXILIARY}{{0,4}}(?!(?:{_ANYTHING})\b)[a-z]{{3,}}\b(?!\sthat\b)", re.IGNORECASE
)
_IS_DOING = re.compile(
    r"\Ait\s(?:is|was|has\sbeen|had\sbeen)\s(?:(?:not|also|now|still|already)\s){0,2}"
    r"(?:(?!(?:interesting|surprising|disappointing|worrying|raining|snowing|amazing|shocking|missing|fitting|going|being"
    r"|running|coming|becoming|looking|nothing|something|anything|everything|during|having|getting|making|beginning)\b)"
    r"[a-z]{3,}ing|(?:prepared|ready|willing|committed|determined|confident|unaware|opposed)(?=\s(?:to|that|of)\b)"
    r"|in\stalks|among|one\sof)\b",
    re.IGNORECASE,
)
_SINGULAR = frozenset("us u.s. united states nations philippines netherlands emirates reuters congress".split())
_TIME = re.compile(r"\b(?:days?|weeks?|months?|years?|today|yesterday|[a-z]{3,6}day)\b", re.IGNORECASE)
_MOST_WORDS = 12
_NOT_PLURAL = ("ss", "us", "is", "news")


def subject_of_clause(words: str) -> str:
    """Return the words before the first verb of `words`; "" where they are no plain subject.

    >>> subject_of_clause("Several officials will accompany him"), subject_of_clause("On Monday, he left")
    ('Several officials', '')
    """
    found = _SUBJECT.match(words)
    return found["subject"] if found else ""


def does_something(words: str) -> bool:
    """Whether `words`, which begin with "it", tell what only people or bodies do.

    >>> does_something("It will offer shares"), does_something("It will be over"), does_something("It is clear that")
    (True, False, False)
    """
    return _ACTS.match(words) is not None or _IS_DOING.match(words) is not None


def is_one_body(words: str, *, named: bool = True) -> bool:
    """Whether `words` are those of one country or organisation, and nothing else; with its name, if that is asked.

    >>> is_one_body("Pakistan"), is_one_body("the bank"), is_one_body("the bank", named=False)
    (True, False, True)
    """
    bare = words.removeprefix("The ").removeprefix("the ")
    if not bare or (named and " and " in bare) or _is_plural(bare):
        return False
    names = capitalised_names(bare)
    whole = len(names) == 1 and len(names[0]) == len(bare)
    if whole and place_of(bare):
        return True
    if (named and not whole) or person_in(bare) or _TIME.search(bare) or is_media(bare):
        return False
    return kind_of(bare) == "named_organisation"


def is_many(words: str) -> bool:
    """Whether `words` are of several people or things.

    >>> is_many("several Taliban officials"), is_many("the minister"), is_many("They")
    (True, False, False)
    """
    named = kind_of(words) in ("anonymous", "named_organisation")
    return named and len(words.split()) < _MOST_WORDS and (" and " in words or _is_plural(words))


def _is_plural(words: str) -> bool:
    last = re.split(r"\s(?:of|in|for|from|at|with)\s", words)[0].split()[-1].casefold()
    if last in _SINGULAR:
        return False
    return last in ("people", "police", "taliban") or (last.endswith("s") and not last.endswith(_NOT_PLURAL))
