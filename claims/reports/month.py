"""The days of a month as its page shows them, week by week. Pure."""

from calendar import Calendar
from dataclasses import dataclass
from datetime import date, timedelta

FIRST_YEAR, LAST_YEAR = 1900, 2199


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A calendar month of the years 1900 to 2199; weeks begin on Monday."""

    year: int
    number: int

    def __post_init__(self):
        if not (FIRST_YEAR <= self.year <= LAST_YEAR and 1 <= self.number <= 12):
            raise ValueError(f"no month {self.number} of {self.year}")

    @classmethod
    def of(cls, day):
        """Return the month of `day`, or the nearest there is."""
        if day.year < FIRST_YEAR:
            return cls(FIRST_YEAR, 1)
        return cls(LAST_YEAR, 12) if day.year > LAST_YEAR else cls(day.year, day.month)

    @classmethod
    def named(cls, name):
        """Return the month that is written as `name` (2021-11), or None."""
        year, _, number = name.partition("-")
        try:
            return cls(int(year), int(number))
        except ValueError:
            return None

    def __str__(self):
        return f"{self.year}-{self.number:02}"

    @property
    def title(self):
        return f"{self.first:%B} {self.year}"

    @property
    def first(self):
        return date(self.year, self.number, 1)

    @property
    def previous(self):
        return Month.of(self.first - timedelta(days=1))

    @property
    def next(self):
        return Month.of(self.first + timedelta(days=31))

    def weeks(self):
        """Return the weeks that hold a day of the month, each of seven days, those of its neighbours among them."""
        return Calendar().monthdatescalendar(self.year, self.number)

    def span(self):
        """Return the first and the last day of its weeks."""
        weeks = self.weeks()
        return weeks[0][0], weeks[-1][-1]

    def __contains__(self, day):
        return (day.year, day.month) == (self.year, self.number)
