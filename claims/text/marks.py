"""Text cut where marks begin and end, so that overlapping marks can be drawn side by side."""

import re
from collections import deque
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Generic, TypeVar

from claims.text.spans import Span

Key = TypeVar("Key", bound=Hashable)

_LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Segment(Generic[Key]):
    """A stretch of text under the same marks throughout; `keys` is empty where there is none."""

    start: int
    end: int
    text: str
    keys: tuple[Key, ...] = ()

    def __post_init__(self) -> None:
        if len(self.text) != self.end - self.start or self.start < 0 or not self.text:
            raise ValueError(f"{self.text!r} does not fit from {self.start} to {self.end}")


def paragraphs(text: str) -> list[Span]:
    """Return the lines of `text` that are not blank, without the white space at their edges.

    >>> [line.of("KABUL\\n\\n It rained. ") for line in paragraphs("KABUL\\n\\n It rained. ")]
    ['KABUL', 'It rained.']
    """
    lines = (Span(found.start(), found.end()).trimmed(text) for found in _LINE.finditer(text))
    return [line for line in lines if line]


def marks_over(lines: Sequence[Span], marks: Sequence[tuple[Span, Key]]) -> Iterator[list[tuple[Span, Key]]]:
    """Yield, for each of `lines`, the marks that overlap it; both stand in text order, and are walked once.

    >>> list(marks_over([Span(0, 5), Span(7, 9)], [(Span(0, 2), "a"), (Span(3, 8), "b")]))
    [[(Span(start=0, end=2), 'a'), (Span(start=3, end=8), 'b')], [(Span(start=3, end=8), 'b')]]
    """
    reaching: list[tuple[Span, Key]] = []
    ahead = deque(marks)
    for line in lines:
        while ahead and ahead[0][0].start < line.end:
            reaching.append(ahead.popleft())
        reaching = [mark for mark in reaching if mark[0].end > line.start]
        yield list(reaching)


def split_into_segments(
    text: str, marks: Sequence[tuple[Span, Key]], *, within: Span | None = None
) -> list[Segment[Key]]:
    """Return `text` (or the part `within`) cut at every edge of a mark; the pieces join back to it.

    The keys of a segment stand in the order of their marks: by start, longer first, then by key.

    >>> for segment in split_into_segments("Kabul fell", [(Span(0, 5), "a"), (Span(3, 10), "b")]):
    ...     print(repr(segment.text), segment.keys)
    'Kab' ('a',)
    'ul' ('a', 'b')
    ' fell' ('b',)
    """
    if not text:
        return []
    whole = within or Span(0, len(text))
    whole.of(text)
    ordered = sorted((mark for mark in marks if mark[0].overlaps(whole)), key=_drawing_order)
    edges = {whole.start, whole.end}
    for span, _ in ordered:
        edges |= {max(span.start, whole.start), min(span.end, whole.end)}
    return list(_cut(text, sorted(edges), ordered))


def _drawing_order(mark: tuple[Span, Any]) -> tuple[int, int, Any]:
    span, key = mark
    return span.start, -len(span), key


def _cut(text: str, edges: Sequence[int], ordered: Sequence[tuple[Span, Key]]) -> Iterator[Segment[Key]]:
    """Yield the stretches between `edges`, in one walk that holds only the marks which stand over each."""
    over: list[tuple[Span, Key]] = []
    ahead = deque(ordered)
    for start, end in pairwise(edges):
        over = [mark for mark in over if mark[0].end > start]
        while ahead and ahead[0][0].start <= start:
            over.append(ahead.popleft())
        yield Segment(start, end, text[start:end], tuple(key for _, key in over))
