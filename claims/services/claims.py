"""Claims: made from an article's words, opened, rejected, taken back."""

from datetime import timedelta

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import timezone

from claims.errors import Refused
from claims.models import Assessment, Claim, Link
from claims.reports.date_moves import standing_chain
from claims.services import (
    figures,
    links,
    locks,
    log,
    passages,
    proposal_requests,
    reading_list,
    restating,
    resting,
    roles,
    seals,
    topics,
)
from claims.vocabulary import PUT_ASIDE, ClaimKind, Closing, Opening, Stance, State, Verb, WindowBasis

TRUTH_FIELDS = ("statement", "kind", "window_start", "window_end", "window_basis", "criteria")
OTHER_FIELDS = ("review_on", "owner")
NUMBER_TRIES = 5
GATHERING = (State.OPEN, State.PROPOSED)


def check_opening(*, claim, by):
    """Raise `Refused` unless `by` may open `claim` now."""
    roles.must_annotate(by)
    must_be(claim, (State.DRAFT,), "only a draft can be opened")


def check_rejection(*, claim, by):
    """Raise `Refused` unless `by` may reject `claim` now."""
    roles.must_annotate(by)
    must_be(claim, (State.DRAFT,), "only a draft can be rejected")


def check_taking_back(*, claim, by):
    """Raise `Refused` unless `by` made `claim` and nobody, nor `by`, has built on it yet."""
    roles.must_annotate(by)
    must_be(claim, (State.DRAFT, State.OPEN), "only what nobody has worked on can be taken back")
    if claim.created_by_id != by.pk:
        raise Refused(f"{claim.label} was made by {claim.created_by}, so you cannot take it back.")
    if Link.objects.filter(claim=claim).count() > 1 or others_have_worked_on(claim, by):
        raise Refused(f"{claim.label} has been worked on since, so it cannot be taken back.")
    merged = claim.merged.order_by("number").first()
    if merged:
        raise Refused(
            f"{merged.label} was merged into {claim.label}, so it cannot be taken back. Take them apart first."
        )
    must_stand_alone(claim, "cannot be taken back")


def must_stand_alone(claim, what):
    """Raise `Refused`, with `what` cannot be, where `claim` is one of the dates that a forecast was given."""
    if len(standing_chain(claim)) > 1:
        raise Refused(f"{claim.label} is a date in a chain of new dates, so it {what}. Withdraw its new date first.")


def must_be(claim, states, rule):
    """Raise `Refused`, with the `rule` in words, unless `claim` is in one of `states`."""
    if claim.state not in states:
        state = "a draft" if claim.state == State.DRAFT else claim.get_state_display().lower()
        raise Refused(f"{claim.label} is {state}; {rule}.")


@transaction.atomic
def make(*, article, quote, by, statement, kind, near=0, attribution=None, opened=True, acknowledged=True, **details):
    """Make a claim from the words `quote` of `article`, which assert it; return the claim.

    `details` may hold window_start, window_end, window_basis, review_on, criteria, owner (default: `by`) and
    topic_names. The claim is opened at once unless `opened` is false; then it stays a draft. The same sent twice
    makes one claim. Where another is not `acknowledged` that says the same in the same words, it is asked for first.
    """
    roles.must_annotate(by)
    passage = passages.mark(article=article, quote=quote, near=near, attribution=attribution, by=by)
    filed_under = topics.find_or_create_all(details.pop("topic_names", ()))
    values = {"statement": statement, "kind": kind, "owner": by, **details}
    made = _made_just_now(passage, values, filed_under, opened, by)
    if made:
        return made
    restating.must_be_new(statement, kind, article, acknowledged=acknowledged)
    claim = create(by, **values)
    claim.topics.set(filed_under)
    links.add(claim=claim, passage=passage, stance=Stance.ASSERTS, by=by, acknowledged=True)
    return open_draft(claim=claim, by=by) if opened else claim


def _made_just_now(passage, values, filed_under, opened, by):
    """Return the claim that `by` made just so a moment ago, or None: a form may be sent twice."""
    since = timezone.now() - links.SENT_TWICE_WITHIN
    said = {name: values.get(name, Claim._meta.get_field(name).get_default()) for name in (*TRUTH_FIELDS, "owner")}
    said["statement"] = " ".join((said["statement"] or "").split())
    mine = Claim.objects.filter(links__passage=passage, created_by=by, created_at__gt=since, **said)
    mine = mine.exclude(state__in=(State.DRAFT, *PUT_ASIDE)) if opened else mine.filter(state=State.DRAFT)
    alike = (claim for claim in mine if set(claim.topics.all()) == set(filed_under))
    return next((claim for claim in alike if claim.review_on == _reviewed_on(claim, values, opened)), None)


def _reviewed_on(claim, values, opened):
    """Return the review day of a claim that was made with `values`, where one is given to it as it is opened."""
    needs_one = opened and claim.is_forecast and not claim.window_end
    return values.get("review_on") or (default_review_day(claim) if needs_one else None)


