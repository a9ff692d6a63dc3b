"""Days as news text writes them: "9 November 2021", "Nov. 7", "October 29th, 2019"."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

# A leap year, so that "29 February" without a year is a possible day.
_ANY_YEAR = 2020

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name[:3]: number for name, number in list(_MONTHS.items())} | {"sept": 9}

_NUMBER = r"\d{1,2}(?:st|nd|rd|th)?"
_NAME = r"[A-Za-z]{3,9}\.?"

# To be built into the patterns of datelines and trailers; `read_day` says whether it is a day at all.
DAY_PATTERN = rf"(?:{_NUMBER} {{1,2}}{_NAME}|{_NAME} {{1,2}}{_NUMBER})(?:,? {{1,2}}\d{{4}})?"

_DAY = re.compile(
    rf"(?:(?P<first>{_NUMBER}) +)?(?P<month>{_NAME})(?: +(?P<second>{_NUMBER}))?(?:,? +(?P<year>\d{{4}}))?"
)


@dataclass(frozen=True, slots=True)
class WrittenDay:
    """A day of a month, of a year where one is written. Impossible days are refused."""

    year: int | None
    month: int
    day: int

    def __post_init__(self) -> None:
        date(_ANY_YEAR if self.year is None else self.year, self.month, self.day)

    def in_full(self) -> date | None:
        """The date, when the year was written."""
        return None if self.year is None else date(self.year, self.month, self.day)


def read_day(written: str) -> WrittenDay | None:
    """Return the day that `written` states as a whole; None for what is no day, such as 31 February.

    >>> read_day("October 29th, 2019")
    WrittenDay(year=2019, month=10, day=29)
    >>> read_day("31 February 2021")
    """
    if len(written) > 40 or not re.fullmatch(DAY_PATTERN, written):
        return None
    found = _DAY.fullmatch(written)
    month = _MONTHS.get(found["month"].rstrip(".").lower()) if found else None
    if not found or not month:
        return None
    number = int((found["first"] or found["second"]).rstrip("sthndr"))
    try:
        return WrittenDay(int(found["year"]) if found["year"] else None, month, number)
    except ValueError:
        return None
