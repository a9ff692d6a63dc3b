"""Assessments: verdicts proposed, decided, sent back and reopened."""

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from claims.errors import Refused, Stale
from claims.models import Assessment, Claim, Event
from claims.reports.blindness import hidden_from
from claims.services import figures, locks, log, proposal_requests, reading_list, roles, seals, verdicts
from claims.services.claims import close_proposals
from claims.vocabulary import Closing, Opening, State, Step, Verb

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
    _must_have_read(claim, by)


def _must_have_read(claim, by):
    """Whoever ends a round knows what was proposed in it."""
    if claim.assessments.proposals().live().filter(hidden_from(by)).exists():
        raise Refused("What was proposed is hidden from you. Propose a verdict of your own first, or open the round.")


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
    claim = locks.hold_evidence(claim, relied_on)
    check_proposal(claim=claim, by=by)
    _must_have_seen(claim, seen)
    values = verdicts.checked(claim, verdict, confidence, rationale, as_of, relied_on, details)
    verdicts.must_have_searched(claim, values, acknowledged)
    return _speak(claim, values, relied_on, by)


def _speak(claim, values, relied_on, by):
    """Make the proposal: sealed where it is the first of a blind round; the second of any round opens the first."""
    is_second = claim.assessments.proposals().live().exclude(author=by).exists()
    is_blind = seals.is_blind(claim, by)
    is_sealed = is_blind and not is_second
    proposal = _create(claim, Step.PROPOSAL, values, relied_on, by, sealed=is_sealed)
    if is_blind:
        seals.seal(proposal, opened=is_second)
    after = {"proposal": proposal} | ({} if is_sealed else {"verdict": proposal.verdict})
    request = proposal_requests.answer(claim, by)
    _move(claim, State.PROPOSED, verb=Verb.PROPOSED, by=by, after=after | ({"request": request} if request else {}))
    if is_second:
        seals.open_all(claim, Opening.SECOND, by=by)
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
    claim = locks.hold_evidence(claim, relied_on)
    check_decision(claim=claim, by=by)
    _must_have_read(claim, by)
    _must_have_seen(claim, seen)
    roles.must_say(details.get("what_would_change"), "Say what would change this verdict.")
    values = verdicts.checked(claim, verdict, confidence, rationale, as_of, relied_on, details)
    verdicts.must_have_searched(claim, values, acknowledged)
    values["own_proposal"] = _proposed_by(claim, by)
    close_proposals(claim, Closing.DECIDED, by=by)
    decision = _create(claim, Step.DECISION, values, relied_on, by)
    reason = "A desk of one: the same person proposed and decided." if decision.own_proposal else ""
    after = {"decision": decision, "verdict": verdict}
    _move(claim, State.DECIDED, verb=Verb.DECIDED, by=by, after=after, reason=reason)
    return decision


@transaction.atomic
def send_back(*, claim, reason, by, to=None):
    """Send the live proposals on `claim` back, for `reason`: it is open again.

    With `to`, only the proposal of that person is; where another one stands, the claim goes on awaiting review.
    """
    claim = Claim.objects.lock(claim)
    check_send_back(claim=claim, by=by)
    reason = roles.must_say(reason, "Say what is missing.")
    live = claim.assessments.proposals().live()
    if to is None or not live.exclude(author=to).exists():
        close_proposals(claim, Closing.SENT_BACK, by=by, note=reason)
        return _move(claim, State.OPEN, verb=Verb.SENT_BACK, by=by, reason=reason)
    proposal = live.filter(author=to).first()
    if proposal is None:
        raise Refused(f"{to} has no live proposal on this claim any more.")
    _close(proposal, Closing.SENT_BACK, by, note=reason)
    after = {"proposal": proposal, "to": str(to)}
    return _move(claim, State.PROPOSED, verb=Verb.SENT_BACK, by=by, after=after, reason=reason)


def _close(proposal, closing, by, note=""):
    closed = {"closed_at": timezone.now(), "closed_by": by, "closing": closing, "closing_note": note}
    log.apply(proposal, closed)


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
    _close(proposal, Closing.WITHDRAWN, by)
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


def _create(claim, step, values, relied_on, by, *, sealed=False):
    """Make the assessment and log it with what it says, but for a sealed one: the log is there for all to read."""
    assessment = Assessment.objects.create(claim=claim, step=step, author=by, created_at=timezone.now(), **values)
    assessment.relied_on.set(relied_on)
    said = {} if sealed else values | {"relied_on": sorted(link.pk for link in relied_on)}
    after = {"step": step} | said
    log.record(by=by, verb=Verb.CREATED, on=assessment, after=after, claim=claim, at=assessment.created_at)
    return assessment


def _move(claim, state, *, verb, by, after=None, reason=""):
    before, changed = log.changes(claim, {"state": state})
    now = timezone.now()
    log.apply(claim, changed, lock_version=claim.lock_version + 1, updated_at=now)
    log.record(by=by, verb=verb, on=claim, before=before, after=changed | (after or {}), reason=reason, at=now)
    figures.refresh(claim)
    reading_list.add_claim(claim)
    return claim
