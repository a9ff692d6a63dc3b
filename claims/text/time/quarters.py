"""Rules for quarters, halves and fiscal years, and for the like period of the year before."""

import re
from dataclasses import replace
from datetime import date

from claims.text.time.periods import Period, Unit, period_of
from claims.text.time.reading import Reading, Rule, Setting, read_period, read_unknown, rule
from claims.text.time.words import NUMBER, QUARTERS, YEAR, number_of

_ORDINAL = "|".join([*QUARTERS, "last"])
_PLACES = {**QUARTERS, "last": 0, "final": 0}
_YEARS = {"last": -1, "this": 0, "next": 1}
_YEAR_BEFORE = rf"(?:(?:fiscal )?(?P<year_before>{YEAR}|last year|this year|next year)(?:[’']s)? )?"
_YEAR_AFTER = rf"(?:(?: of)? (?:fiscal )?(?P<year_after>{YEAR}|last year|this year|next year))?"
_OF_LONGER = re.compile(r"\s{1,3}of\s{1,3}the\s{1,3}(?:[’']?\d|(?:last |next )?(?:decade|century)|(?:\w{1,9}ies)\b)")
# "In the nine months … In the year-earlier period".
_MONTHS_REPORTED_ON = re.compile(r"\b(three|six|nine)(?:-|\s)months?\b(?!.*\bquarter)", re.IGNORECASE | re.DOTALL)
_SAME_AS_WHICH = re.compile(r"the\s+same\s+period", re.IGNORECASE)
# "September sales rose from a year earlier".
_BESIDE_A_MONTH = re.compile(r"(?:a|one)\s+year\s+(?:earlier|before)", re.IGNORECASE)
_HALVED = "hour|day|dozen|century|decade|mile|inning|million|billion|final|time"
_LENGTHS: dict[str, tuple[Unit, int]] = {"quarter": ("quarter", 4), "half": ("half", 2)}


def _read_part_of_year(found: re.Match[str], setting: Setting) -> Reading | None:
    """Without a year it is the latest quarter that has begun or, where the clause looks ahead, not yet ended."""
    unit, count = _LENGTHS[found["unit"].lower()]
    place = _PLACES[found["ordinal"].lower()] or count
    if place > count or _OF_LONGER.match(setting.after):
        return None
    written = found["year_before"] or found["year_after"]
    if written and written.isdigit():
        return read_period(_in_year(int(written), unit, place, count), f"a {unit} with its year")
    if setting.day is None:
        return Reading("DATE", f"XXXX-{unit[0].upper()}{place}", "its year is not known", relative=True)
    if written:
        year = setting.day.year + _YEARS[written.lower().split()[0]]
        return read_period(_in_year(year, unit, place, count), f"of {written}, counted from the publication day")
    return _latest_begun(_in_year(setting.day.year, unit, place, count), count, setting, setting.day)


def _in_year(year: int, unit: Unit, place: int, count: int) -> Period:
    return period_of(unit, date(year, 1, 1)).shifted(place - 1 if place <= count else 0)


def _latest_begun(same: Period, count: int, setting: Setting, day: date) -> Reading:
    begun = same if same.first <= day else same.shifted(-count)
    coming = begun.shifted(count)
    near = same.unit == "half" or coming.first - day < day - begun.last
    if setting.direction == "future" and begun.last < day and near:
        return read_period(coming, f"the next such {same.unit}")
    return read_period(begun, f"the latest such {same.unit} that has begun")


def _read_short_quarter(found: re.Match[str], setting: Setting) -> Reading:
    place = int(found["place"])
    if found["year"]:
        return read_period(_in_year(int(found["year"]), "quarter", place, 4), "a quarter with its year")
    if setting.day is None:
        return Reading("DATE", f"XXXX-Q{place}", "its year is not known", relative=True)
    return _latest_begun(_in_year(setting.day.year, "quarter", place, 4), 4, setting, setting.day)


