from datetime import date, timedelta

import pytest

from claims.reports.numbered import over_time, status_matrix
from claims.reports.scope import Scope
from claims.vocabulary import EvidenceStatus
from tests.factories import make_article, make_claim, make_link

pytestmark = pytest.mark.django_db
LABELS = {status.label: status.value for status in EvidenceStatus}


def make_desk():
    make_claim()
    make_link(make_claim())
    late = make_article("He arrived in Islamabad on Wednesday. Talks follow.", published_on=date(2022, 1, 5))
    make_link(make_claim(), article=late, quote="arrived in Islamabad")


def status_now(scope, label):
    """Return how many live claims the matrix counts with an evidence status."""
    table = status_matrix.build(scope).tables[0]
    place = [column.name for column in table.columns].index(LABELS[label])
    return table.total[place].n


def test_every_point_is_what_the_report_says_as_of_the_end_of_that_month():
    make_desk()

    [chart] = status_matrix.build(Scope()).charts

    assert chart.labels == ("Nov 2021", "Dec 2021", "Jan 2022")
    for place, day in enumerate([date(2021, 11, 30), date(2021, 12, 31), date(2022, 1, 31)]):
        for series in chart.series:
            assert series.values[place] == status_now(Scope(as_of=day), series.label)
    assert {series.label: series.values for series in chart.series}["Outcome reported"] == (1, 1, 2)


def test_the_last_month_ends_at_the_cut_off():
    make_desk()

    assert status_matrix.build(Scope(as_of=date(2022, 1, 4))).charts == ()
    [chart] = status_matrix.build(Scope(as_of=date(2022, 1, 5))).charts
    assert {series.label: series.values[-1] for series in chart.series}["Outcome reported"] == 2


def test_what_was_not_on_record_is_not_drawn():
    make_desk()
    before = make_claim().created_at - timedelta(days=1)

    assert status_matrix.build(Scope(recorded_by=before)).charts == ()


def test_a_desk_with_more_claims_than_can_be_judged_at_once_has_no_chart(monkeypatch):
    make_desk()
    monkeypatch.setattr(over_time, "MOST_CLAIMS", 2)

    assert status_matrix.build(Scope()).charts == ()


def test_no_more_months_are_drawn_than_have_room():
    ends = over_time.month_ends(date(2015, 1, 1), date(2021, 11, 9), date(2021, 11, 12))

    assert len(ends) == over_time.MOST_MONTHS
    assert ends[-2:] == [date(2021, 10, 31), date(2021, 11, 12)]
