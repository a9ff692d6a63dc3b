from datetime import date

import pytest
from django.utils import timezone

from claims.reports.numbered import workload
from claims.reports.scope import Scope
from claims.services import amending, assessments, claims, links, suggestions
from claims.vocabulary import Verdict
from tests.factories import (
    make_analyst,
    make_claim,
    make_decision,
    make_link,
    make_proposal,
    make_reviewer,
    make_suggestion,
)
from tests.reports.numbered.reading import figure, row, rows, total

pytestmark = pytest.mark.django_db

PAIRS, TAKEN = "Pairs of proposals with the same verdict", "Proposals decided as proposed"


@pytest.fixture
def alice():
    return make_analyst("alice")


@pytest.fixture
def bob():
    return make_analyst("bob")


def build(**scope):
    return workload.build(Scope(**scope))


def person(name, **scope):
    found = row(build(**scope), "people", name)
    return {what: n for what, n in found.items() if what != "person" and n not in (0, "0/0")}


def test_each_act_is_counted_for_who_did_it(alice, bob):
    claim = make_claim(by=alice)
    make_link(claim, by=bob)
    make_proposal(claim, by=bob)
    make_decision(claim, by=make_reviewer("carol"))
    make_claim(by=alice)
    suggestions.reject(suggestion=make_suggestion("claim"), by=bob)

    # Making a claim links the words that it is made from.
    assert person("alice") == {"owned": 1, "claims": 2, "links": 2}
    assert person("bob") == {"links": 1, "proposals": 1, "taken": "1/1", "judged": 1}
    assert person("carol") == {"decisions": 1}


def test_the_last_line_adds_everybody_up(alice, bob):
    claim = make_claim(by=alice)
    make_link(claim, by=bob)
    make_proposal(claim, by=alice)
    make_proposal(claim, by=bob)

    report = build()

    for what in ("owned", "claims", "links", "proposals", "decisions", "judged"):
        assert total(report, "people")[what] == sum(one[what] for one in rows(report, "people"))


def test_decided_drafted_and_rejected_claims_wait_for_no_owner(alice):
    make_claim(by=alice, opened=False)
    claims.reject(claim=make_claim(by=alice, opened=False), reason="No claim.", by=alice)
    make_decision(make_claim(by=alice), verdict=Verdict.MOOT)

    assert person("alice") == {"claims": 3, "links": 3}


def test_work_is_that_of_the_record_cut_off(alice, bob):
    claim = make_claim(by=alice)
    before = timezone.now()
    make_proposal(claim, by=bob, verdict=Verdict.MOOT)
    amending.edit(claim=claim, values={"owner": bob}, by=alice)

    assert person("alice", recorded_by=before) == {"owned": 1, "claims": 1, "links": 1}
    assert "owned" not in person("alice")
    assert [one["person"] for one in rows(build(recorded_by=before), "people")] == ["alice"]


def test_filters_narrow_the_work_to_their_claims(alice):
    make_claim(by=alice)
    mine = make_claim(by=alice, topic_names=["Diplomacy"])
    make_proposal(mine, by=alice, verdict=Verdict.MOOT)

    assert person("alice", topic=mine.topics.get()) == {"owned": 1, "claims": 1, "links": 1, "proposals": 1}


def test_a_judgement_that_was_taken_back_stood_until_then(alice):
    suggestion = make_suggestion("claim")
    suggestions.reject(suggestion=suggestion, by=alice)
    before = timezone.now()
    suggestions.undo(by=alice)

    assert rows(build(), "people") == []
    assert person("alice", recorded_by=before) == {"judged": 1}


def test_agreement_is_of_pairs_of_people_on_one_claim(alice, bob):
    carol = make_analyst("carol")
    claim = make_claim()
    for author, verdict in ((alice, Verdict.MOOT), (bob, Verdict.MOOT), (carol, Verdict.NOT_CHECKABLE)):
        make_proposal(claim, by=author, verdict=verdict)
    make_proposal(make_claim(), by=alice, verdict=Verdict.MOOT)

    report = build()

    pairs = {(one["one"], one["other"]): one["agreed"] for one in rows(report, "pairs")}
    assert pairs == {("alice", "bob"): "1/1", ("alice", "carol"): "0/1", ("bob", "carol"): "0/1"}
    assert figure(report, PAIRS) == total(report, "pairs")["agreed"] == "1/3"


