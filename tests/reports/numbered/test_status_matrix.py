from datetime import date

import pytest
from django.utils import timezone

from claims.models import Topic
from claims.reports.numbered.status_matrix import build
from claims.reports.scope import Scope
from claims.services import amending, claims, merging
from claims.vocabulary import ClaimKind, EvidenceStatus, Verdict
from tests.factories import make_analyst, make_claim, make_decision, make_link, make_proposal, make_reviewer
from tests.reports.numbered.reading import figure, row, rows, table, total

pytestmark = pytest.mark.django_db

STATUSES = [status.value for status in EvidenceStatus]


def filled(report, name="all"):
    """Return {(state, column): claims} of what is not nought, without the sums."""
    return {(one["state"], column): one[column] for one in rows(report, name) for column in STATUSES if one[column]}


def test_each_live_claim_is_in_the_cell_of_its_state_and_evidence():
    make_claim()
    make_link(make_claim())
    proposed = make_claim()
    make_proposal(proposed, verdict=Verdict.MOOT)
    decided = make_claim()
    make_link(decided)
    make_decision(decided)

    assert filled(build(Scope())) == {
        ("Open", "single_source"): 1,
        ("Open", "outcome_reported"): 1,
        ("Awaiting review", "single_source"): 1,
        ("Decided", "outcome_reported"): 1,
    }


def test_drafts_and_claims_put_aside_are_not_live():
    by = make_analyst()
    claims.reject(claim=make_claim(by=by, opened=False), reason="No claim.", by=by)
    make_claim(opened=False)
    target, twin = make_claim(), make_claim(statement="Muttaqi will travel to Islamabad")
    make_link(twin)
    merging.merge(claim=twin, into=target, reason="The same visit.", by=make_reviewer())

    report = build(Scope())

    assert figure(report, "Live claims") == 1
    assert filled(report) == {("Open", "outcome_reported"): 1}


def test_all_totals_add_up():
    for kind in (ClaimKind.FORECAST, ClaimKind.EVENT, ClaimKind.EVENT):
        make_link(make_claim(kind=kind))
    make_claim()

    report = build(Scope())

    for one in report.tables:
        for line in [*rows(report, one.name), total(report, one.name)]:
            assert line["total"] == sum(line[status] for status in STATUSES)
        for column in (*STATUSES, "total"):
            assert total(report, one.name)[column] == sum(line[column] for line in rows(report, one.name))
    assert {one.name: total(report, one.name)["total"] for one in report.tables} == {
        "all": 4,
        "forecast": 2,
        "event": 2,
    }


def test_a_number_holds_the_claims_that_it_counts():
    make_claim()
    reported = make_claim()
    make_link(reported)

    assert build(Scope()).find("all-open-outcome_reported").members == (reported.number,)


def test_the_matrix_is_that_of_both_cut_offs():
    claim = make_claim()
    before = timezone.now()
    make_link(claim)
    make_decision(claim)

    assert filled(build(Scope(recorded_by=before))) == {("Open", "single_source"): 1}
    assert filled(build(Scope(as_of=date(2021, 11, 9)))) == {("Decided as of a later day", "single_source"): 1}
    assert filled(build(Scope())) == {("Decided", "outcome_reported"): 1}


def test_a_claim_is_in_the_topic_and_with_the_owner_of_the_record_cut_off():
    claim = make_claim(topic_names=["Diplomacy"])
    first, before = claim.owner, timezone.now()
    other = make_analyst()
    amending.edit(claim=claim, values={"owner": other, "topic_names": ["Trade"]}, by=first)
    diplomacy, trade = Topic.objects.get(name="Diplomacy"), Topic.objects.get(name="Trade")

    def live(**scope):
        return figure(build(Scope(**scope)), "Live claims")

    assert (live(topic=diplomacy, recorded_by=before), live(topic=trade, recorded_by=before)) == (1, 0)
    assert (live(topic=diplomacy), live(topic=trade)) == (0, 1)
    assert (live(owner=first, recorded_by=before), live(owner=other, recorded_by=before)) == (1, 0)
    assert (live(owner=first), live(owner=other)) == (0, 1)


def test_an_outlet_narrows_to_claims_linked_to_it_at_the_record_cut_off():
    claim = make_claim()
    before = timezone.now()
    outlet = make_link(claim).passage.article.outlet
    make_claim()

    assert build(Scope(outlet=outlet)).find("live").members == (claim.number,)
    assert figure(build(Scope(outlet=outlet, recorded_by=before)), "Live claims") == 0


def test_a_period_narrows_to_claims_made_in_it():
    make_claim()

    def live(first, last):
        return figure(
            build(Scope(published_from=date(2021, 11, first), published_to=date(2021, 11, last))), "Live claims"
        )

    assert [live(7, 7), live(1, 6), live(8, 30)] == [1, 0, 0]


def test_kinds_without_claims_have_no_table():
    make_claim(kind=ClaimKind.EVENT)

    report = build(Scope())

    assert [one.name for one in report.tables] == ["all", "event"]
    assert row(report, "event", "Open")["single_source"] == 1
    assert table(report, "event").title == "Event"
