"""Rules for months, decades and centuries: "in October", "late May 2020", "the 1980s"."""

import re
from datetime import date

from claims.text.time.choosing import choose
from claims.text.time.parts import PART, part_of
from claims.text.time.periods import Period, period_of
from claims.text.time.reading import Reading, Rule, Setting, rule
from claims.text.time.words import (
    MONTH,
    ORDINAL,
    SHORT_YEAR,
    YEAR,
    day_number,
    month_number,
    year_of,
)
from claims.text.time.year_numbers import BEFORE_CHRIST
from claims.text.time.years import BEFORE_A_MONTH, SPELT_YEAR, spelt_year

_WHICH = r"last|this|next|this past|this coming|that"
# "April Ryan said"; but "in April Congress voted".
_NAMES = ("April", "June", "August")
_NAME_AFTER = re.compile(r"\s{1,3}[A-Z][a-z]")
_MAYBE_OTHER = ("may", "march")
# "The March of the Mothers", "the March for Life".
_MARCH_FOR = re.compile(r".{4} of |the\s{1,2}(?:for|on|against) ", re.IGNORECASE)
_UP_TO_A_MONTH = re.compile(rf"(?:\s(?:through|to|until|and|or)\s|-){MONTH}(?!\w)")
# "In April Congress voted", but "he and April Ryan spoke".
_BEFORE_A_CLAUSE = re.compile(rf"{BEFORE_A_MONTH.pattern}(?<!\band\s)(?<!\bor\s)", re.IGNORECASE)
# What only a time follows: "since Oct", "until Jan".
_SURELYBEFORE_A_MONTH = re.compile(
    r"\b(?:in|since|until|till|during|(?:early|late|mid)(?:\s|-))\s{0,3}\Z", re.IGNORECASE
)
_YEAR_SAID_ONCE = re.compile(
    rf"(?:\s{{1,3}}(?:to|through|until|till|and|or)\s{{1,3}}|\s?[-–/]\s?)(?P<month>{MONTH}),?\s{{1,3}}(?P<year>{YEAR})\b",
    re.IGNORECASE,
)
_DECADES = {
    word: number
    for number, word in enumerate("twenties thirties forties fifties sixties seventies eighties nineties".split(), 2)
}
# "In their 30s, 40s and early 50s"; "temperatures in the 70s".
_OF_AGE = re.compile(
    r"\b(?:his|her|their|my|your|our|aged?)\s{1,3}(?:(?:early|mid|late|\d0s|and|or|to)\b[,-]?\s{0,3}){0,6}\Z",
    re.IGNORECASE,
)
_WARM = re.compile(r"\b(?:temperatures?|highs?|lows?|degrees?)\b[^.;]{0,40}\Z", re.IGNORECASE)


def _read_month(found: re.Match[str], setting: Setting) -> Reading | None:
    month = month_number(found["month"])
    year = _year_said(found, month, setting)
    if year:
        period = period_of("month", date(year, month, 1))
        return part_of(period, found["part"], "a month with its year")
    plain = not (found["part"] or found["which"] or found["relative"])
    if plain and not _is_month(found["month"], setting):
        return None
    if setting.day is None:
        return Reading("DATE", f"XXXX-{month:02}", "its year is not known", relative=True)
    period, reason = _month_near(month, found, setting, setting.day)
    return part_of(period, found["part"], reason)


def _year_said(found: re.Match[str], month: int, setting: Setting) -> int | None:
    """The year that is written with the month, or with the month up to which it reaches: "May to July 2020"."""
    if found["year"]:
        return int(found["year"])
    if found["short"]:
        return year_of(found["short"])
    if found["spelt"]:
        return spelt_year(found["spelt"])
    later = None if found["which"] or found["relative"] else _YEAR_SAID_ONCE.match(setting.after)
    return int(later["year"]) - (month_number(later["month"]) < month) if later else None


