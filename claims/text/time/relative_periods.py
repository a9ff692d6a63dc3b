"""Rules for periods counted from a day: "last week", "the end of this month", "the weekend", "a year earlier"."""

import re
from dataclasses import replace
from datetime import date

from claims.text.time.expression import Window
from claims.text.time.parts import PART, part_of
from claims.text.time.periods import Unit, moved, period_of, unknown_value
from claims.text.time.reading import Direction, Reading, Rule, Setting, read_period, read_unknown, rule
from claims.text.time.words import FEW, NUMBER, UNIT, UNITS, YEAR, number_of, unit_named

_STEPS = {"last": -1, "previous": -1, "past": -1, "this": 0, "current": 0, "present": 0, "the": 0}
_STEPS |= {"prior": -1, "next": 1, "coming": 1, "upcoming": 1, "following": 1}
# "Since then", not "and then".
_UP_TO = re.compile(r"\b(?P<word>since|until|till|by)\s{1,3}\Z", re.IGNORECASE)
_NOW = re.compile(r"\bnow,?\s{1,3}\Z", re.IGNORECASE)
_OF_KNOWN_END = re.compile(r"\s{1,3}end(?:ed|ing|s)\b", re.IGNORECASE)
# What must have been named for "two months later" to be a month.
_AS_EXACT_AS: dict[Unit, tuple[Unit, ...]] = {
    "day": ("day",),
    "week": ("day",),
    "month": ("day", "month"),
    "year": ("day", "month", "year"),
}
_COUNT = rf"(?P<number>{NUMBER}|{FEW}|an?)(?: or (?:two|three|so|more))?"


def _read_step(found: re.Match[str], setting: Setting) -> Reading | None:
    """ "Last week", "the end of this month": so many weeks or months from the publication day's."""
    unit = unit_named(found["unit"])
    if unit == "day" or (found["which"].lower() == "the" and not found["part"]):
        return None
    if setting.day is None:
        return read_unknown(unit)
    which = found["which"].lower().split()[-1]
    period = period_of(unit, setting.day).shifted(_STEPS[which])
    reason = f"{which} {unit}, counted from the publication day"
    reading = part_of(period, found["part"], reason, relative=True)
    return _cut_at(setting.day, reading, found["part"], setting.direction)


def _cut_at(day: date, reading: Reading, part: str | None, direction: Direction | None) -> Reading:
    """What "will" happen this week happens from the publication day on; what "has" happened, up to it."""
    window, word = reading.window, (part or "").lower()
    if not window or not window.earliest or not window.latest or not window.earliest <= day <= window.latest:
        return reading
    if word == "later" or (direction == "future" and word != "earlier"):
        return replace(reading, window=Window(day, window.latest), reason=f"{reading.reason}, what is left of it")
    if word == "earlier" or direction == "past":
        return replace(reading, window=Window(window.earliest, day), reason=f"{reading.reason}, so far")
    return reading


def _read_the_weekend(found: re.Match[str], setting: Setting) -> Reading:
    if setting.day is None:
        return read_unknown("weekend")
    ahead = setting.direction == "future" or setting.day.weekday() >= 5
    period = period_of("weekend", setting.day).shifted(0 if ahead else -1)
    return read_period(period, "the weekend nearest in the direction of the clause", relative=True)


def _read_end_of_year(found: re.Match[str], setting: Setting) -> Reading:
    if found["year"]:
        return read_period(period_of("day", date(int(found["year"]), 12, 31)), "the last day of a year")
    if setting.day is None:
        return read_unknown("day")
    last = period_of("year", setting.day).last
    since = re.search(r"\bsince\W{1,3}\Z", setting.before) is not None
    period = period_of("day", last.replace(year=last.year - 1) if since else last)
    return read_period(period, "the last day of the year", relative=True)


def _read_ago(found: re.Match[str], setting: Setting) -> Reading:
    """ "Two weeks ago": as exact as its unit, so the week and not the day."""
    unit = unit_named(found["unit"])
    number = number_of(found["number"])
    half = unit == "year" and number is not None and number % 1 == 0.5
    if number is None or (number % 1 and not half):
        return Reading("DATE", "PAST_REF", "some time ago, nobody says when", relative=True)
    if setting.day is None:
        return Reading("DATE", unknown_value(unit), "counted from a day that is not known", relative=True)
    back = moved(setting.day, "month", -int(number * 12)) if half else moved(setting.day, unit, -int(number))
    period = period_of(unit, back)
    return read_period(period, f"{found['number']} {found['unit']} before the publication day", relative=True)


def _read_from_now(found: re.Match[str], setting: Setting) -> Reading | None:
    """ "A week from now", "in two weeks' time": like "ago", the other way."""
    unit, number = unit_named(found["unit"]), number_of(found["number"])
    if number is None or number % 1:
        return Reading("DATE", "FUTURE_REF", "still to come, nobody says when: left to a person", relative=True)
    if setting.day is None:
        return read_unknown(unit)
    period = period_of(unit, moved(setting.day, unit, int(number)))
    return read_period(period, f"{found['number']} {found['unit']} after the publication day", relative=True)


