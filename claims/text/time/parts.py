"""Parts of a period: "early 2020", "late in the week", "the end of October"."""

from dataclasses import replace
from datetime import timedelta

from claims.text.time.expression import Window
from claims.text.time.periods import Period
from claims.text.time.reading import Reading, read_period

# With what parts it from the period itself, so that "mid-1996" reads like "early 1996".
PART = (
    r"(?:(?:very )?(?P<part>early|late|mid|end(?=-)|(?:the )?(?:very )?(?:end|close|start|beginning|middle"
    r"|(?:first|second|last|latter) half) of|earlier|later)(?:-| in | )(?:the (?=19|20|\d0|[’']))?)?"
)
_THIRDS = {
    "early": 0,
    "earlier": 0,
    "start": 0,
    "beginning": 0,
    "mid": 1,
    "middle": 1,
    "late": 2,
    "end": 2,
    "close": 2,
}

_HALVES = ("first", "second", "last", "latter")
_DAY = timedelta(days=1)


def part_of(period: Period, part: str | None, reason: str, *, relative: bool = False) -> Reading:
    """Return the reading of `period`, or of the third or half of it that `part` names.

    "Earlier" and "later" bound nothing by themselves: that is left to who knows the day of publication.

    >>> from datetime import date
    >>> from claims.text.time.periods import period_of
    >>> part_of(period_of("month", date(2021, 11, 7)), "late", "a month").window.earliest
    datetime.date(2021, 11, 21)
    """
    reading = read_period(period, reason, relative=relative)
    word = next((word for word in (*_HALVES, *_THIRDS) if word in (part or "").lower().split()), None)
    if word is None:
        return reading
    days = (period.last - period.first).days + 1
    if word in _HALVES:
        middle = period.first + timedelta(days=days // 2)
        half = Window(period.first, middle - _DAY) if word == "first" else Window(middle, period.last)
        return replace(reading, window=half, reason=f"{reason}, {word} half")
    third = _THIRDS[word]
    first = period.first + timedelta(days=days * third // 3)
    last = period.first + timedelta(days=-(-days * (third + 1) // 3) - 1)
    return replace(reading, window=Window(first, last), reason=f"{reason}, {word}")
