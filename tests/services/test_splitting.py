"""Splitting a claim that says more than one thing."""

import pytest

from claims.errors import Refused
from claims.models import Claim, Link
from claims.services import links, splitting
from claims.vocabulary import EvidenceStatus, State
from tests.factories import (
    make_analyst,
    make_claim,
    make_link,
)

pytestmark = pytest.mark.django_db


def test_split_makes_drafts_with_copies_of_the_live_links():
    claim = make_claim(topic_names=["Trade"])
    kept = make_link(claim)
    gone = make_link(claim)
    links.withdraw(link=gone, reason="A mistake.", by=make_analyst())

    parts = splitting.split(
        claim=claim, statements=["He will come", "They will talk"], reason="Two.", by=make_analyst()
    )

    assert [(part.statement, part.state, part.split_from) for part in parts] == [
        ("He will come", State.DRAFT, claim),
        ("They will talk", State.DRAFT, claim),
    ]
    for part in parts:
        copied = set(Link.objects.filter(claim=part).values_list("passage", flat=True))
        assert copied == {kept.passage_id, Link.objects.asserting().get(claim=claim).passage_id}
        assert [topic.name for topic in part.topics.all()] == ["Trade"]
    assert Link.objects.filter(claim=claim).live().count() == 2


def test_copies_count_for_no_outcome_before_somebody_judges_them():
    claim, by = make_claim(), make_analyst()
    make_link(claim)
    part, _ = splitting.split(claim=claim, statements=["He will come", "They will talk"], reason="Two.", by=by)
    [copy] = Link.objects.filter(claim=part, stance="supports")
    before = part.figures.evidence_status

    said = {"stance": "supports", "basis": "outcome", "reason": "It says so."}
    links.revise(link=copy, independence="independent", why="He came.", by=by, acknowledged=True, **said)

    part.figures.refresh_from_db()
    assert copy.independence == "undetermined"
    assert (before, part.figures.evidence_status) == (EvidenceStatus.REPEATED, EvidenceStatus.OUTCOME_REPORTED)


def test_split_into_one_is_refused():
    claim = make_claim()

    with pytest.raises(Refused, match="at least two claims"):
        splitting.split(claim=claim, statements=["He will come"], reason="Two.", by=make_analyst())

    assert Claim.objects.count() == 1
