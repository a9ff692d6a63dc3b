"""Requests for another proposal: who may be asked, what closes them, and whom the log tells."""

import pytest

from claims.errors import NotAllowed, Refused
from claims.models import Assessment, Claim, Event, ProposalRequest
from claims.reports import concerns
from claims.reports.adjudication import answerable
from claims.reports.waiting import asked_of
from claims.services import amending, assessments, proposal_requests
from claims.vocabulary import Closing, RequestClosing, State, Verb, Verdict
from tests.factories import (
    make_analyst,
    make_claim,
    make_decision,
    make_link,
    make_proposal,
    make_reviewer,
    make_user,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def alice():
    return make_analyst("alice")


@pytest.fixture
def carol():
    return make_analyst("carol")


@pytest.fixture
def rita():
    return make_reviewer("rita")


@pytest.fixture
def claim(alice):
    claim = make_claim()
    make_link(claim)
    make_proposal(claim, by=alice)
    claim.refresh_from_db()
    return claim


def ask(claim, by, person=None):
    return proposal_requests.ask(claim=claim, note="Who saw him?", by=by, person=person)


def told(person, verb):
    """Return the claims of the events of `verb` in the inbox of `person`."""
    return [event.claim for events in concerns.events_for(person) for event in events if event.verb == verb]


def test_a_claim_goes_on_awaiting_review_when_another_proposal_is_asked_for(claim, carol, rita):
    request = ask(claim, rita, carol)

    assert Claim.objects.get(pk=claim.pk).state == State.PROPOSED
    assert list(asked_of(carol)) == [claim]
    event = Event.objects.get(verb=Verb.ASKED)
    assert (event.actor, event.claim, event.reason) == (rita, claim, "Who saw him?")
    assert event.after == {"request": request.pk, "person": carol.pk, "name": "carol"}


def test_who_is_asked_is_told_and_nobody_else_but_the_owner(claim, alice, carol, rita):
    amending.edit(claim=claim, values={"owner": alice}, by=rita)

    ask(claim, rita, carol)

    assert told(carol, Verb.ASKED) == [claim]
    assert told(alice, Verb.ASKED) == [claim]
    assert told(make_analyst(), Verb.ASKED) == []


def test_anyone_may_be_asked_but_for_who_asks_and_who_has_spoken(claim, alice, carol, rita):
    ask(claim, rita)

    assert [list(asked_of(person)) for person in (carol, make_reviewer())] == [[claim], [claim]]
    assert [list(asked_of(person)) for person in (rita, alice, make_user("reader"))] == [[], [], []]


def test_a_proposal_answers_what_was_asked_of_its_author_first(claim, carol, rita):
    to_carol, to_anyone = ask(claim, rita, carol), ask(claim, rita)

    make_proposal(claim, by=carol)

    to_carol.refresh_from_db()
    assert (to_carol.closing, to_carol.closed_by) == (RequestClosing.ANSWERED, carol)
    assert Event.objects.filter(verb=Verb.PROPOSED).order_by("pk").last().after["request"] == to_carol.pk
    assert list(ProposalRequest.objects.live()) == [to_anyone]
    assert list(asked_of(carol)) == []


def test_anyone_answers_what_was_asked_of_anyone(claim, carol, rita):
    ask(claim, rita)

    make_proposal(claim, by=carol)

    assert ProposalRequest.objects.get().closing == RequestClosing.ANSWERED


def test_what_was_asked_of_another_is_not_answered(claim, carol, rita):
    ask(claim, rita, carol)

    make_proposal(claim)

    assert ProposalRequest.objects.get().is_live


def test_who_asked_anyone_does_not_answer(claim, rita):
    ask(claim, rita)

    make_proposal(claim, by=rita)

    assert ProposalRequest.objects.get().is_live


def test_whose_proposal_stood_when_anyone_was_asked_does_not_answer(claim, alice, carol, rita):
    request = ask(claim, rita)
    assessments.withdraw_proposal(proposal=Assessment.objects.get(), by=alice)

    asked = list(asked_of(alice))
    make_proposal(claim, by=alice)

    request.refresh_from_db()
    assert (asked, request.is_live, list(asked_of(carol))) == ([], True, [claim])
    assert [answerable([request], person) for person in (alice, carol, rita)] == [[], [request], []]


def test_whose_proposal_was_gone_when_anyone_was_asked_may_answer(claim, alice, carol, rita):
    assessments.withdraw_proposal(proposal=Assessment.objects.get(), by=alice)
    make_proposal(claim, by=carol)
    request = ask(claim, rita)

    asked = list(asked_of(alice))
    make_proposal(claim, by=alice)

    request.refresh_from_db()
    assert (asked, request.closed_by) == ([claim], alice)


def test_a_request_is_taken_back_and_who_was_asked_is_told(claim, carol, rita):
    request = ask(claim, rita, carol)

    proposal_requests.take_back(request=request, by=make_reviewer())

    assert list(asked_of(carol)) == []
    assert told(carol, Verb.UNDONE) == [claim]
    assert ProposalRequest.objects.get().closing == RequestClosing.TAKEN_BACK


def test_a_closed_request_cannot_be_taken_back(claim, carol, rita):
    request = ask(claim, rita, carol)
    make_proposal(claim, by=carol)

    with pytest.raises(Refused, match="closed: answered by a proposal"):
        proposal_requests.take_back(request=request, by=rita)

    assert not Event.objects.filter(verb=Verb.UNDONE).exists()


def test_a_decision_ends_what_is_asked_for(claim, carol, rita):
    ask(claim, rita, carol)

    make_decision(claim, by=rita)

    assert ProposalRequest.objects.get().closing == RequestClosing.ENDED
    assert list(asked_of(carol)) == []


def test_a_request_stands_though_the_only_proposal_is_taken_back(claim, alice, carol, rita):
    ask(claim, rita, carol)

    assessments.withdraw_proposal(proposal=Assessment.objects.get(), by=alice)

    assert list(asked_of(carol)) == [claim]


def test_only_reviewers_ask(claim, alice, carol):
    with pytest.raises(NotAllowed):
        ask(claim, alice, carol)

    assert not ProposalRequest.objects.exists()


def test_only_reviewers_take_back(claim, alice, rita):
    request = ask(claim, rita)

    with pytest.raises(NotAllowed):
        proposal_requests.take_back(request=request, by=alice)

    assert ProposalRequest.objects.get().is_live


def test_a_claim_without_a_proposal_is_not_asked_about(rita):
    claim = make_claim()

    with pytest.raises(Refused, match="has no live proposal"):
        ask(claim, rita)

    assert not ProposalRequest.objects.exists()


@pytest.mark.parametrize(
    ("who", "sentence"),
    [
        ("rita", "Nobody asks themselves"),
        ("alice", "has a live proposal"),
        ("reader", "cannot propose verdicts"),
        ("gone", "cannot propose verdicts"),
        ("carol", "carol is asked already"),
        (None, "Anyone is asked already"),
    ],
)
def test_who_cannot_answer_or_is_asked_already_is_not_asked(claim, alice, carol, rita, who, sentence):
    gone = make_analyst("gone")
    gone.is_active = False
    gone.save()
    people = {"rita": rita, "alice": alice, "reader": make_user("reader"), "gone": gone, "carol": carol, None: None}
    ask(claim, rita, carol)
    ask(claim, rita)

    with pytest.raises(Refused, match=sentence):
        ask(claim, rita, people[who])

    assert ProposalRequest.objects.count() == 2


def test_a_request_says_what_it_is_needed_for(claim, rita):
    with pytest.raises(Refused, match="Say what another proposal is needed for"):
        proposal_requests.ask(claim=claim, note=" ", by=rita)

    assert not ProposalRequest.objects.exists()


# Sent back to one of several ----------------------------------------------------------------------------------------


def test_one_proposal_is_sent_back_and_the_others_stand(claim, alice, carol, rita):
    other = make_proposal(claim, by=carol, verdict=Verdict.MOOT)

    assessments.send_back(claim=claim, reason="Which report?", by=rita, to=carol)

    other.refresh_from_db()
    assert (other.closing, other.closing_note) == (Closing.SENT_BACK, "Which report?")
    assert [one.author for one in claim.assessments.live()] == [alice]
    assert Claim.objects.get(pk=claim.pk).state == State.PROPOSED
    assert told(carol, Verb.SENT_BACK) == [claim]
    assert told(alice, Verb.SENT_BACK) == []


def test_the_only_proposal_sent_back_leaves_the_claim_open(claim, alice, rita):
    assessments.send_back(claim=claim, reason="Which report?", by=rita, to=alice)

    assert Claim.objects.get(pk=claim.pk).state == State.OPEN


def test_a_proposal_that_is_gone_cannot_be_sent_back(claim, carol, rita):
    make_proposal(claim)

    with pytest.raises(Refused, match="carol has no live proposal"):
        assessments.send_back(claim=claim, reason="Which report?", by=rita, to=carol)

    assert claim.assessments.live().count() == 2
