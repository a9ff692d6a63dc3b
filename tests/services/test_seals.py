"""Blind proposals: what is sealed, what opens it, and what the log holds of it until then."""

import pytest

from claims.errors import NotAllowed, Refused, Stale
from claims.models import Assessment, Claim, Event, Seal
from claims.reports.blindness import hidden_from, spoken_on, visible_to
from claims.services import amending, assessments, merging, seals
from claims.vocabulary import Closing, Noun, Opening, State, Verb, Verdict
from tests.factories import make_analyst, make_claim, make_decision, make_link, make_proposal, make_reviewer

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def blind(settings):
    settings.FACTCHECK_BLIND_PROPOSALS = True


@pytest.fixture
def alice():
    return make_analyst("alice")


@pytest.fixture
def bob():
    return make_analyst("bob")


@pytest.fixture
def rita():
    return make_reviewer("rita")


@pytest.fixture
def claim():
    claim = make_claim()
    make_link(claim)
    return claim


def read_by(person):
    return list(Assessment.objects.filter(visible_to(person)).order_by("pk"))


def test_a_first_proposal_is_hidden_from_everybody_but_its_author(claim, alice, bob, rita):
    proposal = make_proposal(claim, by=alice)

    assert read_by(alice) == [proposal]
    assert [read_by(person) for person in (bob, rita, None)] == [[], [], []]
    assert list(Assessment.objects.filter(hidden_from(bob))) == [proposal]


def test_that_somebody_has_spoken_is_told_with_nothing_of_what_they_said(claim, alice, bob):
    proposal = make_proposal(claim, by=alice)

    (one,) = spoken_on(claim, bob)

    assert (one.author, one.at, one.ended) == (alice, proposal.created_at, "")
    assert spoken_on(claim, alice) == ()


def test_a_desk_that_does_not_wish_it_seals_nothing(settings, claim, alice, bob):
    settings.FACTCHECK_BLIND_PROPOSALS = False

    proposal = make_proposal(claim, by=alice)

    assert read_by(bob) == [proposal]
    assert not Seal.objects.exists()


def test_what_was_sealed_stays_so_when_the_desk_wishes_it_no_more(settings, claim, alice, bob):
    make_proposal(claim, by=alice)

    settings.FACTCHECK_BLIND_PROPOSALS = False

    assert read_by(bob) == []


def test_the_second_to_speak_opens_the_first_and_both_stay_known_as_blind(claim, alice, bob, rita):
    first = make_proposal(claim, by=alice)

    second = make_proposal(claim, by=bob, verdict=Verdict.MOOT)

    assert read_by(rita) == [first, second]
    assert {(one.proposal, one.opening, one.opened_by) for one in Seal.objects.all()} == {
        (first, Opening.SECOND, bob),
        (second, Opening.SECOND, bob),
    }


def test_the_second_to_speak_opens_the_first_on_a_desk_that_was_blind_once(settings, claim, alice, bob, rita):
    first = make_proposal(claim, by=alice)
    settings.FACTCHECK_BLIND_PROPOSALS = False

    second = make_proposal(claim, by=bob)

    assert read_by(rita) == [first, second]
    assert [one.proposal for one in Seal.objects.all()] == [first]


def test_who_speaks_third_does_not_speak_blind(claim, alice, bob):
    make_proposal(claim, by=alice)
    make_proposal(claim, by=bob)

    third = make_proposal(claim)

    assert not Seal.objects.filter(proposal=third).exists()


def test_a_reviewer_opens_the_round_and_the_log_says_so(claim, alice, bob, rita):
    proposal = make_proposal(claim, by=alice, rationale="He was seen.")

    seals.open_round(claim=claim, by=rita)

    assert read_by(bob) == [proposal]
    event = Event.objects.get(noun=Noun.ASSESSMENT, verb=Verb.OPENED)
    assert (event.actor, event.claim, event.object_id) == (rita, claim, proposal.pk)
    told = {name: event.after[name] for name in ("author", "verdict", "rationale", "opening", "relied_on")}
    assert told == {
        "author": "alice", "verdict": "confirmed", "rationale": "He was seen.", "opening": "reviewer",
        "relied_on": [link.pk for link in proposal.relied_on.all()],
    }  # fmt: skip


def test_an_analyst_cannot_open_a_round(claim, alice, bob):
    make_proposal(claim, by=alice)

    with pytest.raises(NotAllowed):
        seals.open_round(claim=claim, by=bob)

    assert read_by(bob) == []


