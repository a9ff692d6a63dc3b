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
    """What stands in a cell, and the address that it leads to; `kind` and `label` are those of its column.

    Of a share that is its part; `whole` is what it is part of, and `tail` what follows, such as the percentage.
    """

    text: str
    kind: str
    label: str
    url: str = ""
    whole: str = ""
    whole_url: str = ""
    tail: str = ""


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


def report_page(report, address: Callable[[str], str], then=""):
    """Return `report` for a page; `address` gives the address of the records behind a number's key.

    `then` is the query with which a claim's page has the cut-offs of the report.
    """
    leads = _Leads(address, then)
    figures = tuple(ShownFigure(figure, leads.cell(figure.value, FIGURE)) for figure in report.figures)
    charts = tuple(map(shown_chart, report.charts))
    return ReportPage(report, figures, charts, tuple(map(leads.table, report.tables)))


class _Leads:
    """Makes the cells of a report, each with where it leads to."""

    def __init__(self, address, then):
        self.address, self.then = address, then

    def table(self, table):
        shown = table.rows[:MOST_ROWS]
        return ShownTable(
            table=table,
            rows=tuple(self._row(table, row) for row in shown),
            total=self._row(table, table.total) if table.total else (),
            more=len(table.rows) - len(shown),
        )

    def _row(self, table, row):
        return tuple(self.cell(cell, column) for column, cell in zip(table.columns, row, strict=True))

    def cell(self, cell, column):
        if isinstance(cell, Share):
            return self._share(cell, column)
        text, url = written(cell, column.kind), ""
        if column.kind == "claim" and isinstance(cell, int):
            url = f"{Claim(number=cell).get_absolute_url()}{self.then}"
        elif isinstance(cell, Counted):
            url = self._opening(cell)
        return ShownCell(text or "–", column.kind, column.label, url)

    def _share(self, share, column):
        part, whole = str(share.part), str(share.whole)
        tail = str(share).removeprefix(f"{part}/{whole}")
        urls = {"url": self._opening(share.part), "whole_url": self._opening(share.whole)}
        return ShownCell(part, column.kind, column.label, whole=whole, tail=tail, **urls)

    def _opening(self, counted):
        return self.address(counted.key) if counted.n else ""
