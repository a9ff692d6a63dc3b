"""Stretches from one day to another: "November 11 to 13", "from Monday to Wednesday", "between 3 and 5 May"."""

import re
from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise

from claims.text.spans import Span
from claims.text.time.days import read_day_of_month
from claims.text.time.expression import Window
from claims.text.time.reading import Reading, Rule, rule
from claims.text.time.words import MONTH, YEAR

_TH = "(?:st|nd|rd|th)?"
_TO = r"(?: (?:to|and|through|thru|until|till|or)(?: the)? | ?[-–] ?)"
# "He scored on November 11 and 13 people saw it": what follows must not be counted.
_NO_NOUN = r"(?=[.,;:)”’\"]|\Z|\n| (?:at|in|on|for|to|as|with|by|when|after|before|but|and|will|would|of)\b)"
_JOINED = re.compile(r"\s{1,3}(?P<word>to|through|thru|until|till|and|or)\s{1,3}(?:the\s{1,3})?|\s?[-–—]\s?")
_BETWEEN = re.compile(r"\bbetween\s{1,3}(?:the\s{1,3})?\Z", re.IGNORECASE)
# "Postponed from Monday to Wednesday": not on Tuesday.
_MOVED = re.compile(
    r"\b(?:postpon|mov|delay|push|reschedul|brought|bring|chang|shift|put|defer)\w{0,6}\b[^.;]{0,60}\Z", re.IGNORECASE
)
_NEAR = 80
_ONE_DAY = timedelta(days=1)

# The day whose month stands with the other one; what is read is the group `words`.
RULES: tuple[Rule, ...] = (
    rule(
        rf"(?P<words>(?P<day>\d{{1,2}}){_TH})(?={_TO}\d{{1,2}}{_TH}(?: of)? (?P<month>{MONTH})"
        rf"(?:,? (?P<year>{YEAR}))?)",
        read_day_of_month,
    ),
    rule(
        rf"(?P<month>{MONTH}) \d{{1,2}}{_TH}{_TO}(?P<words>(?P<day>\d{{1,2}}){_TH}(?:(?:,| ) ?(?P<year>{YEAR}))?)"
        rf"{_NO_NOUN}",
        read_day_of_month,
    ),
)


def stretches(text: str, found: Sequence[tuple[Span, Reading]]) -> dict[int, Window]:
    """Return the windows of the readings, by their place in `found`, that name the ends of one stretch of days.

    Both ends have the window of the whole: what will last from Monday to Wednesday may be seen on Tuesday.
    """
    windows: dict[int, Window] = {}
    for place, (one, other) in enumerate(pairwise(found)):
        window = _stretch(text, one, other)
        if window:
            windows[place] = windows[place + 1] = window
    return windows


def _stretch(text: str, one: tuple[Span, Reading], other: tuple[Span, Reading]) -> Window | None:
    (span, first), (other_span, last) = one, other
    joined = _JOINED.fullmatch(text[span.end : other_span.start])
    if not joined or not _are_alike(first, last):
        return None
    before = text[max(span.start - _NEAR, 0) : span.start]
    listed = joined["word"] == "and" and not _BETWEEN.search(before)
    if _MOVED.search(before) or (listed and not _are_adjacent(first, last)):
        return None
    return _from_to(first, last)


def _are_alike(first: Reading, last: Reading) -> bool:
    """Days with days, months with months: "from 2019 to March" is no stretch that anybody can bound."""
    if not first.period or not last.period:
        return False
    return first.type == last.type == "DATE" and first.period.unit == last.period.unit


def _are_adjacent(first: Reading, last: Reading) -> bool:
    return bool(first.period and last.period and last.period.first - first.period.last == _ONE_DAY)


def _from_to(first: Reading, last: Reading) -> Window | None:
    earliest = first.window.earliest if first.window else None
    latest = last.window.latest if last.window else None
    return Window(earliest, latest) if earliest and latest and earliest < latest else None
