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
# "Shortly after six on Monday"; "after Monday's vote".
_SHORTLY = re.compile(r"\b(?:shortly|just|soon|minutes|moments)\s(?:before|after)\s{1,3}\Z", re.IGNORECASE)
_OF_THE_DAY = re.compile(r"[’']s\b")
_WITHIN_ITS_DAY = {"before": "by", "after": "from"}
# "Up 4% from last year": beside it, and not since then.
_THAN = re.compile(
    r"(?:\d|%|\b(?:per\s?cent|points?|pence|cents?|up|down|higher|lower|unchanged|[mbtr]{1,2}illion|bn"
    r"|improvement|increase|decrease|drop|rise|decline|change|slowdown))\s{1,3}from\s{1,3}(?:the\s{1,3})?\Z",
    re.IGNORECASE,
)
# "The talks will not resume until Monday": on that day at the earliest, and nobody says that they will.
_NOT_UNTIL = re.compile(
    r"(?:\b(?:not|never|nobody|nothing|no|nor|neither)\b|n[’']t\b)[^.,;:]{0,60}\b(?:until|till|(?<!\bnot\s)before)\s{1,3}"
    r"(?:the\s{1,3})?\Z|\b(?:until|till)\s{1,3}at\s{1,3}least\s{1,3}(?:the\s{1,3})?\Z",
    re.IGNORECASE,
)
_DAY = timedelta(days=1)


def bounded(reading: Reading, before: str, after: str, published_on: date | None) -> Reading:
    """Return `reading` with the window that the preposition at the end of `before` makes of it.

    "By", "before" and "until" set the last day, and the first is that of publication; "since", "after",
    "from" and "no earlier than" set the first, and "since" ends on the publication day. "Around" a day bounds none.
    What is done shortly after six o'clock, or after Monday's vote, may be done on that day. "Not until" bounds none.
    """
    if reading.type == "DATE" and reading.period and reading.period.unit == "day" and _ABOUT.search(before):
        return replace(reading, window=None, reason=f"{reading.reason}; about: its days are for a person to say")
    if reading.type in ("DATE", "TIME") and _NOT_UNTIL.search(before):
        return replace(reading, window=None, reason=f"{reading.reason}; not until then: left to a person")
    found, window = _PREPOSITION.search(before[-40:]), reading.window
    if not found or not window or reading.type in ("DURATION", "SET"):
        return reading
    word = _meant(found["word"].lower(), reading, before, after)
    if not word:
        return reading
    new = _window(word, window, published_on)
    return replace(reading, window=new, reason=f"{reading.reason}; {word}")


def _meant(word: str, reading: Reading, before: str, after: str) -> str | None:
    """The preposition that says what `word` means here; None where it bounds nothing."""
    if (reading.type == "TIME" and _SHORTLY.search(before)) or (word == "from" and _THAN.search(before)):
        return None
    of_a_day = reading.period is not None and reading.period.unit == "day"
    if reading.type == "TIME" or (_OF_THE_DAY.match(after) and (of_a_day or word == "after")):
        return _WITHIN_ITS_DAY.get(word, word)
    return "by" if word == "before" and _is_end_of_longer(reading) else word


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
