"""Many stretches of a text, and which of them are near another."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from claims.text.spans import Span


class Places:
    """Spans of one text, found again by where they stand; looking does not take longer where there are thousands."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)
        self._starts = [span.start for span in self._spans]

    def hold_much_as(self, span: Span) -> bool:
        """Whether a person would take one of them for the same words as `span`.

        >>> Places([Span(0, 10), Span(40, 50)]).hold_much_as(Span(42, 50))
        True
        """
        # Two spans that share half of what both cover start no further apart than either is long.
        first = bisect_left(self._starts, span.start - len(span))
        last = bisect_right(self._starts, span.start + len(span))
        return any(near.is_much_as(span) for near in self._spans[first:last])
