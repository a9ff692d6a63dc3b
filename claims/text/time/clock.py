"""Rules for times of day: "3:29 pm", "noon Thursday", "1430 GMT", "five o'clock"."""

import re
from dataclasses import replace

from claims.text.time.days import DAY_FIRST, MONTH_FIRST, read_day_of_month, read_near_day
from claims.text.time.periods import unknown_value
from claims.text.time.reading import Reading, Rule, Setting, read_period, rule, words
from claims.text.time.weekdays import read_weekday_named
from claims.text.time.words import DAY_PART, MONTH, ONES, WEEKDAY, number_of

_HOURS = f"ten|eleven|twelve|{ONES}"
_ZONE = r"(?: (?:(?-i:[A-Z]{2,4})|(?:local|eastern|central|mountain|pacific)(?: standard| daylight)? time))?"
_NEAR_DAY = f"today|tonight|(?:this|last) {DAY_PART}|(?:yesterday|tomorrow)(?: {DAY_PART})?"
# "10:35 am (0735 GMT) Friday": what stands in brackets does not part a time from its day, nor does the bracket.
_ON_DAY = (
    rf"(?:(?:,? (?:on )?)(?:(?P<weekday>{WEEKDAY})(?: (?P<day_part>{DAY_PART}))?|(?P<near>{_NEAR_DAY})|{MONTH_FIRST})"
    rf"|(?=(?: \([^()\n]{{1,30}})?\),? (?:on )?(?P<after>{WEEKDAY})\b))?"
)
_CLOCK = (
    rf"(?:(?P<hour>\d{{1,2}}|{_HOURS})(?:[:.](?P<minute>\d\d))? ?(?P<half>[ap])(?:m\b|\.m\b\.?)"
    r"|(?P<word>noon|midday|midnight))"
)
ZONES = r"(?:GMT|UTC|hours|hrs|IST|PKT|EST|EDT|CET|BST|local time)"
_AT = re.compile(r"\b(?:at|from|until|till|by|about|around|since|before|after)\s{1,3}\Z", re.IGNORECASE)
_DAY_AT = re.compile(
    rf"(?:{WEEKDAY}|(?:Mon|Tues|Wed|Thurs|Fri)\.|yesterday|tomorrow|\b(?:{MONTH})\s\d{{1,2}}(?:,\s\d{{4}})?|\b\d{{1,2}}\s{MONTH}(?:\s\d{{4}})?),?"
    r"\s{1,3}(?:(?:at\s)?(?:at|around|about|from|by|(?:shortly|just) (?:before|after))\s{1,3}|\()?\Z",
    re.IGNORECASE,
)
_DAY_AFTER = (words(MONTH_FIRST), words(DAY_FIRST))
_REST_OF_CLAUSE = re.compile(r"[.;:,](?:\s|\Z)")


def _read_clock(found: re.Match[str], setting: Setting) -> Reading | None:
    hour, minute = _hour(found), int(found["minute"] or 0)
    if hour is None or minute > 59:
        return None
    return _on_a_day(found, f"T{hour:02}:{minute:02}", setting, "a time of day")


def _hour(found: re.Match[str]) -> int | None:
    if found["word"]:
        # TIMEX3 writes midnight as the end of its day.
        return {"noon": 12, "midday": 12, "midnight": 24}[found["word"].lower()]
    hour = int(number_of(found["hour"]) or 0)
    if not 1 <= hour <= 12:
        return None
    return hour % 12 + (12 if found["half"].lower() == "p" else 0)


def _read_hour_of_part(found: re.Match[str], setting: Setting) -> Reading | None:
    hour = int(number_of(found["hour"]) or 0)
    if not 1 <= hour <= 12 or not (found["hour"].isdigit() or _AT.search(setting.before)):
        return None
    later = 0 if found["part"].lower() == "morning" else 12
    minute = int(found["minute"] or 0)
    return None if minute > 59 else _on_a_day(found, f"T{hour % 12 + later:02}:{minute:02}", setting, "a time of day")


