"""A document as one page of HTML that needs nothing else: no script, no other file, no other host.

It leads to the desk where that is known, and is dressed in the styles of the software that writes it.
"""

from functools import cache
from pathlib import Path

from django.template.loader import render_to_string

from claims.models import Claim
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
        "lines": [(line, document.link(line.address), _claim_link(document, line.claim)) for line in document.lines],
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
            "rows": [_cells(document, table, row) for row in table.rows],
            "total": _cells(document, table, table.total) if table.total else [],
            "is_matrix": table.is_matrix,
            "empty": table.empty,
            "note": table.note,
        }


def _cells(document, table, row):
    return [_cell(document, cell, column) for column, cell in zip(table.columns, row, strict=True)]


def _cell(document, cell, column):
    is_claim = column.kind == "claim" and isinstance(cell, int)
    return written(cell, column.kind), column, _claim_link(document, cell) if is_claim else None


def _claim_link(document, number):
    return document.link(Claim(number=number).get_absolute_url())
