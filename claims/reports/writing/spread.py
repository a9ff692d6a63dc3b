"""A document as spreadsheets hold it: every share as two numbers, so that it can be sorted and summed.

Written as n/N in one cell, a spreadsheet would take it for text, or a small one for a day: 1/2 for the first of
February.
"""

from dataclasses import replace

from claims.reports.charts import twin_of
from claims.reports.numbered.parts import Share


def spread_figures(report):
    """Return (label, number) of each figure of `report`; of a share one pair for each half."""
    return tuple(pair for one in report.figures for pair in _named(one.label, one.value))


def spread_tables(report):
    """Return the tables of `report` and the twins of its charts, with two columns for each column of shares."""
    return tuple(map(_spread, (*report.tables, *map(twin_of, report.charts))))


def _named(label, value):
    if isinstance(value, Share):
        return (f"{label}, n", value.part), (f"{label}, of", value.whole)
    return ((label, value),)


def _spread(table):
    shares = {place for line in table.lines for place, cell in enumerate(line) if isinstance(cell, Share)}
    return replace(
        table,
        columns=tuple(one for place, column in enumerate(table.columns) for one in _columns(column, place in shares)),
        rows=tuple(_cells(row, shares) for row in table.rows),
        total=_cells(table.total, shares),
    )


def _columns(column, of_shares):
    if not of_shares:
        return (column,)
    return (
        replace(column, name=f"{column.name}_n", label=f"{column.label} n"),
        replace(column, name=f"{column.name}_of", label=f"{column.label} of"),
    )


def _cells(row, shares):
    return tuple(one for place, cell in enumerate(row) for one in (_halves(cell) if place in shares else (cell,)))


def _halves(cell):
    """Return the two cells for one of a column of shares; what is no share there stands in the first."""
    return (cell.part, cell.whole) if isinstance(cell, Share) else (cell, None)
