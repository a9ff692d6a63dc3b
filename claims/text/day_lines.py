"""A line of its own that says when a text was published: "9 November 2021", "Published on Nov 9, 2021, 10:45 GMT"."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

from claims.text.written_days import DAY_PATTERN, read_day

_LONGEST = 160
_WEEKDAY = rf"(?:{'|'.join(name for day in (calendar.day_name, calendar.day_abbr) for name in day)})"
_CLOCK = r"(?:at )?\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: (?:[A-Z]{2,4}|local time))?"
# What stands after a dash is a name: an outlet, a place, a column.
_WORD = r"(?:[A-Z][\w.’'&-]{0,30}|of|the|and|for)"
_NAME = rf"[A-Z][\w.’'&-]{{0,30}}(?: {_WORD}){{0,5}}"
_LINE = re.compile(
    rf"(?P<says>(?:First )?(?:[Pp]ublished|Posted|Issued|Released)(?: on|:)? )?"
    rf"(?:{_WEEKDAY},? )?(?P<day>{DAY_PATTERN}|\d{{4}}-\d\d-\d\d)(?:,? {_CLOCK})?(?: ?[–—|-] ?{_NAME})?\.?"
)


@dataclass(frozen=True, slots=True)
class DayLine:
    """The line as written, and the day that it states."""

    written: str
    published_on: date


def split_day_line(text: str) -> tuple[DayLine | None, str]:
    """Return the line with which `text` opens where it states the day of publication, and the text after it.

    A line that is only a day must be the only such line: a chronology has one for each of its days.

    >>> split_day_line("Published on 9 November 2021\\n\\nHe came.")[1]
    'He came.'
    >>> split_day_line("9 November 2021\\nHe came.\\n\\n10 November 2021\\nHe left.")[0]
    """
    line, _, rest = text.partition("\n")
    found = _match(line)
    published_on = _in_full(found["day"]) if found else None
    if not found or not published_on or not rest.strip():
        return None, text
    if not found["says"] and any(map(_match, rest.splitlines())):
        return None, text
    return DayLine(line.strip(), published_on), rest.lstrip()


def _match(line: str) -> re.Match[str] | None:
    return _LINE.fullmatch(line.strip()) if len(line) <= _LONGEST else None


def _in_full(written: str) -> date | None:
    """The day, when it is one and its year was written."""
    if written[:4].isdigit():
        return _iso(written)
    day = read_day(written)
    return day.in_full() if day else None


def _iso(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None
