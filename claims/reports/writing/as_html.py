"""A document as one page of HTML that needs nothing else: no script, no other file, no other host."""

from django.template.loader import render_to_string

from claims.reports.document import written

CONTENT_TYPE = "text/html; charset=utf-8"


def write(document):
    """Return `document` as bytes of UTF-8."""
    return render_to_string("claims/document.html", {"document": document, "tables": _tables(document)}).encode()


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
