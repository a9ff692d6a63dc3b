from datetime import date

import pytest
from django.utils import timezone

from claims.reports.numbered.outcomes import build
from claims.reports.scope import Scope
from claims.services import assessments
from claims.vocabulary import Stance, Verdict
from tests.factories import make_article, make_claim, make_decision, make_link, make_reschedule, make_reviewer
from tests.reports.numbered.reading import figure, rows, total

pytestmark = pytest.mark.django_db


def decided(verdict, **fields):
    claim = make_claim(**fields)
    make_link(claim, stance=Stance.REFUTES if verdict == Verdict.REFUTED else Stance.SUPPORTS)
    make_decision(claim, verdict=verdict)
    return claim


def test_only_what_tells_of_the_event_is_in_the_denominator():
    for verdict in Verdict:
        decided(verdict)

    report = build(Scope())

    assert figure(report, "Fulfilment") == "1/3"
    assert {one["verdict"]: one["forecasts"] for one in rows(report, "verdicts")} == {
        verdict.label: 1 for verdict in Verdict
    }
    assert total(report, "verdicts")["forecasts"] == 6


def test_a_percentage_is_given_from_five_on():
    for _ in range(4):
        decided(Verdict.CONFIRMED)
    four = figure(build(Scope()), "Fulfilment")
    decided(Verdict.REFUTED)

    assert (four, figure(build(Scope()), "Fulfilment")) == ("4/4", "4/5 (80 %)")


def test_events_and_undecided_forecasts_are_not_counted():
    decided(Verdict.CONFIRMED, kind="event")
    make_link(make_claim())
    reopened = decided(Verdict.CONFIRMED)
    assessments.reopen(claim=reopened, reason="New words.", by=make_reviewer())

    report = build(Scope())

    assert figure(report, "Fulfilment") == "0/0"
    assert total(report, "verdicts")["forecasts"] == 0


def test_outcomes_are_those_of_the_record_cut_off():
    claim = decided(Verdict.CONFIRMED)
    before = timezone.now()
    assessments.reopen(claim=claim, reason="New words.", by=make_reviewer())

    assert figure(build(Scope(recorded_by=before)), "Fulfilment") == "1/1"
    assert figure(build(Scope()), "Fulfilment") == "0/0"


def test_a_verdict_on_a_later_day_is_told_apart_and_neither_counted_nor_drawn():
    later = decided(Verdict.CONFIRMED)
    decided(Verdict.CONFIRMED, kind="event")
    spoken = make_claim()
    make_link(spoken)
    make_decision(spoken, as_of=date(2021, 11, 30))

    report = build(Scope(as_of=date(2021, 11, 30)))

    assert report.find("later").members == (later.number,)
    assert figure(report, "Decided as of a later day") == 1
    assert sum(one["forecasts"] for one in rows(report, "verdicts")) == total(report, "verdicts")["forecasts"] == 1
    assert report.charts[0].labels == tuple(verdict.label for verdict in Verdict)


def test_nothing_is_said_of_later_days_where_every_decision_stands():
    decided(Verdict.CONFIRMED)

    assert [one.label for one in build(Scope()).figures] == ["Fulfilment"]


def test_each_date_of_a_rescheduled_forecast_has_an_outcome_of_its_own():
    claim = make_claim()
    later = make_reschedule(claim).later
    make_link(claim, stance=Stance.REFUTES)
    make_decision(claim, verdict=Verdict.REFUTED)
    make_link(later, article=make_article("Muttaqi arrived in Islamabad.", published_on=date(2021, 11, 17)))
    make_decision(later, verdict=Verdict.CONFIRMED)

    report = build(Scope())

    assert figure(report, "Fulfilment") == "1/2"
    assert {one["verdict"] for one in rows(report, "verdicts") if one["forecasts"]} == {"Confirmed", "Refuted"}
