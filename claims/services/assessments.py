"""Assessments: verdicts proposed, decided, sent back and reopened."""

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from claims.errors import NeedsConfirmation, Refused, Stale
from claims.models import Assessment, Claim, Event, Link
from claims.reports.facts import figures_for
from claims.reports.null_searches import freshness_of
from claims.reports.verdicts import why_not_carried, why_not_reliable
from claims.services import figures, log, reading_list, roles
from claims.services.claims import close_proposals
from claims.vocabulary import Closing, Confidence, State, Step, UnresolvedReason, Verb, Verdict

SAID_AGAIN = ("verdict", "unresolved_reason", "confidence", "rationale", "what_would_change", "as_of")
OPEN_TO_PROPOSALS = (State.OPEN, State.PROPOSED)


def check_proposal(*, claim, by):
    """Raise `Refused` unless `by` may propose a verdict on `claim` now."""
    roles.must_annotate(by)
    if claim.state == State.DRAFT:
        raise Refused(f"{claim.label} is a draft. Open it first.")
    if claim.state not in OPEN_TO_PROPOSALS:
        raise Refused(f"{claim.label} is {claim.get_state_display().lower()}; a verdict cannot be proposed now.")
    if claim.assessments.proposals().live().filter(author=by).exists():
        raise Refused("You have a live proposal on this claim. Withdraw it before you propose another.")


def check_decision(*, claim, by):
    """Raise `Refused` unless `by` may decide `claim` now."""
    roles.must_review(by)
    _must_be_undecided(claim)
    if claim.state != State.PROPOSED:
        raise Refused("Nobody has proposed a verdict, so there is nothing to decide yet.")
    if _proposed_by(claim, by) and not settings.FACTCHECK_ONE_PERSON_DESK:
        raise Refused("You proposed a verdict on this claim, so someone else must decide it.")


def check_send_back(*, claim, by):
    """Raise `Refused` unless `by` may send the proposals on `claim` back now."""
    roles.must_review(by)
    _must_be_undecided(claim)
    if claim.state != State.PROPOSED:
        raise Refused("Nobody has proposed a verdict, so there is nothing to send back.")


def _must_be_undecided(claim):
    if claim.state == State.DECIDED:
        raise Refused(f"{claim.label} is decided already. To judge it anew, reopen it first.")


def check_reopening(*, claim, by):
    """Raise `Refused` unless `by` may reopen `claim` now."""
    roles.must_review(by)
    if claim.state != State.DECIDED:
        raise Refused(f"{claim.label} is not decided, so there is nothing to reopen.")


def _proposed_by(claim, by):
    return claim.assessments.proposals().live().filter(author=by).exists()


def last_event(claim):
    """Return the number of the newest event that touches `claim`: a form carries it, so that news is noticed."""
    return Event.objects.touching(claim).order_by("-pk").values_list("pk", flat=True).first() or 0


@transaction.atomic
def propose(
    *, claim, verdict, confidence, rationale, by, as_of=None, relied_on=(), seen=None, acknowledged=False, **details
):
    """Propose a verdict on an open claim and return the proposal.

    `details` may hold unresolved_reason and what_would_change; `seen` is the `last_event` that the form showed.
    Raises `Refused` with a sentence when the links relied on do not carry the verdict (E6, E7), and
    `NeedsConfirmation` when it says that nothing was found without a search that is still fresh.
    """
    claim = Claim.objects.lock(claim)
    check_proposal(claim=claim, by=by)
    _must_have_seen(claim, seen)
    values = _checked(claim, verdict, confidence, rationale, as_of, relied_on, details)
    _must_have_searched(claim, values, acknowledged)
    proposal = _create(claim, Step.PROPOSAL, values, relied_on, by)
    _move(claim, State.PROPOSED, verb=Verb.PROPOSED, by=by, after={"proposal": proposal, "verdict": verdict})
    return proposal


@transaction.atomic
def decide(
    *, claim, verdict, confidence, rationale, by, as_of=None, relied_on=(), seen=None, acknowledged=False, **details
):
    """Close a proposed claim with a verdict and return the decision.

    Whoever proposed may not decide, unless the desk is one of one person: then the decision and the log say so.
    The links relied on must carry the verdict (E6, E7), and `what_would_change` must be answered (E10). Raises
    `NeedsConfirmation` as `propose` does.
    """
    claim = Claim.objects.lock(claim)
    check_decision(claim=claim, by=by)
    _must_have_seen(claim, seen)
    roles.must_say(details.get("what_would_change"), "Say what would change this verdict.")
    values = _checked(claim, verdict, confidence, rationale, as_of, relied_on, details)
    _must_have_searched(claim, values, acknowledged)
    values["own_proposal"] = _proposed_by(claim, by)
    close_proposals(claim, Closing.DECIDED, by=by)
    decision = _create(claim, Step.DECISION, values, relied_on, by)
    reason = "A desk of one: the same person proposed and decided." if decision.own_proposal else ""
    after = {"decision": decision, "verdict": verdict}
    _move(claim, State.DECIDED, verb=Verb.DECIDED, by=by, after=after, reason=reason)
    return decision


@transaction.atomic
def send_back(*, claim, reason, by):
    """Send the live proposals on `claim` back, for `reason`: it is open again."""
    claim = Claim.objects.lock(claim)
    check_send_back(claim=claim, by=by)
    reason = roles.must_say(reason, "Say what is missing.")
    close_proposals(claim, Closing.SENT_BACK, by=by, note=reason)
    return _move(claim, State.OPEN, verb=Verb.SENT_BACK, by=by, reason=reason)