def _read_named_quarter(found: re.Match[str], setting: Setting) -> Reading | None:
    """ "The quarter", "the latest period": the one the report is about, else the last that is over."""
    named = _quarter_reported_on(setting)
    if named:
        return read_period(named, "the quarter that was named before")
    if found["unit"].lower() == "period" or setting.day is None:
        return None
    return read_period(period_of("quarter", setting.day).shifted(-1), "the last full quarter")


def _quarter_reported_on(setting: Setting) -> Period | None:
    """The quarter named last that was over, else the one named last."""
    named = [period for period in setting.mentioned if period.unit == "quarter"]
    over = [period for period in named if setting.day and period.last < setting.day]
    return next(reversed(over or named), None)


def _read_like_period(found: re.Match[str], setting: Setting) -> Reading | None:
    """ "A year earlier" beside a quarter is that quarter of the year before; it is not what is spoken of."""
    months = found["length"] or (None if found["year"] else _months_reported_on(setting))
    if months:
        return Reading("DURATION", f"P{number_of(months):g}M", "the like months of the year before")
    if _BESIDE_A_MONTH.fullmatch(found[0]) and setting.mentioned and setting.mentioned[-1].unit == "month":
        like = setting.mentioned[-1].shifted(-12)
        return replace(read_period(like, "the like month of the year before", relative=True), period=None)
    named = _quarter_reported_on(setting)
    if named is None and setting.day and found["year"] is None and "quarter" in found[0].lower():
        named = period_of("quarter", setting.day).shifted(-1)
    day = named.first if named else setting.day
    if day is None:
        return read_unknown("year")
    if named is None and _SAME_AS_WHICH.fullmatch(found[0]):
        return None
    if found["same_year"]:
        reason, year = "the like period of that year", int(found["same_year"])
    elif found["year"]:
        named = named if found["unit"].lower() == "quarter" else None
        reason, year = "the like period of that year", int(found["year"])
    else:
        reason, year = "the like period of the year before", day.year - 1
    like = period_of("quarter", named.first.replace(year=year)) if named else period_of("year", date(year, 1, 1))
    return replace(read_period(like, reason, relative=True), period=None)


def _months_reported_on(setting: Setting) -> str | None:
    found = _MONTHS_REPORTED_ON.search(setting.before)
    return found[1] if found else None


def _read_like_month(found: re.Match[str], setting: Setting) -> Reading | None:
    """ "The same month last year": of the month named last, else of the last full one."""
    named = setting.last_mentioned("month") or (period_of("month", setting.day).shifted(-1) if setting.day else None)
    if named is None or setting.day is None:
        return None
    year = int(found["year"]) if found["year"] else setting.day.year - 1
    return read_period(period_of("month", named.first.replace(year=year)), "the like month of a year", relative=True)


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
    rule(rf"Q(?P<place>[1-4])(?:,? (?:of )?(?P<year>{YEAR}))?", _read_short_quarter),
    rule(r"the (?:(?:latest|most recent) )?(?P<unit>quarter|period)", _read_named_quarter),
    rule(
        rf"(?:(?:the )?year(?:-| )(?:ago|earlier)(?: (?:quarter|period|(?P<length>{NUMBER}) months))?"
        rf"|(?:a|one) year (?:ago|earlier|before)"
        rf"|the (?:corresponding|comparable|like|same|year-earlier) (?:quarter|period)"
        rf"(?: (?:(?:of |in )?(?:last year|(?P<same_year>{YEAR}))|a year (?:ago|earlier)))?"
        rf"|(?:the )?(?P<year>{YEAR}) (?P<unit>quarter|period))",
        _read_like_period,
    ),
    rule(
        rf"(?:the|that) same month (?:(?:of |in )?(?:last year|(?P<year>{YEAR}))|a year (?:ago|earlier))",
        _read_like_month,
        "same",
    ),
    rule(
        rf"(?:(?:the|(?P<which>this|last|next)) )?(?:current )?(?:(?P<year_before>{YEAR}) )?(?:fiscal|financial)"
        rf"(?:(?: year)? (?P<year>{YEAR})(?:[-/]\d\d)?| year)",
        _read_fiscal_year,
    ),
)
