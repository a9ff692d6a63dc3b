"""Proposals beside each other: what all say alike, what only one does."""

import pytest

from claims.reports.adjudication import differences, proposals_on
from claims.vocabulary import Confidence, Verdict
from tests.factories import make_analyst, make_claim, make_link, make_proposal

pytestmark = pytest.mark.django_db


@pytest.fixture
def alice():
    return make_analyst("alice")


@pytest.fixture
def claim():
    return make_claim()


def compared(claim):
    return differences(proposals_on(claim, make_analyst()))


def test_one_proposal_differs_from_none(claim):
    make_link(claim)
    make_proposal(claim)

    assert compared(claim) is None


def test_what_all_say_alike_is_named(claim):
    make_link(claim)
    make_proposal(claim)
    make_proposal(claim, confidence=Confidence.HIGH)

    found = compared(claim)

    assert found.agreed == {
        "verdict", "unresolved_reason", "as_of", "relied_on", "rationale", "what_would_change",
    }  # fmt: skip


def test_the_first_to_speak_stands_first(claim, alice):
    make_link(claim)
    make_proposal(claim, by=alice)
    make_proposal(claim)

    found = compared(claim)

    assert found.sides[0].proposal.author == found.first.author == alice


def test_links_are_shared_or_of_one_side_alone(claim):
    shared, first, second = (make_link(claim) for _ in range(3))
    make_proposal(claim, relied_on=[shared, first])
    make_proposal(claim, relied_on=[shared, second])

    found = compared(claim)

    assert (found.shared, [side.only for side in found.sides]) == ((shared,), [(first,), (second,)])
    assert "relied_on" not in found.agreed


def test_of_three_a_link_of_two_is_not_shared(claim):
    link = make_link(claim)
    for relied_on in ([link], [link], []):
        make_proposal(claim, verdict=Verdict.MOOT, relied_on=relied_on)

    found = compared(claim)

    assert (found.shared, [side.only for side in found.sides]) == ((), [(link,), (link,), ()])


def test_words_that_are_alike_are_marked_where_they_differ(claim):
    make_proposal(claim, verdict=Verdict.MOOT, rationale="He was seen in Islamabad on Monday.")
    make_proposal(claim, verdict=Verdict.MOOT, rationale="He was seen in Islamabad on Friday.")

    found = compared(claim)

    marked = [[piece.text for piece in side.rationale if piece.kind != "same"] for side in found.sides]
    assert marked == [["Monday"], ["Friday"]]


def test_words_that_are_not_alike_are_left_unmarked(claim):
    make_proposal(claim, verdict=Verdict.MOOT, rationale="He was seen in Islamabad on Monday.")
    make_proposal(claim, verdict=Verdict.MOOT, rationale="Two agencies deny it.")

    found = compared(claim)

    assert [[piece.kind for piece in side.rationale] for side in found.sides] == [["same"], ["same"]]


def test_of_three_words_are_left_unmarked(claim):
    for day in ("Monday", "Tuesday", "Friday"):
        make_proposal(claim, verdict=Verdict.MOOT, rationale=f"He was seen in Islamabad on {day}.")

    assert {len(side.rationale) for side in compared(claim).sides} == {1}
