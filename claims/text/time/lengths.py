"""Rules for lengths of time: "17 days", "the past two years", "within 14 months", "in the coming days"."""

import re
from math import ceil

from claims.text.time.expression import Window
from claims.text.time.periods import Unit, moved
from claims.text.time.reading import Reading, Rule, Setting, rule
from claims.text.time.words import FEW, NUMBER, UNIT, UNITS, number_of, unit_named, weeks_in

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
_MOST = 10_000_000_000
_COUNT = rf"(?P<number>{NUMBER}|{FEW})"
# "Two to three weeks" is one length; what is certain of it is the shorter one.
# In words the hyphen joins one number: "thirty-seven".
LEAST = rf"(?:(?P<least>{NUMBER})(?: (?:to|or) |(?<=\d) ?[-–] ?)(?={NUMBER}\b))?"
MORE = (
    r"(?:(?:or more|more|extra|other|additional|full|whole|straight|consecutive|long|business|working|trading)"
    r"(?:-| ))?"
)
# "Following five hours of surgery" is no stretch that follows.
AHEAD = r"next|coming|(?<=the\s)following|upcoming"
# "Will last two weeks" is no stretch that is over.
_MAY = "".join(rf"(?<!{word}\s)" for word in "will would could can may might should must to not".split())
BEHIND = rf"{_MAY}last|past|previous|preceding|first"
_ANCHORED_ELSEWHERE = re.compile(
    r"\s{1,3}(?:of|after|before|from|since|later|earlier|ahead|behind|or|to\sthe\sday)\b", re.IGNORECASE
)
_DEADLINE = re.compile(
    r"\b(?:with)?in(?:\s{1,3}(?:the|about|around|as little as|less than|under))?\s{1,3}\Z", re.IGNORECASE
)
# "In the next year" is a year from now; "the next year" alone may be the calendar's.
_OVER_A_STRETCH = re.compile(r"\b(?:for|in|within|over|during|throughout|across)\s{1,3}\Z", re.IGNORECASE)
_OF_AGE = re.compile(r"(?:-|\s{1,3})old(?:er)?\b|\s{1,3}of\sage\b", re.IGNORECASE)
_AGED = re.compile(r"\baged\s{1,3}\Z", re.IGNORECASE)
# "The Seven Years' War"; "24 Hours News".
IN_A_NAME = re.compile(r"[’']?\s(?-i:War|Wars|News)\b")
# "A day of mourning".
_OF_RITE = re.compile(
    r"\s{1,3}of\s(?:mourning|rest|prayers?|silence|action|rage|reckoning|judg(?:e)?ment)\b", re.IGNORECASE
)
# "In a year when voters are angry".
_IN = re.compile(r"\bin\s{1,3}\Z", re.IGNORECASE)
_WITH_ITS_STORY = re.compile(r"\s(?:in\swhich|when|where|that|which)\b")
# "In as many days".
_AS = re.compile(r"\bas\s{1,3}\Z", re.IGNORECASE)
# "In another year": no length.
_ONE_OF_MANY = re.compile(r"\b(?:in|just|only|and|or|of|than)\s{1,3}\Z", re.IGNORECASE)
_OF_A_WHOLE = re.compile(
    r"\b(?:for|within|inside|in|over|after|before|during|about|nearly|almost|than|least|most|only|just|another|of|gone"
    r"|away|stay(?:s|ed|ing)?|wait(?:s|ed|ing)?|takes?|taken|took|needs?|needed|spent|last(?:s|ed|ing)?|the|half|him|her"
    r"|them|and|or|once|to|up)\s{1,3}\Z",
    re.IGNORECASE,
)


def _read_length(found: re.Match[str], setting: Setting) -> Reading | None:
    number = number_of(found["number"])
    if number is not None and not 0 < number <= _MOST:
        return None
    unit = unit_named(found["unit"])
    if number is None and (found["unit"].lower() == "day" or (unit == "quarter" and not _is_of_a_year(found))):
        return None
    if unit == "quarter" and number and ("-" in found[0] or _ANCHORED_ELSEWHERE.match(setting.after)):
        return None
    if unit in ("year", "month") and (_OF_AGE.match(setting.after) or _AGED.search(setting.before)):
        return None
    if IN_A_NAME.match(setting.after) or (number is None and _AS.search(setting.before)):
        return None
    number = number and number * weeks_in(found["unit"])
    window, reason = window_of(number, unit, (found["which"] or "").lower(), setting)
    least = number_of(found["least"]) if found["least"] else number
    return Reading("DURATION", length_value(least, unit), reason, window, relative=window is not None)


def _is_of_a_year(found: re.Match[str]) -> bool:
    """Whether some quarters are parts of the year: "the past several quarters", not "in some quarters"."""
    return found["number"].lower() in ("several", "a few", "few") or bool(found["which"])


def length_value(number: float | None, unit: Unit) -> str:
    """ "P3Y6M" for three and a half years, "PXW" for some weeks."""
    letter, times = _LETTERS[unit]
    if number and number % 1 == 0.5 and unit == "year":
        return f"P{number - 0.5:g}Y6M"
    return f"P{'X' if number is None else figures(number * times)}{letter}"


def figures(number: float) -> str:
    """Without an exponent, however large."""
    return f"{number:.10g}"


def window_of(number: float | None, unit: Unit, which: str, setting: Setting) -> tuple[Window | None, str]:
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
    if which == "another" and _ONE_OF_MANY.search(setting.before):
        return None
    of_the_calendar = which == "next" and unit == "century"
    if found["of_now"] and (of_the_calendar or not _OVER_A_STRETCH.search(setting.before)):
        return None
    elsewhere = _ANCHORED_ELSEWHERE.match(setting.after) is not None
    if which == "a" and _IN.search(setting.before) and _WITH_ITS_STORY.match(setting.after):
        return None
    if which == "a" and _OF_RITE.match(setting.after):
        return None
    if unit == "quarter" or (
        which in ("a", "an", "another") and not (elsewhere or found["more"] or _is_length(setting))
    ):
        return None
    number = 1.0 * weeks_in(found["unit"])
    window, reason = window_of(number, unit, which, setting)
    return Reading("DURATION", length_value(number, unit), reason, window, relative=window is not None)


def _is_length(setting: Setting) -> bool:
    """Whether "a week" is no rate: "for a week", "a week’s work"."""
    return setting.after.startswith(("'s ", "’s ", " on,")) or _OF_A_WHOLE.search(setting.before) is not None


RULES: tuple[Rule, ...] = (
    rule(
        rf"(?:the (?=(?:{AHEAD}|{BEHIND})))?(?:(?P<which>{AHEAD}|{BEHIND}) )?"
        rf"{LEAST}{_COUNT}(?:-| ){MORE}"
        rf"(?P<unit>{UNITS})(?!(?:-| )?ago)",
        _read_length,
    ),
    rule(
        rf"(?:(?:the )?(?P<which>past|coming|an?|another)|the (?P<of_now>last|next))"
        rf"(?(of_now)| (?P<more>additional|extra|further|full|whole|entire))? (?P<unit>{UNIT})",
        _read_single,
    ),
)
