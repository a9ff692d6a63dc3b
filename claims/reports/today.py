"""The leading figures of the numbered reports as they stand now, all found by one query over the kept figures."""

from dataclasses import dataclass

from django.conf import settings
from django.db.models import Count, Q
from django.utils import timezone

from claims.models import Claim
from claims.reports.numbered.independence import MANY_ARTICLES, MANY_ORIGINS
from claims.reports.numbered.outcomes import FULFILLED, TELLING
from claims.reports.numbered.parts import fraction
from claims.reports.numbered.rows import LIVE, UNDECIDED
from claims.vocabulary import ClaimKind, EvidenceStatus, Flag, State, Timing

_UNDECIDED = Q(state__in=UNDECIDED)
_OUTCOME = Q(state=State.DECIDED, kind=ClaimKind.FORECAST)
_SUPPORTED = Q(figures__supports__gte=MANY_ARTICLES)


@dataclass(frozen=True, slots=True)
class Leading:
    """A figure in words, with the `code` of its report and the `key` by which that opens the claims it counts."""

    label: str
    value: str
    code: str
    key: str


_COUNTED = {
    "overdue": _UNDECIDED & Q(timing=Timing.OVERDUE),
    "conflicting": _UNDECIDED & Q(figures__evidence_status=EvidenceStatus.CONFLICTING),
    "proposed": Q(state=State.PROPOSED),
    "moved": Q(state=State.DECIDED, **{f"figures__{Flag.NEEDS_REVIEW}": True}),
    "supported": _SUPPORTED,
    "apparent": _SUPPORTED & Q(figures__supporting_origins__lt=MANY_ORIGINS),
    "telling": _OUTCOME & Q(figures__verdict__in=TELLING),
    "fulfilled": _OUTCOME & Q(figures__verdict__in=FULFILLED),
}


def leading_figures():
    """Return what a reviewer asks first of a day: what waits, what is in doubt, and how forecasts came out."""
    live = Claim.objects.filter(state__in=LIVE)
    live = live.with_timing(timezone.localdate(), settings.FACTCHECK_GRACE_DAYS)
    n = live.order_by().aggregate(**{name: Count("pk", filter=test) for name, test in _COUNTED.items()})
    return [
        _number("Overdue forecasts", n["overdue"], "R2", "overdue"),
        _number("Conflicting evidence, undecided", n["conflicting"], "R4", "conflicting"),
        _number("Proposals awaiting review", n["proposed"], "R1", "all-proposed-total"),
        _number("Decisions to look at again", n["moved"], "R4", "moved"),
        _share("Apparent corroboration", n["apparent"], n["supported"], "R7", "apparent"),
        _share("Forecasts fulfilled", n["fulfilled"], n["telling"], "R5", "fulfilment"),
    ]


def _number(label, n, code, key):
    return Leading(label, str(n), code, key)


def _share(label, n, total, code, key):
    return Leading(label, fraction(n, total), code, key)
