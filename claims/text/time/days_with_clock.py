"""Rules for a time and its day in one: "14:05 on 11 March", "13 June 2024, 09:41 BST", "the night of 2 March"."""

import re
from dataclasses import replace

from claims.text.time.clock import ZONES
from claims.text.time.days import DAY_FIRST, MONTH_FIRST, read_day_of_month, read_near_day
from claims.text.time.reading import Reading, Rule, Setting, rule, words
from claims.text.time.weekdays import read_weekday_named
from claims.text.time.words import DAY_PART, DAY_PARTS, WEEKDAY

_NAMELESS_DAY = re.sub(r"\?P<\w+>", "?:", f"{DAY_FIRST}|{MONTH_FIRST}")
_DATE = rf"(?:(?:{WEEKDAY}|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\.?),? )?(?P<date>{_NAMELESS_DAY})"
_TIME = (
    r"(?P<hour>\d{1,2})(?:(?:[:.](?P<minute>\d\d))? ?(?P<half>[ap])(?:m\b|\.m\b\.?)"
    r"|:(?P<minutes>\d\d)(?::\d\d)?(?!\d))"
    rf"(?: (?:{ZONES}|(?-i:[A-Z]{{2,4}})\b)(?! [A-Z][a-z]))?"
)
_WAYS_TO_WRITE = (words(DAY_FIRST), words(MONTH_FIRST))


def _read_date(written: str, setting: Setting) -> Reading | None:
    found = next((one for pattern in _WAYS_TO_WRITE if (one := pattern.fullmatch(written))), None)
    return read_day_of_month(found, setting) if found else None


def _read_time_and_date(found: re.Match[str], setting: Setting) -> Reading | None:
    """The time of day on the day that is written out before or after it."""
    day, time = _read_date(found["date"], setting), _time_of_day(found)
    if day is None or time is None:
        return None
    return replace(day, type="TIME", value=f"{day.value}{time}", reason=f"a time of day; {day.reason}")


def _time_of_day(found: re.Match[str]) -> str | None:
    """As TIMEX3 writes it, such as "T09:41"; None where no clock shows it."""
    hour, minute = int(found["hour"]), int(found["minute"] or found["minutes"] or 0)
    if found["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found["half"].lower() == "p" else 0)
    return f"T{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None


def _read_part_of_date(found: re.Match[str], setting: Setting) -> Reading | None:
    """ "The night of 2 March", "the morning of Tuesday"."""
    if found["date"]:
        day = _read_date(found["date"], setting)
    elif found["weekday"]:
        day = read_weekday_named(found["weekday"], setting)
    else:
        day = read_near_day(found["near"], setting)
    value = f"T{DAY_PARTS[found['part'].lower()]}"
    return (
        replace(day, type="TIME", value=day.value + value, reason=f"a part of a day; {day.reason}") if day else None
    )


RULES: tuple[Rule, ...] = (
    rule(rf"{_DATE},? (?:at )?{_TIME}", _read_time_and_date),
    rule(rf"{_TIME},? (?:on )?{_DATE}", _read_time_and_date),
    rule(
        rf"(?:the )?(?:early |late )?(?P<part>{DAY_PART}) of (?:{_DATE}|(?P<weekday>{WEEKDAY})|(?P<near>yesterday))",
        _read_part_of_date,
        *("morning of", "afternoon of", "evening of", "night of"),
    ),
)
