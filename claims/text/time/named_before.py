"""Rules for periods counted from what was named before: "two days later", "the year before", "that week", "then"."""

import re

from claims.text.time.periods import Unit, moved, period_of
from claims.text.time.reading import Reading, Rule, Setting, read_period, rule
from claims.text.time.words import COUNT, UNIT, UNITS, number_of, unit_named, weeks_in

# "Since then", not "and then".
_UP_TO = re.compile(r"\b(?P<word>since|until|till|by)\s{1,3}\Z", re.IGNORECASE)
_NOW = re.compile(r"\bnow,?\s{1,3}\Z", re.IGNORECASE)
# What must have been named for "two months later" to be a month.
AS_EXACT_AS: dict[Unit, tuple[Unit, ...]] = {
    "day": ("day",),
    "week": ("day",),
    "month": ("day", "month"),
    "year": ("day", "month", "year"),
}


def _read_that(found: re.Match[str], setting: Setting) -> Reading | None:
    """ "That year", "the same month": the one that was named before."""
    unit = unit_named(found["unit"])
    named = setting.mentioned[-1] if setting.mentioned else None
    if named is None:
        return None
    return read_period(period_of(unit, named.first), f"the {unit} of what was named before")


def _read_next_day(found: re.Match[str], setting: Setting) -> Reading | None:
    """ "The next day", "the previous day": from the day that was named before."""
    named = setting.last_mentioned("day")
    if named is None:
        return None
    by = -1 if found["which"].lower() in ("previous", "day before") else 1
    return read_period(named.shifted(by), "counted from the day named before")


def _read_beside_named(found: re.Match[str], setting: Setting) -> Reading | None:
    """ "Two days later", "a week earlier", "two years later": from what was named before, if that is as exact."""
    unit, number = unit_named(found["unit"]), number_of(found["number"])
    named = setting.last_mentioned(*AS_EXACT_AS.get(unit, ()))
    if named is None or number is None or number % 1:
        return None
    by = int(number) * weeks_in(found["unit"]) * (-1 if found["way"].lower() == "earlier" else 1)
    period = period_of("day" if unit == "week" else unit, moved(named.first, unit, by))
    # "Now, 20 years later": counted from something else, unless the clause speaks of what is to come.
    if setting.day and period.first > setting.day and setting.direction != "future":
        return None
    return None if _NOW.search(setting.before) else read_period(period, "counted from what was named before")


def _read_one_beside_named(found: re.Match[str], setting: Setting) -> Reading | None:
    """ "The year before", "the following month": from what was named before."""
    unit = unit_named(found["unit"])
    named = setting.last_mentioned(*AS_EXACT_AS.get(unit, ()))
    by = 1 if (found["way"] or found["which"]).lower() in ("after", "following") else -1
    if named is None and unit in ("month", "year") and by < 0 and setting.day:
        return read_period(
            period_of(unit, setting.day).shifted(-1), "counted from the publication day", relative=True
        )
    if named is None:
        return None
    return read_period(period_of(unit, named.first).shifted(by), "counted from what was named before")


def _read_in_the_day(found: re.Match[str], setting: Setting) -> Reading | None:
    """ "Later in the day": of the day that was named before, else of publication."""
    named = setting.last_mentioned("day") or (period_of("day", setting.day) if setting.day else None)
    return read_period(named, "the day named before", relative=True) if named else None


def _read_then(found: re.Match[str], setting: Setting) -> Reading | None:
    """ "Until then", "since then": what was named before."""
    up_to = _UP_TO.search(setting.before)
    if not setting.mentioned or not up_to or setting.after.startswith("-"):
        return None
    named = setting.mentioned[-1]
    over = setting.day is None or named.last < setting.day
    return read_period(named, "what was named before") if over or up_to["word"].lower() != "since" else None


RULES: tuple[Rule, ...] = (
    rule(rf"{COUNT} (?P<unit>{UNITS}) (?P<way>earlier|later)", _read_beside_named, "earlier", "later"),
    rule(
        rf"the (?:(?P<which>following|preceding) )?(?P<unit>{UNIT})(?(which)| (?P<way>before|after)"
        r"(?=[.,;)]| and\b| but\b|\Z))",
        _read_one_beside_named,
    ),
    rule(r"(?:earlier|later|early|late) in the day", _read_in_the_day, "day"),
    rule(r"then", _read_then, "then"),
    rule(r"the (?P<which>next|following|previous) day", _read_next_day),
    rule(r"(?:that|the same|that same) (?P<unit>week|month|year|quarter)", _read_that),
)
