"""Rules for periods counted from a day: "last week", "the end of this month", "the weekend", "a year earlier"."""

import re
from dataclasses import replace
from datetime import date

from claims.text.time.expression import Window
from claims.text.time.named_before import AS_EXACT_AS
from claims.text.time.parts import PART, part_of
from claims.text.time.periods import Unit, period_of
from claims.text.time.reading import Direction, Reading, Rule, Setting, read_period, read_unknown, rule
from claims.text.time.words import MONTH, UNIT, WEEKDAY, YEAR, unit_named

_STEPS = {"last": -1, "previous": -1, "past": -1, "this": 0, "current": 0, "present": 0, "the": 0}
_STEPS |= {"prior": -1, "next": 1, "coming": 1, "upcoming": 1, "following": 1}
_ALL_OF_IT = re.compile(
    r"\b(?:for|during|throughout|(?:rest|remainder|course|most|much|all|balance|bulk|part) of"
    r"|(?:first|last|final|remaining)\s(?:[\w-]{1,10}\s)?(?:days|weeks|months|quarters)\sof)\s{1,3}\Z",
    re.IGNORECASE,
)
# ABC's "This Week".
_ON_AIR = re.compile(r"(?:[’']s|s[’']|\bon|\b[A-Z]{2,4})\s{1,3}[“\"‘'`]{0,2}\Z")
_WHOLE = ("the full", "the entire", "the whole", "all")
_OF_KNOWN_END = re.compile(rf"\s{{1,3}}(?:(?:that\s)?end(?:ed|ing|s)\b|(?:to|through)\s(?:{MONTH})\b)", re.IGNORECASE)


def _read_step(found: re.Match[str], setting: Setting) -> Reading | None:
    """ "Last week", "the end of this month": so many weeks or months from the publication day's."""
    unit = unit_named(found["unit"])
    if found[0] == "This Week" and _ON_AIR.search(setting.before):
        return None
    # "The first half of the year" has a value of its own (`quarters`).
    if unit == "year" and "half" in (found["part"] or "").lower():
        return None
    if unit == "day" or (found["which"].lower() == "the" and not found["part"]):
        return None
    if setting.day is None:
        return read_unknown(unit)
    which = found["which"].lower().split()[-1]
    told = _told_of(which, unit, setting)
    step = 0 if unit == "weekend" and _is_ahead(which, setting.day) else _STEPS[which]
    period = period_of(unit, told or setting.day).shifted(step)
    reason = f"{which} {unit}, counted from {'what was named before' if told else 'the publication day'}"
    reading = part_of(period, found["part"], reason, relative=True)
    if which == "following" and not told and setting.direction == "past":
        return replace(reading, window=None, reason="it follows what is not named with its day")
    return _cut_at(setting.day, reading, found["part"], setting.direction)


def _is_ahead(which: str, day: date) -> bool:
    """Whether "the coming weekend" is that of the week in which `day` lies."""
    return which in ("coming", "upcoming") and day.weekday() < 5


def _told_of(which: str, unit: Unit, setting: Setting) -> date | None:
    """From where "the following year", "the previous year" of a story is counted: what it named, if as exact."""
    back = which in ("previous", "prior")
    on = which == "following" or (which == "next" and setting.before.lower().endswith("the "))
    if setting.day is None or not (back or (on and setting.direction != "future")):
        return None
    named = setting.last_mentioned(*AS_EXACT_AS.get(unit, (unit,)))
    return named.first if named and named.last < setting.day else None


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


def _read_end_of_unit(found: re.Match[str], setting: Setting) -> Reading:
    """ "By month's end", "at quarter-end": of the one that is on, or was, where the clause looks back early in it."""
    unit = unit_named(found["unit"] or "week")
    if setting.day is None:
        return read_unknown(unit)
    period = period_of(unit, setting.day)
    back = setting.direction == "past" and (setting.day - period.first) * 2 < period.last - period.first
    return part_of(period.shifted(-1 if back else 0), "end", f"the {unit} of the publication day", relative=True)


def _read_before_last(found: re.Match[str], setting: Setting) -> Reading:
    """ "The week before last", "the week after next"."""
    unit = unit_named(found["unit"])
    if setting.day is None:
        return read_unknown(unit)
    by = -2 if found["way"].lower() == "before" else 2
    return read_period(period_of(unit, setting.day).shifted(by), f"the {unit} next but one", relative=True)


def _read_whole(found: re.Match[str], setting: Setting) -> Reading | None:
    """ "For the year", "the week's": the one that is on."""
    unit = unit_named(found["unit"])
    if _OF_KNOWN_END.match(setting.after):
        return Reading("DURATION", f"P1{unit[0].upper()}", f"a {unit} of which the last day is said")
    told = _ALL_OF_IT.search(setting.before) or setting.after.startswith(("'s", "’s"))
    if not told and not found[0].lower().startswith(_WHOLE):
        return None
    if setting.day is None:
        return read_unknown(unit)
    named = setting.last_mentioned("decade") if unit == "decade" else None
    if named:
        return read_period(named, "the decade named before")
    # On a Monday "the week" that has been is the one before.
    back = unit == "week" and setting.direction == "past" and setting.day.weekday() == 0
    return read_period(
        period_of(unit, setting.day).shifted(-back), f"the {unit} of the publication day", relative=True
    )


RULES: tuple[Rule, ...] = (
    rule(
        rf"{PART}(?P<which>last|this|next|the current|the present|the coming|the following|the previous|the prior"
        rf"|current|the) (?P<unit>{UNIT})",
        _read_step,
    ),
    rule(rf"(?P<part>earlier|later|early|late) in (?P<which>the|this) (?P<unit>{UNIT})", _read_step),
    rule(r"(?:the|this past) weekend", _read_the_weekend),
    rule(r"(?:the )?(?:(?P<unit>month|quarter)(?:[’']s)?(?:-| )end|week[’']s end)", _read_end_of_unit, "end"),
    rule(rf"(?:the )?year(?:-| |[’']s )end(?: (?P<year>{YEAR}))?", _read_end_of_year),
    rule(
        rf"the (?P<unit>{UNIT}) (?P<way>before|after) (?:(?<=before\s)last|(?<=after\s)next)(?! {WEEKDAY})",
        _read_before_last,
        *("before", "after"),
    ),
    rule(
        r"(?:the (?:(?:full|entire|whole) )?|all (?!week-|year-))(?P<unit>week|month|year|decade)(?! round)",
        _read_whole,
    ),
)
