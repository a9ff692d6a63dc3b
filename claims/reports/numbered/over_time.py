"""How the evidence of claims grew, month by month of what was published."""

from collections import Counter
from datetime import date, timedelta
from itertools import pairwise

from claims.reports.facts import facts_for
from claims.reports.numbered.parts import Chart, Series
from claims.vocabulary import EvidenceStatus

# Every claim is judged anew for each month in which something about it was published.
MOST_CLAIMS = 2000
MOST_MONTHS = 24
TITLE = "Evidence at the end of each month"
RULE = (
    f"The chart shows what this report says as of the end of each month until that of the newest linked article, "
    f"of {MOST_MONTHS} months at the most, without claims that had no evidence then. It is drawn for up to "
    f"{MOST_CLAIMS:,} claims."
)
TONES = {
    EvidenceStatus.CONFLICTING: "red",
    EvidenceStatus.OUTCOME_REPORTED: "green",
    EvidenceStatus.NON_OCCURRENCE_REPORTED: "amber",
    EvidenceStatus.CORROBORATED: "blue",
    EvidenceStatus.REPEATED: "violet",
    EvidenceStatus.SINGLE_SOURCE: "neutral",
}


def evidence_by_month(rows, scope):
    """Return the chart of the evidence status of the live claims `rows` (one or none), as of the ends of months."""
    if len(rows) > MOST_CLAIMS:
        return ()
    facts = facts_for([row.pk for row in rows], recorded_by=scope.recorded_by).values()
    published = [
        link.published_on
        for of_claim in facts
        for link in of_claim.links
        if link.published_on and link.published_on <= scope.day
    ]
    days = month_ends(min(published), max(published), scope.day) if published else []
    if len(days) < 2:
        return ()
    tallies = [Counter() for _ in days]
    for of_claim in facts:
        for tally, status in zip(tallies, _statuses(of_claim, days), strict=True):
            tally[status] += 1
    series = (_series(status, tone, tallies) for status, tone in TONES.items())
    labels = tuple(f"{day:%b} {day.year}" for day in days)
    return (Chart("months", TITLE, "line", labels, tuple(one for one in series if any(one.values))),)


def _series(status, tone, tallies):
    return Series(status.label, tuple(tally[status] for tally in tallies), tone)


def _statuses(facts, days):
    """Yield the evidence status as of each of `days`; it can only change when something was published meanwhile."""
    published = [link.published_on for link in facts.links if link.published_on]
    status = facts.status(days[0])
    yield status
    for before, day in pairwise(days):
        if any(before < one <= day for one in published):
            status = facts.status(day)
        yield status


def month_ends(first, last, cut_off):
    """Return the last days of the months from `first` to `last`, the newest `MOST_MONTHS` of them, up to `cut_off`.

    >>> month_ends(date(2021, 10, 9), date(2021, 12, 1), date(2021, 12, 24))
    [datetime.date(2021, 10, 31), datetime.date(2021, 11, 30), datetime.date(2021, 12, 24)]
    """
    ends, end = [], _month_end(last)
    while end >= first and len(ends) < MOST_MONTHS:
        ends.append(min(end, cut_off))
        end = end.replace(day=1) - timedelta(days=1)
    return ends[::-1]


def _month_end(day):
    return (date(day.year, day.month, 28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
