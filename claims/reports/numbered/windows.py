"""When the windows of forecasts that wait for their outcome end, week by week."""

from collections import Counter
from datetime import timedelta

from claims.reports.numbered.parts import Chart, Series
from claims.vocabulary import Timing

WEEKS_BACK, WEEKS_AHEAD = 6, 6
WAITING = (Timing.NOT_DUE, Timing.DUE, Timing.OVERDUE)
TITLE = "Windows that end, by week"


def windows_by_week(rows, day):
    """Return the chart (one or none) of the undecided forecasts among `rows` whose window ends around `day`.

    It holds the weeks from Monday on, of six weeks before to six weeks after that of `day`.
    """
    this_week = _monday(day)
    weeks = [this_week + timedelta(weeks=number) for number in range(-WEEKS_BACK, WEEKS_AHEAD + 1)]
    waiting = [row for row in rows if row.timing in WAITING and not row.is_decided]
    ends = Counter(_monday(row.window_end) for row in waiting)
    values = tuple(ends[week] for week in weeks)
    if not any(values):
        return ()
    labels = tuple(f"{week.day} {week:%b}" for week in weeks)
    return (Chart("weeks", TITLE, "bars", labels, (Series("Undecided forecasts", values, "blue"),), "forecasts"),)


def _monday(day):
    return day - timedelta(days=day.weekday())
