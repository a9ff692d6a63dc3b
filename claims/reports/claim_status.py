"""The claim status report: how many claims stand in which state with which evidence, and the rows behind a figure.

For now it counts the figures kept for lists, in one grouped query; as of a day or a moment it computes every claim.
"""

from collections import Counter
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Count
from django.utils import timezone

from claims.reports.claim_rows import KeptRows, claim_rows
from claims.vocabulary import PUT_ASIDE, EvidenceStatus, Flag, State, Timing

UNDECIDED = (State.OPEN, State.PROPOSED)
KEY = ("state", "figures__evidence_status", "timing", *(f"figures__{flag}" for flag in Flag.values))


@dataclass(frozen=True, slots=True)
class Selection:
    """The claims behind one figure; what is empty does not narrow it.

    A timing leaves out claims put aside, for which nobody waits.
    """

    states: tuple[str, ...] = ()
    evidence_status: str = ""
    timing: str = ""
    flag: str = ""

    def holds(self, state, evidence_status, timing, flags):
        """Whether a claim with these values is among them."""
        return (
            (not self.states or state in self.states)
            and (not self.evidence_status or evidence_status == self.evidence_status)
            and (not self.timing or (timing == self.timing and state not in PUT_ASIDE))
            and (not self.flag or self.flag in flags)
        )

    def narrow(self, claims):
        """Return the claims of the QuerySet `claims` (with timing) that are among them."""
        claims = claims.filter(state__in=self.states) if self.states else claims
        claims = claims.filter(figures__evidence_status=self.evidence_status) if self.evidence_status else claims
        claims = claims.filter(timing=self.timing).exclude(state__in=PUT_ASIDE) if self.timing else claims
        return claims.filter(**{f"figures__{self.flag}": True}) if self.flag else claims

    def params(self):
        """Return what names this selection in an address, as (name, value) pairs."""
        pairs = [("state", state) for state in self.states]
        single = {"evidence_status": self.evidence_status, "timing": self.timing, "flag": self.flag}
        return pairs + [(name, value) for name, value in single.items() if value]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of claims, and which."""

    label: str
    count: int
    selection: Selection


@dataclass(frozen=True, slots=True)
class MatrixRow:
    label: str
    cells: tuple[Figure, ...]
    total: Figure


@dataclass(frozen=True, slots=True)
class StatusReport:
    """`matrix` has a row a state, a column an evidence status, and totals that add up; `figures` what waits."""

    columns: tuple[str, ...]
    matrix: tuple[MatrixRow, ...]
    totals: MatrixRow
    figures: tuple[Figure, ...]


WAITING = {
    "Overdue forecasts": Selection(states=UNDECIDED, timing=Timing.OVERDUE),
    "Forecasts due now": Selection(states=UNDECIDED, timing=Timing.DUE),
    "Undated forecasts to look at again": Selection(states=UNDECIDED, timing=Timing.REVIEW_DUE),
    "Undecided, evidence conflicting": Selection(states=UNDECIDED, evidence_status=EvidenceStatus.CONFLICTING),
    "Proposals awaiting review": Selection(states=(State.PROPOSED,)),
    "Decisions needing re-review": Selection(flag=Flag.NEEDS_REVIEW),
}


def status_report(scope):
    """Return the report on the claims of `scope`."""
    tally = _tally_now(scope) if scope.is_now else _tally_as_of(scope)
    matrix = tuple(_matrix_row(tally, state.label, (state.value,)) for state in State)
    return StatusReport(
        columns=tuple(status.label for status in EvidenceStatus),
        matrix=matrix,
        totals=_matrix_row(tally, "All states", ()),
        figures=tuple(_figure(tally, label, selection) for label, selection in WAITING.items()),
    )


def selected_rows(scope, selection):
    """Return the rows of `selection` in `scope`, by number: a sequence of which a slice loads no more than itself."""
    if scope.is_now:
        claims = selection.narrow(_with_timing(scope)).select_related("figures", "owner").order_by("number")
        return KeptRows(claims)
    rows = _rows_as_of(scope)
    return [row for row in rows if selection.holds(row.state, row.evidence_status, row.timing, row.flags)]


def _with_timing(scope):
    return scope.claims().with_timing(timezone.localdate(), settings.FACTCHECK_GRACE_DAYS)


def _tally_now(scope):
    groups = _with_timing(scope).order_by().values_list(*KEY).annotate(count=Count("pk"))
    tally = Counter()
    for state, status, timing, *flagged, count in groups:
        flags = tuple(flag for flag, is_set in zip(Flag.values, flagged, strict=True) if is_set)
        tally[state, status, timing, flags] += count
    return tally


def _tally_as_of(scope):
    return Counter((row.state, row.evidence_status, row.timing, row.flags) for row in _rows_as_of(scope))


def _rows_as_of(scope):
    return claim_rows(scope.claims(), as_of=scope.as_of, recorded_by=scope.recorded_by)


def _matrix_row(tally, label, states):
    cells = [
        _figure(tally, f"{label}, {status.label}", Selection(states, evidence_status=status.value))
        for status in EvidenceStatus
    ]
    return MatrixRow(label, tuple(cells), _figure(tally, f"{label}, all", Selection(states)))


def _figure(tally, label, selection):
    return Figure(label, sum(count for key, count in tally.items() if selection.holds(*key)), selection)
