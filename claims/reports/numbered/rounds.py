"""The proposals of one round: those that stood on a claim at the same time, until something closed them."""

from collections import defaultdict
from itertools import combinations
from typing import NamedTuple

import numpy as np
from django.db.models import F

from claims.models import Assessment
from claims.reports.at_scale.columns import NOTHING, DayNumber, Microseconds, number_of, place_in, whole_numbers
from claims.vocabulary import Closing, Step, Verdict

VERDICTS, CLOSINGS = Verdict.values, Closing.values
WITHDRAWN, DECIDED = CLOSINGS.index(Closing.WITHDRAWN), CLOSINGS.index(Closing.DECIDED)


class Proposal(NamedTuple):
    """A proposal as it stood at the cut-off: `closed_at` and `closing` say what has closed it by then.

    Moments are numbers, words their places in `VERDICTS` and `CLOSINGS`, and what is not yet is `NOTHING`.
    """

    pk: int
    claim: int
    author: int
    verdict: int
    made_at: int
    closed_at: int
    closing: int


class Proposals(NamedTuple):
    """Proposals, a column for each field of `Proposal`, in their order."""

    pk: np.ndarray
    claim: np.ndarray
    author: np.ndarray
    verdict: np.ndarray
    made_at: np.ndarray
    closed_at: np.ndarray
    closing: np.ndarray

    def only(self, chosen):
        """Return the `chosen` ones."""
        return Proposals(*(column[chosen] for column in self))

    def each(self):
        """Yield a `Proposal` for each."""
        return map(Proposal._make, zip(*(column.tolist() for column in self), strict=True))


def proposals(scope):
    """Return the `Proposals` on the claims of `scope` made by its record cut-off."""
    words = place_in("verdict", VERDICTS), place_in("closing", CLOSINGS)
    made_at, closed_at = Microseconds(F("created_at")), Microseconds(F("closed_at"))
    rows = assessments(scope, Step.PROPOSAL)
    found = Proposals(*whole_numbers(rows, "pk", "claim", "author", words[0], made_at, closed_at, words[1]))
    return _then(found.only(np.argsort(found.pk)), scope.recorded_by)


def assessments(scope, step):
    """Return the query of the proposals or decisions on the claims of `scope` made by its record cut-off.

    Those that speak of a day after the publication cut-off are left out.
    """
    found = _on_record(scope, step)
    return found if scope.is_now else found.filter(as_of__lte=scope.day)


def _on_record(scope, step):
    found = Assessment.objects.filter(step=step).order_by("pk")
    if scope.recorded_by:
        found = found.filter(created_at__lte=scope.recorded_by)
    return found.filter(claim__in=scope.claims().order_by().values("pk")) if scope.is_narrowed else found


def _then(found, moment):
    if moment is None:
        return found
    stood = found.closed_at > number_of(moment)
    closing = ("closed_at", "closing")
    return found._replace(**{name: np.where(stood, NOTHING, getattr(found, name)) for name in closing})


def pairs_apart(found):
    """Yield (earlier, later) for any two of the proposals `found` of two people that stood on one claim at once.

    One that its author took back stood in no round. Of somebody who proposed again, after theirs alone was sent back,
    the first counts: the other was made with what the others held before their eyes.
    """
    stood = found.only(found.closing != WITHDRAWN)
    _, place, of_each = np.unique(stood.claim, return_inverse=True, return_counts=True)
    of_claim = defaultdict(list)
    for one in stood.only(of_each[place] > 1).each():
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
    return earlier.closed_at == NOTHING or later.made_at < earlier.closed_at


def as_proposed(found, scope):
    """Return (those of the proposals `found` that a decision closed, those of these whose verdict it took)."""
    closed = found.only(found.closing == DECIDED)
    verdict = _verdict_after(closed, scope)
    return closed.only(verdict != NOTHING), closed.only(verdict == closed.verdict)


def _verdict_after(closed, scope):
    """Return the verdict of the first decision on record after each of `closed` stood, that which closed it.

    `NOTHING` where that speaks of a day after the publication cut-off; a later one closed it not.
    """
    columns = "pk", "claim", Microseconds(F("created_at")), DayNumber(F("as_of")), place_in("verdict", VERDICTS)
    pk, claim, at, day, verdict = whole_numbers(_on_record(scope, Step.DECISION), *columns)
    verdict = np.where(day > number_of(scope.day), NOTHING, verdict)
    moments = np.unique(np.concatenate([at, closed.closed_at]))
    # Claim and moment in one number: a moment by its place among these, or both would not fit.
    keys, wanted = (
        of_claim * len(moments) + np.searchsorted(moments, when)
        for of_claim, when in ((claim, at), (closed.claim, closed.closed_at))
    )
    in_order = np.lexsort((pk, keys))
    after = np.searchsorted(keys[in_order], wanted)
    # The next may be of another claim, or there is none: then no decision on this one came after.
    claim, verdict = (np.append(column[in_order], NOTHING) for column in (claim, verdict))
    return np.where(claim[after] == closed.claim, verdict[after], NOTHING)
