"""Reschedules: a forecast restated with a new date is a new claim, which supersedes the one that stays as made."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from claims.errors import Refused
from claims.models import Claim, Link, Reschedule
from claims.reports.date_moves import moves_of, newest_of, standing_chain
from claims.services import claims, log, roles
from claims.services.links import SENT_TWICE_WITHIN
from claims.vocabulary import ClaimKind, State, Verb

UNFIT_STATES = {
    State.DRAFT: "{claim} is a draft. Open it first.",
    State.REJECTED: "{claim} was rejected, so it has no date to wait for.",
    State.MERGED: "{claim} was merged. Give {target} the new date.",
}
KEPT = ("statement", "criteria", "owner")
MOVED_MEANWHILE = "Somebody recorded another date meanwhile. Look at the dates again; nothing was saved."


def check_reschedule(*, claim, by):
    """Raise `Refused` unless `by` may record a new date of `claim` now."""
    roles.must_annotate(by)
    _must_be_fit(claim)
    newest = newest_of(claim.pk, moves_of([claim.pk], as_of=date.max))
    if newest:
        label = Claim.objects.get(pk=newest).label
        raise Refused(f"{claim.label} has a new date already. Extend the chain at {label}.")


def check_withdrawal(*, reschedule, by):
    """Raise `Refused` unless `by` may withdraw `reschedule` now."""
    roles.must_annotate(by)
    if not reschedule.is_live:
        raise Refused(f"This new date was withdrawn already, by {reschedule.withdrawn_by}.")


def _must_be_fit(claim):
    if claim.state in UNFIT_STATES:
        target = claim.merged_into.label if claim.merged_into else ""
        raise Refused(UNFIT_STATES[claim.state].format(claim=claim.label, target=target))
    if not claim.is_forecast:
        raise Refused(f"{claim.label} is no forecast, so no new date can be given for it.")


@transaction.atomic
def reschedule(*, claim, article, quote, by, window_start, window_end, window_basis, near=0, reason="", **details):
    """Make the claim that gives `claim` a new window, asserted by `quote` of `article`, and return the Reschedule.

    The new claim keeps what it says, what would settle it, its owner and its topics, unless `details` (of
    `claims.make`: statement, criteria, owner, topic_names, attribution, …) say otherwise. Sent twice, it is one.
    """
    roles.must_annotate(by)
    _must_be_fit(claim)
    values = _values(claim, details) | {"window_start": window_start, "window_end": window_end}
    _must_be_new_days(claim, window_start, window_end)
    made = claims.make(
        article=article, quote=quote, near=near, by=by, kind=ClaimKind.FORECAST, window_basis=window_basis, **values
    )
    passage = Link.objects.filter(claim=made).asserting().earliest("pk").passage
    return record_reschedule(earlier=claim, later=made, passage=passage, reason=reason, by=by)


def _values(claim, details):
    kept = {name: getattr(claim, name) for name in KEPT}
    return kept | {"topic_names": [topic.name for topic in claim.topics.all()]} | details


def _must_be_new_days(claim, start, end):
    if not (start or end):
        raise Refused(
            "Say the new date: the first or the last day of the window. Words that only call off the old date are "
            "evidence for that claim."
        )
    if (start, end) == (claim.window_start, claim.window_end):
        raise Refused(f"This is the window that {claim.label} has already. Link the words to it as evidence.")


@transaction.atomic
def record_reschedule(*, earlier, later, by, passage=None, reason=""):
    """Record that `later` restates `earlier` with a new date, and return the Reschedule; neither claim changes.

    `passage` holds the words that say so and must be linked to `later`; without it a `reason` says what shows it.
    Raises `Refused` where either has another such neighbour already, or both are of one chain. Sent twice, it is one.
    """
    roles.must_annotate(by)
    if earlier.pk == later.pk:
        raise Refused("A claim cannot be its own new date. Choose the claim with the new date.")
    earlier, later = _locked(earlier, later)
    made = _made_just_now(earlier, later, passage, by)
    if made:
        return made
    check_reschedule(claim=earlier, by=by)
    _must_be_fit(later)
    _must_begin_a_chain(earlier, later)
    _must_be_new_days(earlier, later.window_start, later.window_end)
    reason = _checked_words(later, passage, reason)
    return _record(earlier, later, passage, reason, by)


def _locked(earlier, later):
    """Return both rows, locked with every claim of their chains: no two people can join chains to a ring."""
    ids = _on_chains(earlier, later)
    rows = Claim.objects.lock_all(ids)
    if _on_chains(earlier, later) != ids:
        raise Refused(MOVED_MEANWHILE)
    return rows[earlier.pk], rows[later.pk]


def _on_chains(*ends):
    return {pk for end in ends for pk in standing_chain(end)}


def _made_just_now(earlier, later, passage, by):
    since = timezone.now() - SENT_TWICE_WITHIN
    mine = Reschedule.objects.live().filter(created_by=by, created_at__gt=since)
    return mine.filter(earlier=earlier, later=later, passage=passage).first()


def _must_begin_a_chain(earlier, later):
    path = standing_chain(later)
    if earlier.pk in path:
        raise Refused(f"{earlier.label} is itself a later date of {later.label}.")
    if path[0] != later.pk:
        label = Claim.objects.get(pk=path[path.index(later.pk) - 1]).label
        raise Refused(f"{later.label} is the new date of {label} already.")


def _checked_words(later, passage, reason):
    """Return the reason, or raise `Refused` where nothing shows the new date."""
    if passage is None:
        return roles.must_say(reason, "Choose the words that state the new date, or say what shows it.")
    if not Link.objects.live().counting_for([later.pk]).filter(passage=passage).exists():
        raise Refused(f"These words are not linked to {later.label}. Link them first, or choose others.")
    return reason.strip()


def _record(earlier, later, passage, reason, by):
    made = Reschedule.objects.create(
        earlier=earlier, later=later, passage=passage, reason=reason, created_at=timezone.now(), created_by=by
    )
    _log(made, Verb.RESCHEDULED, reason, by, made.created_at)
    return made


def _log(row, verb, reason, by, at):
    """Tell it in the log of both claims: each names the other."""
    told = {row.earlier: {"rescheduled_to": row.later.number}, row.later: {"rescheduled_from": row.earlier.number}}
    for claim, after in told.items():
        log.record(by=by, verb=verb, on=claim, after=after, reason=reason, at=at)


@transaction.atomic
def withdraw(*, reschedule, reason, by):
    """Take back that one claim is the new date of the other, for `reason`; both stay, and so does the record."""
    Claim.objects.lock_all([reschedule.earlier_id, reschedule.later_id])
    row = Reschedule.objects.select_related("earlier", "later", "withdrawn_by").get(pk=reschedule.pk)
    check_withdrawal(reschedule=row, by=by)
    reason = roles.must_say(reason, "Say why this is not a new date of that claim.")
    row.withdrawn_at, row.withdrawn_by, row.withdrawn_reason = timezone.now(), by, reason
    row.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_reason"])
    _log(row, Verb.UNDONE, reason, by, row.withdrawn_at)
    return row
