"""R11: every live claim with what its evidence added up to, as of both cut-offs."""

from claims.reports.numbered.parts import Column, Figure, Report, Table, count
from claims.reports.numbered.rows import DECIDED_LATER, RULE, live_rows
from claims.vocabulary import ClaimKind, EvidenceStatus, Flag, Timing, Verdict

CODE, TITLE = "R11", "As-of edition"
QUESTION = "What did we know of every claim on a given day?"
RULES = (
    "Listed are live claims: open, awaiting review or decided. A merged claim counts in the one it was merged into.",
    "Nothing counts that was published, or recorded, after the cut-offs.",
    f"{RULE} Its claim is “{DECIDED_LATER}”, and its verdict is shown from that day on.",
)
COLUMNS = (
    Column("number", "Claim", "claim"),
    Column("statement", "Statement"),
    Column("kind", "Kind", "word"),
    Column("state", "State", "word"),
    Column("evidence_status", "Evidence", "word"),
    Column("timing", "Timing", "word"),
    Column("verdict", "Verdict", "word"),
    Column("flags", "Flags", "word"),
    Column("articles", "Articles", "number"),
    Column("origins", "Origins", "number"),
    Column("window_end", "Window ends", "day"),
    Column("owner", "Owner", "word"),
)


def build(scope):
    """Return the live claims of `scope`, by number."""
    rows = live_rows(scope)
    table = Table("claims", "Claims", COLUMNS, tuple(map(_line, rows)), empty="There are no live claims.")
    return Report(CODE, TITLE, RULES, (Figure("Live claims", count(rows, "live")),), (table,))


def _line(row):
    return (
        row.number,
        row.statement,
        ClaimKind(row.kind).label,
        row.stands,
        EvidenceStatus(row.evidence_status).label,
        Timing(row.timing).label if row.timing else None,
        Verdict(row.verdict).label if row.verdict else None,
        ", ".join(Flag(flag).label for flag in row.flags),
        row.articles,
        row.origins,
        row.window_end,
        row.owner,
    )
