"""R3: forecasts without a window whose day of review is past."""

from claims.reports.numbered.parts import Column, Figure, Report, Table, count
from claims.reports.numbered.rows import RULE, live_rows
from claims.vocabulary import Timing

CODE, TITLE = "R3", "Review due"
QUESTION = "Which undated forecasts are to be looked at again?"
RULES = (f"Counted are undecided forecasts without a last day whose day of review is past. {RULE}",)
COLUMNS = (
    Column("number", "Claim", "claim"),
    Column("statement", "Statement"),
    Column("review_on", "Review on", "day"),
    Column("days", "Days since", "number"),
    Column("owner", "Owner"),
)


def build(scope):
    """Return the forecasts of `scope` that are to be looked at again, the longest waiting first."""
    due = [row for row in live_rows(scope) if row.timing == Timing.REVIEW_DUE and not row.is_decided]
    due.sort(key=lambda row: (row.review_on, row.number))
    lines = tuple(
        (row.number, row.statement, row.review_on, (scope.day - row.review_on).days, row.owner or "Nobody")
        for row in due
    )
    table = Table("due", TITLE, COLUMNS, lines, empty="No forecast waits for a review.")
    return Report(CODE, TITLE, RULES, (Figure("Forecasts to review", count(due, "due")),), (table,))
