"""What reports list of many claims: the figures of `facts`, by columns where the claims are many.

The pure function takes one claim at a time, some thousands in a second; for a desk of a hundred thousand the same
rules are applied to arrays (`at_scale`). A property test holds the two to each other.
"""

from itertools import product
from typing import NamedTuple

import numpy as np
from django.conf import settings

from claims.models import Claim, Link
from claims.reports.at_scale.columns import NOTHING, number_of
from claims.reports.at_scale.judged import judge
from claims.reports.at_scale.loading import claim_columns, link_columns
from claims.reports.facts import figures_for, last_day
from claims.reports.history import Past
from claims.vocabulary import EvidenceStatus, Flag, Timing, Verdict

# Up to here the pure function is the faster way on any desk.
FEW = 500
COUNTS = ("articles", "origins", "supporting_origins", "supports", "conflicts")
# The flags by which of them hold, in the order of the vocabulary.
FLAG_SETS = {
    holding: tuple(flag.value for flag, holds in zip(Flag, holding, strict=True) if holds)
    for holding in product((False, True), repeat=len(Flag))
}


class Listed(NamedTuple):
    """The figures of a claim as reports list them; enums as the values that the database holds."""

    evidence_status: str
    timing: str | None
    verdict: str | None
    flags: tuple[str, ...]
    articles: int
    origins: int
    supporting_origins: int
    supports: int
    conflicts: int


def listed_figures(ids, *, as_of=None, past=None):
    """Return {claim id: Listed} of the claims `ids` that were on record, as of a publication day and a moment.

    `past` (`history.Past`, now by default) is the moment; the day defaults to that of the moment. None of it comes
    from the figures kept for lists.
    """
    past = past or Past(None)
    if len(ids) <= FEW:
        found = figures_for(Claim.objects.filter(pk__in=ids), as_of=as_of, recorded_by=past.at)
        return {pk: _listed(figures) for pk, figures in found.items()}
    return figures_by_column(ids, as_of=as_of, past=past)


def figures_by_column(ids, *, as_of=None, past):
    """Return the same for any number of claims, all of them at once."""
    day = as_of or last_day(past.at)
    claims = claim_columns(np.fromiter(ids, dtype=np.int64), past, day)
    judged = judge(
        claims,
        link_columns(claims, past, Link.objects.all()),
        as_of=number_of(day),
        grace_days=settings.FACTCHECK_GRACE_DAYS,
    )
    columns = (
        _words(judged.evidence_status, EvidenceStatus.values),
        _words(judged.timing, Timing.values),
        _words(judged.verdict, Verdict.values),
        [FLAG_SETS[holding] for holding in zip(*(judged.flags[flag].tolist() for flag in Flag), strict=True)],
        *(getattr(judged, name).tolist() for name in COUNTS),
    )
    return dict(zip(claims.keys.tolist(), map(Listed._make, zip(*columns, strict=True)), strict=True))


def _listed(figures):
    return Listed(
        figures.evidence_status.value,
        figures.timing and figures.timing.value,
        figures.verdict and figures.verdict.value,
        tuple(flag.value for flag in figures.flags),
        *(getattr(figures, name) for name in COUNTS),
    )


def _words(places, words):
    return [words[place] if place != NOTHING else None for place in places.tolist()]
