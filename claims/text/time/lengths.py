"""Rules for lengths of time: "17 days", "the past two years", "within 14 months", "in the coming days"."""

import re
from math import ceil

from claims.text.time.expression import Window
from claims.text.time.periods import Unit, moved
from claims.text.time.reading import Reading, Rule, Setting, rule
from claims.text.time.words import CLOCK_UNITS, FEW, NUMBER, UNIT, UNITS, number_of, unit_named

_LETTERS: dict[Unit, tuple[str, int]] = {
    "day": ("D", 1),
    "week": ("W", 1),
    "weekend": ("WE", 1),
    "month": ("M", 1),
    "quarter": ("Q", 1),
    "year": ("Y", 1),
    "decade": ("Y", 10),
    "century": ("Y", 100),
}
_CLOCK_LETTERS = {"h": "H", "m": "M", "s": "S"}
_IN_A_DAY = {"H": 24, "M": 24 * 60, "S": 24 * 60 * 60}
_COUNT = rf"(?P<number>{NUMBER}|{FEW})"
# "Two to three weeks" is one length; what is certain of it is the shorter one.
_LEAST = rf"(?:(?P<least>{NUMBER})(?: (?:to|or) | ?[-–] ?)(?={NUMBER}\b))?"
_MORE = r"(?:(?:-| )?(?:more|full|whole|straight|consecutive|long|business|working|trading|to|or))?"
# "Following five hours of surgery" is no stretch that follows.
_AHEAD = r"next|coming|(?<=the\s)following|upcoming"
_BEHIND = r"last|past|previous|preceding|first"
_ANCHORED_ELSEWHERE = re.compile(r"\s{1,3}(?:of|after|before|from|since|later|earlier|or)\b", re.IGNORECASE)
_DEADLINE = re.compile(
    r"\b(?:with)?in(?:\s{1,3}(?:the|about|around|as little as|less than|under))?\s{1,3}\Z", re.IGNORECASE
)
# "$15 an hour", "60 miles an hour".
_RATE = re.compile(
    r"(?:[$£€]\s?\d[\d.,]{0,9}|\b(?:miles|kilomet(?:re|er)s|cents?|dollars|euros|pounds|rupees|times|million|billion))"
    r"\s{1,3}\Z",
    re.IGNORECASE,
)
_LASTING = re.compile(r"\b(?:for|within|in|after|over)\s{1,3}\Z", re.IGNORECASE)
# "In the next year" is a year from now; "the next year" alone may be the calendar's.
_OVER_A_STRETCH = re.compile(r"\b(?:in|within|over|during|throughout|across)\s{1,3}\Z", re.IGNORECASE)
# "Weeks of talks", "days after the vote".
_OF_SOMETHING = re.compile(r"\s{1,3}(?:of|after|before|later|earlier)\b", re.IGNORECASE)
_THE = re.compile(
    r"(?:\b(?!after|since|despite|follow|amid|and|just|only|mere|but|with|by|to)[\w’'-]{1,20}|\d)\s{1,3}\Z",
    re.IGNORECASE,
)
_OF_A_WHOLE = re.compile(
    r"\b(?:for|within|in|over|after|before|during|about|nearly|almost|than|least|most|only|just|another|of|took|spent|last(?:s|ed|ing)?|the|half|him|her|them|and|or|once|to|up)\s{1,3}\Z",
    re.IGNORECASE,
)


def _read_length(found: re.Match[str], setting: Setting) -> Reading | None:
    number = number_of(found["number"])
    if number is not None and not 0 < number < 10_000:
        return None
    unit = unit_named(found["unit"])
    if unit == "quarter" and ("-" in found[0] or _ANCHORED_ELSEWHERE.match(setting.after)):
        return None
    window, reason = _window(number, unit, (found["which"] or "").lower(), setting)
    least = number_of(found["least"]) if found["least"] else number
    return Reading("DURATION", _length_value(least, unit), reason, window, relative=window is not None)


def _length_value(number: float | None, unit: Unit) -> str:
    """ "P3Y6M" for three and a half years, "PXW" for some weeks."""
    letter, times = _LETTERS[unit]
    if number and number % 1 == 0.5 and unit == "year":
        return f"P{number - 0.5:g}Y6M"
    return f"P{'X' if number is None else f'{number * times:g}'}{letter}"


def _window(number: float | None, unit: Unit, which: str, setting: Setting) -> tuple[Window | None, str]:
    """A length bounds the days only where it is counted from the publication day."""
    if number is None:
        return None, "a length that nobody says exactly"
    elsewhere = _ANCHORED_ELSEWHERE.match(setting.after) is not None
    if setting.day is None or elsewhere or unit in ("weekend", "quarter"):
        return None, "a length of time"
    ahead = which in ("next", "coming", "following", "upcoming") or (
        setting.direction == "future" and _DEADLINE.search(setting.before)
    )
    if ahead:
        return Window(setting.day, moved(setting.day, unit, ceil(number))), "counted on from the publication day"
    if which in ("last", "past"):
        return Window(moved(setting.day, unit, -ceil(number)), setting.day), "counted back from the publication day"
    return None, "a length of time"


