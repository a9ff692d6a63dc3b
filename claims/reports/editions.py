"""Editions read back: the document as it was frozen, whether the records still say so, and two of them compared."""

from dataclasses import dataclass, fields
from datetime import date, datetime

from claims.models import Source, Topic, User
from claims.reports.document import Document, document, written
from claims.reports.numbered.parts import Counted, Share
from claims.reports.scope import Scope
from claims.reports.stored_document import from_stored

PERIOD = ("published_from", "published_to")


def asked_of(scope, since=None):
    """Return the filters of `scope` and `since` by the names that addresses use, without what does not narrow it."""
    asked = {
        "topic": scope.topic and scope.topic.slug,
        "owner": scope.owner and scope.owner.username,
        "outlet": scope.outlet and scope.outlet.pk,
        **{name: getattr(scope, name) and getattr(scope, name).isoformat() for name in PERIOD},
    }
    asked["since"] = since and since.isoformat()
    return {name: value for name, value in asked.items() if value}


def scope_of(edition):
    """Return the scope that `edition` was asked with, both cut-offs fixed.

    Raises the model's `DoesNotExist` when a topic, person or outlet of the filters is there no longer.
    """
    asked = dict(edition.asked)
    found = {name: date.fromisoformat(asked[name]) for name in PERIOD if name in asked}
    if "topic" in asked:
        found["topic"] = Topic.objects.get(slug=asked["topic"])
    if "owner" in asked:
        found["owner"] = User.objects.get(username=asked["owner"])
    if "outlet" in asked:
        found["outlet"] = Source.objects.get(pk=asked["outlet"])
    return Scope(**found, as_of=edition.as_of, recorded_by=edition.recorded_by)


def frozen(edition):
    """Return the document that was frozen."""
    return from_stored(edition.content)


@dataclass(frozen=True, slots=True)
class Check:
    """What running an edition again gave: the same content or not, and where not, what differs."""

    document: Document
    same: bool
    changes: tuple["Change", ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A number or a line that is not the same in two documents; nothing where it stands in one alone."""

    where: str
    before: str
    after: str


def run_again(edition):
    """Ask the records once more what `edition` asked."""
    then = frozen(edition)
    more = {"since": datetime.fromisoformat(edition.asked["since"])} if "since" in edition.asked else {}
    now = document(edition.report, scope_of(edition), title=edition.title, with_evidence=True, **more)
    return Check(document=now, same=now.digest == edition.sha256, changes=compare(then, now))


def compare(before, after):
    """Return what differs between two documents: figures, then rows of tables by their first cell, then evidence."""
    old, new = _places(before), _places(after)
    names = [*old, *(name for name in new if name not in old)]
    return tuple(
        Change(name, old.get(name, ""), new.get(name, "")) for name in names if old.get(name) != new.get(name)
    )


def _places(document):
    """Return {where something stands: what stands there} for all that a document says, in its order."""
    places = {figure.label: written(figure.value) for figure in document.report.figures}
    for table in document.report.tables:
        for row in [*table.rows, *([table.total] if table.total else [])]:
            places |= _row_places(table, row)
    for line in document.lines:
        places[f"Evidence of C-{line.claim}: “{line.quote}”"] = _said(line)
    return places


def _row_places(table, row):
    first = written(row[0], table.columns[0].kind)
    if not any(isinstance(cell, Counted | Share) for cell in row):
        cells = (written(cell, column.kind) for column, cell in zip(table.columns, row, strict=True))
        return {f"{table.title}, {first}": " · ".join(filter(None, cells))}
    return {
        f"{table.title}, {first}, {column.label}": written(cell)
        for column, cell in zip(table.columns[1:], row[1:], strict=True)
        if cell is not None
    }


def _said(line):
    said = (getattr(line, field.name) for field in fields(line) if field.name not in ("claim", "quote", "statement"))
    return " · ".join(written(value) for value in said if value)
