"""Rules for the like period of a year before: "the year-earlier quarter", "the same month last year"."""

import re
from dataclasses import replace
from datetime import date

from claims.text.time.periods import period_of
from claims.text.time.quarters import LENGTHS, PLACES, in_year, quarter_reported_on
from claims.text.time.reading import Reading, Rule, Setting, read_period, read_unknown, rule
from claims.text.time.words import NUMBER, YEAR, number_of

# "In the nine months … In the year-earlier period".
_MONTHS_REPORTED_ON = re.compile(r"\b(three|six|nine)(?:-|\s)months?\b(?!.*\bquarter)", re.IGNORECASE | re.DOTALL)
_SAME_AS_WHICH = re.compile(r"the\s+same\s+period", re.IGNORECASE)
# "September sales rose from a year earlier".
_BESIDE_A_MONTH = re.compile(r"(?:a|one)\s+year\s+(?:earlier|before)", re.IGNORECASE)


def _read_part_of_year_before(found: re.Match[str], setting: Setting) -> Reading:
    """ "The year-ago third quarter": a year before the one that is reported on."""
    unit, count = LENGTHS[found["unit"].lower()]
    place = PLACES[found["ordinal"].lower()]
    if setting.day is None:
        return Reading("DATE", f"XXXX-{unit[0].upper()}{place}", "its year is not known", relative=True)
    latest = in_year(setting.day.year, unit, place, count)
    begun = latest if latest.first <= setting.day else latest.shifted(-count)
    return read_period(begun.shifted(-count), f"the {unit} of the year before", relative=True)


def _read_like_period(found: re.Match[str], setting: Setting) -> Reading | None:
    """ "A year earlier" beside a quarter is that quarter of the year before; it is not what is spoken of."""
    months = found["length"] or (None if found["year"] else _months_reported_on(setting))
    if months:
        return Reading("DURATION", f"P{number_of(months):g}M", "the like months of the year before")
    if _BESIDE_A_MONTH.fullmatch(found[0]) and setting.mentioned and setting.mentioned[-1].unit == "month":
        like = setting.mentioned[-1].shifted(-12)
        return replace(read_period(like, "the like month of the year before", relative=True), period=None)
    if _BESIDE_A_MONTH.fullmatch(found[0]) and _is_story_of_a_year(setting):
        return read_period(setting.mentioned[-1].shifted(-1), "the year before the one named")
    named = quarter_reported_on(setting)
    if named is None and setting.day and "quarter" in found[0].lower():
        named = period_of("quarter", setting.day).shifted(-1)
    day = named.first if named else setting.day
    if day is None:
        return read_unknown("year")
    if named is None and _SAME_AS_WHICH.fullmatch(found[0]):
        return None
    if found["same_year"]:
        reason, year = "the like period of that year", int(found["same_year"])
    elif found["year"]:
        named = named if found["unit"].lower() == "quarter" else None
        reason, year = "the like period of that year", int(found["year"])
    else:
        reason, year = "the like period of the year before", day.year - 1
    like = period_of("quarter", named.first.replace(year=year)) if named else period_of("year", date(year, 1, 1))
    return replace(read_period(like, reason, relative=True), period=None)


def _is_story_of_a_year(setting: Setting) -> bool:
    """Whether a year long over was named shortly before: "in 2006, having won a year earlier"."""
    named = setting.mentioned[-1] if setting.mentioned else None
    if not named or not setting.day or named.unit != "year" or named.first.year + 1 >= setting.day.year:
        return False
    return named.value in setting.before


def _months_reported_on(setting: Setting) -> str | None:
    found = _MONTHS_REPORTED_ON.search(setting.before)
    return found[1] if found else None


def _read_like_month(found: re.Match[str], setting: Setting) -> Reading | None:
    """ "The same month last year": of the month named last, else of the last full one."""
    named = setting.last_mentioned("month") or (period_of("month", setting.day).shifted(-1) if setting.day else None)
    if named is None or setting.day is None:
        return None
    year = int(found["year"]) if found["year"] else setting.day.year - 1
    return read_period(period_of("month", named.first.replace(year=year)), "the like month of a year", relative=True)


RULES: tuple[Rule, ...] = (
    rule(
        r"(?:the )?year(?:-| )(?:ago|earlier)"
        r"(?: |-)(?P<ordinal>first|second|third|fourth)(?: |-)(?P<unit>quarter|half)",
        _read_part_of_year_before,
        "year",
    ),
    rule(
        rf"(?:(?:the )?year(?:-| )(?:ago|earlier)(?: (?:quarter|period|(?P<length>{NUMBER}) months))?"
        rf"|(?:a|one) year (?:ago|earlier|before(?=[.,;)]|\Z| and\b| when\b))"
        rf"|last year[’']s (?:quarter|period)|the (?:quarter|period) a year (?:ago|earlier|before)"
        rf"|the (?:corresponding|comparable|like|same|year-earlier) (?:quarter|period)"
        rf"(?: (?:(?:of |in )?(?:last year|(?P<same_year>{YEAR}))|a year (?:ago|earlier)))?"
        rf"|(?:the )?(?P<year>{YEAR}) (?P<unit>quarter|period))",
        _read_like_period,
    ),
    rule(
        rf"(?:the|that) same month (?:(?:of |in )?(?:last year|(?P<year>{YEAR}))|a year (?:ago|earlier))",
        _read_like_month,
        "same",
    ),
)