def _read_single(found: re.Match[str], setting: Setting) -> Reading | None:
    """ "The past year", "the coming decade"; and "a week", where it is no rate ("four flights a week")."""
    unit = unit_named(found["unit"])
    which = (found["which"] or found["of_now"]).lower()
    if found["of_now"] and not _OVER_A_STRETCH.search(setting.before):
        return None
    elsewhere = _ANCHORED_ELSEWHERE.match(setting.after) is not None
    if unit == "quarter" or (which in ("a", "an") and not elsewhere and not _OF_A_WHOLE.search(setting.before)):
        return None
    window, reason = _window(1.0, unit, which, setting)
    return Reading("DURATION", _length_value(1.0, unit), reason, window, relative=window is not None)


def _read_clock_length(found: re.Match[str], setting: Setting) -> Reading | None:
    number = number_of(found["number"]) if found["number"].lower() not in ("a", "an") else 1.0
    letter = _CLOCK_LETTERS[found["unit"][0].lower()]
    days = ceil(number / _IN_A_DAY[letter]) if number else None
    window, reason = _window(days, "day", (found["which"] or "").lower(), setting)
    if _RATE.search(setting.before) and found["number"].lower() in ("a", "an"):
        return None
    value = _clock_value(number_of(found["least"]) if found["least"] else number, letter)
    return Reading("DURATION", value, reason, window, relative=window is not None)


def _clock_value(number: float | None, letter: str) -> str:
    if number is not None and number % 1 and letter == "H":
        return f"PT{int(number)}H{round(number % 1 * 60)}M"
    return f"PT{'X' if number is None else f'{number:g}'}{letter}"


def _read_some(found: re.Match[str], setting: Setting) -> Reading | None:
    """ "Recent years", "for weeks", "in the coming days": nobody says how many."""
    words = found["unit"].lower()
    if words.startswith("hour") and re.match(r"\s{1,3}of\b", setting.after):
        return None
    counted = _LASTING.search(setting.before) or (
        _OF_SOMETHING.match(setting.after) and not _THE.search(setting.before)
    )
    if not found["which"] and not counted:
        return None
    if words.startswith(("hour", "minute", "second")):
        return Reading("DURATION", f"PTX{words[0].upper()}", "a length that nobody says exactly")
    return Reading("DURATION", _length_value(None, unit_named(words)), "a length that nobody says exactly")


def _read_half(found: re.Match[str], setting: Setting) -> Reading:
    """ "Half an hour", "a year and a half", "half a century", "a quarter of a century"."""
    half = found["half"].lower() if found["half"] else None
    value = _HALVES[half] if half else _AND_A_HALF.get((found["unit"] or "").lower(), "P25Y")
    return Reading("DURATION", value, "a length of time")


def _read_long(found: re.Match[str], setting: Setting) -> Reading:
    """ "Month-long", "decades-long"."""
    word = found["unit"].lower()
    return Reading(
        "DURATION", _length_value(None if word.endswith("s") else 1.0, unit_named(word)), "a length of time"
    )


_HALVES = {"hour": "PT30M", "day": "PT12H", "year": "P6M", "decade": "P5Y", "century": "P50Y"}
_AND_A_HALF = {"hour": "PT1H30M", "year": "P1Y6M", "decade": "P15Y", "century": "P150Y"}
_SOME = "days|weeks|months|years|decades|centuries|hours|minutes"
RULES: tuple[Rule, ...] = (
    rule(
        rf"(?:the (?=(?:{_AHEAD}|{_BEHIND})))?(?:(?P<which>{_AHEAD}|{_BEHIND}) )?"
        rf"{_LEAST}{_COUNT}(?:-| ){_MORE}(?:-| )?"
        rf"(?P<unit>{UNITS})(?!(?:-| )?(?:old|ago))",
        _read_length,
    ),
    rule(rf"(?:(?:the )?(?P<which>past|coming|an?)|the (?P<of_now>last|next)) (?P<unit>{UNIT})", _read_single),
    rule(
        rf"(?:the (?=(?:{_AHEAD}|{_BEHIND})))?(?:(?P<which>{_AHEAD}|{_BEHIND}) )?"
        rf"{_LEAST}(?P<number>{NUMBER}|{FEW}|an?)"
        rf"(?:-| ){_MORE}(?:-| )?(?P<unit>{CLOCK_UNITS})",
        _read_clock_length,
        *("hour", "minute", "second"),
    ),
    rule(
        rf"(?:half(?:-| )an?|a half(?:-| )|half(?:-| )) ?(?P<half>{'|'.join(_HALVES)})"
        rf"|an? (?P<unit>{'|'.join(_AND_A_HALF)}) and a half|(?:a )?quarter(?:(?:-| )of(?:-| )a)?(?:-| )century",
        _read_half,
        *("half", "quarter"),
    ),
    rule(r"(?:an? )?(?P<unit>(?:day|week|month|year|decade)s?)-long", _read_long, "-long"),
    rule(
        r"(?:the )?(?:(?P<which>recent|coming|past|last|following|previous|subsequent|first|final|early|later) )?"
        rf"(?P<unit>{_SOME})(?: ahead)?",
        _read_some,
    ),
)
