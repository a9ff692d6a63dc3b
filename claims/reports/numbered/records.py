"""What was on record of the live claims themselves, for reports that need none of their figures."""

from typing import NamedTuple

from claims.models import User
from claims.reports.history import Past
from claims.reports.numbered.rows import LIVE
from claims.vocabulary import Noun

BATCH = 2000


class Record(NamedTuple):
    """A live claim as it was on record; the owner by user name."""

    pk: int
    number: int
    statement: str
    state: str
    owner: str | None


def live_records(scope):
    """Return the records of the live claims of `scope`, by number."""
    earlier = Past(scope.recorded_by).of(Noun.CLAIM)
    names = dict(User.objects.values_list("pk", "username"))
    found = []
    for pk, *values in scope.claims().order_by("number").values_list("pk", "number", "statement", "state", "owner"):
        then = earlier.get(pk, {})
        number, statement, state, owner = values
        state, owner = then.get("state", state), then.get("owner", owner)
        if state in LIVE:
            found.append(Record(pk, number, then.get("statement", statement), state, names.get(owner)))
    return found


def in_batches(rows):
    """Return the list `rows` in parts of which the facts are loaded at once."""
    return [rows[start : start + BATCH] for start in range(0, len(rows), BATCH)]
