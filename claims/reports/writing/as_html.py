"""A document as one page of HTML that needs nothing else: no script, no other file, no other host."""

from functools import cache
from pathlib import Path

from django.template.loader import render_to_string

from claims.reports.charts import shown_chart
from claims.reports.document import written

CONTENT_TYPE = "text/html; charset=utf-8"
STYLES = Path(__file__).parents[2] / "static/claims/css"


def write(document):
    """Return `document` as bytes of UTF-8."""
    context = {
        "document": document,
        "charts": [shown_chart(chart) for chart in document.report.charts],
        "tables": _tables(document),
        "styles": _styles(),
    }
    return render_to_string("claims/document.html", context).encode()


@cache
def _styles():
    """Return the colours and the charts of the pages, so that a file looks like them wherever it is read."""
    return "".join((STYLES / name).read_text() for name in ("tokens.css", "charts.css"))


def _tables(document):
    for table in document.report.tables:
        yield {
            "title": table.title,
            "columns": table.columns,
            "rows": [_cells(table, row) for row in table.rows],
            "total": _cells(table, table.total) if table.total else [],
            "empty": table.empty,
            "note": table.note,
        }


def _cells(table, row):
    return [(written(cell, column.kind), column.kind) for column, cell in zip(table.columns, row, strict=True)]
