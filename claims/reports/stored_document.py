"""A document as the records keep it, and back: every number with the records that it counts.

What is kept says its own format, and its lines and tables name their columns, so that a later version of the software
still reads it, and finds the same digest.
"""

from dataclasses import asdict
from datetime import date, datetime

from claims.reports.document import Document
from claims.reports.evidence_lines import EvidenceLine
from claims.reports.numbered.parts import Chart, Column, Counted, Figure, Report, Series, Share, Table
from claims.vocabulary import Noun

FORMAT = 2
# Format 1 said neither its format nor these names, nor from which desk it came.
FIRST_LINE_NAMES = (
    "claim", "statement", "stance", "basis", "independence", "counted", "quote", "speaker", "origin", "article",
    "outlet", "published_on", "version", "sha256", "address",
)  # fmt: skip


def to_stored(document):
    """Return `document` as JSON can hold it; `from_stored` gives it back equal, but for its imprint."""
    report = document.report
    return {
        "format": FORMAT,
        "title": document.title,
        "asked": [list(pair) for pair in document.asked],
        "software": document.software,
        "desk": document.desk,
        "code": report.code,
        "name": report.title,
        "rules": list(report.rules),
        "figures": [[one.label, _cell(one.value)] for one in report.figures],
        "tables": [_table(table) for table in report.tables],
        "charts": [asdict(chart) for chart in report.charts],
        "line_names": list(document.line_names),
        "lines": [[_cell(getattr(line, name)) for name in document.line_names] for line in document.lines],
    }


def from_stored(data):
    """Return the document that `to_stored` made `data` of, in this format or an earlier one.

    Raises `ValueError` for a format that is newer than this software.
    """
    if data.get("format", 1) > FORMAT:
        raise ValueError("This edition was kept by a newer version of Factcheck.")
    names = tuple(data.get("line_names", FIRST_LINE_NAMES))
    return Document(
        title=data["title"],
        asked=tuple(map(tuple, data["asked"])),
        report=_read_report(data),
        lines=tuple(_read_line(names, line) for line in data["lines"]),
        line_names=names,
        software=data["software"],
        desk=data.get("desk", ""),
    )


def _read_report(data):
    return Report(
        code=data["code"],
        title=data["name"],
        rules=tuple(data["rules"]),
        # The third part of a figure of format 1 was never shown.
        figures=tuple(Figure(label, _read(value)) for label, value, *_ in data["figures"]),
        tables=tuple(map(_read_table, data["tables"])),
        charts=tuple(map(_read_chart, data["charts"])),
    )


def _read_line(names, line):
    return EvidenceLine(**dict(zip(names, map(_read, line), strict=True)))


def _table(table):
    return {
        "name": table.name,
        "title": table.title,
        "columns": [[column.name, column.label, column.kind] for column in table.columns],
        "rows": [list(map(_cell, row)) for row in table.rows],
        "total": list(map(_cell, table.total)),
        "empty": table.empty,
        "note": table.note,
    }


def _read_table(data):
    return Table(
        name=data["name"],
        title=data["title"],
        columns=tuple(Column(*column) for column in data["columns"]),
        rows=tuple(tuple(map(_read, row)) for row in data["rows"]),
        total=tuple(map(_read, data["total"])),
        empty=data["empty"],
        note=data["note"],
    )


def _read_chart(data):
    series = tuple(Series(one["label"], tuple(one["values"]), one["tone"]) for one in data["series"])
    return Chart(data["name"], data["title"], data["kind"], tuple(data["labels"]), series, data["unit"])


def _cell(value):
    """Return a cell as JSON holds it: what JSON has no word for as an object that names its kind."""
    if isinstance(value, Counted):
        return {"key": value.key, "members": list(value.members), "of": value.of.value}
    if isinstance(value, Share):
        return {"part": _cell(value.part), "whole": _cell(value.whole)}
    if isinstance(value, datetime):
        return {"moment": value.isoformat()}
    return {"day": value.isoformat()} if isinstance(value, date) else value


def _read(value):
    if not isinstance(value, dict):
        return value
    if "members" in value:
        return Counted(value["key"], tuple(value["members"]), Noun(value["of"]))
    if "part" in value:
        return Share(_read(value["part"]), _read(value["whole"]))
    return datetime.fromisoformat(value["moment"]) if "moment" in value else date.fromisoformat(value["day"])
