"""The acceptance story of the design, as the numbered reports tell it: for six days (D) and two moments (T)."""

from datetime import date

import pytest

from claims.models import Claim, Link
from claims.reports.numbered.registry import build
from claims.reports.scope import Scope
from tests.acceptance.test_story import KARZAI, MUTTAQI, WITHDRAWAL, YAO
from tests.reports.numbered.reading import figure, table

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

STORY = (MUTTAQI, WITHDRAWAL, KARZAI, YAO)
DAYS = (7, 9, 10, 12, 15, 30)
# Of each claim, in R1: (state, evidence) on these days, by all that is on record.
NOW = {
    7: ("proposed-repeated", "decided-outcome_reported", "decided-non_occurrence_reported", "open-no_evidence"),
    9: ("proposed-repeated", "decided-outcome_reported", "decided-non_occurrence_reported", "open-no_evidence"),
    10: (
        "proposed-outcome_reported",
        "decided-outcome_reported",
        "decided-non_occurrence_reported",
        "open-no_evidence",
    ),
    12: (
        "proposed-outcome_reported",
        "decided-outcome_reported",
        "decided-non_occurrence_reported",
        "open-conflicting",
    ),
    15: (
        "proposed-outcome_reported",
        "decided-outcome_reported",
        "decided-non_occurrence_reported",
        "open-conflicting",
    ),
    30: (
        "proposed-outcome_reported",
        "decided-outcome_reported",
        "decided-non_occurrence_reported",
        "open-conflicting",
    ),
}
# Of the first, by its first three records: before AFP's own official, and before anybody had proposed.
THEN = {7: "open-repeated", 9: "open-repeated", 10: "open-repeated", 12: "open-repeated", 15: "open-repeated"}


def scope(day, recorded_by=None):
    return Scope(as_of=date(2021, 11, day), recorded_by=recorded_by)


def record(statement, number):
    """Return the moment at which the link `number` of a claim was made."""
    return Link.objects.filter(claim__statement=statement).order_by("pk")[number - 1].created_at


def number(statement):
    return Claim.objects.get(statement=statement).number


def holds(code, key, statement, asked):
    """Whether the number `key` of a report counts the claim."""
    return number(statement) in build(code, asked).find(key).members


def lists(code, name, statement, asked):
    """Whether the table `name` of a report has a row of the claim."""
    return number(statement) in [row[0] for row in table(build(code, asked), name).rows]


@pytest.mark.parametrize("day", DAYS)
def test_matrix_on_each_day_by_all_that_is_on_record(day):
    for statement, cell in zip(STORY, NOW[day], strict=True):
        assert holds("R1", f"all-{cell}", statement, scope(day))


@pytest.mark.parametrize("day", THEN)
def test_matrix_on_each_day_by_the_first_three_records(day):
    assert holds("R1", f"all-{THEN[day]}", MUTTAQI, scope(day, record(MUTTAQI, 3)))


def test_later_claims_are_not_on_record_yet():
    report = build("R1", scope(30, record(MUTTAQI, 3)))

    assert report.find("live").members == (number(MUTTAQI),)


@pytest.mark.parametrize(("day", "overdue"), [(10, False), (15, False), (30, True)])
def test_visit_is_overdue_only_while_nobody_recorded_the_arrival(day, overdue):
    assert holds("R2", "overdue", MUTTAQI, scope(day, record(MUTTAQI, 4))) == overdue
    assert not holds("R2", "overdue", MUTTAQI, scope(day))


@pytest.mark.parametrize(
    ("day", "apparent"), [(7, False), (9, True), (10, False), (12, False), (15, False), (30, False)]
)
def test_two_repetitions_look_like_corroboration_until_the_official_speaks(day, apparent):
    assert holds("R7", "apparent", MUTTAQI, scope(day)) == apparent


def test_by_the_first_three_records_the_corroboration_stays_apparent():
    assert holds("R7", "apparent", MUTTAQI, scope(30, record(MUTTAQI, 3)))
    assert not holds("R7", "apparent", MUTTAQI, scope(30, record(MUTTAQI, 4)))


@pytest.mark.parametrize("day", DAYS)
def test_one_of_the_forecasts_came_true_and_one_did_not_on_each_day(day):
    report = build("R5", scope(day))

    assert number(WITHDRAWAL) in report.find("fulfilment").members
    assert number(KARZAI) not in report.find("fulfilment").members
    assert number(KARZAI) in report.find("fulfilment-of").members


def test_before_the_decision_nothing_came_true():
    assert figure(build("R5", scope(30, record(WITHDRAWAL, 2))), "Fulfilment") == "0/0"


@pytest.mark.parametrize(("day", "conflicting"), [(10, False), (12, True), (15, True), (30, True)])
def test_envoys_conflict_from_the_day_of_the_meeting(day, conflicting):
    assert lists("R4", "conflicting", YAO, scope(day)) == conflicting


def test_undated_report_ails_until_its_date_is_recorded_and_conflicts_from_then_on():
    undated = scope(30, record(YAO, 2))

    assert holds("R13", "undated", YAO, undated)
    assert not lists("R4", "conflicting", YAO, undated)
    assert not holds("R13", "undated", YAO, scope(30))


def test_track_record_of_those_who_said_it():
    report = build("R6", scope(30))

    origins = {row[0]: row for row in table(report, "origins").rows}
    assert number(KARZAI) in origins["Tolo News"][2].members
    assert number(MUTTAQI) in origins["The Express Tribune"][2].members
    assert number(WITHDRAWAL) in origins["The United States"][4].part.members
