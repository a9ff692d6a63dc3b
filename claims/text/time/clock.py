"""Rules for times of day: "3:29 pm", "noon Thursday", "Wednesday night", "last night", "this morning"."""

import re
from dataclasses import replace

from claims.text.time.days import DAY_FIRST, MONTH_FIRST, read_day_of_month, read_weekday_named
from claims.text.time.expression import Window
from claims.text.time.periods import period_of, unknown_value
from claims.text.time.reading import Reading, Rule, Setting, rule, words
from claims.text.time.words import DAY_PART, DAY_PARTS, WEEKDAY

_ZONE = r"(?: (?:(?-i:[A-Z]{2,4})|local time))?"
_CLOCK = r"(?:(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))? ?(?P<half>[ap])\.?m\b\.?|(?P<word>noon|midday|midnight))"
_NEAR = {"this": 0, "tomorrow": 1, "yesterday": -1, "last": -1, "earlier this": 0, "later this": 0}


_DAY_AFTER = (words(MONTH_FIRST), words(DAY_FIRST))
_REST_OF_CLAUSE = re.compile(r"[.;:,](?:\s|\Z)")


def _read_clock(found: re.Match[str], setting: Setting) -> Reading | None:
    hour, minute = _hour(found), int(found["minute"] or 0)
    if hour is None or minute > 59:
        return None
    return _on_a_day(found["weekday"], f"T{hour:02}:{minute:02}", setting, "a time of day")


def _hour(found: re.Match[str]) -> int | None:
    if found["word"]:
        return {"noon": 12, "midday": 12, "midnight": 0}[found["word"].lower()]
    hour = int(found["hour"])
    if not 1 <= hour <= 12:
        return None
    return hour % 12 + (12 if found["half"].lower() == "p" else 0)


def _read_hour_of_part(found: re.Match[str], setting: Setting) -> Reading | None:
    hour = int(found["hour"])
    if not 1 <= hour <= 12:
        return None
    later = 0 if found["part"].lower() == "morning" else 12
    return _on_a_day(None, f"T{hour % 12 + later:02}:00", setting, "a time of day")


def _read_military(found: re.Match[str], setting: Setting) -> Reading | None:
    if int(found["hour"]) > 23 or int(found["minute"]) > 59:
        return None
    return _on_a_day(None, f"T{found['hour']}:{found['minute']}", setting, "a time of day")


def _read_part_of_weekday(found: re.Match[str], setting: Setting) -> Reading:
    return _on_a_day(found["weekday"], f"T{DAY_PARTS[found['part'].lower()]}", setting, "a part of a day")


def _read_part_of_near_day(found: re.Match[str], setting: Setting) -> Reading:
    """ "Tonight", "last night", "tomorrow morning": counted from the publication day."""
    words = found[0].lower()
    part = "NI" if words.endswith(("tonight", "overnight")) else DAY_PARTS[words.split()[-1]]
    by = next((step for word, step in _NEAR.items() if words.startswith(word)), 0)
    if setting.day is None:
        return Reading(
            "TIME", f"{unknown_value('day')}T{part}", "counted from a day that is not known", relative=True
        )
    period = period_of("day", setting.day).shifted(by)
    window = Window(period.first, period.last)
    return Reading(
        "TIME", f"{period.value}T{part}", "counted from the publication day", window, period, relative=True
    )


def _on_a_day(weekday: str | None, time: str, setting: Setting, reason: str) -> Reading:
    """The time on the weekday that is said with it; else on the day named before, else of publication."""
    if weekday:
        day = read_weekday_named(weekday, setting)
        return replace(day, type="TIME", value=f"{day.value}{time}", reason=f"{reason}; {day.reason}")
    later = _day_that_follows(setting)
    if later:
        return replace(later, type="TIME", value=f"{later.value}{time}", reason=f"{reason}; {later.reason}")
    value = setting.day.isoformat() if setting.day else unknown_value("day")
    return Reading("TIME", f"{value}{time}", f"{reason}, of a day that is not said with it", relative=True)


def _day_that_follows(setting: Setting) -> Reading | None:
    """The day of "3:29 pm Washington time on August 30"."""
    for pattern in _DAY_AFTER:
        found = pattern.search(_REST_OF_CLAUSE.split(setting.after, maxsplit=1)[0])
        if found:
            return read_day_of_month(found, setting)
    return None


RULES: tuple[Rule, ...] = (
    rule(rf"{_CLOCK}{_ZONE}(?:,? (?:on )?(?P<weekday>{WEEKDAY}))?", _read_clock),
    rule(r"(?P<hour>\d\d):?(?P<minute>\d\d)(?: (?:GMT|UTC|hours|hrs|IST|PKT))", _read_military),
    rule(rf"(?P<hour>\d{{1,2}}) in the (?P<part>{DAY_PART})", _read_hour_of_part),
    rule(rf"(?:early |late )?(?P<weekday>{WEEKDAY}) (?P<part>{DAY_PART})", _read_part_of_weekday),
    rule(
        rf"(?:early |late )?(?:(?:(?:earlier |later )?this|tomorrow|yesterday|last) {DAY_PART}|tonight|overnight)",
        _read_part_of_near_day,
    ),
)