def _read_that(found: re.Match[str], setting: Setting) -> Reading | None:
    """ "That year", "the same month": the one that was named before."""
    unit = unit_named(found["unit"])
    named = setting.mentioned[-1] if setting.mentioned else None
    if named is None:
        return None
    return read_period(period_of(unit, named.first), f"the {unit} of what was named before")


def _read_next_day(found: re.Match[str], setting: Setting) -> Reading | None:
    """ "The next day", "the previous day": from the day that was named before."""
    named = setting.last_mentioned("day")
    if named is None:
        return None
    by = -1 if found["which"].lower() in ("previous", "day before") else 1
    return read_period(named.shifted(by), "counted from the day named before")


def _read_beside_named(found: re.Match[str], setting: Setting) -> Reading | None:
    """ "Two days later", "a week earlier", "two years later": from what was named before, if that is as exact."""
    unit, number = unit_named(found["unit"]), number_of(found["number"])
    named = setting.last_mentioned(*_AS_EXACT_AS.get(unit, ()))
    if named is None or number is None or number % 1:
        return None
    by = int(number) * (-1 if found["way"].lower() == "earlier" else 1)
    period = period_of("day" if unit == "week" else unit, moved(named.first, unit, by))
    # "Now, 20 years later": counted from something else, unless the clause speaks of what is to come.
    if setting.day and period.first > setting.day and setting.direction != "future":
        return None
    return None if _NOW.search(setting.before) else read_period(period, "counted from what was named before")


def _read_one_beside_named(found: re.Match[str], setting: Setting) -> Reading | None:
    """ "The year before", "the following month": from what was named before."""
    unit = unit_named(found["unit"])
    named = setting.last_mentioned(*_AS_EXACT_AS.get(unit, ()))
    if named is None:
        return None
    by = 1 if (found["way"] or found["which"]).lower() in ("after", "following") else -1
    return read_period(period_of(unit, named.first).shifted(by), "counted from what was named before")


def _read_then(found: re.Match[str], setting: Setting) -> Reading | None:
    """ "Until then", "since then": what was named before."""
    up_to = _UP_TO.search(setting.before)
    if not setting.mentioned or not up_to or setting.after.startswith("-"):
        return None
    named = setting.mentioned[-1]
    over = setting.day is None or named.last < setting.day
    return read_period(named, "what was named before") if over or up_to["word"].lower() != "since" else None


def _read_whole(found: re.Match[str], setting: Setting) -> Reading | None:
    """ "For the year", "the week's": the one that is on."""
    unit = unit_named(found["unit"])
    if unit == "year" and _OF_KNOWN_END.match(setting.after):
        return Reading("DURATION", "P1Y", "a year of which the last day is said")
    if not re.search(r"\b(?:for|during)\s{1,3}\Z", setting.before) and "full" not in found[0].lower():
        return None
    if setting.day is None:
        return read_unknown(unit)
    return read_period(period_of(unit, setting.day), f"the {unit} of the publication day", relative=True)


RULES: tuple[Rule, ...] = (
    rule(
        rf"{PART}(?P<which>last|this|next|the current|the present|the coming|the following|the previous|the prior"
        rf"|current|the) (?P<unit>{UNIT})",
        _read_step,
    ),
    rule(rf"(?P<part>earlier|later|early|late) in (?P<which>the|this) (?P<unit>{UNIT})", _read_step),
    rule(r"(?:the|this past) weekend", _read_the_weekend),
    rule(rf"(?:the )?year(?:-| |[’']s )end(?: (?P<year>{YEAR}))?", _read_end_of_year),
    rule(rf"{_COUNT} (?P<unit>{UNITS})(?: or (?:so|more|two))? ago", _read_ago, "ago"),
    rule(
        rf"{_COUNT} (?P<unit>{UNITS})(?: from (?:now|today)|(?:[’']s?)? time)",
        _read_from_now,
        *("now", "today", "time"),
    ),
    rule(rf"{_COUNT} (?P<unit>{UNITS}) (?P<way>earlier|later)", _read_beside_named, "earlier", "later"),
    rule(
        rf"the (?:(?P<which>following|preceding) )?(?P<unit>{UNIT})(?(which)| (?P<way>before|after)"
        r"(?=[.,;)]| and\b| but\b|\Z))",
        _read_one_beside_named,
    ),
    rule(r"then", _read_then, "then"),
    rule(r"the (?P<which>next|following|previous) day", _read_next_day),
    rule(r"the (?:full )?(?P<unit>week|month|year)", _read_whole),
    rule(r"(?:that|the same|that same) (?P<unit>week|month|year|quarter)", _read_that),
)