def _read_o_clock(found: re.Match[str], setting: Setting) -> Reading | None:
    """ "Five o'clock": of the morning, where nothing is said of the afternoon or the evening."""
    hour = number_of(found["hour"])
    if hour is None or not 1 <= hour <= 12:
        return None
    later = 12 if _is_late(found["part"] or found["near"]) else 0
    return _on_a_day(found, f"T{int(hour) % 12 + later:02}:00", setting, "a time of day")


def _is_late(words: str | None) -> bool:
    """Whether they name a part of the day after noon."""
    return (words or "").lower().endswith(("afternoon", "evening", "night"))


def _read_military(found: re.Match[str], setting: Setting) -> Reading | None:
    """ "1430 GMT", "9:30 Tuesday night", "at 17:30": other digits may be a score or a verse."""
    hour, minute = int(found["hour"]), int(found["minute"])
    told = found["zone"] or found["weekday"] or found["month"] or found["after"] or found["near"]
    alone = len(found["hour"]) == 2 and ":" in found[0] and _AT.search(setting.before)
    if hour > 23 or minute > 59 or not (told or alone):
        return None
    if _is_late(found["day_part"] or found["near"]) and hour < 12:
        hour += 12
    return _on_a_day(found, f"T{hour:02}:{minute:02}", setting, "a time of day")


def _on_a_day(found: re.Match[str] | None, time: str, setting: Setting, reason: str) -> Reading:
    """The time on the day that is said with it; else on the one that its clause names, else of publication."""
    day = (_day_said_with(found, setting) if found else None) or _day_before(setting) or _day_that_follows(setting)
    if day:
        return replace(day, type="TIME", value=f"{day.value}{time}", reason=f"{reason}; {day.reason}")
    value = setting.day.isoformat() if setting.day else unknown_value("day")
    return Reading("TIME", f"{value}{time}", f"{reason}, of a day that is not said with it", relative=True)


def _day_said_with(found: re.Match[str], setting: Setting) -> Reading | None:
    weekday = found["weekday"] or found["after"]
    if weekday:
        return read_weekday_named(weekday, setting)
    if found["near"]:
        first = found["near"].split()[0].lower()
        return read_near_day({"last": "yesterday"}.get(first, first), setting)
    return read_day_of_month(found, setting) if found["month"] else None


def _day_before(setting: Setting) -> Reading | None:
    """The day of "Saturday at noon", which has been read just before."""
    named = setting.mentioned[-1] if setting.mentioned else None
    if not named or named.unit != "day" or not _DAY_AT.search(setting.before):
        return None
    return read_period(named, "on the day named just before", relative=True)


def _day_that_follows(setting: Setting) -> Reading | None:
    """The day of "3:29 pm Washington time on August 30"."""
    for pattern in _DAY_AFTER:
        found = pattern.search(_REST_OF_CLAUSE.split(setting.after, maxsplit=1)[0])
        if found:
            return read_day_of_month(found, setting)
    return None


RULES: tuple[Rule, ...] = (
    rule(rf"{_CLOCK}{_ZONE}{_ON_DAY}", _read_clock),
    rule(rf"(?P<hour>\d{{1,2}}):(?P<minute>\d\d)(?!:?\d)(?P<zone> {ZONES})?{_ON_DAY}", _read_military),
    rule(rf"(?P<hour>\d\d)(?P<minute>\d\d)(?P<zone> {ZONES}){_ON_DAY}", _read_military),
    rule(
        rf"(?P<hour>\d{{1,2}}|{_HOURS}) o[’']clock(?: in the (?P<part>{DAY_PART}))?{_ON_DAY}",
        _read_o_clock,
        "clock",
    ),
    rule(
        rf"(?P<hour>\d{{1,2}}|{_HOURS})(?::(?P<minute>\d\d))? in the (?P<part>{DAY_PART}){_ON_DAY}",
        _read_hour_of_part,
    ),
)
