"""The days of which a text tells, and whether two such stretches can be of one event."""

from dataclasses import dataclass
from datetime import date

from claims.text.spans import Span
from claims.text.time.expression import TimeExpression
from claims.text.time.find import find_times


@dataclass(frozen=True, slots=True)
class Days:
    """From one day to another, both included; a missing one is open."""

    first: date | None = None
    last: date | None = None

    def __post_init__(self) -> None:
        if self.first and self.last and self.first > self.last:
            raise ValueError(f"days do not end before they begin: {self}")

    def __bool__(self) -> bool:
        return self.first is not None or self.last is not None

    def ends_before(self, day: date | None) -> bool:
        """Whether all is over before `day`.

        >>> Days(date(2021, 8, 15), date(2021, 8, 15)).ends_before(date(2021, 11, 7))
        True
        """
        return self.last is not None and day is not None and self.last < day

    def meets(self, other: "Days") -> bool:
        """Whether the two have a day in common, as far as they are bounded."""
        return not (self.ends_before(other.first) or other.ends_before(self.first))


@dataclass(frozen=True, slots=True)
class Dated:
    """Words for days in a text, and the days."""

    span: Span
    text: str
    days: Days


def days_in(text: str, published_on: date | None) -> list[Dated]:
    """Return the words for days in `text` that bound a time, counted from the day of publication.

    >>> [found] = days_in("He arrived on Wednesday for a three-day visit.", date(2021, 11, 10))
    >>> found.text, found.days.last.isoformat()
    ('Wednesday', '2021-11-10')
    """
    found = (_dated(one) for one in find_times(text, published_on=published_on))
    return [one for one in found if one]


def _dated(found: TimeExpression) -> Dated | None:
    if not found.window or found.type in ("DURATION", "SET"):
        return None
    return Dated(found.span, found.text, Days(found.window.earliest, found.window.latest))
