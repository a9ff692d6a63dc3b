"""R5: how forecasts came out."""

from claims.reports.numbered.parts import Chart, Column, Figure, Report, Series, Table, count, share
from claims.reports.numbered.rows import DECIDED_LATER, RULE, live_rows
from claims.vocabulary import ClaimKind, Verdict

CODE, TITLE = "R5", "Forecast outcomes"
QUESTION = "How many forecasts came true?"
FULFILLED = (Verdict.CONFIRMED,)
# What says nothing of whether the event came about is in no denominator.
TELLING = (Verdict.CONFIRMED, Verdict.PARTLY_CONFIRMED, Verdict.REFUTED)
RULES = (
    "Fulfilment is confirmed / (confirmed + partly confirmed + refuted), of decided forecasts.",
    "Unresolved, not checkable and moot are in no denominator. A percentage is given from five forecasts on.",
    f"{RULE} Such forecasts are told apart, where there are any, and are in no share.",
)
COLUMNS = (Column("verdict", "Verdict"), Column("forecasts", "Decided forecasts", "number"))


def build(scope):
    """Return how the decided forecasts of `scope` came out."""
    forecasts = [row for row in live_rows(scope) if row.kind == ClaimKind.FORECAST]
    decided = [row for row in forecasts if row.is_decided]
    later = count(forecasts, "later", lambda row: row.stands == DECIDED_LATER)
    figures = (Figure("Fulfilment", fulfilment(decided, "fulfilment")),)
    if later.n:
        figures += (Figure(DECIDED_LATER, later),)
    lines = tuple(
        (verdict.label, count(decided, verdict.value, lambda row, verdict=verdict: row.verdict == verdict))
        for verdict in Verdict
    )
    table = Table("verdicts", "Verdicts", COLUMNS, lines, total=("All decided", count(decided, "decided")))
    return Report(CODE, TITLE, RULES, figures, (table,), _chart(lines) if decided else ())


def _chart(lines):
    values = tuple(counted.n for _, counted in lines)
    series = (Series("Decided forecasts", values, "blue"),)
    return (
        Chart(
            "outcomes",
            "Decided forecasts by verdict",
            "bars",
            tuple(label for label, _ in lines),
            series,
            "decided forecasts",
        ),
    )


def fulfilment(rows, key):
    """Return which share of the forecasts `rows` that came out one way or the other came true."""
    return share(rows, key, of=lambda row: row.verdict in TELLING, test=lambda row: row.verdict in FULFILLED)
