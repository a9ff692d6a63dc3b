"""Merging claims that say the same, and taking merges apart."""

from django.db import transaction
from django.utils import timezone

from claims.errors import Refused
from claims.reports.alternatives import alternatives_of
from claims.reports.date_moves import why_not_merged
from claims.services import claims, figures, locks, log, reading_list, resting, roles
from claims.vocabulary import Closing, State, Verb


def check_merge(*, claim, by):
    """Raise `Refused` unless `by` may merge `claim` into another now."""
    roles.must_review(by)
    claims.must_be(claim, claims.GATHERING, "only open claims can be merged")
    if claim.merged.exists():
        raise Refused(f"Other claims were merged into {claim.label}. Take these apart first.")


def check_unmerge(*, claim, by):
    """Raise `Refused` unless `by` may take the merge of `claim` apart now."""
    roles.must_review(by)
    if claim.state != State.MERGED:
        raise Refused(f"{claim.label} is not merged.")


@transaction.atomic
def merge(*, claim, into, reason, by):
    """Merge `claim` into another that says the same. Its links stay where they are and count for both.

    A decision that relies on what these report of an alternative is flagged where they lie outside the window now.
    """
    rows, resting_on_it = locks.hold_reported(claim, into)
    claim, into = rows[claim.pk], rows[into.pk]
    check_merge(claim=claim, by=by)
    reason = roles.must_say(reason, "Say why both claims are the same.")
    check_mergeable(claim, into)
    claims.close_proposals(claim, Closing.MERGED, by=by, note=reason)
    new = {"state": State.MERGED, "merged_into": into}
    claim = claims.change(claim, new, verb=Verb.MERGED, by=by, reason=reason)
    _note_on_target(into, {"received": claim.number}, verb=Verb.MERGED, by=by, reason=reason)
    why = f"{claim.label} was merged into {into.label}: {reason}"
    resting.flag_unfounded(resting_on_it, why=why, by=by)
    return claim


def _note_on_target(into, after, *, verb, by, reason):
    """Write a merge in the log of the claim that gains or loses evidence by it, and flag a decision on that claim."""
    flagged = {"amended_at": timezone.now()} if into.state == State.DECIDED else {}
    before, flagged = log.changes(into, flagged)
    log.apply(into, flagged, updated_at=timezone.now())
    log.record(by=by, verb=verb, on=into, before=before, after=flagged | after, reason=reason)
    figures.refresh(into)


def check_mergeable(claim, into):
    """Raise `Refused` unless `into` can take in what is merged into it, as `claim` would be."""
    if claim.pk == into.pk:
        raise Refused("A claim cannot be merged into itself.")
    if into.state not in (State.OPEN, State.PROPOSED, State.DECIDED):
        raise Refused(f"{into.label} is {into.get_state_display().lower()}; choose a claim that is open.")
    tangled = why_not_merged(claim, into)
    if tangled:
        raise Refused(tangled)
    if into.pk in alternatives_of([claim.pk]).get(claim.pk, ()):
        raise Refused(
            f"{claim.label} and {into.label} cannot both be true, as a set of claims says, so they are not the same. "
            "Take one of them out of the set first."
        )


@transaction.atomic
def unmerge(*, claim, reason, by):
    """Take a merge apart: `claim` is open again.

    A decision that relies on what was reported of the two as one is flagged where that carries it no more, and what
    was offered because of it is looked at anew.
    """
    rows, resting_on_it = locks.hold_reported(claim, claim.merged_into or claim)
    claim = rows[claim.pk]
    check_unmerge(claim=claim, by=by)
    reason = roles.must_say(reason, "Say why the claims are not the same.")
    into = claim.merged_into
    claim = claims.change(claim, {"state": State.OPEN, "merged_into": None}, verb=Verb.UNMERGED, by=by, reason=reason)
    _note_on_target(into, {"released": claim.number}, verb=Verb.UNMERGED, by=by, reason=reason)
    reading_list.add_with_alternatives({claim.pk, into.pk})
    why = f"{claim.label} was taken apart from {into.label}: {reason}"
    resting.flag_unfounded(resting_on_it, why=why, by=by)
    return claim
