"""The "that" before what is said, which a statement does without, and the one that it keeps."""

import re

from claims.text.statements import POINTS
from claims.text.time.direction import has_verb

_THAT = re.compile(
    r"\A(?:(?:beforehand|afterwards?|again|later|earlier|[a-z]{2,12}ly|voters|reporters|journalists|lawmakers|officials|people"
    r"|supporters|viewers|investors|residents|customers|him|her|us|them|me|you)\s)?that,?\s(?=\S+\s\S)"
    rf"(?!{POINTS})"
)
# "Told lawyers for the bank that …": the hearer is no part of what they were told.
_TOLD = re.compile(
    r"\b(?:told|tells?|inform(?:s|ed)|remind(?:s|ed)|assur(?:es|ed)|convinc(?:es|ed)|warn(?:s|ed)|promis(?:es|ed))\Z"
)
_HEARER = re.compile(rf"(?!that\b|because\b)[^,.;:“”\"]{{2,90}}?\sthat,?\s(?=\S+\s\S)(?!{POINTS})")
_AFTER_NOUN = re.compile(r"(?<!\band)(?<!\bbut)(?<!\bor)(?<=\w)\s\Z")
# "Northern states that will vote" is taken for somebody who states.
_NOUNS_TOO = (
    "states", "reports", "claims", "remarks", "comments", "promises", "plans", "hopes", "fears", "demands",
)  # fmt: skip


def without_that(words: str, cue: str) -> str:
    """Return `words`, which somebody says by `cue`, without the "that" that opens them, and without who is told.

    >>> without_that("that it will rain", "said"), without_that("the two of them that it will rain", "told")
    ('it will rain', 'it will rain')
    >>> without_that("that will change it all", "said")
    'that will change it all'
    """
    hearer = _HEARER.match(words) if _TOLD.search(cue) else None
    if hearer and not has_verb(hearer[0]):
        return words[hearer.end() :]
    return _THAT.sub("", words) or words


def opens_relative(text: str, start: int, cue: str) -> bool:
    """Whether "that" at `start` stands for a noun right before it; `cue` is "" unless it ends there.

    >>> opens_relative("The towns that will vote", 10, ""), opens_relative("He said that will do", 8, "said")
    (True, False)
    """
    said = cue and cue not in _NOUNS_TOO
    opens = text.startswith("that ", start) and not said
    return opens and _AFTER_NOUN.search(text, max(start - 30, 0), start) is not None
