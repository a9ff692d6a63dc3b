"""Merging claims that say the same: evidence counts for both, and the merge can be taken apart."""

import pytest

from claims.errors import NotAllowed, Refused
from claims.models import ClaimFigures
from claims.services import merging
from claims.vocabulary import EvidenceStatus, State
from tests.factories import (
    claim_in,
    make_analyst,
    make_claim,
    make_link,
    make_reviewer,
)

pytestmark = pytest.mark.django_db


def test_merging_moves_no_link_and_counts_them_for_the_target():
    into, claim = make_claim(), make_claim()
    link = make_link(claim)

    merging.merge(claim=claim, into=into, reason="The same visit.", by=make_reviewer())

    link.refresh_from_db()
    assert link.claim == claim
    assert ClaimFigures.objects.get(claim=into).evidence_status == EvidenceStatus.OUTCOME_REPORTED


def test_unmerging_takes_the_evidence_back():
    into, claim = make_claim(), make_claim()
    make_link(claim)
    merging.merge(claim=claim, into=into, reason="The same visit.", by=make_reviewer())

    merging.unmerge(claim=claim, reason="Two visits.", by=make_reviewer())

    claim.refresh_from_db()
    assert (claim.state, claim.merged_into) == (State.OPEN, None)
    assert ClaimFigures.objects.get(claim=into).evidence_status == EvidenceStatus.SINGLE_SOURCE
    assert ClaimFigures.objects.get(claim=claim).evidence_status == EvidenceStatus.OUTCOME_REPORTED


@pytest.mark.parametrize("state", [State.DRAFT, State.REJECTED, State.MERGED])
def test_nothing_is_merged_into_a_claim_that_is_not_open(state):
    claim, into = make_claim(), claim_in(state)

    with pytest.raises(Refused, match="choose a claim that is open"):
        merging.merge(claim=claim, into=into, reason="The same.", by=make_reviewer())

    claim.refresh_from_db()
    assert claim.state == State.OPEN


def test_claim_is_not_merged_into_itself():
    claim = make_claim()

    with pytest.raises(Refused, match="into itself"):
        merging.merge(claim=claim, into=claim, reason="The same.", by=make_reviewer())


def test_merges_make_no_chains():
    last, middle, first = make_claim(), make_claim(), make_claim()
    merging.merge(claim=first, into=middle, reason="The same.", by=make_reviewer())

    with pytest.raises(Refused, match="Take these apart first"):
        merging.merge(claim=middle, into=last, reason="The same.", by=make_reviewer())


def test_analyst_cannot_merge():
    with pytest.raises(NotAllowed, match="Only reviewers"):
        merging.merge(claim=make_claim(), into=make_claim(), reason="The same.", by=make_analyst())
