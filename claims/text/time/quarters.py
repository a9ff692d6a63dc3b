"""Rules for quarters, halves and fiscal years, and for the like period of the year before."""

import re
from dataclasses import replace
from datetime import date

from claims.text.time.periods import Period, Unit, period_of
from claims.text.time.reading import Reading, Rule, Setting, read_period, read_unknown, rule
from claims.text.time.words import QUARTERS, YEAR, year_of

_ORDINAL = "|".join([*QUARTERS, "last"])
PLACES = {**QUARTERS, "last": 0, "final": 0}
_YEARS = {"last": -1, "this": 0, "next": 1}
_YEAR_BEFORE = rf"(?:(?:fiscal )?(?P<year_before>{YEAR}|last year|this year|next year)(?:[’']s)? )?"
_YEAR_AFTER = rf"(?:(?: of)? (?:fiscal )?(?P<year_after>{YEAR}|last year|this year|next year))?"
_OF_LONGER = re.compile(r"\s{1,3}of\s{1,3}the\s{1,3}(?:[’']?\d|(?:last |next )?(?:decade|century)|(?:\w{1,9}ies)\b)")
# "He scored in the first half".
_OF_A_GAME = re.compile(
    r"\b(?:scored|scoring|headers?|equali[sz]ers?|touchdowns?|rebounds|kick-?off|half-?time)\b|\bof\sthe\s(?:match|game|season|final)\b",
    re.IGNORECASE,
)
# "The period of mourning", "the period when he ruled".
_PERIOD_OF = re.compile(r"\s{1,3}(?:of|when|in\swhich|before|after|between|from|during|leading)\b", re.IGNORECASE)
_HALVED = "hour|day|dozen|century|decade|mile|inning|million|billion|final|time"
LENGTHS: dict[str, tuple[Unit, int]] = {"quarter": ("quarter", 4), "half": ("half", 2)}


def _read_part_of_year(found: re.Match[str], setting: Setting) -> Reading | None:
    """Without a year it is the latest quarter that has begun or, where the clause looks ahead, not yet ended."""
    unit, count = LENGTHS[found["unit"].lower()]
    place = PLACES[found["ordinal"].lower()] or count
    if found["ordinal"].lower() == "last" and unit == "quarter" and not (found["year_before"] or found["year_after"]):
        return None
    if place > count or _OF_LONGER.match(setting.after):
        return None
    if not found["year_after"] and _OF_A_GAME.search(setting.before + " " + setting.after[:40]):
        return None
    written = found["year_before"] or found["year_after"]
    if written and written.isdigit():
        return read_period(in_year(int(written), unit, place, count), f"a {unit} with its year")
    if setting.day is None:
        return Reading("DATE", f"XXXX-{unit[0].upper()}{place}", "its year is not known", relative=True)
    if written:
        year = setting.day.year + _YEARS[written.lower().split()[0]]
        return read_period(in_year(year, unit, place, count), f"of {written}, counted from the publication day")
    return _latest_begun(in_year(setting.day.year, unit, place, count), count, setting, setting.day)


def in_year(year: int, unit: Unit, place: int, count: int) -> Period:
    return period_of(unit, date(year, 1, 1)).shifted(place - 1 if place <= count else 0)


def _latest_begun(same: Period, count: int, setting: Setting, day: date) -> Reading:
    begun = same if same.first <= day else same.shifted(-count)
    coming = begun.shifted(count)
    near = same.unit == "half" or coming.first - day < day - begun.last
    if setting.direction == "future" and begun.last < day and near:
        return read_period(coming, f"the next such {same.unit}")
    return read_period(begun, f"the latest such {same.unit} that has begun")


def _read_short_part(found: re.Match[str], setting: Setting) -> Reading | None:
    """ "Q3", "H1 2024", "4Q23"."""
    unit, count = LENGTHS["quarter" if found["unit"] == "Q" else "half"]
    place = int(found["place"])
    if place > count:
        return None
    year = int(found["year"]) if found["year"] else year_of(found["short"]) if found["short"] else None
    if year:
        return read_period(in_year(year, unit, place, count), f"a {unit} with its year")
    if setting.day is None:
        return Reading("DATE", f"XXXX-{found['unit']}{place}", "its year is not known", relative=True)
    return _latest_begun(in_year(setting.day.year, unit, place, count), count, setting, setting.day)


def _read_named_quarter(found: re.Match[str], setting: Setting) -> Reading | None:
    """ "The quarter", "the latest period": the one the report is about, else the last that is over."""
    if found["unit"].lower() == "period" and _PERIOD_OF.match(setting.after):
        return None
    named = quarter_reported_on(setting)
    if named:
        return read_period(named, "the quarter that was named before")
    if found["unit"].lower() == "period" or setting.day is None:
        return None
    return read_period(period_of("quarter", setting.day).shifted(-1), "the last full quarter")


def quarter_reported_on(setting: Setting) -> Period | None:
    """The quarter named last that was over, else the one named last."""
    named = [period for period in setting.mentioned if period.unit == "quarter"]
    over = [period for period in named if setting.day and period.last < setting.day]
    return next(reversed(over or named), None)


def _read_fiscal_year(found: re.Match[str], setting: Setting) -> Reading:
    """Its bounds differ from country to country, so the window stays open."""
    if re.match(r"\s{1,3}end(?:ed|ing|s)\b", setting.after) and not found["year"]:
        return Reading("DURATION", "P1Y", "a year of which the last day is said")
    written = found["year"] or found["year_before"]
    if written:
        year = int(written)
    elif setting.day is None:
        return replace(read_unknown("year"), reason="a fiscal year of no known year")
    else:
        year = setting.day.year + _YEARS.get((found["which"] or "this").lower(), 0)
    return Reading("DATE", f"{year:04}", "a fiscal year: its days are for a person to say")


def _read_short_fiscal_year(found: re.Match[str], setting: Setting) -> Reading:
    """ "FY2021", "FY 22"."""
    return Reading("DATE", f"20{found['year'][-2:]}", "a fiscal year: its days are for a person to say")


RULES: tuple[Rule, ...] = (
    rule(r"(?-i:FY) ?(?P<year>(?:20)?\d\d)", _read_short_fiscal_year),
    rule(
        rf"(?:the )?{_YEAR_BEFORE}(?:fiscal(?:-| ))?(?P<ordinal>{_ORDINAL})(?:-| )(?P<unit>quarter|half)"
        rf"(?!(?:-| )(?:an? )?(?:{_HALVED})\b){_YEAR_AFTER}",
        _read_part_of_year,
    ),
    rule(
        rf"(?-i:(?P<unit>[QH]))(?P<place>[1-4])(?:,? (?:of )?(?P<year>{YEAR})|[’'](?P<short>\d\d))?(?!-)",
        _read_short_part,
    ),
    rule(r"(?P<place>[1-4])(?-i:(?P<unit>[QH]))(?P<year>20\d\d)?(?P<short>\d\d)?", _read_short_part),
    rule(r"the (?:(?:latest|most recent) )?(?P<unit>quarter|period)(?!-(?:to|on|over)-)", _read_named_quarter),
    rule(
        rf"(?:(?:the|(?P<which>this|last|next)) )?(?:current )?(?:(?P<year_before>{YEAR}) )?(?:fiscal|financial)"
        rf"(?:(?: year)? (?P<year>{YEAR})(?:[-/]\d\d)?| year)",
        _read_fiscal_year,
    ),
)
