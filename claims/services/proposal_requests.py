"""Requests: a reviewer asks a person, or anyone, for another proposal on a claim that awaits a decision."""

from django.db import transaction
from django.utils import timezone

from claims.errors import Refused
from claims.models import Claim, ProposalRequest
from claims.services import log, roles
from claims.vocabulary import RequestClosing, State, Verb


def check_asking(*, claim, by):
    """Raise `Refused` unless `by` may ask for another proposal on `claim` now."""
    roles.must_review(by)
    if claim.state != State.PROPOSED:
        raise Refused(f"{claim.label} has no live proposal, so another one cannot be asked for.")


@transaction.atomic
def ask(*, claim, note, by, person=None):
    """Ask `person` (None: anyone who may propose) for another proposal on `claim`, and say in `note` what for.

    The claim goes on awaiting review; it can be decided without an answer.
    """
    claim = Claim.objects.lock(claim)
    check_asking(claim=claim, by=by)
    note = roles.must_say(note, "Say what another proposal is needed for.")
    if person:
        _must_be_free(claim, person, by)
    if claim.proposal_requests.live().filter(person=person).exists():
        raise Refused(f"{person or 'Anyone'} is asked already.")
    said = {"claim": claim, "person": person, "note": note, "asked_by": by, "created_at": timezone.now()}
    request = ProposalRequest.objects.create(**said)
    log.record(by=by, verb=Verb.ASKED, on=claim, after=_told(request), reason=note, at=request.created_at)
    return request


def _told(request):
    """Return what the log tells of a request: which, and who is asked."""
    return {"request": request, "person": request.person, "name": str(request.person or "anyone")}


def _must_be_free(claim, person, by):
    if person == by:
        raise Refused("Nobody asks themselves: propose a verdict, or ask somebody else.")
    if not (person.is_active and person.may_annotate):
        raise Refused(f"{person} cannot propose verdicts. Ask somebody with the role Analyst.")
    if claim.assessments.proposals().live().filter(author=person).exists():
        raise Refused(f"{person} has a live proposal on this claim.")


@transaction.atomic
def take_back(*, request, by):
    """Ask for it no more; whoever asked may say so, and every reviewer."""
    claim = Claim.objects.lock(request.claim)
    request = ProposalRequest.objects.select_for_update().get(pk=request.pk)
    roles.must_review(by)
    if not request.is_live:
        raise Refused(f"This request was closed: {request.get_closing_display().lower()}.")
    _close(request, RequestClosing.TAKEN_BACK, by)
    log.record(by=by, verb=Verb.UNDONE, on=claim, after=_told(request), at=request.closed_at)
    return request


def answer(claim, by):
    """Close the request that a proposal of `by` answers, one to them before one to anyone; return it, or None."""
    asked = claim.proposal_requests.live().of(by)
    request = asked.filter(person=by).first() or asked.first()
    if request:
        _close(request, RequestClosing.ANSWERED, by)
    return request


def end_all(claim, by):
    """Close what is still asked for on `claim`: its round ended."""
    for request in claim.proposal_requests.live():
        _close(request, RequestClosing.ENDED, by)


def _close(request, closing, by):
    log.apply(request, {"closed_at": timezone.now(), "closed_by": by, "closing": closing})
