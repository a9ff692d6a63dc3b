"""Days, weeks, months and longer stretches of the calendar, and counting along them."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, TypeGuard

Unit = Literal["day", "week", "weekend", "month", "quarter", "half", "year", "decade", "century"]

_DAYS: dict[Unit, int] = {"day": 1, "week": 7, "weekend": 7}
_MONTHS: dict[Unit, int] = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
_UNKNOWN: dict[Unit, str] = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "half": "XXXX-HX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
}


@dataclass(frozen=True, slots=True)
class Period:
    """A day, week, month … of the calendar. Weeks begin on Monday; a decade is the years 198x."""

    unit: Unit
    first: date
    last: date

    @property
    def value(self) -> str:
        """The TIMEX3 value.

        >>> period_of("week", date(2021, 11, 7)).value, period_of("quarter", date(2021, 11, 7)).value
        ('2021-W44', '2021-Q4')
        """
        year, week, _ = self.first.isocalendar()
        written: dict[Unit, str] = {
            "day": self.first.isoformat(),
            "week": f"{year:04}-W{week:02}",
            "weekend": f"{year:04}-W{week:02}-WE",
            "month": f"{self.first:%Y-%m}",
            "quarter": f"{self.first.year:04}-Q{self.first.month // 3 + 1}",
            "half": f"{self.first.year:04}-H{self.first.month // 6 + 1}",
            "year": f"{self.first.year:04}",
            "decade": f"{self.first.year // 10:03}",
            "century": f"{self.first.year // 100:02}",
        }
        return written[self.unit]

    def shifted(self, by: int) -> "Period":
        """The period of the same unit, `by` further on. ValueError where the calendar ends.

        >>> period_of("month", date(2021, 1, 31)).shifted(-1).value
        '2020-12'
        """
        return _from_index(self.unit, _index(self.unit, self.first) + by)


def period_of(unit: Unit, day: date) -> Period:
    """Return the period of that unit in which `day` lies; the weekend is the one that ends its week."""
    return _from_index(unit, _index(unit, day))


def unknown_value(unit: Unit) -> str:
    """Return the TIMEX3 value of a period of that unit, nothing else being known.

    >>> unknown_value("week")
    'XXXX-WXX'
    """
    return _UNKNOWN[unit]


def is_unit(word: str) -> TypeGuard[Unit]:
    """Whether `word` names a unit of the calendar."""
    return word in _UNKNOWN


def moved(day: date, unit: Unit, by: int) -> date:
    """Return the day that lies `by` units from `day`; at a month's end where the month is shorter.

    >>> moved(date(2021, 12, 31), "month", 2)
    datetime.date(2022, 2, 28)
    """
    if unit in _DAYS:
        return day + timedelta(days=_checked(_DAYS[unit] * by))
    month = period_of("month", day).shifted(_MONTHS[unit] * by)
    return month.first.replace(day=min(day.day, month.last.day))


def _index(unit: Unit, day: date) -> int:
    """How many such units lie before `day` since the calendar's first."""
    if unit in _DAYS:
        return (day.toordinal() - 1) // _DAYS[unit]
    return (day.year * 12 + day.month - 1) // _MONTHS[unit]


def _from_index(unit: Unit, index: int) -> Period:
    if unit in _DAYS:
        length = _DAYS[unit]
        first = date.fromordinal(_checked(index * length + 1))
        skipped = 5 if unit == "weekend" else 0
        return Period(unit, first + timedelta(days=skipped), first + timedelta(days=length - 1))
    return Period(unit, _month_start(index * _MONTHS[unit]), _month_start((index + 1) * _MONTHS[unit]) - timedelta(1))


def _month_start(months: int) -> date:
    return date(_checked(months) // 12, months % 12 + 1, 1)


def _checked(number: int) -> int:
    """`number` where it is small enough for the calendar: what is larger raises another error there."""
    if abs(number) > 4_000_000:
        raise ValueError("beyond the calendar")
    return number
