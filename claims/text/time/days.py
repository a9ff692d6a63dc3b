"""Rules for days: "on 7 November", "October 29th, 2019", "tomorrow", "that day"."""

import re
from calendar import isleap
from dataclasses import replace
from datetime import date

from claims.text.time.choosing import choose
from claims.text.time.periods import period_of
from claims.text.time.reading import Direction, Reading, Rule, Setting, read_period, read_unknown, rule, words
from claims.text.time.words import (
    LATE_ORDINAL,
    MONTH,
    ORDINAL,
    WEEKDAY,
    YEAR,
    day_number,
    month_number,
)

_NO_DAY = r"(?! ?(?:%|[ap]\.?m\b|:\d|per ?cent))"
_TH = "(?:st|nd|rd|th)?"
_LEADING_WEEKDAY = rf"(?:(?:{WEEKDAY}|(?:Mon|Tues?|Wed|Thu(?:rs)?|Fri|Sat|Sun)\.?)(?:,? |,? the ))?"
# "7 November" and "November 7th", with groups `day`, `month` and `year`.
_OF_YEAR = rf"(?:,? ?(?:of )?(?P<year>{YEAR})|,? (?:of )?(?P<which_year>last|this|next) year)?"
DAY_FIRST = rf"(?P<day>\d{{1,2}}{_TH}{_NO_DAY}(?: day)?(?: of)?|{ORDINAL}(?: day)? of) (?P<month>{MONTH}){_OF_YEAR}"
MONTH_FIRST = (
    rf"(?P<month>{MONTH}) (?:the )?(?P<day>\d{{1,2}}{_TH}{_NO_DAY}|{LATE_ORDINAL}(?!-)"
    rf"|(?<=the\s){ORDINAL}(?!-| of ))(?!,\d{{3}}\b){_OF_YEAR}"
)
_DAY_NUMBER = words(rf"\d{{1,2}}{_TH}|{ORDINAL}")
# "From June 5 through July 7, 2022", "on 11 and 12 November 2021": the year is said once, at the end.
_YEAR_SAID_ONCE = re.compile(
    rf"(?:\s{{1,3}}(?:to|through|until|till|and|or)\s{{1,3}}|\s?[-–]\s?)(?:(?P<month>{MONTH})\s{{1,3}}\d{{1,2}}{_TH}"
    rf"|\d{{1,2}}{_TH}(?:\s{{1,3}}(?P<later_month>{MONTH}))?),?\s{{1,3}}(?P<year>{YEAR})\b",
    re.IGNORECASE,
)
_NAMED_DAYS = {
    "today": 0,
    "tonight": 0,
    "this": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "day before yesterday": -2,
    "day after tomorrow": 2,
}
_NEAR = range(-4, 5)
# "USA Today" is a paper.
_TITLED = re.compile(r"\b(?:USA|VOA|News|Russia|India|Pakistan|Psychology|Christianity|Physics)\s{1,3}\Z")
# "In today's world".
_OF_OUR_TIME = re.compile(
    r"[’']s\s(?:world|youth|young|society|generation|standards|teenagers|children|consumers)\b", re.IGNORECASE
)
_STEPS = {"last": -1, "this": 0, "next": 1}


def read_day_of_month(found: re.Match[str], setting: Setting) -> Reading | None:
    """Return the reading of a day of a month; None for what is no day, such as 31 February."""
    number = _DAY_NUMBER.match(found["day"])
    month, day = month_number(found["month"]), day_number(number[0]) if number else 0
    year = _year_said(found, month, setting)
    try:
        date(2020, month, day)
        if year:
            return read_period(period_of("day", date(year, month, day)), "a day with its year")
    except ValueError:
        return None
    return _read_day_without_year(month, day, setting)


def _year_said(found: re.Match[str], month: int, setting: Setting) -> int | None:
    """The year that is written with the day or with the day up to which it reaches, or is called "last year"."""
    if found["year"]:
        return int(found["year"])
    which = found.groupdict().get("which_year")
    if which:
        return setting.day.year + _STEPS[which.lower()] if setting.day else None
    later = _YEAR_SAID_ONCE.match(setting.after)
    if not later:
        return None
    until = later["month"] or later["later_month"]
    return int(later["year"]) - (until is not None and month_number(until) < month)


def _read_day_without_year(month: int, day: int, setting: Setting) -> Reading:
    if setting.day is None:
        return Reading("DATE", f"XXXX-{month:02}-{day:02}", "its year is not known", relative=True)
    years = [setting.day.year + by for by in _NEAR if 0 < setting.day.year + by < 10_000]
    told = setting.year_told_of(month, day)
    if told and (month, day) != (2, 29):
        return read_period(period_of("day", date(told, month, day)), "of the year that is told of")
    days = [date(year, month, day) for year in years if (month, day) != (2, 29) or isleap(year)]
    period, reason = choose((period_of("day", one) for one in days), setting.day, setting, otherwise="nearest")
    return read_period(period, reason)


def _read_last_or_next(found: re.Match[str], setting: Setting) -> Reading | None:
    """ "Next Jan. 1", "last Feb. 23": to come or over, whatever the clause says; else as its clause looks."""
    directions: dict[str, Direction] = {"last": "past", "next": "future"}
    direction = directions.get((found["which"] or "").lower(), setting.direction)
    return read_day_of_month(found, replace(setting, direction=direction))


def _read_iso_day(found: re.Match[str], setting: Setting) -> Reading | None:
    try:
        return read_period(
            period_of("day", date.fromisoformat(found["day"].replace("/", "-"))), "a day written in full"
        )
    except ValueError:
        return None


def _read_named_day(found: re.Match[str], setting: Setting) -> Reading | None:
    if found[0] in ("Today", "TODAY") and _TITLED.search(setting.before):
        return None
    if found[0].lower() == "today" and _OF_OUR_TIME.match(setting.after):
        return Reading("DATE", "PRESENT_REF", "about the time of writing")
    return read_near_day(" ".join(found["name"].lower().split()), setting)


def read_near_day(name: str, setting: Setting) -> Reading:
    """Return the reading of "today", "yesterday" or "tomorrow"."""
    name = name.lower()
    if setting.day is None:
        return read_unknown("day")
    period = period_of("day", setting.day).shifted(_NAMED_DAYS[name])
    return read_period(period, f"{name}, counted from the publication day", relative=True)


def _read_same_day(found: re.Match[str], setting: Setting) -> Reading | None:
    period = setting.last_mentioned("day")
    return read_period(period, "the day named before") if period else None


RULES: tuple[Rule, ...] = (
    rule(f"{_LEADING_WEEKDAY}{DAY_FIRST}", read_day_of_month),
    rule(f"(?:(?P<which>last|next) )?{_LEADING_WEEKDAY}{MONTH_FIRST}", _read_last_or_next),
    rule(
        r"(?P<day>\d{4}(?P<mark>[-/])\d\d(?P=mark)\d\d)(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?", _read_iso_day
    ),
    rule(r"(?:the )?(?P<name>day before yesterday|day after tomorrow|today|yesterday|tomorrow)", _read_named_day),
    rule(r"(?:earlier |later )?(?:that|the) (?:very )?same day|(?:earlier |later )?that day", _read_same_day),
)
