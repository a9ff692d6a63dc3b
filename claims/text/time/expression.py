"""What a word for a time is found to mean."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from claims.text.spans import Span

TimeType = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True)
class Window:
    """The days, both included, in which something is said to happen; a missing one is left open."""

    earliest: date | None
    latest: date | None

    def __post_init__(self) -> None:
        if self.earliest is None and self.latest is None:
            raise ValueError("a window has a first or a last day")
        if self.earliest and self.latest and self.earliest > self.latest:
            raise ValueError(f"a window does not end before it begins: {self}")


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words for a time, where they stand, and what they mean.

    `value` is TIMEX3, with X for what is not known. `window` is None where the words, or what is known
    of the text, do not bound the days: that is left to a person. `reason` says how it was read.
    """

    span: Span
    text: str
    type: TimeType
    value: str
    window: Window | None
    reason: str

    def __post_init__(self) -> None:
        if len(self.text) != len(self.span) or not self.value or not self.reason:
            raise ValueError("an expression has its words, a value and a reason")
