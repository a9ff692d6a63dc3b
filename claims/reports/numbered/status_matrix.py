"""R1: where the live claims stand, by state and by what their evidence adds up to, for each kind."""

from collections import defaultdict

from claims.reports.numbered import over_time
from claims.reports.numbered.parts import Column, Figure, Report, Table, count
from claims.reports.numbered.rows import DECIDED_LATER, LIVE, RULE, live_rows
from claims.vocabulary import ClaimKind, EvidenceStatus

CODE, TITLE = "R1", "Status matrix"
QUESTION = "Where do our claims stand, and on what evidence?"
RULES = (
    "Counted are live claims: open, awaiting review or decided. A merged claim counts in the one it was merged into.",
    "Evidence status is what the links add up to. It is not a verdict.",
    f"{RULE} Where there are such claims, they stand in a line of their own: “{DECIDED_LATER}”.",
    over_time.RULE,
)
COLUMNS = (
    Column("state", "State"),
    *(Column(status.value, status.label, "number") for status in EvidenceStatus),
    Column("total", "All", "number"),
)


def build(scope):
    """Return the report on the claims of `scope`: a table for each kind that has claims, and one of them all."""
    rows = live_rows(scope)
    kinds = [kind for kind in ClaimKind if any(row.kind == kind for row in rows)]
    tables = [_table(rows, "all", "All kinds")]
    tables += [_table([row for row in rows if row.kind == kind], kind.value, kind.label) for kind in kinds]
    figures = (Figure("Live claims", count(rows, "live")),)
    return Report(CODE, TITLE, RULES, figures, tuple(tables), over_time.evidence_by_month(rows, scope))


def _table(rows, name, title):
    standing = defaultdict(list)
    for row in rows:
        standing[row.stands].append(row)
    lines = [(state.label, *_cells(standing[state.label], f"{name}-{state}")) for state in LIVE]
    if standing[DECIDED_LATER]:
        lines.append((DECIDED_LATER, *_cells(standing[DECIDED_LATER], f"{name}-later")))
    return Table(name, title, COLUMNS, tuple(lines), total=("All states", *_cells(rows, f"{name}-every")))


def _cells(rows, key):
    for status in EvidenceStatus:
        yield count([row for row in rows if row.evidence_status == status], f"{key}-{status}")
    yield count(rows, f"{key}-total")
