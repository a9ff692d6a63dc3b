"""Rules for years: "in 2019", "early 2020", "the 2024-25 season", "in '88", "nineteen ninety-six"."""

import re
from dataclasses import replace
from datetime import date

from claims.text.time.expression import Window
from claims.text.time.parts import PART, part_of
from claims.text.time.periods import period_of
from claims.text.time.reading import Reading, Rule, Setting, rule
from claims.text.time.words import MONTH, ONES, TEENS, TENS, YEAR, number_of, year_of
from claims.text.time.year_numbers import is_no_year

BEFORE_A_MONTH = re.compile(
    r"\b(?:in|since|by|until|till|from|to|of|during|before|after|and|or|through|throughout|for|between|around|the|its"
    rf"|last|a|(?:late|early|recently|soon|far\sback)\sas|{MONTH})\W{{0,3}}\Z",
    re.IGNORECASE,
)
SPELT_YEAR = rf"(?:nineteen|twenty)(?:-| )(?:{TENS})(?:(?:-| )(?:{ONES}))?"
_SPELT_2000 = (
    rf"(?:the year |(?<=in\s)|(?<=by\s)|(?<=since\s))two thousand(?: and)? (?:{'|'.join(TEENS)}|{ONES})"
    r"|the year two thousand"
)
_BEFORE_SHORT = (
    "(?:" + "|".join(rf"(?<=\b{word}\s)" for word in "in In of since Since by from until and to fiscal".split()) + ")"
)
# "The 2024-25 season".
_UP_TO_A_YEAR = re.compile(r"[-–/](?P<short>\d\d)(?![\d/-])")


def _read_year(found: re.Match[str], setting: Setting) -> Reading | None:
    if is_no_year(found, setting):
        return None
    if not found["part"] and not 1900 <= int(found["year"]) <= 2035 and not BEFORE_A_MONTH.search(setting.before):
        return None
    reading = part_of(period_of("year", date(int(found["year"]), 1, 1)), found["part"], "a year")
    until = _UP_TO_A_YEAR.match(setting.after)
    last = int(found["year"][:2] + until["short"]) if until and not found["part"] else 0
    if not int(found["year"]) < last < int(found["year"]) + 20:
        return reading
    return replace(reading, window=Window(date(int(found["year"]), 1, 1), date(last, 12, 31)), reason="years in one")


def _read_short_year(found: re.Match[str], setting: Setting) -> Reading:
    """ "In '88", "the class of ’68"."""
    return part_of(period_of("year", date(year_of(found["year"]), 1, 1)), None, "a year")


def _read_spelt_year(found: re.Match[str], setting: Setting) -> Reading:
    """ "Nineteen ninety-six", "the year two thousand": how transcripts write them."""
    return part_of(period_of("year", date(spelt_year(found[0]), 1, 1)), None, "a year in words")


def spelt_year(written: str) -> int:
    words = written.lower().replace("-", " ").split()
    if "thousand" in words:
        return 2000 + int(number_of(words[-1]) or 0)
    century = 1900 if "nineteen" in words else 2000
    return century + int(number_of(" ".join(words[1:])) or 0)


RULES: tuple[Rule, ...] = (
    rule(
        rf"(?:the (?=year|full|calendar|{YEAR}))?{PART}(?:the )?(?:(?:(?:full|calendar)(?:-| ))?year )?"
        rf"(?P<year>{YEAR})",
        _read_year,
    ),
    Rule(re.compile(rf"{_BEFORE_SHORT}[’'](?P<words>(?P<year>\d\d))(?![\w’'%]|[.,]\d|-[a-z])"), _read_short_year),
    rule(rf"{SPELT_YEAR}|{_SPELT_2000}", _read_spelt_year, "nineteen", "twenty", "thousand"),
)
