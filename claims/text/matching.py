"""Which items of two long sequences are the same ones, in order: quick where comparing all with all is not."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import pairwise

# Stretches whose lengths multiply to no more are compared in full.
_FEW = 40_000


def matching(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Return the places, in order, at which `old` and `new` hold the same items.

    Long stretches are parted at the items that each holds once: the idea is Bram Cohen's patience diff. Where there
    are none such, a long stretch counts as replaced.

    >>> matching(["a", "b", "c"], ["b", "x", "c"])
    [(1, 0), (2, 2)]
    """
    pairs: list[tuple[int, int]] = []
    waiting = [(0, len(old), 0, len(new))]
    while waiting:
        a, b, c, d = waiting.pop()
        while a < b and c < d and old[a] == new[c]:
            pairs.append((a, c))
            a, c = a + 1, c + 1
        while a < b and c < d and old[b - 1] == new[d - 1]:
            b, d = b - 1, d - 1
            pairs.append((b, d))
        if (b - a) * (d - c) <= _FEW:
            pairs += _compared(old[a:b], new[c:d], a, c)
            continue
        anchors = _anchors(old[a:b], new[c:d], a, c)
        pairs += anchors
        edges = [(a - 1, c - 1), *anchors, (b, d)]
        if anchors:
            waiting += [(i + 1, j, k + 1, m) for (i, k), (j, m) in pairwise(edges)]
    return sorted(pairs)


def _compared(old: Sequence[str], new: Sequence[str], first: int, other: int) -> list[tuple[int, int]]:
    if not (old and new):
        return []
    blocks = SequenceMatcher(None, old, new).get_matching_blocks()
    return [(first + block.a + step, other + block.b + step) for block in blocks for step in range(block.size)]


def _anchors(old: Sequence[str], new: Sequence[str], first: int, other: int) -> list[tuple[int, int]]:
    """Return the places of what both hold just once, the most of them that stand in one order in both."""
    once, once_new = Counter(old), Counter(new)
    there = {item: place for place, item in enumerate(new) if once_new[item] == 1}
    found = [(place, there[item]) for place, item in enumerate(old) if once[item] == 1 and item in there]
    return [(first + a, other + b) for a, b in _rising(found)]


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest part of `pairs`, which rise in their first numbers, that rises in the second as well."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for place, (_, there) in enumerate(pairs):
        length = bisect_left(ends, there)
        before.append(last[length - 1] if length else -1)
        ends[length : length + 1], last[length : length + 1] = [there], [place]
    chosen, place = [], last[-1] if last else -1
    while place >= 0:
        chosen.append(pairs[place])
        place = before[place]
    return chosen[::-1]
