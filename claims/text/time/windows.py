"""What a preposition makes of a period: "by Friday", "since October", "after the weekend"."""

import re
from dataclasses import replace
from datetime import date, timedelta

from claims.text.time.expression import Window
from claims.text.time.reading import Reading

_PREPOSITION = re.compile(
    r"\b(?P<word>by|until|till|before|no later than|not later than|on or before|since|after|from|as of"
    r"|no earlier than|not earlier than|not before|as early as|as soon as|starting|beginning|effective)"
    r"(?:\s{1,3}(?:around|about|the))?\s{1,3}\Z",
    re.IGNORECASE,
)
# What may be later, nobody says how much.
_ON_FROM = (
    *("from", "no earlier than", "not earlier than", "not before"),
    *("as early as", "as soon as", "starting", "beginning", "effective"),
)
_ABOUT = re.compile(r"\b(?:around|about|roughly|approximately|circa)\s{1,3}\Z", re.IGNORECASE)
_DAY = timedelta(days=1)


def bounded(reading: Reading, before: str, published_on: date | None) -> Reading:
    """Return `reading` with the window that the preposition at the end of `before` makes of it.

    "By", "before" and "until" set the last day, and the first is that of publication; "since", "after",
    "from" and "no earlier than" set the first, and "since" ends on the publication day. "Around" a day bounds none.
    """
    if reading.type == "DATE" and reading.period and reading.period.unit == "day" and _ABOUT.search(before):
        return replace(reading, window=None, reason=f"{reading.reason}; about: its days are for a person to say")
    found, window = _PREPOSITION.search(before[-40:]), reading.window
    if not found or not window or reading.type in ("DURATION", "SET"):
        return reading
    word = found["word"].lower()
    if word == "before" and _is_end_of_longer(reading):
        word = "by"
    new = _window(word, window, published_on)
    return replace(reading, window=new, reason=f"{reading.reason}; {word}")


def _is_end_of_longer(reading: Reading) -> bool:
    """Whether it is "the end of the month": what is done before that may be done on its last day."""
    window, period = reading.window, reading.period
    return bool(window and period and window.earliest != period.first and window.latest == period.last)


def _window(word: str, window: Window, published_on: date | None) -> Window | None:
    first, last = window.earliest, window.latest
    if word in ("since", "as of") and first:
        return Window(first, max(first, published_on) if published_on else None)
    if word == "after" and last:
        return Window(last + _DAY, None)
    if word in _ON_FROM and first:
        return Window(first, None)
    ends_on = first - _DAY if word == "before" and first else last
    if not ends_on:
        return window
    return Window(published_on if published_on and published_on <= ends_on else None, ends_on)
