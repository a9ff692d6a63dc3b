from datetime import date

import pytest
from django.utils import timezone

from claims.reports.numbered.topics import build
from claims.reports.scope import Scope
from claims.services import amending
from claims.vocabulary import Stance, Verdict
from tests.factories import make_claim, make_decision, make_link
from tests.reports.numbered.reading import rows, total

pytestmark = pytest.mark.django_db


def by_topic(report, column="claims"):
    return {one["topic"]: one[column] for one in rows(report, "topics")}


def test_a_claim_with_two_topics_counts_in_both_and_once_in_all():
    make_claim(topic_names=["Diplomacy", "Troika"])
    make_claim(topic_names=["Diplomacy"])
    make_claim()

    report = build(Scope())

    assert by_topic(report) == {"Diplomacy": 2, "Troika": 1, "No topic": 1}
    assert total(report, "topics")["claims"] == 3


def test_each_column_counts_what_it_says():
    make_claim(topic_names=["Diplomacy"])
    conflicting, decided = make_claim(topic_names=["Diplomacy"]), make_claim(topic_names=["Diplomacy"])
    for claim in (conflicting, decided):
        make_link(claim)
        make_link(claim, stance=Stance.REFUTES)
    make_decision(decided, verdict=Verdict.REFUTED)

    (found,) = rows(build(Scope()), "topics")

    assert found == {
        "topic": "Diplomacy",
        "claims": 3,
        "undecided": 2,
        "overdue": 1,
        "conflicting": 1,
        "decided": 1,
        "fulfilment": "0/1",
    }


def test_topics_are_those_of_the_record_cut_off():
    claim = make_claim(topic_names=["Diplomacy"])
    before = timezone.now()
    amending.edit(claim=claim, values={"topic_names": ["Trade"]}, by=claim.owner)

    assert by_topic(build(Scope(recorded_by=before))) == {"Diplomacy": 1}
    assert by_topic(build(Scope())) == {"Trade": 1}


def test_a_claim_is_decided_from_the_day_on_of_which_the_decision_speaks():
    make_decision(make_claim(), verdict=Verdict.MOOT, as_of=date(2021, 11, 20))

    def found(day):
        cells = total(build(Scope(as_of=date(2021, 11, day))), "topics")
        return cells["claims"], cells["undecided"], cells["decided"], cells["overdue"]

    assert found(19) == (1, 1, 0, 1)
    assert found(20) == (1, 0, 1, 0)
