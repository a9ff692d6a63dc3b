"""R2, forecasts that are overdue, and R3, those without a window that are to be looked at again."""

from datetime import UTC, date, datetime

import pytest
from django.utils import timezone

from claims.reports.numbered import overdue, review_due
from claims.reports.scope import Scope
from claims.services import assessments, links, reschedules
from claims.vocabulary import ClaimKind, Verdict
from tests.factories import make_analyst, make_claim, make_decision, make_link, make_reschedule, make_reviewer
from tests.reports.numbered.reading import figure, rows, table

pytestmark = pytest.mark.django_db


def late(day, **scope):
    return [(one["number"], one["days"]) for one in rows(overdue.build(Scope(as_of=day, **scope)), "overdue")]


def test_a_forecast_is_overdue_after_its_window_and_the_days_of_grace():
    claim = make_claim()  # until 14 November, and three days of grace

    assert late(date(2021, 11, 17)) == []
    assert late(date(2021, 11, 18)) == [(claim.number, 4)]


def test_an_outcome_or_a_decision_ends_the_wait():
    make_link(make_claim())
    make_decision(make_claim(), verdict=Verdict.UNRESOLVED, as_of=date(2021, 11, 20))
    waiting = make_claim()

    assert late(date(2021, 11, 30)) == [(waiting.number, 16)]


def test_a_decision_that_speaks_of_a_later_day_does_not_end_the_wait_before():
    claim = make_claim()
    make_decision(claim, verdict=Verdict.UNRESOLVED, as_of=date(2021, 11, 20))

    assert late(date(2021, 11, 19)) == [(claim.number, 5)]
    assert late(date(2021, 11, 20)) == []


def test_a_reopened_forecast_waits_again():
    claim = make_claim()
    make_decision(claim, verdict=Verdict.UNRESOLVED)
    assessments.reopen(claim=claim, reason="New words.", by=make_reviewer())

    assert late(date(2021, 11, 30)) == [(claim.number, 16)]


def test_what_is_no_forecast_is_never_overdue():
    make_claim(kind=ClaimKind.EVENT, window_end=date(2021, 11, 8), window_basis="stated")

    assert late(date(2021, 11, 30)) == []


def test_the_longest_overdue_comes_first_and_those_without_owner_are_counted():
    later = make_claim(owner=None)
    sooner = make_claim(window_end=date(2021, 11, 9), window_basis="stated")

    report = overdue.build(Scope())

    assert [(one["number"], one["owner"]) for one in rows(report, "overdue")] == [
        (sooner.number, sooner.owner.username),
        (later.number, "Nobody"),
    ]
    assert figure(report, "Overdue forecasts") == 2
    assert figure(report, "Of these without an owner") == 1


def test_kept_figures_and_computed_ones_agree(time_machine):
    time_machine.move_to(datetime(2021, 11, 20, 12, tzinfo=UTC))
    make_link(make_claim())
    make_claim()
    make_claim(window_end=date(2021, 11, 17), window_basis="stated")

    assert overdue.build(Scope()) == overdue.build(Scope(as_of=date(2021, 11, 20)))


def test_an_undated_forecast_is_to_be_looked_at_after_its_day_of_review():
    claim = make_claim(review_on=date(2021, 12, 7))

    def due(day):
        return [(one["number"], one["days"]) for one in rows(review_due.build(Scope(as_of=day)), "due")]

    assert due(date(2021, 12, 7)) == []
    assert due(date(2021, 12, 9)) == [(claim.number, 2)]


def test_a_forecast_decided_as_of_a_later_day_is_to_be_looked_at_before():
    make_decision(make_claim(review_on=date(2021, 12, 7)), verdict=Verdict.UNRESOLVED, as_of=date(2021, 12, 20))

    def due(day):
        return figure(review_due.build(Scope(as_of=date(2021, 12, day))), "Forecasts to review")

    assert (due(19), due(20)) == (1, 0)


def test_forecasts_that_came_out_or_have_a_window_wait_for_no_review():
    make_link(make_claim(review_on=date(2021, 12, 7)))
    make_claim()

    assert figure(review_due.build(Scope()), "Forecasts to review") == 0


def rescheduled(**scope):
    report = overdue.build(Scope(**scope))
    lines = [(one["number"], one["newest"], one["newest_end"]) for one in rows(report, "overdue")]
    return lines, figure(report, "Of these rescheduled")


def test_a_new_date_whose_words_carry_it_no_more_is_said_to_be_in_doubt():
    claim = make_claim()
    row = make_reschedule(claim, day=date(2021, 11, 20))
    before = table(overdue.build(Scope()), "overdue").note

    links.withdraw(link=row.later.links.get(), reason="Misread.", by=make_analyst())

    assert before == ""
    assert table(overdue.build(Scope()), "overdue").note == (
        f"New dates in doubt. {claim.label}: Its words are linked no more."
    )


def test_a_rescheduled_forecast_stays_in_the_list_and_names_the_newest_date():
    claim, alone = make_claim(), make_claim()
    second = make_reschedule(claim, day=date(2021, 11, 20)).later
    third = make_reschedule(second, day=date(2021, 12, 1)).later

    assert rescheduled(as_of=date(2021, 11, 30)) == (
        [
            (claim.number, third.number, date(2021, 12, 1)),
            (alone.number, None, None),
            (second.number, third.number, date(2021, 12, 1)),
        ],
        2,
    )


def test_a_new_date_stands_beside_the_old_one_from_its_publication_on():
    claim = make_claim()
    later = make_reschedule(claim, day=date(2021, 12, 1), published_on=date(2021, 11, 20)).later

    before, after = (rescheduled(as_of=date(2021, 11, day)) for day in (19, 20))

    assert before == ([(claim.number, None, None)], 0)
    assert after == ([(claim.number, later.number, date(2021, 12, 1))], 1)


def test_a_withdrawn_new_date_stood_until_the_moment_of_its_withdrawal():
    claim = make_claim()
    row = make_reschedule(claim, day=date(2021, 12, 1))
    before = timezone.now()

    reschedules.withdraw(reschedule=row, reason="Another visit.", by=make_reviewer())

    day = date(2021, 11, 30)
    assert rescheduled(as_of=day, recorded_by=before)[1] == 1
    assert rescheduled(as_of=day)[1] == 0
