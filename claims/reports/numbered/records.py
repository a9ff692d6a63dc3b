"""What was on record of the live claims themselves, for reports that need none of their figures."""

from typing import NamedTuple

from claims.reports.history import Past
from claims.reports.numbered.rows import LIVE
from claims.reports.people import user_names
from claims.vocabulary import Noun


class Record(NamedTuple):
    """A live claim as it was on record; the owner by user name."""

    pk: int
    number: int
    statement: str
    state: str
    owner: str | None


def live_records(scope):
    """Return the records of the live claims of `scope`, by number."""
    past = Past(scope.recorded_by)
    earlier, names = past.of(Noun.CLAIM), user_names(past)
    found = []
    for pk, *values in scope.claims().order_by("number").values_list("pk", "number", "statement", "state", "owner"):
        then = earlier.get(pk, {})
        number, statement, state, owner = values
        state, owner = then.get("state", state), then.get("owner", owner)
        if state in LIVE:
            found.append(Record(pk, number, then.get("statement", statement), state, names.get(owner)))
    return found