def _is_month(written: str, setting: Setting) -> bool:
    """Whether a bare name is a month: "in May", "Sept."; not "Jan Kavan", "the March of the Mothers"."""
    if written in _NAMES and _NAME_AFTER.match(setting.after) and not _BEFORE_A_CLAUSE.search(setting.before):
        return False
    if written.lower() in _MAYBE_OTHER:
        told = _UP_TO_A_MONTH.match(setting.after) or BEFORE_A_MONTH.search(setting.before)
        return told is not None and not _MARCH_FOR.match(setting.before[-4:] + setting.after)
    if len(written) > 3:
        return True
    reaching = _UP_TO_A_MONTH.match(setting.after) or _SURELYBEFORE_A_MONTH.search(setting.before)
    return reaching is not None and not _NAME_AFTER.match(setting.after)


def _month_near(month: int, found: re.Match[str], setting: Setting, day: date) -> tuple[Period, str]:
    """The October that is meant: of the year said, before or after, or in the direction of the clause."""
    same = period_of("month", date(day.year, month, 1))
    which = " ".join((found["which"] or found["relative"] or "").lower().split())
    if which.startswith("that") or which.endswith("same"):
        named = setting.mentioned[-1] if setting.mentioned else None
        return (period_of("month", date(named.first.year, month, 1)) if named else same), "of the year named before"
    if found["relative"]:
        by = {"last": -1, "this": 0, "next": 1}.get(which.split()[0], 0)
        return same.shifted(12 * by), f"{which} year, counted from the publication day"
    if which.endswith(("last", "past")):
        return (same if same.last < day else same.shifted(-12)), "the last one before the publication day"
    if which.endswith(("next", "coming")):
        return (same if same.first > day else same.shifted(12)), "the next one after the publication day"
    if which == "this":
        return same, "of the year of publication"
    told = setting.year_told_of(month)
    if told:
        return period_of("month", date(told, month, 1)), "of the year that is told of"
    return choose([same.shifted(12 * by) for by in (-1, 0, 1)], day, setting, otherwise="nearest")


def _read_decade(found: re.Match[str], setting: Setting) -> Reading | None:
    if _OF_AGE.search(setting.before) or (found["tens"] and len(found["tens"]) == 1 and _WARM.search(setting.before)):
        return None
    if found["word"]:
        first = 1900 + 10 * _DECADES[found["word"].lower()]
    else:
        tens = int(found["tens"])
        first = tens * 10 if tens > 99 else (1900 if tens > 1 else 2000) + 10 * tens
    return part_of(period_of("decade", date(first, 1, 1)), found["part"], "a decade")


def _read_century(found: re.Match[str], setting: Setting) -> Reading | None:
    number = int(found["number"]) if found["number"] else day_number(found["word"])
    if not 1 <= number < 30:
        return None
    if BEFORE_CHRIST.match(setting.after):
        return Reading("DATE", f"BC{number - 1:02}", "before the calendar begins")
    return part_of(period_of("century", date((number - 1) * 100, 1, 1)), found["part"], "a century")


RULES: tuple[Rule, ...] = (
    rule(
        rf"{PART}(?:(?P<which>{_WHICH}) )?(?P<month>{MONTH})"
        rf"(?:,? (?:of )?(?:(?P<year>{YEAR})|{SHORT_YEAR}|(?P<spelt>{SPELT_YEAR})"
        rf"|(?P<relative>last|this|next|the previous|the same|that same|that) year))?",
        _read_month,
    ),
    rule(
        rf"(?:the )?{PART}(?:(?P<tens>(?:1[5-9]|20)\d|\d)0[’']?s|(?:nineteen-?)?(?P<word>{'|'.join(_DECADES)}))",
        _read_decade,
        *("0s", "0's", "0’s", "ties"),
    ),
    rule(
        rf"(?:the )?{PART}(?:(?P<number>\d{{1,2}})(?:st|nd|rd|th)|(?P<word>{ORDINAL}))"
        r"(?:(?:-| )centur(?:y|ies)|(?= (?:and|or|to) \S{3,13} centur(?:y|ies)))",
        _read_century,
        "centur",
    ),
)
