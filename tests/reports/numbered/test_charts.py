"""What the charts of R2, R6 and R8 show, held to their tables."""

from datetime import date, timedelta

import pytest

from claims.reports.numbered import overdue, track_record, workload
from claims.reports.scope import Scope
from claims.vocabulary import Stance, Verdict
from tests.factories import FORETOLD, make_analyst, make_article, make_claim, make_decision, make_link, make_proposal
from tests.reports.numbered.reading import figure

pytestmark = pytest.mark.django_db


def drawn(report):
    """Return {series: {label: value}} of the chart, without what is nought."""
    (chart,) = report.charts
    return {
        one.label: {label: n for label, n in zip(chart.labels, one.values, strict=True) if n} for one in chart.series
    }


def test_windows_are_in_the_week_in_which_they_end():
    for end in (date(2021, 11, 14), date(2021, 11, 15), date(2021, 11, 21)):  # a Sunday, a Monday, a Sunday
        make_claim(window_end=end, window_basis="stated")
    make_link(make_claim())
    make_decision(make_claim(), verdict=Verdict.MOOT, as_of=date(2021, 11, 12))

    report = overdue.build(Scope(as_of=date(2021, 11, 12)))

    assert drawn(report) == {"Undecided forecasts": {"8 Nov": 1, "15 Nov": 2}}


def test_windows_six_weeks_off_are_the_last_that_are_drawn():
    day = date(2021, 11, 12)
    for weeks in (-7, -6, 6, 7):
        make_claim(window_end=day + timedelta(weeks=weeks), window_basis="stated")

    assert sum(drawn(overdue.build(Scope(as_of=day)))["Undecided forecasts"].values()) == 2


def test_forecasts_of_an_origin_are_drawn_by_how_they_came_out():
    for note, verdict in enumerate((Verdict.CONFIRMED, Verdict.CONFIRMED, Verdict.REFUTED, Verdict.MOOT)):
        claim = make_claim(article=make_article(f"{FORETOLD}. Note {note}.", publisher="Dawn"))
        make_link(claim, stance=Stance.REFUTES if verdict == Verdict.REFUTED else Stance.SUPPORTS)
        make_decision(claim, verdict=verdict)

    assert drawn(track_record.build(Scope())) == {"Confirmed": {"Dawn": 2}, "Refuted or in part": {"Dawn": 1}}


def test_pairs_of_people_are_drawn_by_whether_they_agreed():
    alice, bob = make_analyst("alice"), make_analyst("bob")
    for verdict in (Verdict.MOOT, Verdict.NOT_CHECKABLE):
        claim = make_claim()
        make_proposal(claim, by=alice, verdict=Verdict.MOOT)
        make_proposal(claim, by=bob, verdict=verdict)

    report = workload.build(Scope())

    assert drawn(report) == {"Same verdict": {"alice and bob": 1}, "Another verdict": {"alice and bob": 1}}
    assert figure(report, "Pairs of proposals with the same verdict") == "1/2"


@pytest.mark.parametrize("report", [overdue, track_record, workload])
def test_nothing_to_draw_draws_nothing(report):
    assert report.build(Scope()).charts == ()
