"""The words by which a text calls a story false, and how often an article does."""

import re
from collections.abc import Set
from functools import lru_cache

from claims.text.evidence import cues
from claims.text.evidence.governing import governed, speaks_of
from claims.text.spans import Span

# How far back is looked for what takes it back: "no part of it was a hoax".
_BACK = 240
_KEPT = 256
# So many sentences that call a story false show that an article stands by that, wherever they are.
_FEWEST_TIMES = 2
# A rating that stands by itself, as those who check facts set it beneath a claim.
_RATED = re.compile(
    r"\W{0,3}(?P<rating>(?:(?:mostly|completely|totally|partly)\s)?"
    r"(?:false|fake|untrue|hoax|fabricated|misleading|pants on fire))\W{0,3}",
    re.IGNORECASE,
)
_CONTRARY = re.compile(r"contrary\b", re.IGNORECASE)
_OF_WHAT = re.compile(r"\s{1,3}(?:that|of|about|saying|claiming|suggesting)\b", re.IGNORECASE)


def called_false(text: str, cue: re.Pattern[str] = cues.TOLD_FALSE, stems: Set[str] = frozenset()) -> str:
    """Return the words by which `text` calls a story false, nothing where it takes them back.

    With the `stems` of a story, words that call something else false, or its denial, are left out.

    >>> called_false("The story is a hoax."), called_false("It is not a hoax.")
    ('hoax', '')
    >>> called_false("Talk of a strike is false.", stems={"fire"})
    ''
    >>> called_false("FALSE"), called_false("Fact-check: mostly false")
    ('FALSE', 'Fact-check: mostly false')
    """
    rated = _RATED.fullmatch(text) if cue is cues.TOLD_FALSE else None
    if rated:
        return rated["rating"]
    for found in cue.finditer(text):
        at = Span(*found.span())
        if _is_taken_back(text, at) or (stems and not (speaks_of(text, at, stems) and _denies(text, at))):
            continue
        return " ".join(found[0].split())
    return ""


def calls_false(text: str, at: Span) -> bool:
    """Whether the words at `at` make of what they are said of its opposite, and nothing takes them back."""
    return not _is_taken_back(text, at) and _denies(text, at)


def _is_taken_back(text: str, at: Span) -> bool:
    return cues.NOT_SAID_FALSE.search(text[max(at.start - _BACK, 0) : at.start]) is not None


def _denies(text: str, at: Span) -> bool:
    """Whether the story is denied, and not its denial: "rumours that he did not sign are false"."""
    told = governed(text, at)
    negative = bool(told and cues.DENIES_PLAINLY.search(told.of(text)))
    # "Contrary to reports" tells what is so instead.
    if _CONTRARY.match(text, at.start) and not _OF_WHAT.match(text, at.end):
        return negative or cues.DENIES_PLAINLY.search(text, max(at.start - _BACK, 0), at.start) is not None
    return not negative


def says_so_again(sentences: tuple[str, ...]) -> bool:
    """Whether an article, of which these are `sentences`, calls a story false more than once: it stands by that.

    Measured on a public set of articles: of those that say so once, and not at first, half were said by people to
    refute the story; of those that say so twice nearly all.
    """
    return times_called_false(sentences) >= _FEWEST_TIMES


@lru_cache(_KEPT)
def times_called_false(sentences: tuple[str, ...]) -> int:
    """Return how many different ones of `sentences` call a story false.

    >>> times_called_false(("It is a hoax.", "He laughed.", "The photo is fake.", "It is a hoax."))
    2
    """
    return sum(1 for one in dict.fromkeys(sentences) if called_false(one))
