"""A document as comma-separated values: its tables, the numbers of its charts, then the evidence, made harmless.

A share is two numbers.
"""

import csv
import io

from claims.reports.document import plain
from claims.reports.writing.spread import spread_figures, spread_tables

CONTENT_TYPE = "text/csv; charset=utf-8"
# What a spreadsheet takes for the start of a formula (OWASP, CSV injection).
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def write(document):
    """Return `document` as bytes, with a byte-order mark so that spreadsheets read it as UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    for row in _rows(document):
        writer.writerow([harmless(_said(cell)) for cell in row])
    return out.getvalue().encode("utf-8-sig")


def _rows(document):
    yield [document.title]
    yield from document.facts
    yield from spread_figures(document.report)
    for table in spread_tables(document.report):
        yield []
        yield [table.title]
        yield [column.label for column in table.columns]
        yield from table.rows
        if table.total:
            yield table.total
    if document.lines:
        yield []
        yield ["Evidence"]
        yield document.line_names
        yield from document.evidence


def _said(cell):
    value = plain(cell)
    return "" if value is None else str(value)


def harmless(text):
    """Return `text` so that no spreadsheet takes it for a formula; numbers stay numbers."""
    if not text.startswith(FORMULA) or text.removeprefix("-").isdecimal():
        return text
    return f"'{text}"
