"""Rules for days in figures alone: "11-1-89", "11/1/1989", "7.11.2021"."""

import re
from dataclasses import replace
from datetime import date

from claims.text.time.periods import period_of
from claims.text.time.reading import Reading, Rule, Setting, read_period, rule
from claims.text.time.words import year_of


def _read_figures(found: re.Match[str], setting: Setting) -> Reading | None:
    """Month first, as American wires write it, unless that is no day; with full stops the day is first.

    Where either order would be a day its window is left open: which one was meant is for a person to say.
    """
    first, second, year = int(found["first"]), int(found["second"]), _year(found["year"])
    if found["mark"] == ".":
        return _day(year, second, first)
    reading = _day(year, first, second)
    if reading and first != second and _day(year, second, first):
        return replace(reading, window=None, period=None, reason="the month is taken to stand first")
    return reading or _day(year, second, first)


def _year(written: str) -> int:
    return int(written) if len(written) == 4 else year_of(written)


def _day(year: int, month: int, day: int) -> Reading | None:
    try:
        return read_period(period_of("day", date(year, month, day)), "a day in figures")
    except ValueError:
        return None


RULES: tuple[Rule, ...] = (
    rule(
        r"(?<![\d./-])(?P<first>\d{1,2})(?P<mark>[-/.])(?P<second>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d|\d\d)"
        r"(?![-/]|[.,]\d| ?[ap]\.?m\b)",
        _read_figures,
    ),
)
