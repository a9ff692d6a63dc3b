"""Text cut where marks begin and end, so that overlapping marks can be drawn side by side."""

import re
from collections.abc import Hashable, Sequence
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
    return [
        Segment(start, end, text[start:end], _keys_over(Span(start, end), ordered))
        for start, end in pairwise(sorted(edges))
    ]


def _drawing_order(mark: tuple[Span, Any]) -> tuple[int, int, Any]:
    span, key = mark
    return span.start, -len(span), key


def _keys_over(stretch: Span, ordered: Sequence[tuple[Span, Key]]) -> tuple[Key, ...]:
    return tuple(key for span, key in ordered if span.contains(stretch))
