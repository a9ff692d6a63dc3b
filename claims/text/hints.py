"""What a file name or an address suggests about a date; never enough to state one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from claims.text.written_days import WrittenDay

# 2021-11-07, 2021_11_07, /2021/11/07/, 20211107, and 20211107 before a time of day (20211107044908).
_FULL_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)([-_/.]?)(\d\d)\2(\d\d)(?:\d{4}|\d{6})?(?!\d)")


@dataclass(frozen=True, slots=True)
class Hints:
    """What is known of a text from outside it: the name of its file, the address of its page."""

    file_name: str | None = None
    url: str | None = None


def year_from_hints(day: WrittenDay, hints: Hints) -> date | None:
    """Return `day` in the year in which file name or address show the same day; None when none or two do.

    >>> year_from_hints(WrittenDay(None, 11, 7), Hints(file_name="2021-11-07-muttaqi.txt"))
    datetime.date(2021, 11, 7)
    """
    years = {
        int(year)
        for hint in (hints.file_name, hints.url)
        for year, _, month, number in _FULL_DATE.findall((hint or "")[:4_096])
        if (int(month), int(number)) == (day.month, day.day)
    }
    return _in_year(day, years.pop()) if len(years) == 1 else None


def full_days(hint: str) -> list[date]:
    """Return the days that a file name or an address shows in full, each once.

    >>> [day.isoformat() for day in full_days("/2021/11/07/muttaqi-20211332.html")]
    ['2021-11-07']
    """
    found = (_in_year(WrittenDay(None, *day), int(year)) for year, *day in _possible(hint))
    return list(dict.fromkeys(filter(None, found)))


def _possible(hint: str) -> Iterator[tuple[str, int, int]]:
    for year, _, month, number in _FULL_DATE.findall(hint[:4_096]):
        try:
            WrittenDay(None, int(month), int(number))
        except ValueError:
            continue
        yield year, int(month), int(number)


def _in_year(day: WrittenDay, year: int) -> date | None:
    """29 February exists in some years only."""
    try:
        return date(year, day.month, day.day)
    except ValueError:
        return None
