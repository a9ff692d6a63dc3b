"""A numbered report as a page shows it: every cell in words, with the address that opens the records it counts."""

from collections.abc import Callable
from dataclasses import dataclass

from claims.models import Claim
from claims.reports.charts import ShownChart, shown_chart
from claims.reports.document import written
from claims.reports.numbered.parts import Column, Counted, Figure, Report, Share, Table

# A longer table is read in a download.
MOST_ROWS = 200
FIGURE = Column("figure", "", "number")


@dataclass(frozen=True, slots=True)
class ShownCell:
    """What stands in a cell, and the address that it leads to; `kind` and `label` are those of its column."""

    text: str
    kind: str
    label: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class ShownTable:
    """A table with its first rows; `more` counts those that are left out."""

    table: Table
    rows: tuple[tuple[ShownCell, ...], ...]
    total: tuple[ShownCell, ...]
    more: int

    @property
    def is_matrix(self):
        """Whether it is all numbers but for its first column, so that it is read across and down."""
        return len(self.table.columns) > 2 and all(column.kind == "number" for column in self.table.columns[1:])


@dataclass(frozen=True, slots=True)
class ShownFigure:
    figure: Figure
    cell: ShownCell


@dataclass(frozen=True, slots=True)
class ReportPage:
    report: Report
    figures: tuple[ShownFigure, ...]
    charts: tuple[ShownChart, ...]
    tables: tuple[ShownTable, ...]


def report_page(report, address: Callable[[str], str]):
    """Return `report` for a page; `address` gives the address of the records behind a number's key."""
    figures = tuple(ShownFigure(figure, _cell(figure.value, FIGURE, address)) for figure in report.figures)
    charts = tuple(map(shown_chart, report.charts))
    return ReportPage(report, figures, charts, tuple(_table(table, address) for table in report.tables))


def _table(table, address):
    shown = table.rows[:MOST_ROWS]
    return ShownTable(
        table=table,
        rows=tuple(_row(table, row, address) for row in shown),
        total=_row(table, table.total, address) if table.total else (),
        more=len(table.rows) - len(shown),
    )


def _row(table, row, address):
    return tuple(_cell(cell, column, address) for column, cell in zip(table.columns, row, strict=True))


def _cell(cell, column, address):
    text = written(cell, column.kind)
    if column.kind == "claim" and isinstance(cell, int):
        return ShownCell(text, column.kind, column.label, Claim(number=cell).get_absolute_url())
    counted = cell.part if isinstance(cell, Share) else cell
    opens = isinstance(counted, Counted) and counted.n
    return ShownCell(text or "–", column.kind, column.label, address(counted.key) if opens else "")