@pytest.mark.parametrize(
    "closed",
    [
        lambda claim: assessments.send_back(claim=claim, reason="Too thin.", by=make_reviewer()),
        lambda claim: (
            make_decision(claim, verdict=Verdict.MOOT)
            and assessments.reopen(claim=claim, reason="New words.", by=make_reviewer())
        ),
        lambda claim: amending.edit(
            claim=claim, values={"window_end": date(2021, 11, 13)}, reason="So it says.", by=make_analyst()
        ),
    ],
    ids=["sent back", "decided and reopened", "amended"],
)
def test_proposals_of_two_rounds_are_no_pair(alice, bob, closed):
    claim = make_claim()
    make_proposal(claim, by=alice, verdict=Verdict.MOOT)
    closed(claim)
    claim.refresh_from_db()
    make_proposal(claim, by=bob, verdict=Verdict.MOOT)

    assert figure(build(), PAIRS) == "0/0"


def test_a_round_that_is_closed_keeps_its_pairs(alice, bob):
    claim = make_claim()
    make_proposal(claim, by=alice, verdict=Verdict.MOOT)
    make_proposal(claim, by=bob, verdict=Verdict.MOOT)
    before = timezone.now()

    make_decision(claim, verdict=Verdict.MOOT)

    assert figure(build(), PAIRS) == figure(build(recorded_by=before), PAIRS) == "1/1"


def test_a_proposal_that_its_author_took_back_is_in_no_pair_from_then_on(alice, bob):
    claim = make_claim()
    make_proposal(claim, by=alice, verdict=Verdict.MOOT)
    proposal = make_proposal(claim, by=bob, verdict=Verdict.NOT_CHECKABLE)
    before = timezone.now()
    assessments.withdraw_proposal(proposal=proposal, by=bob)
    make_proposal(claim, by=bob, verdict=Verdict.MOOT)

    assert figure(build(), PAIRS) == "1/1"
    assert figure(build(recorded_by=before), PAIRS) == "0/1"


def test_kappa_is_given_from_thirty_pairs_on(monkeypatch, alice, bob):
    monkeypatch.setattr("claims.reports.numbered.agreement.FEWEST_FOR_KAPPA", 2)
    for verdicts in ((Verdict.MOOT, Verdict.MOOT), (Verdict.NOT_CHECKABLE, Verdict.NOT_CHECKABLE)):
        claim = make_claim()
        for author, verdict in zip((alice, bob), verdicts, strict=True):
            make_proposal(claim, by=author, verdict=verdict)

    report = build()

    assert row(report, "pairs", "alice")["kappa"] == 1
    assert figure(report, "Cohen’s kappa") == total(report, "pairs")["kappa"] == 1


def test_two_people_have_one_kappa_and_it_is_cohens(monkeypatch, alice, bob):
    monkeypatch.setattr("claims.reports.numbered.agreement.FEWEST_FOR_KAPPA", 4)
    moot, unknown = Verdict.MOOT, Verdict.NOT_CHECKABLE
    for verdicts in ((moot, moot), (moot, unknown), (moot, unknown), (unknown, unknown)):
        claim = make_claim()
        for author, verdict in zip((alice, bob), verdicts, strict=True):
            make_proposal(claim, by=author, verdict=verdict)

    report = build()

    # o = 2/4; the one says moot 3 times, the other once: e = 3/4 · 1/4 + 1/4 · 3/4 = 6/16
    assert row(report, "pairs", "alice")["kappa"] == 0.2
    assert figure(report, "Cohen’s kappa") == total(report, "pairs")["kappa"] == 0.2


def test_of_more_people_than_two_it_is_scotts_pi_and_called_so(monkeypatch, alice, bob):
    monkeypatch.setattr("claims.reports.numbered.agreement.FEWEST_FOR_KAPPA", 2)
    moot, unknown, carol = Verdict.MOOT, Verdict.NOT_CHECKABLE, make_analyst("carol")
    for other, verdicts in ((bob, (moot, moot)), (bob, (unknown, unknown)), (carol, (moot, unknown))):
        claim = make_claim()
        for author, verdict in zip((alice, other), verdicts, strict=True):
            make_proposal(claim, by=author, verdict=verdict)

    report = build()

    # o = 2/3; moot stands 3 times in 6: e = (3² + 3²) / 6²
    assert figure(report, "Scott’s pi, all people") == 0.33
    assert [one["kappa"] for one in (*rows(report, "pairs"), total(report, "pairs"))] == [1, None, None]
    assert "Cohen’s kappa" not in {one.label for one in report.figures}


