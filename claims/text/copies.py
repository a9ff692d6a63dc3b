"""Near-duplicate texts: what two of them share, and the few runs of words by which copies find each other.

A text is taken as its runs of three words, without case and punctuation. All of them tell exactly how much two texts
share. A sample is enough to find texts that share much: winnowing, after Schleimer, Wilkerson and Aiken ("Winnowing:
local algorithms for document fingerprinting", 2003), keeps the smallest of each window of runs, so that the same
stretch of words leaves the same runs behind wherever it stands.
"""

import re
from dataclasses import dataclass
from hashlib import blake2b

_WORD = re.compile(r"[^\W_]{1,100}")
_RUN = 3
# The length of a short book; what follows is not looked at.
MOST_WORDS = 20_000
_WINDOW = 16
_FEWEST_KEPT = 8

# From here on two texts are the same report; the measure of the public set of near-duplicates.
_SAME_REPORT = 0.5
# From here on one text took the better part of its words from the other.
_TAKEN_OVER = 0.5
# Two reports of one subject share a fifth of their runs at most, so this is more than the subject.
_COMMON_STOCK = 0.3
# Fewer shared runs are a phrase, such as a title of office and a name.
_FEWEST_SHARED = 8


@dataclass(frozen=True, slots=True)
class Shared:
    """How much two texts share: the part of the runs of each that stands in the other, from 0 to 1, and how many."""

    of_first: float
    of_second: float
    runs: int

    def __post_init__(self) -> None:
        if not (0 <= self.of_first <= 1 and 0 <= self.of_second <= 1 and self.runs >= 0):
            raise ValueError(f"no shares: {self.of_first} and {self.of_second}")

    @property
    def resemblance(self) -> float:
        """Shared runs among all runs of both (the Jaccard coefficient).

        >>> round(Shared(of_first=1.0, of_second=0.5, runs=40).resemblance, 3)
        0.5
        """
        if not self.runs:
            return 0.0
        return 1 / (1 / self.of_first + 1 / self.of_second - 1)

    @property
    def containment(self) -> float:
        """The part of the one that stands in the other, whichever is more."""
        return max(self.of_first, self.of_second)

    def tells(self, *, one_agency: bool) -> bool:
        """Whether so much is no chance: half of one text; less where both say that `one_agency` wrote them."""
        if self.resemblance >= _SAME_REPORT:
            return True
        return self.runs >= _FEWEST_SHARED and self.containment >= (_COMMON_STOCK if one_agency else _TAKEN_OVER)


def word_runs(text: str) -> tuple[int, ...]:
    """Return a number for each run of three words of `text`, in order; the same in every process and release.

    They are signed 64-bit numbers, as databases keep them. A text of fewer than three words has none.

    >>> word_runs("He will visit Kabul.") == word_runs("“He will visit,” KABUL")
    True
    >>> word_runs("He came.")
    ()
    """
    words = [found.group() for _, found in zip(range(MOST_WORDS), _WORD.finditer(text.casefold()), strict=False)]
    return tuple(_number(" ".join(words[i : i + _RUN])) for i in range(len(words) - _RUN + 1))


def fingerprints(runs: tuple[int, ...]) -> frozenset[int]:
    """Return the sample of `runs` to keep: about one in eight, of a short text up to eight.

    Any 18 words in a row that two texts share left at least one number in both samples.

    >>> runs = word_runs("They met in Doha on Monday and will meet again in Kabul before the end of the year.")
    >>> len(runs), len(fingerprints(runs))
    (16, 8)
    """
    windows = range(max(len(runs) - _WINDOW, 0) + 1)
    smallest = {min(runs[i : i + _WINDOW]) for i in windows if runs}
    return frozenset(smallest.union(sorted(set(runs))[:_FEWEST_KEPT]))


def compare(first: tuple[int, ...], second: tuple[int, ...]) -> Shared:
    """Return what two texts share, exactly, by their runs; a text without runs shares nothing.

    >>> compare(word_runs("He will visit Kabul."), word_runs("He will visit Kabul on Monday."))
    Shared(of_first=1.0, of_second=0.5, runs=2)
    """
    one, other = frozenset(first), frozenset(second)
    both = len(one & other)
    return Shared(both / len(one) if one else 0.0, both / len(other) if other else 0.0, both)


def _number(run: str) -> int:
    return int.from_bytes(blake2b(run.encode(), digest_size=8).digest(), signed=True)
