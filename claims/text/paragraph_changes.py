"""What differs between two texts of any length, paragraph by paragraph and then word by word."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from rapidfuzz.fuzz import ratio

from claims.text.differences import Piece, words_of
from claims.text.marks import paragraphs
from claims.text.matching import matching
from claims.text.spans import Span

# Two paragraphs of one place are the same reworded when so much (of 100) of their first letters agrees.
_ALIKE, _ALIKE_ALONE, _LETTERS = 50, 30, 3000
# So many pairs of paragraphs are compared to find which one became which; beyond, they are taken in order.
_MOST_PAIRS = 400


@dataclass(frozen=True, slots=True)
class Change:
    """A paragraph that stands in both texts ("same"), was reworded ("changed"), or stands in one ("gone", "new").

    `old` is its place in the first text, `new` that in the second; None where it does not stand.
    """

    kind: Literal["same", "changed", "gone", "new"]
    old: Span | None
    new: Span | None


def paragraph_changes(old: str, new: str) -> list[Change]:
    """Return how the paragraphs of `old` become those of `new`, in the order in which they are read.

    >>> [change.kind for change in paragraph_changes("It rained.\\nHe went.", "It rained.\\nHe went away.\\nEnd.")]
    ['same', 'changed', 'new']
    """
    before, after = paragraphs(old), paragraphs(new)
    same = matching([line.of(old) for line in before], [line.of(new) for line in after])
    changes: list[Change] = []
    for (a, c), (b, d) in pairwise([(-1, -1), *same, (len(before), len(after))]):
        changes += _replaced(before[a + 1 : b], after[c + 1 : d], old, new)
        if b < len(before) and d < len(after):
            changes.append(Change("same", before[b], after[d]))
    return changes


def word_changes(old: str, new: str) -> list[Piece]:
    """Return how `old` becomes `new`, word by word, however long both are.

    What is not new joins to `old`, and what is not gone to `new`. White space and signs between two changes belong to
    these, so that a reworded phrase is read as one.

    >>> [(piece.kind, piece.text) for piece in word_changes("an 11-member team", "a 12-member team")]
    [('gone', 'an 11'), ('new', 'a 12'), ('same', '-member team')]
    """
    before, after = words_of(old), words_of(new)
    pairs = _without_chance(matching(before, after), before, after)
    pieces: list[Piece] = []
    for (a, c), (b, d) in pairwise([(-1, -1), *pairs, (len(before), len(after))]):
        gone, fresh = "".join(before[a + 1 : b]), "".join(after[c + 1 : d])
        pieces += [Piece(gone, "gone")] if gone else []
        pieces += [Piece(fresh, "new")] if fresh else []
        if b < len(before) and d < len(after):
            pieces.append(Piece(before[b], "same"))
    return list(_joined(pieces))


def _replaced(before: list[Span], after: list[Span], old: str, new: str) -> Iterator[Change]:
    """Yield what became of the paragraphs `before`, in whose place `after` stand."""
    done_before = done_after = 0
    for a, b in [*_reworded(before, after, old, new), (len(before), len(after))]:
        yield from (Change("gone", line, None) for line in before[done_before:a])
        yield from (Change("new", None, line) for line in after[done_after:b])
        if a < len(before) and b < len(after):
            yield Change("changed", before[a], after[b])
        done_before, done_after = a + 1, b + 1


def _reworded(before: list[Span], after: list[Span], old: str, new: str) -> list[tuple[int, int]]:
    """Return which of `before` became which of `after`, in order: those whose letters agree most."""
    if len(before) * len(after) > _MOST_PAIRS:
        return [(place, place) for place in range(len(before))] if len(before) == len(after) else []
    enough = _ALIKE_ALONE if len(before) == len(after) == 1 else _ALIKE
    starts = [line.of(new)[:_LETTERS] for line in after]
    best: list[tuple[float, list[tuple[int, int]]]] = [(0.0, [])] * (len(after) + 1)
    for a, line in enumerate(before):
        above, start = best, line.of(old)[:_LETTERS]
        best = [(0.0, [])]
        for b, other in enumerate(starts):
            alike = ratio(start, other, score_cutoff=enough)
            score, pairs = above[b]
            taken = (score + alike, [*pairs, (a, b)]) if alike else (0.0, [])
            best.append(max(best[b], above[b + 1], taken, key=lambda one: one[0]))
    return best[-1][1]


def _without_chance(
    pairs: list[tuple[int, int]], before: Sequence[str], after: Sequence[str]
) -> list[tuple[int, int]]:
    """Leave out what is the same by chance: runs without a letter or a digit that stand between two changes."""
    kept: list[tuple[int, int]] = []
    run: list[tuple[int, int]] = []
    for pair in pairs:
        if run and pair != (run[-1][0] + 1, run[-1][1] + 1):
            kept += run if _is_kept(run, before, after) else []
            run = []
        run.append(pair)
    return kept + run if _is_kept(run, before, after) else kept


def _is_kept(run: list[tuple[int, int]], before: Sequence[str], after: Sequence[str]) -> bool:
    if not run:
        return False
    at_edge = run[0] == (0, 0) or run[-1] == (len(before) - 1, len(after) - 1)
    return at_edge or any(before[a][0].isalnum() for a, _ in run)


def _joined(pieces: list[Piece]) -> Iterator[Piece]:
    """Yield `pieces` with neighbours of one kind as one."""
    waiting: list[Piece] = []
    for piece in pieces:
        if waiting and waiting[0].kind != piece.kind:
            yield Piece("".join(one.text for one in waiting), waiting[0].kind)
            waiting = []
        waiting.append(piece)
    if waiting:
        yield Piece("".join(one.text for one in waiting), waiting[0].kind)
