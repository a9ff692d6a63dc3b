"""A numbered report as a page shows it: every cell in words, with the address that opens the records it counts."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from django.core.paginator import Page, Paginator

from claims.models import Claim
from claims.reports.charts import ShownChart, shown_chart
from claims.reports.document import written
from claims.reports.numbered.parts import Column, Counted, Figure, Report, Share, Table

# A longer table is read page by page.
PER_PAGE = 50
# So many columns need all the room that a laptop has.
WIDE = 10
FIGURE = Column("figure", "", "number")


@dataclass(frozen=True, slots=True)
class ShownCell:
    """What stands in a cell, and the address that it leads to; `kind` and `label` are those of its column.

    Of a share that is its part; `whole` is what it is part of, and `tail` what follows, such as the percentage.
    `has_percents` tells of a share that its column holds a percentage, and `is_none` that nothing was counted, which
    a measured nought is not.
    """

    text: str
    kind: str
    label: str
    url: str = ""
    whole: str = ""
    whole_url: str = ""
    tail: str = ""
    has_percents: bool = False
    is_none: bool = False


@dataclass(frozen=True, slots=True)
class ShownTable:
    """A table with the rows of one `page` of it; the total is that of all its rows."""

    table: Table
    rows: tuple[tuple[ShownCell, ...], ...]
    total: tuple[ShownCell, ...]
    page: Page

    @property
    def page_key(self):
        """What an address calls the number of the page of this table."""
        return page_key(self.table)

    @property
    def is_wide(self):
        """Whether it has so many columns that their cells stand closer."""
        return len(self.table.columns) >= WIDE


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


def page_key(table):
    """Return the name under which an address says which page of `table` is meant: each table has pages of its own."""
    return f"{table.name}-page"


def report_page(report, address: Callable[[str], str], then="", typed=None):
    """Return `report` for a page; `address` gives the address of the records behind a number's key.

    `then` is the query with which a claim's page has the cut-offs of the report. `typed` holds by `page_key` which
    page of a long table is meant, as an address says it: the first by default, the last for one that there is not.
    """
    leads = _Leads(address, then, typed or {})
    figures = tuple(ShownFigure(figure, leads.cell(figure.value, FIGURE)) for figure in report.figures)
    charts = tuple(map(shown_chart, report.charts))
    return ReportPage(report, figures, charts, tuple(map(leads.table, report.tables)))


class _Leads:
    """Makes the cells of a report, each with where it leads to."""

    def __init__(self, address, then, typed):
        self.address, self.then, self.typed = address, then, typed

    def table(self, table):
        page = Paginator(table.rows, PER_PAGE).get_page(self.typed.get(page_key(table)))
        lines = _with_percents([self._row(table, row) for row in (*page, table.total) if row])
        return ShownTable(table, rows=lines[: len(page)], total=next(iter(lines[len(page) :]), ()), page=page)

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
        is_none = isinstance(cell, Counted) and not cell.n
        return ShownCell(text or "–", column.kind, column.label, url, is_none=is_none)

    def _share(self, share, column):
        part, whole = str(share.part), str(share.whole)
        tail = str(share).removeprefix(f"{part}/{whole}")
        urls = {"url": self._opening(share.part), "whole_url": self._opening(share.whole)}
        return ShownCell(part, column.kind, column.label, whole=whole, tail=tail, **urls)

    def _opening(self, counted):
        return self.address(counted.key) if counted.n else ""


def _with_percents(rows):
    """Return `rows` of cells, each cell told whether there is a percentage in its column."""
    places = {place for row in rows for place, cell in enumerate(row) if cell.tail}
    if not places:
        return tuple(rows)
    return tuple(tuple(replace(cell, has_percents=place in places) for place, cell in enumerate(row)) for row in rows)
