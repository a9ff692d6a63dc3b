"""Rules for quarters that are known by their days: "the quarter ended Sept. 30", "the July-September quarter"."""

import re
from dataclasses import replace
from datetime import date, timedelta

from claims.text.time.choosing import choose
from claims.text.time.days import DAY_FIRST, MONTH_FIRST, read_day_of_month
from claims.text.time.periods import period_of
from claims.text.time.reading import Direction, Reading, Rule, Setting, read_period, rule, words
from claims.text.time.words import MONTH, YEAR, month_number

_DAYS_IN_FULL = (words(DAY_FIRST), words(MONTH_FIRST))
_ANY_DAY = re.sub(r"\?P<\w+>", "?:", f"{DAY_FIRST}|{MONTH_FIRST}")
# Quarters of companies end some days before or after a calendar's: what counts is where the middle lies.
_HALF_A_QUARTER = timedelta(days=45)


def _read_quarter_ended(found: re.Match[str], setting: Setting) -> Reading | None:
    """ "The quarter ended Sept. 30": the calendar's that holds its middle, unless a report has named its own."""
    if setting.last_mentioned("quarter"):
        return None
    direction: Direction = "past" if found["edge"].lower() == "ended" else "future"
    in_full = next((day for pattern in _DAYS_IN_FULL if (day := pattern.fullmatch(found["day_said"]))), None)
    # The year may stand in the day itself; what follows it is no part of it.
    last = read_day_of_month(in_full, replace(setting, direction=direction, after="")) if in_full else None
    if last is None or last.period is None:
        return None
    quarter = period_of("quarter", last.period.first - _HALF_A_QUARTER)
    return read_period(quarter, f"the quarter that ends on a day; {last.reason}", relative=last.relative)


def _read_quarter_of_months(found: re.Match[str], setting: Setting) -> Reading | None:
    """ "The September quarter", "the July-September period": of the three months of which that is the last."""
    month = month_number(found["month"])
    if month % 3 or (found["first"] and month - month_number(found["first"]) != 2):
        return None
    if found["year"]:
        return read_period(period_of("quarter", date(int(found["year"]), month, 1)), "a quarter with its year")
    if setting.day is None:
        return Reading("DATE", f"XXXX-Q{month // 3}", "its year is not known", relative=True)
    same = period_of("quarter", date(setting.day.year, month, 1))
    return read_period(*choose([same.shifted(4 * by) for by in (-1, 0, 1)], setting.day, setting, otherwise="past"))


RULES: tuple[Rule, ...] = (
    rule(
        r"(?P<words>the (?:(?:latest|most recent|fiscal) )?quarter)"
        rf"(?=,?(?: that| which)? (?P<edge>ended|ending|ends)(?: on)? (?P<day_said>{_ANY_DAY}))",
        _read_quarter_ended,
        "quarter",
    ),
    rule(
        rf"(?:the )?(?:(?P<first>{MONTH})(?:-| to | through ))?(?P<month>{MONTH})(?:-| )(?:fiscal )?"
        rf"(?:quarter|(?(first)period|quarter))(?:,? (?:of )?(?P<year>{YEAR}))?",
        _read_quarter_of_months,
        "quarter",
        "period",
    ),
)