def test_work_on_what_came_after_the_publication_cut_off_is_left_out(alice, bob):
    claim = make_claim(by=alice)
    make_link(claim, by=bob)
    make_proposal(claim, by=bob)
    make_decision(claim, by=make_reviewer("carol"), as_of=date(2021, 11, 30))
    day = date(2021, 11, 9)

    # The claim is made on the 7th, its outcome is reported on the 10th.
    assert person("alice", as_of=day) == {"owned": 1, "claims": 1, "links": 1}
    assert [one["person"] for one in rows(build(as_of=day), "people")] == ["alice"]
    assert "owned" not in person("alice", as_of=date(2021, 11, 30))
    assert person("carol", as_of=date(2021, 11, 30)) == {"decisions": 1}


def test_a_proposal_is_held_against_the_decision_that_closed_it_and_no_later_one(alice):
    claim = make_claim()
    make_proposal(claim, by=alice, verdict=Verdict.MOOT, as_of=date(2021, 11, 8))
    make_decision(claim, verdict=Verdict.MOOT, as_of=date(2021, 11, 20))
    assessments.reopen(claim=claim, reason="New words.", by=make_reviewer())
    claim.refresh_from_db()
    make_decision(claim, verdict=Verdict.NOT_CHECKABLE, as_of=date(2021, 11, 9))

    assert person("alice", as_of=date(2021, 11, 9)) == {"proposals": 1}
    assert person("alice", as_of=date(2021, 11, 20)) == {"proposals": 1, "taken": "1/1"}


def test_suggestions_judged_are_narrowed_as_all_else_is(alice):
    mine = make_claim(by=alice, topic_names=["Diplomacy"])
    other = make_claim(by=alice)
    for claim in (mine, other):
        suggestions.reject(suggestion=make_suggestion("link", claim=claim), by=alice)
    before = timezone.now()
    suggestions.undo(by=alice)

    topic = mine.topics.get()
    assert person("alice", topic=topic, recorded_by=before)["judged"] == 1
    assert person("alice", recorded_by=before)["judged"] == 2
    assert build(topic=topic, recorded_by=before).find("all-judged").n == 1


def test_too_few_pairs_have_no_kappa(alice, bob):
    claim = make_claim()
    make_proposal(claim, by=alice, verdict=Verdict.MOOT)
    make_proposal(claim, by=bob, verdict=Verdict.MOOT)

    assert row(build(), "pairs", "alice")["kappa"] is None


def test_proposals_are_held_against_the_decision_that_closed_them(alice, bob):
    claim = make_claim()
    make_proposal(claim, by=alice, verdict=Verdict.MOOT)
    make_proposal(claim, by=bob, verdict=Verdict.NOT_CHECKABLE)
    make_decision(claim, verdict=Verdict.MOOT)
    assessments.reopen(claim=claim, reason="New words.", by=make_reviewer())
    claim.refresh_from_db()
    make_decision(claim, verdict=Verdict.NOT_CHECKABLE, by=make_reviewer())
    make_proposal(make_claim(), by=alice, verdict=Verdict.MOOT)

    assert person("alice")["taken"] == "1/1"
    assert person("bob")["taken"] == "0/1"
    assert figure(build(), TAKEN) == "2/3"


def test_links_count_for_who_made_them_even_when_they_were_withdrawn(alice):
    link = make_link(make_claim(), by=alice)
    links.withdraw(link=link, reason="A mistake.", by=alice)

    assert person("alice") == {"links": 1}


def test_of_who_proposed_again_after_theirs_alone_was_sent_back_the_first_counts(alice, bob):
    claim = make_claim()
    make_proposal(claim, by=alice, verdict=Verdict.MOOT)
    make_proposal(claim, by=bob, verdict=Verdict.NOT_CHECKABLE)
    before = timezone.now()

    assessments.send_back(claim=claim, reason="Too thin.", to=bob, by=make_reviewer())
    make_proposal(claim, by=bob, verdict=Verdict.MOOT)

    assert figure(build(), PAIRS) == figure(build(recorded_by=before), PAIRS) == "0/1"


def test_what_was_sent_back_alone_is_not_held_against_the_decision(alice, bob):
    claim = make_claim()
    make_proposal(claim, by=alice, verdict=Verdict.MOOT)
    make_proposal(claim, by=bob, verdict=Verdict.NOT_CHECKABLE)
    assessments.send_back(claim=claim, reason="Too thin.", to=bob, by=make_reviewer())
    make_proposal(claim, by=bob, verdict=Verdict.MOOT)

    make_decision(claim, verdict=Verdict.MOOT)

    assert {what: person("bob")[what] for what in ("proposals", "taken")} == {"proposals": 2, "taken": "1/1"}
