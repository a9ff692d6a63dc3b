"""The proposals of one round: those that stood on a claim at the same time, until something closed them."""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import combinations

from claims.models import Assessment
from claims.vocabulary import Closing, Step


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposal as it stood at the cut-off: `closed_at` and `closing` say what has closed it by then."""

    pk: int
    claim: int
    author: int
    verdict: str
    made_at: datetime
    closed_at: datetime | None
    closing: str


def proposals(scope):
    """Return the proposals on the claims of `scope` made by its record cut-off, in their order."""
    fields = ("pk", "claim", "author", "verdict", "created_at", "closed_at", "closing")
    return [
        _then(Proposal(*row), scope.recorded_by) for row in assessments(scope, Step.PROPOSAL).values_list(*fields)
    ]


def assessments(scope, step):
    """Return the query of the proposals or decisions on the claims of `scope` made by its record cut-off."""
    found = Assessment.objects.filter(step=step).order_by("pk")
    if scope.recorded_by:
        found = found.filter(created_at__lte=scope.recorded_by)
    return found.filter(claim__in=scope.claims().order_by().values("pk")) if scope.is_narrowed else found


def _then(one, moment):
    if moment is None or one.closed_at is None or one.closed_at <= moment:
        return one
    return replace(one, closed_at=None, closing="")


def pairs_apart(found):
    """Yield (earlier, later) for any two of the proposals `found` of two people that stood on one claim at once.

    One that its author took back stood in no round. Of somebody who proposed again, after theirs alone was sent back,
    the first counts: the other was made with what the others held before their eyes.
    """
    of_claim = defaultdict(list)
    for one in found:
        if one.closing != Closing.WITHDRAWN:
            of_claim[one.claim].append(one)
    for proposals_on_it in of_claim.values():
        yield from _pairs_on_a_claim(proposals_on_it)


def _pairs_on_a_claim(found):
    met = set()
    for one, other in combinations(found, 2):
        both = {(one.pk, other.author), (other.pk, one.author)}
        if one.author != other.author and _stood_at_once(one, other) and not both & met:
            met |= both
            yield one, other


def _stood_at_once(earlier, later):
    return earlier.closed_at is None or later.made_at < earlier.closed_at


def as_proposed(found, scope):
    """Return (those of the proposals `found` that a decision closed, those of these whose verdict it took)."""
    decided = defaultdict(list)
    for claim, at, verdict in assessments(scope, Step.DECISION).values_list("claim", "created_at", "verdict"):
        decided[claim].append((at, verdict))
    closed = [one for one in found if one.closing == Closing.DECIDED]
    after = [(one, _verdict_after(decided[one.claim], one.closed_at)) for one in closed]
    return [one for one, verdict in after if verdict], [one for one, verdict in after if verdict == one.verdict]


def _verdict_after(decisions, moment):
    """Return the verdict of the first decision at or after `moment`, that which closed the proposal, if on record."""
    return min((one for one in decisions if one[0] >= moment), default=(None, None))[1]