def test_a_round_in_which_nothing_is_hidden_cannot_be_opened(claim, alice, bob, rita):
    make_proposal(claim, by=alice)
    make_proposal(claim, by=bob)

    with pytest.raises(Refused, match=f"No proposal on {claim.label} is hidden from you"):
        seals.open_round(claim=claim, by=rita)


def test_who_opened_the_round_does_not_speak_blind_though_its_proposal_was_taken_back(claim, alice, rita):
    proposal = make_proposal(claim, by=alice)
    seals.open_round(claim=claim, by=rita)
    assessments.withdraw_proposal(proposal=proposal, by=alice)

    own = make_proposal(claim, by=rita)

    assert not Seal.objects.filter(proposal=own).exists()
    assert "You opened this round" in seals.note(claim, rita)


def test_after_a_decision_the_next_round_is_blind_again_for_whoever_opened_one_before_it(claim, alice, bob, rita):
    taken_back = make_proposal(claim, by=alice)
    seals.open_round(claim=claim, by=rita)
    assessments.withdraw_proposal(proposal=taken_back, by=alice)
    make_proposal(claim, by=bob)
    make_decision(claim)
    assessments.reopen(claim=claim, reason="Look again.", by=rita)

    own = make_proposal(claim, by=rita)

    assert seals.note(claim, rita).startswith("You propose blind")
    assert own not in read_by(bob)


def test_who_can_read_what_was_sent_back_does_not_speak_blind(claim, alice, bob, rita):
    make_proposal(claim, by=alice)
    seals.open_round(claim=claim, by=rita)
    assessments.send_back(claim=claim, reason="Look again.", by=rita)

    blind = [seals.is_blind(claim, person) for person in (alice, bob, rita)]

    assert blind == [True, False, False]


def test_those_who_read_each_other_and_took_both_back_do_not_speak_blind_again(claim, alice, bob):
    both = make_proposal(claim, by=alice), make_proposal(claim, by=bob)
    for one in both:
        assessments.withdraw_proposal(proposal=one, by=one.author)

    again = make_proposal(claim, by=alice), make_proposal(claim, by=bob)

    assert not Seal.objects.filter(proposal__in=again).exists()
    assert seals.note(claim, make_analyst()).startswith("You can read what was proposed")


def test_who_can_read_what_was_proposed_on_a_merged_claim_does_not_speak_blind_on_the_other(claim, alice, bob, rita):
    make_proposal(claim, by=alice)
    into = make_claim()
    merging.merge(claim=claim, into=into, reason="The same.", by=rita)

    blind = [seals.is_blind(into, person) for person in (alice, bob)]

    assert blind == [True, False]


def test_an_amendment_shows_nobody_what_was_proposed_before_it(claim, alice, bob, rita):
    proposal = make_proposal(claim, by=alice)

    amending.edit(claim=claim, values={"criteria": "Seen by two."}, by=bob, reason="Tidier.")

    assert [read_by(person) for person in (bob, rita)] == [[], []]
    (told,) = spoken_on(claim, bob)
    assert (told.author, told.ended) == (alice, Closing.AMENDED)
    assert seals.is_blind(claim, bob)
    proposal.refresh_from_db()
    assert proposal.closing == Closing.AMENDED


def test_what_an_amendment_voided_is_opened_with_the_round_that_follows(claim, alice, bob, rita):
    voided = make_proposal(claim, by=alice)
    amending.edit(claim=claim, values={"criteria": "Seen by two."}, by=bob, reason="Tidier.")
    make_proposal(claim, by=bob)

    second = make_proposal(claim, by=alice)

    assert voided in read_by(rita)
    assert Seal.objects.get(proposal=second).opening == Opening.SECOND


def test_the_log_holds_nothing_of_a_sealed_proposal_but_that_it_was_made(claim, alice):
    before = set(Event.objects.values_list("pk", flat=True))

    proposal = make_proposal(claim, by=alice, rationale="MARKER", what_would_change="MARKER")

    new = Event.objects.exclude(pk__in=before).order_by("pk")
    assert [(event.noun, event.verb, event.after) for event in new] == [
        ("assessment", "created", {"step": "proposal"}),
        ("claim", "proposed", {"state": "proposed", "proposal": proposal.pk}),
    ]


