"""Rules for days: "on 7 November", "October 29th, 2019", "Thursday", "last Friday", "tomorrow"."""

import re
from calendar import isleap
from datetime import date

from claims.text.time.choosing import choose
from claims.text.time.periods import Period, period_of
from claims.text.time.reading import Reading, Rule, Setting, read_period, read_unknown, rule
from claims.text.time.words import MONTH, WEEKDAY, WEEKDAYS, YEAR, month_number

_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?! ?(?:%|[ap]\.?m\b|:\d|per ?cent))"
_LEADING_WEEKDAY = rf"(?:(?:{WEEKDAY}|(?:Mon|Tues?|Wed|Thu(?:rs)?|Fri|Sat|Sun)\.?)(?:,? |,? the ))?"
# "7 November" and "November 7th", with groups `day`, `month` and `year`.
DAY_FIRST = rf"{_DAY}(?: day)?(?: of)? (?P<month>{MONTH})(?:,? (?P<year>{YEAR}))?"
MONTH_FIRST = rf"(?P<month>{MONTH}) (?:the )?{_DAY}(?:[-–]\d{{1,2}}\b)?(?!,\d{{3}}\b)(?:,? ?(?P<year>{YEAR}))?"
_NAMED_DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1, "day before yesterday": -2, "day after tomorrow": 2}
_NEAR = range(-4, 5)


def read_day_of_month(found: re.Match[str], setting: Setting) -> Reading | None:
    month, day = month_number(found["month"]), int(found["day"])
    try:
        date(2020, month, day)
        if found["year"]:
            return read_period(period_of("day", date(int(found["year"]), month, day)), "a day with its year")
    except ValueError:
        return None
    return _read_day_without_year(month, day, setting)


def _read_day_without_year(month: int, day: int, setting: Setting) -> Reading:
    if setting.day is None:
        return Reading("DATE", f"XXXX-{month:02}-{day:02}", "its year is not known", relative=True)
    years = [setting.day.year + by for by in _NEAR if 0 < setting.day.year + by < 10_000]
    days = [date(year, month, day) for year in years if (month, day) != (2, 29) or isleap(year)]
    period, reason = choose((period_of("day", one) for one in days), setting.day, setting, otherwise="nearest")
    return read_period(period, reason)


def _read_iso_day(found: re.Match[str], setting: Setting) -> Reading | None:
    try:
        return read_period(period_of("day", date.fromisoformat(found[0])), "a day written in full")
    except ValueError:
        return None


def _read_named_day(found: re.Match[str], setting: Setting) -> Reading:
    words = " ".join(found["name"].lower().split())
    if setting.day is None:
        return read_unknown("day")
    period = period_of("day", setting.day).shifted(_NAMED_DAYS[words])
    return read_period(period, f"{words}, counted from the publication day", relative=True)


def _read_weekday(found: re.Match[str], setting: Setting) -> Reading:
    """ "Last" and "next" leave out the publication day; a bare weekday is placed by the tense of its clause."""
    which, name = (found["which"] or "this").lower(), found["weekday"]
    if setting.day is None or which == "this":
        return read_weekday_named(name, setting)
    near = _weekdays_near(name, setting.day)
    if which in ("last", "past", "previous"):
        named = setting.last_mentioned("day") if which == "previous" else None
        before = min(named.first, setting.day) if named else setting.day
        earlier = [day for day in near if day.first < before] or near
        return read_period(earlier[-1], f"the {name} before", relative=True)
    if which in ("next", "following"):
        return read_period(near[3], f"the {name} of the week after", relative=True)
    later = next(day for day in near if day.first > setting.day)
    return read_period(later, f"the {name} to come", relative=True)


def read_weekday_named(name: str, setting: Setting) -> Reading:
    """Return the reading of a bare weekday: before or after the publication day, as its clause looks."""
    if setting.day is None:
        value = f"XXXX-WXX-{WEEKDAYS[name.lower()] + 1}"
        return Reading("DATE", value, "counted from a day that is not known", relative=True)
    period, reason = choose(_weekdays_near(name, setting.day), setting.day, setting, otherwise="past")
    return read_period(period, reason, relative=True)


def _weekdays_near(name: str, day: date) -> list[Period]:
    """The days of that name from two weeks before the week of `day` to two weeks after."""
    same = period_of("day", period_of("week", day).first).shifted(WEEKDAYS[name.lower()])
    return [same.shifted(7 * by) for by in (-2, -1, 0, 1, 2)]


def _read_same_day(found: re.Match[str], setting: Setting) -> Reading | None:
    period = setting.last_mentioned("day")
    return read_period(period, "the day named before") if period else None


RULES: tuple[Rule, ...] = (
    rule(f"{_LEADING_WEEKDAY}{DAY_FIRST}", read_day_of_month),
    rule(f"{_LEADING_WEEKDAY}{MONTH_FIRST}", read_day_of_month),
    rule(r"\d{4}-\d\d-\d\d", _read_iso_day),
    rule(r"(?:the )?(?P<name>day before yesterday|day after tomorrow|today|yesterday|tomorrow)", _read_named_day),
    rule(
        rf"(?:(?:the |this )?(?P<which>last|past|next|this|coming|upcoming|previous|following) )?"
        rf"(?P<weekday>{WEEKDAY})",
        _read_weekday,
    ),
    rule(r"(?:earlier |later )?(?:that|the) (?:very )?same day|(?:earlier |later )?that day", _read_same_day),
)
