"""A report ready to be handed on: what was asked, what it answers, and the evidence under it; the same for ever.

The same question to the same records gives the same document, to the byte, whenever it is asked: it holds no moment
of its making, and its order never hangs on how a database happens to return rows.
"""

import hashlib
import json
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from django.conf import settings

from claims import VERSION
from claims.errors import Refused
from claims.reports.evidence_lines import LINE_NAMES, EvidenceLine, evidence_lines
from claims.reports.numbered.parts import Counted, Report, Share
from claims.reports.numbered.registry import build
from claims.reports.people import called_then
from claims.vocabulary import Noun

# The evidence of more claims makes a file that nobody opens.
MOST_CLAIMS = 5_000
CUT_OFFS = ("Published by", "On record by")
GRACE = "Days of grace after a window"


@dataclass(frozen=True, slots=True)
class Document:
    """`asked` says in words what was asked, as (name, value) pairs; `lines` is the evidence of the claims shown.

    `line_names` are the fields that its lines had when it was made; what the software adds later is none of what it
    says. `imprint` tells in pairs which edition it is and who froze it. `desk` is the address of the desk from which
    it comes, without which the places in it are paths.
    """

    title: str
    asked: tuple[tuple[str, str], ...]
    report: Report
    lines: tuple[EvidenceLine, ...] = ()
    line_names: tuple[str, ...] = LINE_NAMES
    software: str = f"Factcheck {VERSION}"
    imprint: tuple[tuple[str, str], ...] = ()
    desk: str = ""

    @property
    def digest(self):
        """SHA-256 of what the document says, in hexadecimal; who hands it on, with what, is not part of it."""
        # The two empty texts are those of the first editions, whose digests must hold.
        content = _said(self) | {"title": "", "software": ""}
        said = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(said.encode()).hexdigest()

    @property
    def facts(self):
        """What stands at the head of every file besides the title, as (name, value) pairs."""
        return (*self.imprint, *self.asked, ("SHA-256 of the content", self.digest), ("Made with", self.software))

    @property
    def evidence(self):
        """The values of each line, in the order of `line_names`, their addresses in full where the desk is known."""
        for line in self.lines:
            full = replace(line, address=self.link(line.address) or line.address)
            yield tuple(getattr(full, name) for name in self.line_names)

    def link(self, path):
        """Return the address under which `path` of the desk can be followed from anywhere, or None."""
        return f"{self.desk}{path}" if self.desk else None


def document(code, scope, *, title="", with_evidence=False, most_claims=None, **asked):
    """Return the report `code` on `scope` as a document.

    `with_evidence` adds a line for every link of the claims that its tables show, and raises `Refused` where these
    are more than `most_claims`; `asked` goes on to the report.
    """
    report = build(code, scope, **asked)
    shown = shown_claims(report) if with_evidence else []
    if most_claims is not None and len(shown) > most_claims:
        raise Refused(
            f"This report is on {len(shown):,} claims; a file holds the evidence of at most {most_claims:,}. "
            "Narrow it by a topic, an owner or an outlet."
        )
    return Document(
        title=title or f"{code} {report.title}",
        asked=(*in_words(scope, **asked), (GRACE, str(settings.FACTCHECK_GRACE_DAYS))),
        report=report,
        lines=tuple(evidence_lines(shown, scope)),
        desk=settings.FACTCHECK_URL,
    )


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


def in_words(scope, *, since=None, claim=None):
    """Yield (name, value) for both cut-offs, for what narrows `scope`, and for what R10 alone is asked."""
    published, recorded = CUT_OFFS
    yield published, _day(scope.day) if not scope.is_now else f"{_day(scope.day)}, today"
    yield recorded, _moment(scope.recorded_by) if scope.recorded_by else "now"
    owner = called_then(scope.owner, scope.recorded_by) if scope.owner else None
    for name, value in (("Topic", scope.topic), ("Owner", owner), ("Outlet", scope.outlet)):
        if value:
            yield name, str(value)
    if since:
        yield "Changed since", _moment(since)
    if claim:
        yield "Claim", claim.label
    if scope.published_from:
        yield "Made in an article published from", _day(scope.published_from)
    if scope.published_to:
        yield "Made in an article published until", _day(scope.published_to)


def as_data(document):
    """Return `document` as JSON can hold it: days and moments as ISO text, counts as numbers, shares as n and of."""
    handed_on = {"title": document.title, "software": document.software, "sha256": document.digest}
    handed_on |= {"desk": document.desk, "imprint": dict(document.imprint)}
    return handed_on | _said(document)


def _said(document):
    report = document.report
    return {
        "report": report.code,
        "asked": dict(document.asked),
        "rules": list(report.rules),
        "figures": [{"label": one.label, "value": plain(one.value)} for one in report.figures],
        "tables": [_table_data(table) for table in report.tables],
        "charts": [_chart_data(chart) for chart in report.charts],
        "evidence": [{name: plain(getattr(line, name)) for name in document.line_names} for line in document.lines],
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
    moment = moment.astimezone(UTC)
    return f"{_day(moment)}, {moment:%H:%M:%S} UTC"