@transaction.atomic
def withdraw_proposal(*, proposal, by):
    """Take back one's own live proposal; with none left, the claim is open again."""
    claim = Claim.objects.lock(proposal.claim)
    proposal = Assessment.objects.select_for_update().get(pk=proposal.pk)
    roles.must_annotate(by)
    if proposal.author_id != by.pk or proposal.step != Step.PROPOSAL:
        raise Refused("Only its author can withdraw a proposal.")
    if not proposal.is_live:
        raise Refused("This proposal was closed already.")
    proposal.closed_at, proposal.closed_by, proposal.closing = timezone.now(), by, Closing.WITHDRAWN
    proposal.save(update_fields=["closed_at", "closed_by", "closing"])
    left = claim.assessments.proposals().live().exists()
    state = State.PROPOSED if left else State.OPEN
    return _move(claim, state, verb=Verb.WITHDRAWN, by=by, after={"proposal": proposal})


@transaction.atomic
def propose_again(*, proposal, by):
    """Make the proposal that `by` has withdrawn once more, and return the new one.

    Raises `Refused` as `propose` does, and where the links that it relied on have changed since.
    """
    if proposal.author_id != by.pk or proposal.closing != Closing.WITHDRAWN:
        raise Refused("Only its author can make a withdrawn proposal again.")
    said = {name: getattr(proposal, name) for name in SAID_AGAIN}
    # Whatever spoke against it was acknowledged when it was made.
    said["acknowledged"] = True
    return propose(claim=proposal.claim, relied_on=list(proposal.relied_on.all()), by=by, **said)


@transaction.atomic
def reopen(*, claim, reason, by):
    """Open a decided claim again, for `reason`; the old decision stays on record."""
    claim = Claim.objects.lock(claim)
    check_reopening(claim=claim, by=by)
    reason = roles.must_say(reason, "Say why the claim is reopened.")
    claim.assessments.decisions().live().update(
        closed_at=timezone.now(), closed_by=by, closing=Closing.REOPENED, closing_note=reason
    )
    return _move(claim, State.OPEN, verb=Verb.REOPENED, by=by, reason=reason)


def _must_have_seen(claim, seen):
    if seen is not None and seen != last_event(claim):
        raise Stale(
            "Somebody changed this claim or its evidence while you were writing. Nothing was saved. "
            "Look at what is new, then send your assessment again."
        )


def _checked(claim, verdict, confidence, rationale, as_of, relied_on, details):
    """Return the values of an assessment, or raise `Refused` with what is missing or not carried."""
    verdict = roles.must_be_one_of(Verdict, verdict, "verdict")
    confidence = roles.must_be_one_of(Confidence, confidence, "confidence")
    as_of = as_of or timezone.localdate()
    if as_of > timezone.localdate():
        raise Refused("An assessment cannot speak of a day that is still to come.")
    reason = details.get("unresolved_reason", "") if verdict == Verdict.UNRESOLVED else ""
    if verdict == Verdict.UNRESOLVED and reason not in UnresolvedReason.values:
        raise Refused("Say why the claim stays unresolved.")
    _must_rely_on(claim, verdict, relied_on, as_of)
    return {
        "verdict": verdict,
        "confidence": confidence,
        "rationale": roles.must_say(rationale, "Say what the verdict rests on."),
        "what_would_change": details.get("what_would_change", "").strip(),
        "unresolved_reason": reason,
        "as_of": as_of,
    }


def _must_have_searched(claim, values, acknowledged):
    """Ask to have confirmed that nothing was found, where no search says so that is still fresh."""
    if acknowledged or values["unresolved_reason"] != UnresolvedReason.NOTHING_FOUND:
        return
    warning = freshness_of(claim, day=values["as_of"]).warning
    if warning:
        raise NeedsConfirmation([warning])


def _must_rely_on(claim, verdict, relied_on, as_of):
    ids = [link.pk for link in relied_on]
    allowed = Link.objects.filter(claim__in=[claim, *claim.merged.all()]).live().select_related("passage__article")
    links = list(allowed.filter(pk__in=ids))
    if len(links) != len(set(ids)):
        raise Refused("A link relied on was withdrawn, or belongs to another claim. Choose among the links below.")
    uncounted = figures_for([claim], as_of=as_of)[claim.pk].uncounted
    for link in links:
        if link.pk in uncounted and link.basis:
            raise Refused(why_not_reliable(link, uncounted[link.pk]))
    why_not = why_not_carried(claim, verdict, links, uncounted)
    if why_not:
        raise Refused(why_not)


def _create(claim, step, values, relied_on, by):
    assessment = Assessment.objects.create(claim=claim, step=step, author=by, created_at=timezone.now(), **values)
    assessment.relied_on.set(relied_on)
    log.record(
        by=by,
        verb=Verb.CREATED,
        on=assessment,
        after=values | {"step": step, "relied_on": sorted(link.pk for link in relied_on)},
        claim=claim,
        at=assessment.created_at,
    )
    return assessment


def _move(claim, state, *, verb, by, after=None, reason=""):
    before, changed = log.changes(claim, {"state": state})
    now = timezone.now()
    log.apply(claim, changed, lock_version=claim.lock_version + 1, updated_at=now)
    log.record(by=by, verb=verb, on=claim, before=before, after=changed | (after or {}), reason=reason, at=now)
    figures.refresh(claim)
    reading_list.add_claim(claim)
    return claim
