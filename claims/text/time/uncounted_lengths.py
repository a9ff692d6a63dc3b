"""Rules for lengths without a number: "weeks of talks", "half an hour", "month-long", "a decades-old feud"."""

import re

from claims.text.time.lengths import length_value
from claims.text.time.reading import Reading, Rule, Setting, rule
from claims.text.time.words import NUMBER, number_of, unit_named

_LASTING = re.compile(
    r"\b(?:for|within|in|after|over|matter\sof|just|only|mere|ended|ending|end|follow(?:s|ed|ing)?|takes?|took|taken|taking|spen[dt]|spending|last|lasts|lasted|wait(?:ed)?|need(?:ed)?"
    r")\s{1,3}\Z",
    re.IGNORECASE,
)
_WITHIN = re.compile(r"\bwithin\s{1,3}\Z", re.IGNORECASE)
# "He has days to live".
_LEFT = re.compile(
    r"\s{1,3}left\s(?:in|to|for|before|until)\b|\s{1,3}to\s(?:live|go|spare|run|save|prepare|find|decide)\b|\s{1,3}in\sthe\smaking\b",
    re.IGNORECASE,
)
# "Weeks of talks", "days after the vote".
_OF_SOMETHING = re.compile(r"\s{1,3}(?:of|after|before|later|earlier)\b", re.IGNORECASE)
# "He left hours before the blast": unless they are counted, or called the first ones.
_EVENT_BESIDE = re.compile(r"\s{1,3}(?:after|before|ahead\sof)\b", re.IGNORECASE)
_COUNTED = re.compile(
    r"(?:\d|\b(?:the|these|those|few|several|many|some|first|last|final|two|three|four|five|six|seven|eight|nine|ten|twelve"
    r"|dozen|hundred|[a-z]{3,6}teen|[a-z]{3,5}ty|of|business|working|trading|calendar|odd|more|full|half))\W{1,3}\Z",
    re.IGNORECASE,
)
_LATER = re.compile(r"\s{1,3}(?:later|earlier)\b", re.IGNORECASE)
_THE = re.compile(
    r"(?:\b(?!after|since|despite|follow|amid|and|just|only|mere|but|with|by|to)[\w’'-]{1,20}|\d)\s{1,3}\Z",
    re.IGNORECASE,
)
_HALVES = {"hour": "PT30M", "day": "PT12H", "year": "P6M", "decade": "P5Y", "century": "P50Y"}
_AND_A_HALF = {"hour": "PT1H30M", "minute": "PT1M30S", "day": "P1.5D", "week": "P1.5W", "month": "P1.5M"}
_AND_A_HALF |= {"year": "P1Y6M", "decade": "P15Y", "century": "P150Y"}
# "A 12-year-old war", but not "a 12-year-old boy".
_LASTING_THING = (
    "war|conflict|insurgency|uprising|rebellion|revolt|dispute|feud|row|standoff|siege|blockade|embargo|ban|truce|ceasefire"
    "|cease-fire|strike|occupation|campaign|crisis|stalemate|drought|offensive|invasion|protests?|government|coalition|law"
    "|treaty|pact|agreement|deal|plan|policy|programme|program|project|tradition|regime"
)
_SOME = "days|weeks|months|years|decades|centuries|hours|minutes|seconds"


def _read_some(found: re.Match[str], setting: Setting) -> Reading | None:
    """ "Recent years", "for weeks", "in the coming days": nobody says how many."""
    words = found["unit"].lower()
    which = (found["which"] or "").lower()
    told = which in ("first", "final", "last") or _WITHIN.search(setting.before)
    if words.startswith("hour") and re.match(r"\s{1,3}of\b", setting.after) and not told:
        return None
    counted = (
        _LEFT.match(setting.after)
        or (_EVENT_BESIDE.match(setting.after) and not _COUNTED.search(setting.before))
        or _LASTING.search(setting.before)
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


def _read_old(found: re.Match[str], setting: Setting) -> Reading | None:
    """ "The eight-month-old war": how long it has lasted."""
    number = number_of(found["number"])
    return Reading("DURATION", length_value(number, unit_named(found["unit"])), "how long it has lasted")


def _read_long(found: re.Match[str], setting: Setting) -> Reading:
    """ "Month-long", "decades-long"."""
    word = (found["unit"] or found["whole"] or found["entire"]).lower()
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
    rule(
        r"(?:an? )?(?P<unit>(?:day|week|month|year|decade)s?)-?long|all(?:-| )(?P<whole>day)(?! long)"
        r"|the (?:whole|entire) (?P<entire>day)",
        _read_long,
        *("long", "all", "whole", "entire"),
    ),
    rule(
        rf"(?P<number>{NUMBER})-(?P<unit>day|week|month|year)-old(?= (?:[a-z-]{{2,15}} )?(?:{_LASTING_THING})\b)",
        _read_old,
        "-old",
    ),
    rule(r"(?<!\d-)(?<!\d\s)(?P<unit>(?:day|week|month|year)s|decades?|centur(?:y|ies))-old", _read_long, "-old"),
    rule(
        r"(?:the )?(?:(?P<which>recent|coming|past|last|following|previous|subsequent|first|final|early|later) )?"
        rf"(?P<unit>{_SOME})(?: (?:or|and) (?:{_SOME}))?(?: ahead(?! of))?",
        _read_some,
    ),
)
