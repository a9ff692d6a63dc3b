"""A stretch of text, by offsets."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The characters from `start` up to, not including, `end`, in code points.

    A span is never empty: a quote of nothing is no quote.

    >>> Span(0, 5).of("Kabul fell.")
    'Kabul'
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if self.start < 0 or self.end <= self.start:
            raise ValueError(f"no span from {self.start} to {self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words that stand here in `text`; a span that runs past its end is refused."""
        if self.end > len(text):
            raise ValueError(f"{self} ends after the text, which has {len(text)} characters")
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a character; neighbours that only touch do not.

        >>> Span(0, 5).overlaps(Span(4, 6)), Span(0, 5).overlaps(Span(5, 6))
        (True, False)
        """
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether `other` lies within this span, edges included."""
        return self.start <= other.start and other.end <= self.end

    def is_much_as(self, other: "Span") -> bool:
        """Whether the two share at least half of what both cover, so that a person takes them for the same words.

        >>> Span(0, 10).is_much_as(Span(2, 10)), Span(0, 10).is_much_as(Span(6, 10))
        (True, False)
        """
        shared = min(self.end, other.end) - max(self.start, other.start)
        return 2 * shared >= max(self.end, other.end) - min(self.start, other.start)

    def shift(self, by: int) -> "Span":
        """The same length, `by` characters further on (back when negative)."""
        return Span(self.start + by, self.end + by)

    def trimmed(self, text: str) -> "Span | None":
        """The span without the white space at its edges; None when there is nothing else.

        >>> Span(0, 8).trimmed("  Kabul ")
        Span(start=2, end=7)
        """
        words = self.of(text)
        start = self.start + len(words) - len(words.lstrip())
        end = self.start + len(words.rstrip())
        return Span(start, end) if start < end else None
