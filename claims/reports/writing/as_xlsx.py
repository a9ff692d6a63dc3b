"""A document as a workbook: a sheet for each table and for the numbers of each chart, and one row for each link.

A share is two numbers, and a moment is one of the calendar, in UTC.
"""

import io
import re
from datetime import UTC, date, datetime

import xlsxwriter

from claims.reports.document import plain
from claims.reports.numbered.parts import Column
from claims.reports.writing.spread import spread_figures, spread_tables

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# A workbook says when it was made; the same report must give the same bytes whenever it is written.
MADE = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
# Text stays text: nothing that a source wrote becomes a formula, an address or a number.
OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
LONGEST_CELL = 32_767
WIDTHS = {"text": 40, "word": 18, "number": 12, "day": 12, "moment": 26, "claim": 9}
KINDS = {"claim": "claim", "version": "number", "published_on": "day"}


def write(document):
    """Return `document` as the bytes of a workbook."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, OPTIONS) as book:
        book.set_properties({"title": document.title, "author": document.software, "created": MADE})
        formats = {
            "head": book.add_format({"bold": True, "bottom": 1}),
            "total": book.add_format({"bold": True, "top": 1}),
            "day": book.add_format({"num_format": "yyyy-mm-dd"}),
            "moment": book.add_format({"num_format": 'yyyy-mm-dd hh:mm:ss" UTC"'}),
            "text": book.add_format({"text_wrap": True, "valign": "top"}),
        }
        names = _Names()
        _write_front(book.add_worksheet(names.of("Report")), document, formats)
        for table in spread_tables(document.report):
            _write_table(book.add_worksheet(names.of(table.title)), table.columns, table.rows, table.total, formats)
        if document.lines:
            columns = [_evidence_column(name) for name in document.line_names]
            _write_table(book.add_worksheet(names.of("Evidence")), columns, list(document.evidence), (), formats)
    return out.getvalue()


class _Names:
    """Names of sheets: at most 31 characters, none of those that a workbook refuses, each once."""

    def __init__(self):
        self.taken = set()

    def of(self, title):
        words = re.sub(r"[\[\]:*?/\\']", " ", title).split()
        plain_title = " ".join(words)[:27].strip() or "Table"
        name, number = plain_title, 1
        while name.casefold() in self.taken:
            number += 1
            name = f"{plain_title} {number}"
        self.taken.add(name.casefold())
        return name


def _write_front(sheet, document, formats):
    rows = [(document.title, ""), *document.facts]
    rows += spread_figures(document.report)
    rows += [("Rule", rule) for rule in document.report.rules]
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, 1, 80)
    for place, (name, value) in enumerate(rows):
        sheet.write_string(place, 0, name, formats["head"] if place == 0 else None)
        _write_cell(sheet, place, 1, value, "text", formats)


def _write_table(sheet, columns, rows, total, formats):
    for place, column in enumerate(columns):
        sheet.set_column(place, place, WIDTHS[column.kind])
        sheet.write_string(0, place, column.label, formats["head"])
    sheet.freeze_panes(1, 0)
    for line, row in enumerate(rows, start=1):
        for place, (column, cell) in enumerate(zip(columns, row, strict=True)):
            _write_cell(sheet, line, place, cell, column.kind, formats)
    for place, cell in enumerate(total):
        sheet.write(len(rows) + 1, place, _value(cell), formats["total"])


def _write_cell(sheet, line, place, cell, kind, formats):
    value = f"C-{cell}" if kind == "claim" else _value(cell)
    if isinstance(value, datetime):
        # To the second, as people read it; CSV and JSON hold the rest.
        moment = value.astimezone(UTC).replace(tzinfo=None, microsecond=0)
        sheet.write_datetime(line, place, moment, formats["moment"])
    elif isinstance(value, date):
        sheet.write_datetime(line, place, datetime(value.year, value.month, value.day), formats["day"])
    elif isinstance(value, int | float):
        sheet.write_number(line, place, value)
    elif value:
        sheet.write_string(line, place, value[:LONGEST_CELL], formats["text"])


def _value(cell):
    return cell if isinstance(cell, date) else plain(cell)


def _evidence_column(name):
    return Column(name, name.replace("_", " ").capitalize(), KINDS.get(name, "text"))
