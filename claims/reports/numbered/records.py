"""What was on record of the live claims themselves, for reports that need none of their figures."""

from typing import NamedTuple

from claims.reports.numbered.rows import LIVE
from claims.reports.people import names_then
from claims.vocabulary import Noun


class Record(NamedTuple):
    """A live claim as it was on record; the owner by name."""

    pk: int
    number: int
    statement: str
    state: str
    owner: str | None


def live_records(scope, past):
    """Return the records of the live claims of `scope`, by number; `past` is that of its record cut-off."""
    earlier, names = past.of(Noun.CLAIM), names_then(past)
    found = []
    rows = scope.claims().order_by("number").values_list("pk", "number", "statement", "state", "owner")
    for pk, number, *then in rows.iterator():
        changed = earlier.get(pk)
        statement, state, owner = _earlier(then, changed) if changed else then
        if state in LIVE:
            found.append(Record(pk, number, statement, state, names.get(owner)))
    return found


def _earlier(values, changed):
    return (changed.get(name, value) for name, value in zip(("statement", "state", "owner"), values, strict=True))
