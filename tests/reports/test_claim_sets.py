"""Sets as a page shows them: who stands in them at a moment, and whether two that exclude each other hold."""

from datetime import date

import pytest
from django.utils import timezone

from claims.reports.claim_sets import left_by, set_rows, sets_of
from claims.reports.event_log import log_of
from claims.reports.evidence_choice import evidence_choice
from claims.reports.news import news_for
from claims.services import claim_sets, merging
from claims.vocabulary import Independence, Stance, Verdict, WindowBasis
from tests.factories import (
    make_analyst,
    make_article,
    make_claim,
    make_claim_set,
    make_decision,
    make_link,
    make_proposal,
    make_reviewer,
)

pytestmark = pytest.mark.django_db


def contradiction(claim_set, **then):
    return set_rows([claim_set], **then)[0].contradiction


def test_claim_shows_what_cannot_be_true_beside_it():
    first, second = make_claim(), make_claim()
    claim_set = make_claim_set(first, second)

    [row] = sets_of(first)

    assert (row.claim_set, row.beside(first)) == (claim_set, [second])


def test_claim_into_which_a_member_was_merged_shows_the_set():
    member, other, into = make_claim(), make_claim(), make_claim()
    make_claim_set(member, other)
    before = timezone.now()
    merging.merge(claim=member, into=into, reason="The same.", by=make_reviewer())

    assert [row.beside(into) for row in sets_of(into)] == [[other]]
    assert (sets_of(into, recorded_by=before), sets_of(member)) == ((), ())


def test_set_says_what_it_said_at_the_moment():
    claim_set = make_claim_set(make_claim(), make_claim())
    before = timezone.now()
    claim_sets.reword(claim_set=claim_set, name="Kabul or not", reason="One place.", by=make_analyst())
    claim_set.refresh_from_db()

    now, then = (set_rows([claim_set], **moment)[0].claim_set.name for moment in ({}, {"recorded_by": before}))

    assert (now, then) == ("Kabul or not", "Where Muttaqi is")


def test_who_left_is_named_from_that_moment_on():
    claim_set = make_claim_set(make_claim(), make_claim())
    before = timezone.now()
    left = claim_sets.leave(membership=claim_set.memberships.first(), reason="He may.", by=make_analyst())

    assert list(left_by(claim_set)) == [left]
    assert list(left_by(claim_set, before)) == []
    assert len(set_rows([claim_set], recorded_by=before)[0].claims) == 2


def test_two_that_are_reported_to_have_happened_contradict_each_other():
    first, second = make_claim(), make_claim()
    claim_set = make_claim_set(first, second)
    make_link(first)
    make_link(second)

    said = (
        f"{first.label} and {second.label} are both reported to have happened, and at most one of them can be true."
    )
    assert contradiction(claim_set) == said
    assert contradiction(claim_set, as_of=date(2021, 11, 9)) == ""


def test_one_confirmed_and_another_reported_contradict_each_other():
    first, second = make_claim(), make_claim()
    claim_set = make_claim_set(first, second)
    make_link(first)
    make_link(second)
    make_decision(second)

    said = f"{second.label} is confirmed and {first.label} is reported to have happened, and at most one"
    assert contradiction(claim_set).startswith(said)


def arrival(day):
    """Return a forecast for the day `day` of November 2021 alone."""
    on = date(2021, 11, day)
    return make_claim(statement=f"{day} November", window_start=on, window_end=on, window_basis=WindowBasis.STATED)


def test_what_is_reported_outside_its_window_did_not_come_true():
    first, second = arrival(8), arrival(10)
    claim_set = make_claim_set(first, second)
    make_link(first)
    make_link(second)

    [row] = set_rows([claim_set])

    assert (row.held, row.contradiction) == ((second,), "")


def test_later_report_of_a_day_inside_the_window_holds():
    first = arrival(8)
    claim_set = make_claim_set(first, arrival(10))
    make_link(first, occurred_on=date(2021, 11, 8))

    assert set_rows([claim_set])[0].held == (first,)


def test_what_is_confirmed_in_part_contradicts_nothing():
    first, second = make_claim(), make_claim()
    claim_set = make_claim_set(first, second)
    make_link(first)
    make_link(second)

    make_decision(first, verdict=Verdict.PARTLY_CONFIRMED)
    make_decision(second)

    [row] = set_rows([claim_set])
    assert (row.held, row.contradiction) == ((second,), "")


