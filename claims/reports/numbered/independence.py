"""R7: claims that look corroborated, because several articles say so, and rest on fewer than two origins."""

from claims.reports.numbered.parts import Column, Figure, Report, Table, share
from claims.reports.numbered.rows import live_rows

CODE, TITLE = "R7", "Apparent corroboration"
QUESTION = "Which claims look corroborated and rest on one origin?"
MANY_ARTICLES = MANY_ORIGINS = 2
RULES = (
    "Counted are live claims with two or more supporting articles. An article that makes the claim does not support "
    "it.",
    "An origin is the first traceable source of a report that makes or supports the claim. Reports whose "
    "independence nobody has determined add none, and neither do those that contradict it.",
)
COLUMNS = (
    Column("number", "Claim", "claim"),
    Column("statement", "Statement"),
    Column("supports", "Supporting articles", "number"),
    Column("articles", "Articles", "number"),
    Column("origins", "Supporting origins", "number"),
    Column("owner", "Owner"),
)


def build(scope):
    """Return the claims of `scope` whose corroboration is apparent only, the most repeated first."""
    rows = live_rows(scope)
    apparent = sorted(filter(is_apparent, rows), key=lambda row: (-row.supports, row.number))
    figures = (Figure("Apparent corroboration", share(rows, "apparent", of=is_supported, test=is_apparent)),)
    table = Table(
        "apparent", "Several articles, fewer than two origins", COLUMNS, tuple(map(_line, apparent)),
        empty="No claim looks better corroborated than it is.",
    )  # fmt: skip
    return Report(CODE, TITLE, RULES, figures, (table,))


def is_supported(row):
    return row.supports >= MANY_ARTICLES


def is_apparent(row):
    return is_supported(row) and row.supporting_origins < MANY_ORIGINS


def _line(row):
    return row.number, row.statement, row.supports, row.articles, row.supporting_origins, row.owner or "Nobody"
