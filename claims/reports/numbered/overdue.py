"""R2: forecasts whose window is over, with nothing said of how it came out."""

from claims.reports.date_chain import newest_dates
from claims.reports.history import Past
from claims.reports.numbered.parts import Column, Figure, Report, Table, count
from claims.reports.numbered.rows import RULE, live_rows
from claims.reports.numbered.windows import windows_by_week
from claims.vocabulary import Timing

CODE, TITLE = "R2", "Overdue forecasts"
QUESTION = "Which forecasts should have come out by now, and nobody has said how?"
RULES = (
    "A forecast is overdue when its window and the days of grace are over, no independent report says how it came "
    f"out, and nobody has decided it. {RULE}",
    "Overdue with nothing found is unresolved. It never means refuted.",
    "A forecast restated with a new date keeps its own and stays in this list; the claim with the newest date stands "
    "beside it.",
    "The chart shows undecided forecasts without an outcome, by the week from Monday on in which their window ends.",
)
COLUMNS = (
    Column("number", "Claim", "claim"),
    Column("statement", "Statement"),
    Column("window_end", "Window ended", "day"),
    Column("days", "Days since", "number"),
    Column("articles", "Articles", "number"),
    Column("origins", "Origins", "number"),
    Column("owner", "Owner"),
    Column("newest", "Rescheduled to", "claim"),
    Column("newest_end", "New date", "day"),
)


def build(scope):
    """Return the overdue forecasts of `scope`, the longest overdue first."""
    rows = live_rows(scope)
    late = [row for row in rows if row.timing == Timing.OVERDUE and not row.is_decided]
    late.sort(key=lambda row: (row.window_end, row.number))
    newest = newest_dates([row.pk for row in late], as_of=scope.day, past=Past(scope.recorded_by))
    figures = (
        Figure("Overdue forecasts", count(late, "overdue")),
        Figure("Of these without an owner", count(late, "unowned", lambda row: row.owner is None)),
        Figure("Of these rescheduled", count(late, "rescheduled", lambda row: row.pk in newest)),
    )
    lines = tuple(_line(row, scope.day, newest.get(row.pk)) for row in late)
    table = Table("overdue", TITLE, COLUMNS, lines, empty="Nothing is overdue.", note=_doubts(late, newest))
    return Report(CODE, TITLE, RULES, figures, (table,), windows_by_week(rows, scope.day))


def _doubts(late, newest):
    """Say of which claims the new date is in doubt, and why; nothing where of none."""
    doubted = [(row.number, newest[row.pk].date_doubt) for row in late if row.pk in newest]
    said = [f"C-{number}: {doubt}" for number, doubt in doubted if doubt]
    return f"New dates in doubt. {' '.join(said)}" if said else ""


def _line(row, day, newest):
    since = (day - row.window_end).days
    moved = (newest.number, newest.window_end) if newest else (None, None)
    return (
        row.number,
        row.statement,
        row.window_end,
        since,
        row.articles,
        row.origins,
        row.owner or "Nobody",
        *moved,
    )
