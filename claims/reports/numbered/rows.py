"""The live claims that numbered reports count, with their figures: one row each, now or as of two cut-offs."""

from datetime import date
from typing import NamedTuple

from django.conf import settings
from django.utils import timezone

from claims.reports.at_scale.figures import COUNTS, FLAG_SETS, listed_figures
from claims.reports.history import Past, typed
from claims.reports.people import names_then
from claims.vocabulary import Flag, Noun, State

# Claims on which the desk stands; one merged into another counts in that one, by its links.
LIVE = (State.OPEN, State.PROPOSED, State.DECIDED)
UNDECIDED = (State.OPEN, State.PROPOSED)
FIELDS = ("pk", "number", "statement", "kind", "state", "window_start", "window_end", "review_on", "owner")
STATE = FIELDS.index("state")
# One rule for every report that tells decided claims from the others; `Row.is_decided` and `Row.stands` keep it.
RULE = "A decision that speaks of a day after the cut-off does not stand yet."
DECIDED_LATER = "Decided as of a later day"
STANDINGS = {
    **{(state, False): state.label for state in UNDECIDED},
    (State.DECIDED, True): State.DECIDED.label,
    (State.DECIDED, False): DECIDED_LATER,
}


class Row(NamedTuple):
    """A live claim as a report counts it, with what is `Listed` of it; the owner by name.

    Enums are the values that the database holds.
    """

    pk: int
    number: int
    statement: str
    kind: str
    state: str
    window_start: date | None
    window_end: date | None
    review_on: date | None
    owner: str | None
    evidence_status: str
    timing: str | None
    verdict: str | None
    flags: tuple[str, ...]
    articles: int
    origins: int
    supporting_origins: int
    supports: int
    conflicts: int

    @property
    def is_decided(self):
        """Whether a decision stood by both cut-offs: one that speaks of a later day does not stand yet."""
        return self.state == State.DECIDED and self.verdict is not None

    @property
    def stands(self):
        """The state in words, as of both cut-offs."""
        return STANDINGS[self.state, self.is_decided]


def live_rows(scope, past=None):
    """Return the rows of the live claims of `scope`, by number.

    For now they are read from the figures kept for lists; as of a day or a moment each is computed. Who asks the log
    for more gives the `past` of the scope.
    """
    return _rows_now(scope) if scope.is_now else _rows_then(scope, past or Past(scope.recorded_by))


def _rows_now(scope):
    claims = scope.claims().filter(state__in=LIVE).order_by("number")
    claims = claims.with_timing(timezone.localdate(), settings.FACTCHECK_GRACE_DAYS)
    kept = [f"figures__{name}" for name in ("evidence_status", "verdict", *Flag.values, *COUNTS)]
    names = names_then(Past(None))
    return [_row_now(names, *values) for values in claims.values_list(*FIELDS, "timing", *kept)]


def _row_now(names, *values):
    *claim, owner, timing, status, verdict, qualified, disputed, moved = values[: -len(COUNTS)]
    flags = FLAG_SETS[qualified, disputed, moved]
    return Row(*claim, names.get(owner), status, timing, verdict or None, flags, *values[-len(COUNTS) :])


def _rows_then(scope, past):
    records = list(_records(scope, past))
    found = listed_figures([record[0] for record in records], as_of=scope.as_of, past=past)
    return [Row(*record, *found[record[0]]) for record in records]


def _records(scope, past):
    """Yield the first fields of the rows of the claims that were live then, as they were on record."""
    earlier = past.of(Noun.CLAIM)
    names = names_then(past)
    for record in scope.claims().order_by("number").values_list(*FIELDS):
        changed = earlier.get(record[0], {})
        if not changed.keys().isdisjoint(FIELDS):
            pairs = zip(FIELDS, record, strict=True)
            record = tuple(typed(name, changed[name]) if name in changed else value for name, value in pairs)
        if record[STATE] in LIVE:
            yield *record[:-1], names.get(record[-1])
