"""Rules for parts of days: "Wednesday night", "last night", "this morning", "late afternoon"."""

import re
from dataclasses import replace

from claims.text.time.days import read_near_day
from claims.text.time.expression import Window
from claims.text.time.periods import period_of, unknown_value
from claims.text.time.reading import Reading, Rule, Setting, read_period, rule
from claims.text.time.weekdays import read_weekday
from claims.text.time.words import DAY_PART, DAY_PARTS, WEEKDAY

_NEAR = {"this": 0, "tomorrow": 1, "yesterday": -1, "last": -1, "earlier this": 0, "later this": 0}
# "By late afternoon", but not "an early morning host".
_WHEN = re.compile(
    r"\b(?:in|by|at|on|until|till|since|from|during|before|after)\s{1,3}(?:the\s{1,3})?\Z", re.IGNORECASE
)
_A_CAPITAL = re.compile(r"\s{1,3}(?:[A-Z][a-z]|on\s[A-Z])")
_A_NOUN = re.compile(
    r"\s{1,3}(?:news|bulletin|editions?|trading|trade|show|host|session|raid|flight|hours|prayers?)\b"
)


def _read_part_of_weekday(found: re.Match[str], setting: Setting) -> Reading | None:
    """None for a name: "Sunday Morning Futures", "Friday Night Lights"."""
    if found["part"][0].isupper() and not found["part"].isupper() and _A_CAPITAL.match(setting.after):
        return None
    day = read_weekday(found, setting)
    value = f"{day.value}T{DAY_PARTS[found['part'].lower()]}"
    return replace(day, type="TIME", value=value, reason=f"a part of a day; {day.reason}")


def _read_overnight(found: re.Match[str], setting: Setting) -> Reading:
    """ "Overnight Saturday", "overnight on Friday"."""
    day = read_weekday(found, setting)
    return replace(day, type="TIME", value=f"{day.value}TNI", reason=f"the night of a day; {day.reason}")


def _read_part_of_near_day(found: re.Match[str], setting: Setting) -> Reading | None:
    """ "Tonight", "last night", "tomorrow morning": counted from the publication day."""
    said = re.sub(r"\A(?:early|late)\s+", "", found[0].lower())
    if found[0] == "Tonight" and setting.before.rstrip().endswith("News"):
        return None
    part = "NI" if said.endswith(("tonight", "overnight")) else DAY_PARTS[said.split()[-1]]
    by = next((step for word, step in _NEAR.items() if said.startswith(word)), 0)
    if setting.day is None:
        return Reading(
            "TIME", f"{unknown_value('day')}T{part}", "counted from a day that is not known", relative=True
        )
    period = period_of("day", setting.day).shifted(by)
    # Dawn may find a newspaper written: "overnight" began the day before.
    before = said == "overnight" and setting.direction != "future"
    window = Window(period.shifted(-1).first if before else period.first, period.last)
    return Reading(
        "TIME", f"{period.value}T{part}", "counted from the publication day", window, period, relative=True
    )


def _read_part_of_named_day(found: re.Match[str], setting: Setting) -> Reading | None:
    """ "That evening", "in the morning": of the day that was named before."""
    named = setting.last_mentioned("day")
    if named is None:
        return None
    value = f"{named.value}T{DAY_PARTS[found['part'].lower()]}"
    return replace(read_period(named, "a part of the day named before"), type="TIME", value=value)


def _read_part_beside_named_day(found: re.Match[str], setting: Setting) -> Reading | None:
    """ "The next morning", "the night before": of the day after or before the one that was named."""
    named = setting.last_mentioned("day")
    if named is None:
        return None
    day = named.shifted(-1 if (found["which"] or found["way"]).lower() in ("previous", "before") else 1)
    value = f"{day.value}T{DAY_PARTS[found['part'].lower()]}"
    return replace(read_period(day, "counted from the day named before"), type="TIME", value=value)


def _read_late_part_of_day(found: re.Match[str], setting: Setting) -> Reading | None:
    """ "Mid-afternoon yesterday", "early morning on Monday"."""
    day = read_weekday(found, setting) if found["weekday"] else read_near_day(found["near"], setting)
    value = f"{day.value}T{DAY_PARTS[found['part'].lower()]}"
    return replace(day, type="TIME", value=value, reason=f"a part of a day; {day.reason}")


def _read_early_or_late_part(found: re.Match[str], setting: Setting) -> Reading | None:
    """ "By late afternoon", "in the early evening": of the day that was named before, else of publication."""
    if not _WHEN.search(setting.before) or _A_NOUN.match(setting.after):
        return None
    part = DAY_PARTS[found["part"].lower()]
    named = setting.last_mentioned("day") or (period_of("day", setting.day) if setting.day else None)
    if named is None:
        return Reading("TIME", f"{unknown_value('day')}T{part}", "of a day that is not known", relative=True)
    return replace(read_period(named, "a part of the day told of"), type="TIME", value=f"{named.value}T{part}")


RULES: tuple[Rule, ...] = (
    rule(
        rf"(?:early |late )?(?:(?P<which>last|next|this) )?(?P<weekday>{WEEKDAY})(?:-| )(?P<part>{DAY_PART})",
        _read_part_of_weekday,
    ),
    rule(
        rf"(?:early |late )?(?:(?:(?:earlier |later )?this|tomorrow|yesterday|last) {DAY_PART}|tonight|overnight)",
        _read_part_of_near_day,
    ),
    rule(rf"overnight(?: on)? (?P<weekday>{WEEKDAY})(?P<which>)", _read_overnight, "overnight"),
    rule(rf"that (?:same )?(?P<part>{DAY_PART})", _read_part_of_named_day, "that"),
    rule(
        r"(?:(?<=in\s)|(?<=during\s)|(?<=through\s))the (?P<part>morning|afternoon|evening|night)",
        _read_part_of_named_day,
        *("in the", "during the", "through the"),
    ),
    rule(r"(?:the )?(?:early|late|mid)(?:-| )(?P<part>morning|afternoon|evening)", _read_early_or_late_part),
    rule(
        rf"(?:the )?(?:early|late|mid)(?:-| )(?P<part>morning|afternoon|evening)(?: on)? "
        rf"(?:(?P<near>yesterday|today|tomorrow)|(?:(?P<which>last|next|this) )?(?P<weekday>{WEEKDAY}))",
        _read_late_part_of_day,
    ),
    rule(
        rf"the (?:(?P<which>next|following|previous) )?(?P<part>{DAY_PART})(?(which)| (?P<way>before|after)"
        r"(?=[.,;)]| and\b| but\b|\Z))",
        _read_part_beside_named_day,
    ),
)
