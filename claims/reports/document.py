"""A report ready to be handed on: what was asked, what it answers, and the evidence under it; the same for ever.

The same question to the same records gives the same document, to the byte, whenever it is asked: it holds no moment
of its making, and its order never hangs on how a database happens to return rows.
"""

import hashlib
import json
from dataclasses import dataclass, fields
from datetime import date, datetime

from claims import VERSION
from claims.reports.evidence_lines import EvidenceLine, evidence_lines
from claims.reports.numbered.parts import Counted, Report, Share
from claims.reports.numbered.registry import build
from claims.vocabulary import Noun


@dataclass(frozen=True, slots=True)
class Document:
    """`asked` says in words what was asked, as (name, value) pairs; `lines` is the evidence of the claims shown."""

    title: str
    asked: tuple[tuple[str, str], ...]
    report: Report
    lines: tuple[EvidenceLine, ...] = ()
    software: str = f"Factcheck {VERSION}"

    @property
    def digest(self):
        """SHA-256 of what the document says, in hexadecimal; the title and the software are not part of it."""
        content = as_data(self) | {"title": "", "software": ""}
        said = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(said.encode()).hexdigest()


def document(code, scope, *, title="", with_evidence=False, **asked):
    """Return the report `code` on `scope` as a document.

    `with_evidence` adds a line for every link of the claims that its tables show; `asked` goes on to the report.
    """
    report = build(code, scope, **asked)
    lines = tuple(evidence_lines(shown_claims(report), scope)) if with_evidence else ()
    return Document(title or f"{code} {report.title}", tuple(in_words(scope)), report, lines)


def shown_claims(report):
    """Return the numbers of the claims that a report shows by name or counts, in order."""
    named = {
        cell
        for table in report.tables
        for row in table.rows
        for column, cell in zip(table.columns, row, strict=True)
        if column.kind == "claim" and cell is not None
    }
    counted = (counted.members for counted in report.counted() if counted.of == Noun.CLAIM)
    return sorted(named.union(*counted))


def in_words(scope):
    """Yield (name, value) for what narrows `scope`, and for both cut-offs."""
    yield "Published by", _day(scope.day) if not scope.is_now else f"{_day(scope.day)}, today"
    yield "On record by", _moment(scope.recorded_by) if scope.recorded_by else "now"
    for name, value in (("Topic", scope.topic), ("Owner", scope.owner), ("Outlet", scope.outlet)):
        if value:
            yield name, str(value)
    if scope.published_from:
        yield "Made in an article published from", _day(scope.published_from)
    if scope.published_to:
        yield "Made in an article published until", _day(scope.published_to)


def as_data(document):
    """Return `document` as JSON can hold it: days and moments as ISO text, counts as numbers, shares as n and of."""
    report = document.report
    return {
        "title": document.title,
        "report": report.code,
        "asked": dict(document.asked),
        "rules": list(report.rules),
        "figures": [{"label": one.label, "value": plain(one.value)} for one in report.figures],
        "tables": [_table_data(table) for table in report.tables],
        "charts": [_chart_data(chart) for chart in report.charts],
        "evidence": [_line_data(line) for line in document.lines],
        "software": document.software,
    }


def _table_data(table):
    names = [column.name for column in table.columns]
    rows = [dict(zip(names, map(plain, row), strict=True)) for row in table.rows]
    data = {"name": table.name, "title": table.title, "rows": rows}
    return data | ({"total": dict(zip(names, map(plain, table.total), strict=True))} if table.total else {})


def _chart_data(chart):
    return {
        "name": chart.name,
        "title": chart.title,
        "unit": chart.unit,
        "labels": list(chart.labels),
        "series": {one.label: list(one.values) for one in chart.series},
    }


def _line_data(line):
    return {field.name: plain(getattr(line, field.name)) for field in fields(line)}


def plain(cell):
    """Return a cell as JSON can hold it."""
    if isinstance(cell, Counted):
        return cell.n
    if isinstance(cell, Share):
        return {"n": cell.part.n, "of": cell.whole.n, "percent": cell.percent}
    return cell.isoformat() if isinstance(cell, date | datetime) else cell


def written(cell, kind="text"):
    """Return a cell as people read it: `9 November 2021`, `C-12`, `3/7 (43 %)`; nothing as an empty text."""
    if cell is None:
        return ""
    if kind == "claim":
        return f"C-{cell}"
    if isinstance(cell, datetime):
        return _moment(cell)
    return _day(cell) if isinstance(cell, date) else str(cell)


def _day(day):
    return f"{day.day} {day:%B %Y}"


def _moment(moment):
    return f"{_day(moment)}, {moment:%H:%M:%S} UTC"
