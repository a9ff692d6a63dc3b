"""Which marks stand in which row of a lane, so that none covers another, and what is piled up. Pure."""

from collections.abc import Sequence

from claims.reports.lettering import width_of
from claims.reports.timeline_axis import LETTERS
from claims.reports.timeline_marks import Dot, Lane, Mark, Pile, Placed, Word
from claims.vocabulary import Stance

DOT_GAP = 15  # dots closer than this would cover each other
PILE_GAP = 30  # "+12" is broader than a dot
ROW = 18
SINGLE_ROWS = 2  # what finds no place in these is piled up in one more


def placed(marks: Sequence[Mark], scale) -> Placed:
    """Return where the marks of a lane stand: in the first row where they cover no other, or in a pile."""
    dots, rest = [], []
    last_x = [-DOT_GAP] * SINGLE_ROWS
    for mark in sorted(marks, key=_conflicts_first):
        x = scale.x(mark.day)
        row = next((row for row in range(SINGLE_ROWS) if x - last_x[row] >= DOT_GAP), None)
        if row is None:
            rest.append((x, mark))
        else:
            last_x[row] = x
            dots.append(Dot(mark, x, _middle(row)))
    alone, piles = _piled(rest)
    rows = SINGLE_ROWS + 1 if rest else 2 if any(dot.y > _middle(0) for dot in dots) else 1
    return Placed((*dots, *alone), piles, rows)


def _conflicts_first(mark):
    return mark.day, mark.faint, mark.stance != Stance.REFUTES, mark.key


def _middle(row):
    return ROW * row + ROW // 2


def _piled(rest):
    """Return (dots that need no pile, piles) of the marks `rest`, which come by x."""
    heaps = []
    for x, mark in rest:
        if heaps and x - heaps[-1][0][0] < PILE_GAP:
            heaps[-1].append((x, mark))
        else:
            heaps.append([(x, mark)])
    y = _middle(SINGLE_ROWS)
    alone = tuple(Dot(heap[0][1], heap[0][0], y) for heap in heaps if len(heap) == 1)
    return alone, tuple(Pile(heap[0][0], len(heap), y) for heap in heaps if len(heap) > 1)


def words_of(dots: Sequence[Dot], scale) -> tuple[Word, ...]:
    """Return the words of the `dots` that have room: behind the dot, else before it."""
    words, taken = [], {}
    for dot in sorted(dots, key=lambda one: one.x):
        if dot.mark.word:
            later = [other.x - DOT_GAP for other in dots if other.y == dot.y and other.x > dot.x]
            before = taken.get(dot.y, scale.left)
            word = _word(dot, before, min(later, default=scale.right))
            words += [word] if word else []
            taken[dot.y] = dot.x + DOT_GAP + (width_of(word.text, LETTERS) if word and word.anchor == "start" else 0)
    return tuple(words)


def _word(dot, left, right):
    width = width_of(dot.mark.word, LETTERS)
    if dot.x + DOT_GAP + width <= right:
        return Word(dot.mark.word, dot.x + 11, dot.y + 4, "start", dot.mark.faint)
    if dot.x - DOT_GAP - width >= left:
        return Word(dot.mark.word, dot.x - 11, dot.y + 4, "end", dot.mark.faint)
    return None


def folded(lanes: Sequence[Lane], most: int) -> tuple[Lane, ...]:
    """Return at most `most` lanes: the last holds the marks of all origins that have none of their own.

    Who makes the claim, who speaks against it and who counts keep theirs, so that nobody reads past them.
    """
    if len(lanes) <= most:
        return tuple(lanes)
    by_weight = sorted(range(len(lanes)), key=lambda at: (*_weight(lanes[at]), at))
    kept = set(by_weight[: most - 1])
    rest = [mark for at, lane in enumerate(lanes) if at not in kept for mark in lane.marks]
    last = Lane(f"and {len(lanes) - len(kept)} more origins", tuple(rest))
    return (*(lanes[at] for at in sorted(kept)), last)


def _weight(lane):
    return not lane.makes_the_claim, not lane.is_against, not lane.is_counted
