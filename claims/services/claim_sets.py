"""Sets of claims of which at most one can be true: made, worded anew, joined and left."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from claims.errors import Refused, Stale
from claims.models import Claim, ClaimSet, Event, Membership
from claims.reports.alternatives import alternatives_of
from claims.services import log, reading_list, resting, roles
from claims.vocabulary import Noun, State, Verb

# So long may whoever put a claim into a set, or took it out, take that back without a reason.
UNDO_WITHIN = timedelta(hours=1)
UNDONE = "Undone right after it was done."
WORDED = (Verb.CREATED, Verb.CHANGED)
NOT_CHOSEN = "Choose a claim that cannot be true beside this one."


def check_exclusion(*, claim, by):
    """Raise `Refused` unless `by` may say now that `claim` and another exclude each other."""
    roles.must_annotate(by)
    if claim.state == State.REJECTED:
        raise Refused(f"{claim.label} was rejected; nobody holds it, so it excludes nothing.")
    if claim.state == State.MERGED:
        raise Refused(f"{claim.label} was merged into {claim.merged_into.label}. That one stands for it; take that.")


@transaction.atomic
def make(*, name, reason, claims, by):
    """Say that of `claims`, two or more, at most one can be true, under `name` and for `reason`; return the set.

    Raises `Refused` where these exclude each other already.
    """
    roles.must_annotate(by)
    rows = list(Claim.objects.lock_all({claim.pk for claim in claims}).values())
    if len(rows) < 2:
        raise Refused(NOT_CHOSEN)
    for claim in rows:
        check_exclusion(claim=claim, by=by)
    _must_be_news(rows)
    said = {
        "name": _checked_name(name),
        "reason": roles.must_say(reason, "Say why at most one of these claims can be true."),
    }
    claim_set = ClaimSet.objects.create(created_at=timezone.now(), created_by=by, **said)
    log.record(by=by, verb=Verb.CREATED, on=claim_set, after=said, reason=said["reason"], at=claim_set.created_at)
    for claim in rows:
        _join(claim_set, claim, "", by)
    return claim_set


def _checked_name(name):
    name = " ".join(roles.must_say(name, "Name what the claims are about.").split())
    longest = ClaimSet._meta.get_field("name").max_length
    if len(name) > longest:
        raise Refused(f"The name has {len(name)} characters; it has at most {longest}.")
    return name


def _must_be_news(rows):
    """Refuse claims each two of which exclude each other already."""
    ids = {claim.pk for claim in rows}
    known = alternatives_of(ids)
    if all(ids - {pk} <= known.get(pk, frozenset()) for pk in ids):
        labels = " and ".join(claim.label for claim in rows)
        raise Refused(f"{labels} exclude each other already.")


def _join(claim_set, claim, reason, by):
    membership = Membership.objects.create(
        claim_set=claim_set, claim=claim, reason=reason, joined_at=timezone.now(), joined_by=by
    )
    _record(membership, Verb.JOINED, reason, by)
    return membership


def _record(membership, verb, reason, by):
    """Log what befell `membership`, and look for what is to be offered, or offered no more, in the whole set."""
    claim_set, claim = membership.claim_set, membership.claim
    after = {"membership": membership.pk, "set": claim_set.name}
    log.record(by=by, verb=verb, on=claim_set, after=after, reason=reason, claim=claim)
    reading_list.add_claims({claim.pk, *_in(claim_set)})


def last_wording(claim_set):
    """Return the number of the event that gave `claim_set` its words: a form carries it, so that news is noticed."""
    worded = Event.objects.filter(noun=Noun.CLAIM_SET, object_id=claim_set.pk, verb__in=WORDED)
    return worded.order_by("-pk").values_list("pk", flat=True).first()


@transaction.atomic
def reword(*, claim_set, name, reason, by, seen=None):
    """Name `claim_set` anew, or say anew why its claims exclude each other; return it.

    `seen` is the `last_wording` that the form showed; raises `Stale` where somebody worded the set anew since.
    """
    roles.must_annotate(by)
    claim_set = _lock(claim_set)
    if seen is not None and seen != last_wording(claim_set):
        raise Stale("Somebody worded this set anew while you were writing. Nothing was saved; its words are below.")
    new = {
        "name": _checked_name(name),
        "reason": roles.must_say(reason, "Say why at most one of these claims can be true."),
    }
    before, after = log.changes(claim_set, new)
    if not after:
        raise Refused("Nothing was changed.")
    log.apply(claim_set, after)
    log.record(by=by, verb=Verb.CHANGED, on=claim_set, before=before, after=after)
    return claim_set


def _lock(claim_set):
    """Return the row of a set, held until the transaction ends; whoever changes one locks it before its claims."""
    return ClaimSet.objects.select_for_update().get(pk=claim_set.pk)


@transaction.atomic
def join(*, claim_set, claim, reason, by):
    """Put `claim` into `claim_set`, because it excludes the others too, for `reason`; return the membership."""
    claim_set, claim = _lock(claim_set), Claim.objects.lock(claim)
    check_exclusion(claim=claim, by=by)
    reason = roles.must_say(reason, "Say why it cannot be true beside the others.")
    standing = claim_set.memberships.live().filter(claim__in=[claim, *claim.merged.all()]).first()
    if standing:
        merged = "" if standing.claim_id == claim.pk else f", as {standing.claim.label} was merged into it"
        raise Refused(f"{claim.label} is in {claim_set.label} already{merged}.")
    return _join(claim_set, claim, reason, by)


@transaction.atomic
def exclude_in(*, claim_set, claims, reason, by):
    """Put into `claim_set` whichever of two `claims` does not stand in it, beside the other; return the membership.

    Raises `Refused` where neither stands in it any more.
    """
    claim_set = _lock(claim_set)
    standing = _in(claim_set)
    outside = [claim for claim in claims if claim.pk not in standing]
    if len(outside) == len(claims):
        labels = " nor ".join(claim.label for claim in claims)
        raise Refused(f"Neither {labels} is in {claim_set.label} any more. Choose anew in which set.")
    joins = outside[0] if outside else claims[0]
    return join(claim_set=claim_set, claim=joins, reason=reason, by=by)


def check_leaving(*, membership, by):
    """Raise `Refused` unless `by` may take the claim of `membership` out of its set now."""
    roles.must_annotate(by)
    if not membership.is_live:
        raise Refused(f"{membership.claim.label} left {membership.claim_set.label} already.")


@transaction.atomic
def leave(*, membership, reason, by):
    """Take a claim out of its set, for `reason`: it may be true beside the others. That it was in it stays on record.

    A decision that relies on what was reported of an alternative from which it parts is flagged for re-review.
    """
    claim_set = _lock(membership.claim_set)
    members = _in(claim_set)
    Claim.objects.lock_all(members)
    membership = Membership.objects.select_related("claim", "claim_set", "left_by").get(pk=membership.pk)
    check_leaving(membership=membership, by=by)
    reason = roles.must_say(reason, "Say why it can be true beside the others.")
    membership.left_at, membership.left_by, membership.left_reason = timezone.now(), by, reason
    membership.save(update_fields=["left_at", "left_by", "left_reason"])
    _record(membership, Verb.LEFT, reason, by)
    why = f"{membership.claim.label} left {claim_set.label}: {reason}"
    resting.flag_unfounded(members, why=why, by=by)
    return membership


def _in(claim_set):
    """Return the claims that stand in `claim_set`, with those into which they were merged."""
    rows = claim_set.memberships.live().values_list("claim", "claim__merged_into")
    return {pk for row in rows for pk in row if pk is not None}


def check_undoing(*, membership, by):
    """Raise `Refused` unless `by` put a claim into a set, or took it out, just now, and may take that back."""
    roles.must_annotate(by)
    at, who = _last_act(membership)
    if who != by.pk:
        raise Refused("Only who did this can undo it.")
    if timezone.now() - at > UNDO_WITHIN:
        raise Refused("This was done too long ago to be undone.")
    _must_be_alone(membership)


def _must_be_alone(membership):
    """Refuse to take back that a set was made once a further claim stands in it."""
    if not membership.is_live or membership.reason:
        return
    joined = membership.claim_set.memberships.live().exclude(reason="").select_related("claim").first()
    if joined:
        raise Refused(
            f"{joined.claim.label} joined {membership.claim_set.label} since, so that it was made cannot be undone. "
            "Take a claim out of it for a reason."
        )


def _last_act(membership):
    if membership.is_live:
        return membership.joined_at, membership.joined_by_id
    return membership.left_at, membership.left_by_id


@transaction.atomic
def undo(*, membership, by):
    """Take back the last act on `membership`: what joined leaves, what left joins anew. Return the set.

    With one of the claims of which the set was made all of them leave, as they joined in one act. One of them that
    joins anew does so for the reason of the set.
    """
    claim_set = _lock(membership.claim_set)
    membership = Membership.objects.select_related("claim", "claim_set").get(pk=membership.pk)
    check_undoing(membership=membership, by=by)
    if not membership.is_live:
        join(claim_set=claim_set, claim=membership.claim, reason=membership.reason or claim_set.reason, by=by)
        return claim_set
    for one in [membership] if membership.reason else _made_with(claim_set):
        leave(membership=one, reason=UNDONE, by=by)
    return claim_set


def _made_with(claim_set):
    """Return the live memberships of the claims of which the set was made; whoever joins one says why."""
    return list(claim_set.memberships.live().filter(reason="").order_by("pk"))
