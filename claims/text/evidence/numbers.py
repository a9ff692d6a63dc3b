"""Quantities: a number with what it counts. Other numbers of one thing are for a person to look at."""

import re
from dataclasses import dataclass

from claims.text.evidence.dates import Dated
from claims.text.evidence.terms import stem
from claims.text.spans import Span

_SMALL = "one two three four five six seven eight nine ten eleven twelve".split()
_NUMBER = re.compile(
    rf"(?<![\w.,-])(?P<number>\d{{1,3}}(?:,\d{{3}}){{1,4}}|\d{{1,12}}(?:\.\d{{1,4}})?|{'|'.join(_SMALL)})"
    r"(?P<percent>\s?%|\sper\scent|\spercent)?(?:-|\s)(?:of\s)?(?P<unit>[a-z]{3,30})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number and the stem of what it counts."""

    number: float
    unit: str
    text: str


def quantities(text: str, days: list[Dated]) -> list[Quantity]:
    """Return the quantities of `text` but for those in words for days.

    >>> [(one.number, one.unit) for one in quantities("An 11-member team flew 120,000 people out.", [])]
    [(11.0, 'member'), (120000.0, 'peopl')]
    """
    found = (one for one in _NUMBER.finditer(text) if not any(day.span.overlaps(Span(*one.span())) for day in days))
    return [Quantity(_value(one["number"]), _unit(one), " ".join(one[0].split())) for one in found]


def other_number(ours: list[Quantity], theirs: list[Quantity]) -> tuple[str, str] | None:
    """Return the words of two quantities that count the same and differ, None where there are none."""
    for one in ours:
        same = [other for other in theirs if other.unit == one.unit]
        if same and all(other.number != one.number for other in same):
            return one.text, same[0].text
    return None


def _value(number: str) -> float:
    small = number.casefold()
    return float(_SMALL.index(small) + 1) if small in _SMALL else float(number.replace(",", ""))


def _unit(found: re.Match[str]) -> str:
    unit = stem(found["unit"].casefold())
    return f"% {unit}" if found["percent"] else unit
