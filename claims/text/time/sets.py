"""Rules for what recurs: "every year", "daily", "each Thursday", "on Fridays", "four flights a week"."""

import re

from claims.text.time.periods import Unit
from claims.text.time.reading import Reading, Rule, Setting, rule
from claims.text.time.words import (
    CLOCK_UNITS,
    DAY_PART,
    DAY_PARTS,
    MONTH,
    NUMBER,
    SEASONS,
    UNIT,
    UNITS,
    WEEKDAY,
    WEEKDAYS,
    month_number,
    number_of,
    unit_named,
)

_VALUES: dict[Unit, str] = {
    "day": "P1D",
    "week": "P1W",
    "weekend": "P1WE",
    "month": "P1M",
    "quarter": "P1Q",
    "year": "P1Y",
    "decade": "P10Y",
    "century": "P100Y",
}
_ADVERBS = {
    "daily": "P1D",
    "hourly": "PT1H",
    "weekly": "P1W",
    "biweekly": "P2W",
    "fortnightly": "P2W",
    "monthly": "P1M",
    "yearly": "P1Y",
    "annually": "P1Y",
}
_COUNTED = re.compile(
    r"(?:\d|\b(?:million|billion|thousand|hundred|once|twice|times|two|three|four|five|six|ten|dozens|hundreds|thousands|millions)\b)",
    re.IGNORECASE,
)
_IN = re.compile(r"\b(?:in|for|within|over|after|of|than)\s{1,3}\Z", re.IGNORECASE)
_NO_RATE = re.compile(
    r"\s{1,3}(?:(?:after|before|later|earlier|ago|ahead|behind|or|from)\b|of\s(?:mourning|rest|prayers?|silence|action|rage|reckoning)\b)|-",
    re.IGNORECASE,
)
_NAME_BEFORE, _NAME_AFTER = re.compile(r"\b[A-Z][a-z]{1,20}\s{1,3}\Z"), re.compile(r"\s{1,3}[A-Z]")
_REASON = "something that recurs"


def _read_every(found: re.Match[str], setting: Setting) -> Reading:
    number = number_of(found["number"]) if found["number"] else 1.0
    number = 2.0 if found["other"] else number
    value = _VALUES[unit_named(found["unit"])]
    return Reading("SET", value.replace("1", f"{number:g}", 1) if number and number > 1 else value, _REASON)


def _read_rate(found: re.Match[str], setting: Setting) -> Reading | None:
    """ "Per week" is a rate, and "a week" where something was counted shortly before."""
    if found["per"]:
        return Reading("SET", _VALUES[unit_named(found["unit"])], _REASON)
    if not _COUNTED.search(setting.before[-60:]) or _NO_RATE.match(setting.after) or _IN.search(setting.before):
        return None
    return Reading("SET", _VALUES[unit_named(found["unit"])], _REASON)


def _read_adverb(found: re.Match[str], setting: Setting) -> Reading | None:
    """None for the name of a paper: "the Daily Mail", "China Daily"."""
    if found[0][0].isupper() and (_NAME_AFTER.match(setting.after) or _NAME_BEFORE.search(setting.before)):
        return None
    return Reading("SET", _ADVERBS[found[0].lower()], _REASON)


def _read_weekdays(found: re.Match[str], setting: Setting) -> Reading:
    part = f"T{DAY_PARTS[found['part'].lower()]}" if found["part"] else ""
    return Reading("SET", f"XXXX-WXX-{WEEKDAYS[found['weekday'].lower()] + 1}{part}", _REASON)


def _read_every_hour(found: re.Match[str], setting: Setting) -> Reading | None:
    number = number_of(found["number"].strip()) if found["number"] else 1.0
    if number is None or found["unit"].lower().startswith("second"):
        return None
    return Reading("SET", f"PT{number:g}{found['unit'][0].upper()}", _REASON)


def _read_each(found: re.Match[str], setting: Setting) -> Reading:
    """ "Every December", "each spring", "every night"."""
    if found["month"]:
        return Reading("SET", f"XXXX-{month_number(found['month']):02}", _REASON)
    if found["season"]:
        return Reading("SET", f"XXXX-{SEASONS[found['season'].lower()]}", _REASON)
    return Reading("SET", f"XXXX-XX-XXT{DAY_PARTS[found['part'].lower()]}", _REASON)


def _read_weekends(found: re.Match[str], setting: Setting) -> Reading:
    """ "At weekends"; weekdays have no value of their own in TIMEX3."""
    value = "XXXX-WXX-WE" if found["ends"] else "XXXX-WXX-X"
    return Reading("SET", value, _REASON)


RULES: tuple[Rule, ...] = (
    rule(
        rf"(?:every|each) (?:(?P<month>{MONTH})|(?P<season>{'|'.join(SEASONS)})|(?P<part>{DAY_PART}))",
        _read_each,
        "every",
        "each",
    ),
    rule(
        rf"(?:every|each)(?:(?P<other> other)| single)?(?: (?P<number>{NUMBER}))? (?P<unit>{UNITS})",
        _read_every,
        "every",
        "each",
    ),
    rule(rf"(?:an?|(?P<per>per)) (?P<unit>{UNIT})", _read_rate),
    rule("|".join(_ADVERBS), _read_adverb),
    rule(
        rf"(?:every|each) (?:other )?(?P<number>{NUMBER} )?(?P<unit>{CLOCK_UNITS})",
        _read_every_hour,
        "hour",
        "minute",
        "second",
    ),
    rule(
        rf"(?:every|each)(?: (?:other|second|single))? (?P<weekday>{WEEKDAY})(?: (?P<part>{DAY_PART}))?",
        _read_weekdays,
    ),
    rule(r"(?:(?<=at\s)|(?<=on\s)|(?<=at\sthe\s))(?P<ends>weekends)|(?<=on\s)weekdays", _read_weekends, "week"),
    rule(rf"(?P<weekday>{WEEKDAY})(?:s| (?P<part>{DAY_PART})s)", _read_weekdays),
    rule(
        rf"(?P<words>(?P<weekday>{WEEKDAY}))(?=(?:,? (?:and|or|to) {WEEKDAY}) (?P<part>{DAY_PART})s)", _read_weekdays
    ),
)
