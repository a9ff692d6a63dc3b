"""What a preposition makes of a period: "by Friday", "since October", "after the weekend"."""

import re
from dataclasses import replace
from datetime import date, timedelta

from claims.text.time.expression import Window
from claims.text.time.reading import Reading

_PREPOSITION = re.compile(
    r"\b(?P<word>by|until|till|before|no later than|since|after|from|as of)(?:\s{1,3}(?:around|about|the))?\s{1,3}\Z",
    re.IGNORECASE,
)
_DAY = timedelta(days=1)


def bounded(reading: Reading, before: str, published_on: date | None) -> Reading:
    """Return `reading` with the window that the preposition at the end of `before` makes of it.

    "By", "before" and "until" set the last day, and the first is that of publication; "since", "after"
    and "from" set the first, and "since" ends on the publication day.
    """
    found, window = _PREPOSITION.search(before[-40:]), reading.window
    if not found or not window or reading.type in ("DURATION", "SET"):
        return reading
    word = found["word"].lower()
    new = _window(word, window, published_on)
    return replace(reading, window=new, reason=f"{reading.reason}; {word}")


def _window(word: str, window: Window, published_on: date | None) -> Window | None:
    first, last = window.earliest, window.latest
    if word in ("since", "as of") and first:
        return Window(first, max(first, published_on) if published_on else None)
    if word == "after" and last:
        return Window(last + _DAY, None)
    if word == "from" and first:
        return Window(first, None)
    ends_on = first - _DAY if word == "before" and first else last
    if not ends_on:
        return window
    return Window(published_on if published_on and published_on <= ends_on else None, ends_on)