def create(by, **values):
    """Make a draft without any link from `values`, the fields of a claim by name; return it."""
    values["statement"] = checked_statement(values["statement"])
    roles.must_be_one_of(ClaimKind, values["kind"], "kind of claim")
    check_window(values.get("window_start"), values.get("window_end"), values.get("window_basis", ""))
    now = timezone.now()
    claim = _numbered(created_by=by, created_at=now, updated_at=now, **values)
    log.record(by=by, verb=Verb.CREATED, on=claim, after=values, at=now)
    return claim


def _numbered(**values):
    """Create a claim with the next free number; two people may ask for it at once."""
    for attempt in range(NUMBER_TRIES):
        number = (Claim.objects.aggregate(last=Max("number"))["last"] or 0) + 1
        try:
            with transaction.atomic():
                return Claim.objects.create(number=number, **values)
        except IntegrityError:
            taken = Claim.objects.filter(number=number).exists()
            if not taken or attempt == NUMBER_TRIES - 1:
                raise
    raise AssertionError("unreachable")


def checked_statement(statement):
    """Return `statement` on one line, or raise `Refused` when it is blank or longer than 500 characters."""
    statement = roles.must_say(" ".join((statement or "").split()), "A claim needs a statement.")
    if len(statement) > 500:
        raise Refused("A statement has at most 500 characters. Say one thing that can be true or false.")
    return statement


def check_window(start, end, basis):
    """Raise `Refused` when a window is turned round, or has days without a basis or a basis without days."""
    for fault in window_faults(start, end, basis).values():
        raise Refused(fault)
    if basis:
        roles.must_be_one_of(WindowBasis, basis, "basis of a window")


def window_faults(start, end, basis):
    """Return what is wrong with a window, as sentences by the name of the field at which each is to be said."""
    faults = {}
    if start and end and start > end:
        faults["window_end"] = "The window ends before it starts."
    if (start or end) and not basis:
        faults["window_basis"] = "Say where the window comes from."
    if basis and not (start or end):
        faults["window_basis"] = "A window needs a first or a last day; leave its basis empty otherwise."
    return faults


@transaction.atomic
def open_draft(*, claim, by):
    """Open a draft: from now on evidence is gathered. A forecast without an end gets a day of review."""
    claim = Claim.objects.lock(claim)
    check_opening(claim=claim, by=by)
    new = {"state": State.OPEN}
    if claim.is_forecast and not claim.window_end and not claim.review_on:
        new["review_on"] = default_review_day(claim)
    return change(claim, new, verb=Verb.OPENED, by=by)


def default_review_day(claim):
    """Return the day on which an undated forecast is to be looked at again: some days after it was made."""
    made = Link.objects.filter(claim=claim).live().asserting()
    published = made.values_list("passage__article__published_on", flat=True)
    first = min((day for day in published if day), default=timezone.localdate(claim.created_at))
    return first + timedelta(days=settings.FACTCHECK_REVIEW_DAYS)


@transaction.atomic
def reject(*, claim, reason, by):
    """Put a draft aside for good, for `reason`: it is no claim, or not worth a check.

    A decision that relies on what is reported of it as an alternative is flagged.
    """
    rows, resting_on_it = locks.hold_reported(claim)
    claim = rows[claim.pk]
    check_rejection(claim=claim, by=by)
    reason = roles.must_say(reason, "Say why the draft is rejected.")
    claim = change(claim, {"state": State.REJECTED}, verb=Verb.REJECTED, by=by, reason=reason)
    resting.flag_unfounded(resting_on_it, why=f"{claim.label} was rejected: {reason}", by=by)
    return claim


@transaction.atomic
def take_back(*, claim, reason, by):
    """Put a claim aside that `by` has just made by mistake, for `reason`; once there is work on it, it stays.

    So an open claim can be rejected before anybody has built on it, and never afterwards.
    """
    claim = Claim.objects.lock(claim)
    check_taking_back(claim=claim, by=by)
    reason = roles.must_say(reason, "Say why the claim is taken back.")
    return change(claim, {"state": State.REJECTED}, verb=Verb.REJECTED, by=by, reason=reason)


def change(claim, new, *, verb, by, reason="", **always):
    """Change fields of `claim`, write the event, and bring its version and figures up to date."""
    before, after = log.changes(claim, new)
    now = timezone.now()
    log.apply(claim, after, lock_version=claim.lock_version + 1, updated_at=now, **always)
    log.record(by=by, verb=verb, on=claim, before=before, after=after, reason=reason, at=now)
    figures.refresh(claim)
    reading_list.add_claim(claim)
    return claim


def others_have_worked_on(claim, by):
    """Whether somebody but `by` linked or assessed `claim`, so that a change of its truth is an amendment."""
    linked = Link.objects.filter(claim=claim).exclude(created_by=by).exists()
    return linked or Assessment.objects.filter(claim=claim).exclude(author=by).exists()


def close_proposals(claim, closing, *, by, note=""):
    """End the round on `claim`: its live proposals are closed, with the reason, and can all be read.

    But for an amendment: what was hidden stays so (`reports.blindness` says why).
    """
    claim.assessments.proposals().live().update(
        closed_at=timezone.now(), closed_by=by, closing=closing, closing_note=note
    )
    if closing != Closing.AMENDED:
        seals.open_all(claim, Opening.ENDED, by=by)
    proposal_requests.end_all(claim, by)
