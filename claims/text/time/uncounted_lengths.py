"""Rules for lengths without a number: "weeks of talks", "half an hour", "month-long", "a decades-old feud"."""

import re

from claims.text.time.lengths import length_value
from claims.text.time.reading import Reading, Rule, Setting, rule
from claims.text.time.words import unit_named

_LASTING = re.compile(r"\b(?:for|within|in|after|over|matter\sof)\s{1,3}\Z", re.IGNORECASE)
# "Weeks of talks", "days after the vote".
_OF_SOMETHING = re.compile(r"\s{1,3}(?:of|after|before|later|earlier)\b", re.IGNORECASE)
_LATER = re.compile(r"\s{1,3}(?:later|earlier)\b", re.IGNORECASE)
_THE = re.compile(
    r"(?:\b(?!after|since|despite|follow|amid|and|just|only|mere|but|with|by|to)[\w’'-]{1,20}|\d)\s{1,3}\Z",
    re.IGNORECASE,
)
_HALVES = {"hour": "PT30M", "day": "PT12H", "year": "P6M", "decade": "P5Y", "century": "P50Y"}
_AND_A_HALF = {"hour": "PT1H30M", "year": "P1Y6M", "decade": "P15Y", "century": "P150Y"}
_SOME = "days|weeks|months|years|decades|centuries|hours|minutes|seconds"


def _read_some(found: re.Match[str], setting: Setting) -> Reading | None:
    """ "Recent years", "for weeks", "in the coming days": nobody says how many."""
    words = found["unit"].lower()
    if words.startswith("hour") and re.match(r"\s{1,3}of\b", setting.after):
        return None
    counted = (
        _LASTING.search(setting.before)
        or _LATER.match(setting.after)
        or (_OF_SOMETHING.match(setting.after) and not _THE.search(setting.before))
    )
    if not found["which"] and not counted:
        return None
    if words.startswith(("hour", "minute", "second")):
        return Reading("DURATION", f"PTX{words[0].upper()}", "a length that nobody says exactly")
    return Reading("DURATION", length_value(None, unit_named(words)), "a length that nobody says exactly")


def _read_half(found: re.Match[str], setting: Setting) -> Reading:
    """ "Half an hour", "a year and a half", "half a century", "a quarter of a century"."""
    half = found["half"].lower() if found["half"] else None
    value = _HALVES[half] if half else _AND_A_HALF.get((found["unit"] or "").lower(), "P25Y")
    return Reading("DURATION", value, "a length of time")


def _read_long(found: re.Match[str], setting: Setting) -> Reading:
    """ "Month-long", "decades-long"."""
    word = (found["unit"] or found["whole"]).lower()
    return Reading(
        "DURATION", length_value(None if word.endswith("s") else 1.0, unit_named(word)), "a length of time"
    )


RULES: tuple[Rule, ...] = (
    rule(
        rf"(?:(?:the )?(?:last|past|next|first) )?(?:half(?:-| )an?|a half(?:-| )|half(?:-| )) ?"
        rf"(?P<half>{'|'.join(_HALVES)})"
        rf"|an? (?P<unit>{'|'.join(_AND_A_HALF)}) and a half|(?:a )?quarter(?:(?:-| )of(?:-| )a)?(?:-| )century",
        _read_half,
        *("half", "quarter"),
    ),
    rule(r"(?:an? )?(?P<unit>(?:day|week|month|year|decade)s?)-?long|all (?P<whole>day)", _read_long, "long", "all"),
    rule(r"(?P<unit>(?:day|week|month|year)s|decades?|centur(?:y|ies))-old", _read_long, "-old"),
    rule(
        r"(?:the )?(?:(?P<which>recent|coming|past|last|following|previous|subsequent|first|final|early|later) )?"
        rf"(?P<unit>{_SOME})(?: ahead)?",
        _read_some,
    ),
)
