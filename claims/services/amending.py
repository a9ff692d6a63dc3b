"""Changing what a claim says, and amending one on which others have worked."""

from django.db import transaction
from django.utils import timezone

from claims.errors import Refused
from claims.models import Claim
from claims.reports.date_moves import dates_beside
from claims.reports.resting import claims_resting_on_reports_of
from claims.services import claims, figures, locks, log, reading_list, resting, roles, topics
from claims.vocabulary import ClaimKind, Closing, State, Verb


def check_edit(*, claim, by):
    """Raise `Refused` unless `by` may edit `claim` now."""
    roles.must_annotate(by)
    if claim.state in (State.REJECTED, State.MERGED):
        raise Refused(f"{claim.label} is {claim.get_state_display().lower()} and cannot be edited.")


def _must_differ_from_dates_beside(claim, start, end):
    """Raise `Refused` where a changed window is that of the date before or after `claim` in its chain."""
    if (start, end) == (claim.window_start, claim.window_end):
        return
    for other in Claim.objects.filter(pk__in=dates_beside(claim)):
        if (start, end) == (other.window_start, other.window_end):
            raise Refused(
                f"This is the window of {other.label}, the date beside {claim.label} in a chain of new dates. "
                "Withdraw that new date first, or give another window."
            )


def would_amend(claim, changed, by):
    """Whether a change of the fields `changed` by `by` is an amendment of `claim`."""
    return tells_anew(changed) and claims.others_have_worked_on(claim, by)


def tells_anew(changed):
    """Whether a claim of which the fields `changed` differ says something else, or is judged by something else."""
    return any(name in claims.TRUTH_FIELDS for name in changed)


@transaction.atomic
def edit(*, claim, values, by, reason="", lock_version=None):
    """Change the fields of `claim` named in `values` (`topic_names` among them) and return the claim.

    A change of what the claim says, its window or its criteria after another person linked or assessed it is an
    amendment: it needs a reason, voids the live proposals and flags a decision. A decision that rests on what is
    reported of the claim, as an alternative, is flagged too. Raises `Stale` when the claim is not the one with
    `lock_version` any more.
    """
    rows, _ = locks.hold_reported(claim)
    claim = rows[claim.pk]
    check_edit(claim=claim, by=by)
    roles.must_be_fresh(claim, lock_version)
    values = dict(values)
    topic_names = values.pop("topic_names", None)
    new = _checked_values(claim, values)
    before_topics = _retopic(claim, topic_names)
    _, after = log.changes(claim, new)
    if not after and before_topics is None:
        raise Refused("Nothing was changed.")
    extra = {} if before_topics is None else {"topics": before_topics}
    if would_amend(claim, after, by):
        return _amend(claim, after, extra, reason, by)
    return _write_edit(claim, after, extra, Verb.CHANGED, reason, by)


def _checked_values(claim, values):
    new = {name: values.get(name, getattr(claim, name)) for name in (*claims.TRUTH_FIELDS, *claims.OTHER_FIELDS)}
    new["statement"] = claims.checked_statement(new["statement"])
    new["criteria"] = new["criteria"].strip()
    roles.must_be_one_of(ClaimKind, new["kind"], "kind of claim")
    claims.check_window(new["window_start"], new["window_end"], new["window_basis"])
    if new["kind"] != ClaimKind.FORECAST:
        claims.must_stand_alone(claim, "must stay a forecast")
    _must_differ_from_dates_beside(claim, new["window_start"], new["window_end"])
    past_draft = claim.state != State.DRAFT
    if new["kind"] == ClaimKind.FORECAST and past_draft and not (new["window_end"] or new["review_on"]):
        raise Refused("A forecast needs a last day of its window, or a day on which to review it.")
    return new


def _retopic(claim, names):
    """Set the topics; return the names that were there before, or None when nothing changed."""
    if names is None:
        return None
    before = [topic.name for topic in claim.topics.all()]
    claim.topics.set(topics.find_or_create_all(names))
    return before if before != [topic.name for topic in claim.topics.all()] else None


def _amend(claim, after, extra, reason, by):
    reason = roles.must_say(reason, "Others have worked on this claim, so this is an amendment: say why it changes.")
    claims.close_proposals(claim, Closing.AMENDED, by=by, note=reason)
    if claim.state == State.PROPOSED:
        after["state"] = State.OPEN
    after["amended_at"] = timezone.now()
    return _write_edit(claim, after, extra, Verb.AMENDED, reason, by)


def _write_edit(claim, after, extra, verb, reason, by):
    before = {name: getattr(claim, name) for name in after}
    log.apply(claim, after, lock_version=claim.lock_version + 1, updated_at=timezone.now())
    new_extra = {"topics": [topic.name for topic in claim.topics.all()]} if extra else {}
    log.record(by=by, verb=verb, on=claim, before=before | extra, after=after | new_extra, reason=reason)
    figures.refresh(claim)
    reading_list.add_claim(claim)
    if tells_anew(after):
        why = f"{claim.label}, of which the decision takes something to be reported, was changed"
        resting.flag_all(claims_resting_on_reports_of(claim), why=f"{why}: {reason}" if reason else f"{why}.", by=by)
    return claim
