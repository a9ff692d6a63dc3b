"""Rules for lengths by the clock: "two hours", "the past 24 hours", "half a minute"."""

import re
from math import ceil

from claims.text.time.lengths import AHEAD, BEHIND, IN_A_NAME, LEAST, MORE, figures, window_of
from claims.text.time.reading import Reading, Rule, Setting, rule
from claims.text.time.words import CLOCK_UNITS, FEW, NUMBER, number_of

_CLOCK_LETTERS = {"h": "H", "m": "M", "s": "S"}
_IN_A_DAY = {"H": 24, "M": 24 * 60, "S": 24 * 60 * 60}
# "$15 an hour", "60 miles an hour".
_RATE = re.compile(
    r"(?:[$£€]\s?\d[\d.,]{0,9}|\b(?:miles|kilomet(?:re|er)s|cents?|dollars|euros|pounds|rupees|times|million|billion))"
    r"\s{1,3}\Z",
    re.IGNORECASE,
)
_A_NOUN = re.compile(r"\s{1,3}(?!(?:of|in|at|on|to|and|or|for|from|later|ago|before|after)\b)\w|-")
# "Wait a minute."
_IDLE = re.compile(r"\b(?:wait|just|hang\son|hold\son)\s{1,3}\Z", re.IGNORECASE)
_PROGRAMMES = ("60 Minutes", "48 Hours")


def _read_clock_length(found: re.Match[str], setting: Setting) -> Reading | None:
    number = number_of(found["number"]) if found["number"].lower() not in ("a", "an") else 1.0
    letter = _CLOCK_LETTERS[found["unit"][0].lower()]
    days = ceil(number / _IN_A_DAY[letter]) if number else None
    window, reason = window_of(days, "day", (found["which"] or "").lower(), setting)
    if found["number"].lower() in ("a", "an") and (
        _RATE.search(setting.before) or _IDLE.search(setting.before) or _is_ordinal(found, setting)
    ):
        return None
    if IN_A_NAME.match(setting.after) or found[0] in _PROGRAMMES:
        return None
    value = _clock_value(number_of(found["least"]) if found["least"] else number, letter)
    return Reading("DURATION", value, reason, window, relative=window is not None)


def _is_ordinal(found: re.Match[str], setting: Setting) -> bool:
    """Whether "a second" is one of several: "a second straight month"."""
    return found["unit"].lower() == "second" and _A_NOUN.match(setting.after) is not None


def _clock_value(number: float | None, letter: str) -> str:
    if number is not None and number % 1 and letter == "H":
        return f"PT{int(number)}H{round(number % 1 * 60)}M"
    return f"PT{'X' if number is None else figures(number)}{letter}"


RULES: tuple[Rule, ...] = (
    rule(
        rf"(?:the (?=(?:{AHEAD}|{BEHIND})))?(?:(?P<which>{AHEAD}|{BEHIND}) )?"
        rf"{LEAST}(?P<number>{NUMBER}|{FEW}|an?)"
        rf"(?:-| ){MORE}(?P<unit>{CLOCK_UNITS})",
        _read_clock_length,
        *("hour", "minute", "second"),
    ),
)