def test_the_log_of_a_proposal_that_is_not_sealed_holds_what_it_says(settings, claim, alice):
    settings.FACTCHECK_BLIND_PROPOSALS = False

    make_proposal(claim, by=alice, rationale="He was seen.")

    assert Event.objects.get(noun="assessment").after["rationale"] == "He was seen."
    assert Event.objects.get(verb="proposed").after["verdict"] == "confirmed"


def test_what_is_taken_back_stays_hidden_until_the_round_is_opened(claim, alice, bob, rita):
    first = make_proposal(claim, by=alice)
    assessments.withdraw_proposal(proposal=first, by=alice)
    alone = make_proposal(claim, by=bob)

    hidden = spoken_on(claim, rita)
    make_proposal(claim, by=rita)

    assert [(one.author, one.ended) for one in hidden] == [(alice, Closing.WITHDRAWN), (bob, "")]
    assert {first, alone} < set(read_by(rita))


def test_a_reviewer_may_open_what_was_taken_back(claim, alice, rita):
    proposal = make_proposal(claim, by=alice)
    assessments.withdraw_proposal(proposal=proposal, by=alice)

    seals.open_round(claim=claim, by=rita)

    assert read_by(rita) == [proposal]


def test_a_proposal_made_again_is_sealed_again(claim, alice, bob):
    proposal = make_proposal(claim, by=alice)
    assessments.withdraw_proposal(proposal=proposal, by=alice)
    proposal.refresh_from_db()

    assessments.propose_again(proposal=proposal, by=alice)

    assert len(read_by(alice)) == 2
    assert read_by(bob) == []


def test_when_the_round_is_over_all_of_it_can_be_read(claim, alice, bob, rita):
    proposal = make_proposal(claim, by=alice)

    merging.merge(claim=claim, into=make_claim(), reason="The same.", by=rita)

    assert read_by(bob) == [proposal]
    assert Seal.objects.get().opening == Opening.ENDED
    assert Event.objects.filter(verb=Verb.OPENED, noun=Noun.ASSESSMENT).count() == 1


def test_who_decides_alone_on_a_desk_of_one_opens_their_own(settings, claim, bob):
    settings.FACTCHECK_ONE_PERSON_DESK = True
    rita = make_reviewer("rita")
    proposal = make_proposal(claim, by=rita)

    assessments.decide(
        claim=claim, verdict=Verdict.MOOT, confidence="low", rationale="No.", what_would_change="Much.", by=rita
    )

    assert proposal in read_by(bob)
    assert Seal.objects.get().opening == Opening.ENDED


def decide(claim, by):
    return assessments.decide(
        claim=claim, verdict=Verdict.MOOT, confidence="low", rationale="No.", what_would_change="Much.", by=by
    )


def send_back(claim, by):
    return assessments.send_back(claim=claim, reason="Look again.", by=by)


@pytest.mark.parametrize("act", [decide, send_back])
def test_nobody_ends_a_round_that_they_have_not_read(claim, alice, rita, act):
    make_proposal(claim, by=alice)

    with pytest.raises(Refused, match="hidden from you"):
        act(claim, rita)

    assert Claim.objects.get(pk=claim.pk).state == State.PROPOSED
    assert Seal.objects.whole().exists()
    seals.open_round(claim=claim, by=rita)
    act(claim, rita)
    assert Assessment.objects.proposals().get().closing in (Closing.DECIDED, Closing.SENT_BACK)


def test_opening_is_news_to_who_is_writing(claim, alice, bob, rita):
    make_proposal(claim, by=alice)
    seen = assessments.last_event(claim)
    seals.open_round(claim=claim, by=rita)

    with pytest.raises(Stale):
        make_proposal(claim, by=bob, seen=seen)

    assert not Assessment.objects.filter(author=bob).exists()


@pytest.mark.parametrize(
    ("before", "sentence"),
    [
        ((), "You propose blind"),
        (("alice",), "You judge without knowing"),
        (("alice", "carol"), "You can read what was proposed"),
    ],
)
def test_who_is_to_propose_is_told_who_will_read_it(claim, bob, before, sentence):
    for name in before:
        make_proposal(claim, by=make_analyst(name))

    assert seals.note(claim, bob).startswith(sentence)


def test_a_desk_without_blind_rounds_is_told_nothing_of_them(settings, claim, bob):
    settings.FACTCHECK_BLIND_PROPOSALS = False

    assert seals.note(claim, bob) == ""
