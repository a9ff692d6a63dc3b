"""Rules for days and weeks counted in a month: "the second Tuesday in May", "on the 15th", "the week of May 8"."""

import re
from datetime import date, timedelta

from claims.text.time.choosing import choose
from claims.text.time.days import DAY_FIRST, MONTH_FIRST, read_day_of_month
from claims.text.time.expression import Window
from claims.text.time.periods import Period, Unit, moved, period_of
from claims.text.time.reading import Reading, Rule, Setting, read_period, read_unknown, rule, words
from claims.text.time.words import MONTH, WEEKDAY, WEEKDAYS, YEAR, month_number

_PLACES = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1}
_STEPS = {"last": -1, "this": 0, "the": 0, "next": 1}
_OF_MONTH = rf"(?:of|in) (?:(?P<which>this|next|last|the) month|(?P<month>{MONTH})(?:,? (?P<year>{YEAR}))?)"
_A_DAY, _A_DAY_AFTER = words(DAY_FIRST), words(MONTH_FIRST)
_ON = re.compile(r"\b(?:on|by|until|till|since|before|after|from|to|and)\s{1,3}(?:the\s{1,3})?\Z", re.IGNORECASE)
_A_NOUN = re.compile(r"\s{1,3}(?!(?:to|in|at|for|with|when|as|and|or|by|after|before|through|until)\b)\w|-")


def _read_nth(found: re.Match[str], setting: Setting) -> Reading:
    """ "The last week of August", "the first Monday of next month"."""
    month = _month_of(found, setting)
    if month is None:
        return read_unknown("day" if found["weekday"] or found["unit"] else "week")
    place = _PLACES[found["place"].lower()]
    if found["unit"]:
        return _read_first_or_last(month, place, relative=not found["year"])
    if found["weekday"]:
        day = _nth_weekday(month, WEEKDAYS[found["weekday"].lower()], place)
        return read_period(period_of("day", day), "counted in its month", relative=not found["year"])
    return _week_in(month, place, relative=not found["year"])


def _read_first_or_last(month: Period, place: int, *, relative: bool) -> Reading:
    day = month.last if place < 0 else moved(month.first, "day", place)
    return read_period(period_of("day", day), "counted in its month", relative=relative)


def _nth_weekday(month: Period, weekday: int, place: int) -> date:
    """The last one for a `place` of -1."""
    first = month.first + timedelta(days=(weekday - month.first.weekday()) % 7)
    if place >= 0:
        return first + timedelta(weeks=place)
    return first + timedelta(weeks=(month.last - first).days // 7)


def _week_in(month: Period, place: int, *, relative: bool) -> Reading:
    """The first week is the first seven days; its value is that of the calendar's week with most of them."""
    first = month.last - timedelta(days=6) if place < 0 else month.first + timedelta(weeks=place)
    week = period_of("week", first + timedelta(days=3))
    window = Window(first, min(first + timedelta(days=6), month.last))
    return Reading("DATE", week.value, "a week counted in its month", window, week, relative)


def _month_of(found: re.Match[str], setting: Setting) -> Period | None:
    if found["which"]:
        step = _STEPS[found["which"].lower()]
        return period_of("month", setting.day).shifted(step) if setting.day else None
    number = month_number(found["month"])
    if found["year"]:
        return period_of("month", date(int(found["year"]), number, 1))
    if setting.day is None:
        return None
    same = period_of("month", date(setting.day.year, number, 1))
    return choose([same.shifted(12 * by) for by in (-1, 0, 1)], setting.day, setting, otherwise="nearest")[0]


def _read_nth_day(found: re.Match[str], setting: Setting) -> Reading | None:
    """ "On the 15th", "the 15th of this month": of the month that lies nearest in the direction of the clause."""
    number = int(found["day"])
    alone = not found["which"]
    if not 1 <= number <= 31 or (alone and (not _ON.search(setting.before) or _A_NOUN.match(setting.after))):
        return None
    if setting.day is None:
        return read_unknown("day")
    this = period_of("month", setting.day)
    steps = (-1, 0, 1) if alone else (_STEPS[found["which"].lower()],)
    months = [this.shifted(by) for by in steps]
    days = [month.first + timedelta(days=number - 1) for month in months if number <= month.last.day]
    if not days:
        return None
    period, reason = choose((period_of("day", day) for day in days), setting.day, setting, otherwise="nearest")
    return read_period(period, f"a day of its month; {reason}", relative=True)


def _read_weekday_the(found: re.Match[str], setting: Setting) -> Reading | None:
    """ "Friday the 13th": of the month that has such a day."""
    number = int(found["day"])
    if setting.day is None or not 1 <= number <= 31:
        return None
    months = [period_of("month", setting.day).shifted(by) for by in range(-12, 13)]
    days = [moved(month.first, "day", number - 1) for month in months if number <= month.last.day]
    same = [period_of("day", day) for day in days if day.weekday() == WEEKDAYS[found["weekday"].lower()]]
    return read_period(*choose(same, setting.day, setting, otherwise="past"), relative=True) if same else None


def _read_stretch_of_day(found: re.Match[str], setting: Setting) -> Reading | None:
    """ "The week of November 8", "the weekend of 13 November"; "the week ending 12 November"."""
    unit: Unit = "weekend" if found["unit"].lower() == "weekend" else "week"
    day = _A_DAY.fullmatch(found["day_said"]) or _A_DAY_AFTER.fullmatch(found["day_said"])
    reading = read_day_of_month(day, setting) if day else None
    if reading is None or reading.period is None:
        return reading
    period = period_of(unit, reading.period.first)
    if (found["edge"] or "").lower() in ("ending", "ended"):
        window = Window(moved(reading.period.first, "day", -6), reading.period.first)
        return Reading("DATE", period.value, f"the week up to a day; {reading.reason}", window, period, True)
    return read_period(period, f"the {unit} of a day; {reading.reason}", relative=True)


_ANY_DAY = re.sub(r"\?P<\w+>", "?:", f"{DAY_FIRST}|{MONTH_FIRST}")
RULES: tuple[Rule, ...] = (
    rule(
        rf"(?:the )?(?P<place>{'|'.join(_PLACES)}) (?:(?P<weekday>{WEEKDAY})|(?P<unit>day)|(?:full )?week) "
        rf"{_OF_MONTH}",
        _read_nth,
    ),
    rule(rf"(?P<weekday>{WEEKDAY}),? the (?P<day>\d{{1,2}})(?:st|nd|rd|th)(?! of)", _read_weekday_the, "day"),
    rule(r"(?P<day>\d{1,2})(?:st|nd|rd|th)(?: of (?P<which>this|next|last|the) month)?", _read_nth_day),
    rule(
        rf"the (?P<unit>week(?:end)?) (?:of|(?P<edge>ending|ended|beginning|starting)(?: on)?) "
        rf"(?P<day_said>{_ANY_DAY})",
        _read_stretch_of_day,
    ),
)
