"""Rules for times so long before the publication day, or after it: "two weeks ago", "a week from now"."""

import re

from claims.text.time.periods import Unit, moved, period_of, unknown_value
from claims.text.time.reading import Reading, Rule, Setting, read_period, read_unknown, rule
from claims.text.time.words import COUNT, NUMBER, UNITS, number_of, unit_named, weeks_in

_STEPS = {"last": -1, "this": 0, "next": 1}


def _read_ago(found: re.Match[str], setting: Setting) -> Reading:
    """ "Two weeks ago": as exact as its unit, so the week and not the day."""
    unit = unit_named(found["unit"])
    number = number_of(found["number"])
    number = number and number * weeks_in(found["unit"]) + (0.5 if found["half"] else 0)
    half = unit == "year" and number is not None and number % 1 == 0.5
    if number is None or (number % 1 and not half):
        return Reading("DATE", "PAST_REF", "some time ago, nobody says when", relative=True)
    if setting.day is None:
        return Reading("DATE", unknown_value(unit), "counted from a day that is not known", relative=True)
    back = moved(setting.day, "month", -int(number * 12)) if half else moved(setting.day, unit, -int(number))
    period = period_of(unit, back)
    return read_period(period, f"{found['number']} {found['unit']} before the publication day", relative=True)


def _read_ago_today(found: re.Match[str], setting: Setting) -> Reading | None:
    """ "A year ago this month", "a week ago today": as exact as what is said last."""
    number = number_of(found["number"])
    step: Unit = unit_named(found["step"] or "day")
    if number is None or number % 1:
        return None
    if setting.day is None:
        return read_unknown(step)
    beside = {"yesterday": -1, "tomorrow": 1}.get((found["near"] or "").lower(), 0)
    there = moved(moved(setting.day, unit_named(found["unit"]), -int(number)), "day", beside)
    period = period_of(step, there).shifted(_STEPS[(found["which"] or "this").lower()])
    return read_period(period, f"a {step} counted from the publication day", relative=True)


def _read_from_now(found: re.Match[str], setting: Setting) -> Reading | None:
    """ "A week from now", "in two weeks' time": like "ago", the other way."""
    unit, number = unit_named(found["unit"]), number_of(found["number"])
    if number is None or number % 1:
        return Reading("DATE", "FUTURE_REF", "still to come, nobody says when: left to a person", relative=True)
    if setting.day is None:
        return read_unknown(unit)
    period = period_of(unit, moved(setting.day, unit, int(number)))
    return read_period(period, f"{found['number']} {found['unit']} after the publication day", relative=True)


RULES: tuple[Rule, ...] = (
    rule(rf"{COUNT} (?P<unit>{UNITS})(?: or (?:so|more|two)|(?P<half> and a half))? ago", _read_ago, "ago"),
    rule(
        rf"{COUNT} (?P<unit>{UNITS})(?: from (?:now|today)| hence|(?:[’']s?)? time)",
        _read_from_now,
        *("now", "today", "time", "hence"),
    ),
    rule(
        rf"(?P<number>{NUMBER}|an?) (?P<unit>{UNITS}) ago (?:(?P<near>today|tonight|yesterday|tomorrow)"
        r"|(?P<which>this|last|next) (?P<step>week|month|day))",
        _read_ago_today,
        "ago",
    ),
)