def test_three_that_hold_are_named():
    members = [make_claim() for _ in range(3)]
    claim_set = make_claim_set(*members)
    for member in members:
        make_link(member)

    first, second, third = (member.label for member in members)
    assert contradiction(claim_set).startswith(f"{first}, {second} and {third} are all reported")


@pytest.mark.parametrize(
    "values", [{"independence": Independence.UNDETERMINED}, {"basis": "expectation"}, {"stance": Stance.REFUTES}]
)
def test_what_is_not_independently_reported_contradicts_nothing(values):
    first, second = make_claim(), make_claim()
    claim_set = make_claim_set(first, second)
    make_link(first)
    make_link(second, **values)

    assert contradiction(claim_set) == ""


def test_what_was_decided_to_be_refuted_contradicts_nothing_any_more():
    first, second = make_claim(), make_claim()
    claim_set = make_claim_set(first, second)
    link = make_link(first)
    make_link(second)
    before = timezone.now()

    make_decision(second, verdict=Verdict.REFUTED, relied_on=[link])

    assert contradiction(claim_set) == ""
    assert contradiction(claim_set, recorded_by=before)


def test_log_of_each_claim_says_what_it_was_put_into_and_taken_out_of():
    first, second = make_claim(), make_claim()
    claim_set = make_claim_set(first, second)
    claim_sets.leave(membership=claim_set.memberships.get(claim=first), reason="He may.", by=make_analyst())

    acts = {claim: [line.act for line in log_of(claim).lines if "set" in line.act] for claim in (first, second)}
    put, took = "put this claim into the set “Where Muttaqi is”", "took this claim out of the set “Where Muttaqi is”"
    assert acts == {first: [took, put], second: [put]}


def test_news_of_the_desk_names_the_set():
    claim = make_claim()
    make_claim_set(claim, make_claim(), by=make_analyst("alice"))

    lines, _ = news_for(make_analyst())

    [line] = [line for line in lines if line.target == str(claim) and line.actor == "alice"]
    assert line.acts == ("put into the set “Where Muttaqi is”",)


def test_choice_of_evidence_has_what_is_reported_of_an_alternative_apart():
    first, second = make_claim(), make_claim()
    make_claim_set(first, second)
    own, link = make_link(first), make_link(second)

    choice = evidence_choice(first)

    assert [one.link for one in choice.of_alternatives] == [link]
    assert own in [one.link for one in choice.choices]
    assert link not in [one.link for one in choice.choices]


def test_choice_of_evidence_says_why_a_report_of_an_alternative_cannot_be_relied_on():
    first, second = make_claim(), make_claim(window_end=date(2021, 11, 12), window_basis="analyst")
    make_claim_set(first, second)
    make_link(second, occurred_on=date(2021, 11, 13), article=make_article(published_on=date(2021, 11, 14)))
    make_link(second, article=make_article(published_on=None))

    reasons = {one.refused for one in evidence_choice(first).of_alternatives}

    assert reasons == {
        f"It tells of a day outside the window of {second.label}, which did not come true by it.",
        f"It tells of no day, so nobody knows whether it lies in the window of {second.label}.",
    }
    assert why_not(first, Verdict.REFUTED)


def test_verdict_refuted_is_offered_once_an_alternative_is_reported():
    first, second = make_claim(), make_claim()
    make_claim_set(first, second)
    before = why_not(first, Verdict.REFUTED)

    make_link(second)

    assert "what cannot be true as well has happened" in before
    assert why_not(first, Verdict.REFUTED) == ""
    assert why_not(first, Verdict.CONFIRMED)


def why_not(claim, verdict):
    return next(one.why_not for one in evidence_choice(claim).verdicts if one.verdict == verdict)


def test_link_of_an_alternative_on_which_a_proposal_relies_may_lose_its_set_before_the_decision():
    first, second = make_claim(), make_claim()
    claim_set = make_claim_set(first, second)
    link = make_link(second)
    proposal = make_proposal(first, verdict=Verdict.REFUTED, relied_on=[link])

    claim_sets.leave(membership=claim_set.memberships.first(), reason="He may.", by=make_analyst())

    assert list(proposal.relied_on.all()) == [link]
    assert why_not(first, Verdict.REFUTED)
