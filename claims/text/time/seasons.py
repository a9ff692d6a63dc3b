"""Rules for the seasons: "last winter", "the summer of 2020", "this fall"."""

import re

from claims.text.time.parts import PART
from claims.text.time.reading import Reading, Rule, Setting, rule
from claims.text.time.words import SEASONS, SHORT_YEAR, YEAR, year_of

# "In the fall", but not "in the fall of Kabul".
_IN = re.compile(r"\b(?:in|by|until|during|since)\s{1,3}\Z", re.IGNORECASE)
_A_DROP = re.compile(r"\s{1,3}in\s{1,3}(?!(?:his|her|its|their|our|a|an|the)\b)[a-z]")
# "The Arab Spring", "the Winter Olympics".
_NAME_BEFORE, _NAME_AFTER = re.compile(r"[A-Z][a-z]{2,20}\s{1,3}\Z"), re.compile(r"\s{1,3}[A-Z][a-z]")
_A_NOUN = re.compile(r"\s{1,3}(?:sessions?|wheat|crops?|coats?|clothes|clothing|sports|rolls?|water|mattress)\b")
_SINCE = re.compile(r"\b(?:since|by|until|before|after)\s{1,3}\Z", re.IGNORECASE)
_STEPS = {"last": -1, "this": 0, "next": 1}
_BEGINS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}


def _read_season(found: re.Match[str], setting: Setting) -> Reading | None:
    season = found["season"].lower()
    which = (found["which"] or "").lower().split()
    written = found["year"] or (f"{year_of(found['short'])}" if found["short"] else None)
    named = found["part"] or written or (which == ["the"] and _IN.search(setting.before))
    if _A_NOUN.match(setting.after) or (found["season"][0].isupper() and _is_name(found, setting)):
        return None
    if season == "fall" and which in (["the"], ["this"], []) and _A_DROP.match(setting.after):
        return None
    if season == "fall" and (not which or which == ["the"]) and not named:
        return None
    if not which and (found["part"] or _SINCE.search(setting.before)):
        which = ["the"]
    year = written or _year_said(found, setting) or _year_of_season(season, which, setting)
    return Reading(
        "DATE", f"{year}-{SEASONS[season]}", "a season: its days are for a person to say", relative=not written
    )


def _is_name(found: re.Match[str], setting: Setting) -> bool:
    """Whether it is one of several capitals: "Prague Spring", "Spring Valley"."""
    alone = found[0] == found["season"]
    return (alone or (found["which"] or "the").lower() == "the") and (
        _NAME_BEFORE.search(setting.before) is not None or _NAME_AFTER.match(setting.after) is not None
    )


def _year_said(found: re.Match[str], setting: Setting) -> str | None:
    """ "The spring of next year"."""
    if not found["relative"] or setting.day is None:
        return None
    return f"{setting.day.year + _STEPS[found['relative'].lower()]:04}"


def _year_of_season(season: str, which: list[str], setting: Setting) -> str:
    """A season belongs to the year in which it begins. "The winter" is placed by the tense of its clause.

    "This winter" may be the one that began last year; any other "this" is of the year of publication.
    """
    if setting.day is None or not which:
        return "XXXX"
    now = setting.day.year * 12 + setting.day.month
    begins = {setting.day.year + by: (setting.day.year + by) * 12 + _BEGINS[season] for by in (-1, 0, 1)}
    if which[-1] in ("last", "past"):
        return f"{max(year for year, month in begins.items() if month + 2 < now):04}"
    if which == ["the"] and setting.direction == "future":
        return f"{min(year for year, month in begins.items() if month + 2 > now):04}"
    if which[-1] in ("next", "coming"):
        begun = now - 1 if which[-1] == "coming" else now
        return f"{min(year for year, month in begins.items() if month > begun):04}"
    if which == ["this"] and season != "winter":
        return f"{setting.day.year:04}"
    if which == ["the"] and setting.direction == "past":
        return f"{max(year for year, month in begins.items() if month <= now):04}"
    return f"{min(begins, key=lambda year: abs(begins[year] + 1 - now)):04}" if which[-1] == "this" else "XXXX"


RULES: tuple[Rule, ...] = (
    rule(
        rf"{PART}(?:(?P<which>last|this past|this|next|this coming|the coming|the) )?"
        rf"(?P<season>{'|'.join(SEASONS)})"
        rf"(?:,? (?:of )?(?:(?P<year>{YEAR})|{SHORT_YEAR})|(?:,? of)? (?P<relative>last|this|next) year)?"
        r"(?!s| of (?!\d))",
        _read_season,
        *SEASONS,
    ),
)
