from datetime import date, timedelta

import pytest
from django.utils import timezone

from claims.models import Claim, Source, Topic
from claims.reports.claim_status import Selection, selected_rows, status_report
from claims.reports.scope import Scope
from claims.services import claims, merging
from claims.vocabulary import ClaimKind, Flag, Timing
from tests.factories import (
    make_analyst,
    make_article,
    make_claim,
    make_decision,
    make_link,
    make_proposal,
    make_reviewer,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk():
    """Make claims in every state, with evidence and timing of many sorts."""
    today = timezone.localdate()
    amina = make_analyst("amina")
    make_claim(by=amina, topic_names=["Diplomacy"])
    make_claim(by=amina, topic_names=["Diplomacy", "Trade"], opened=False)
    make_claim(window_end=today - timedelta(days=1), window_basis="analyst")
    make_claim(review_on=today - timedelta(days=1))
    claims.reject(claim=make_claim(opened=False), reason="No claim.", by=amina)
    proposed = make_claim(
        kind=ClaimKind.EVENT, article=make_article(published_on=date(2021, 7, 14), publisher="Dawn")
    )
    make_link(proposed)
    make_proposal(proposed)
    conflicting = make_claim()
    make_link(conflicting)
    make_link(conflicting, stance="refutes")
    make_link(conflicting, stance="qualifies")
    decided = make_claim()
    make_link(decided)
    make_decision(decided)
    make_link(decided)
    merged = make_claim()
    merging.merge(claim=merged, into=conflicting, reason="The same visit.", by=make_reviewer())
    return amina


def scopes(amina):
    yield Scope()
    yield Scope(topic=Topic.objects.get(name="Diplomacy"))
    yield Scope(owner=amina)
    yield Scope(outlet=Source.objects.get(name="Dawn"))
    yield Scope(published_from=date(2021, 11, 1))
    yield Scope(published_to=date(2021, 10, 31))
    yield Scope(topic=Topic.objects.get(name="Trade"), owner=amina, published_from=date(2021, 11, 7))


def test_the_totals_add_up_to_the_number_of_claims(desk):
    report = status_report(Scope())

    columns = list(zip(*[[cell.count for cell in row.cells] for row in report.matrix], strict=True))
    assert [sum(column) for column in columns] == [cell.count for cell in report.totals.cells]
    assert [sum(cell.count for cell in row.cells) for row in report.matrix] == [
        row.total.count for row in report.matrix
    ]
    assert sum(row.total.count for row in report.matrix) == report.totals.total.count == Claim.objects.count() == 9


def test_every_figure_has_as_many_rows_behind_it(desk):
    for scope in scopes(desk):
        for one in (scope, _computed(scope)):
            report = status_report(one)
            rows = [*report.matrix, report.totals]
            for figure in [*report.figures, *[cell for row in rows for cell in (*row.cells, row.total)]]:
                assert len(selected_rows(one, figure.selection)) == figure.count


def test_the_kept_figures_and_the_computed_ones_agree(desk):
    for scope in scopes(desk):
        assert status_report(scope) == status_report(_computed(scope))
        assert selected_rows(scope, Selection())[:] == selected_rows(_computed(scope), Selection())


def _computed(scope):
    values = {name: getattr(scope, name) for name in Scope.__dataclass_fields__}
    return Scope(**values | {"as_of": timezone.localdate()})


def test_what_waits_is_counted(desk):
    figures = {figure.label: figure.count for figure in status_report(Scope()).figures}

    assert figures == {
        "Overdue forecasts": 1,
        "Forecasts due now": 1,
        "Undated forecasts to look at again": 1,
        "Undecided, evidence conflicting": 1,
        "Proposals awaiting review": 1,
        "Decisions needing re-review": 1,
    }


def test_filters_combine(desk):
    counts = [status_report(scope).totals.total.count for scope in scopes(desk)]

    assert counts == [9, 2, 2, 1, 8, 1, 1]


def test_a_report_as_of_a_moment_leaves_out_what_came_later():
    make_claim()
    then = timezone.now()
    make_link(make_claim())

    report = status_report(Scope(recorded_by=then))

    assert report.totals.total.count == 1


def test_a_selection_narrows_by_all_that_it_names(desk):
    overdue = selected_rows(Scope(), Selection(states=("open", "proposed"), timing=Timing.OVERDUE))
    flagged = selected_rows(Scope(), Selection(flag=Flag.QUALIFIED))

    assert [row.timing for row in overdue] == ["overdue"]
    assert [row.flags for row in flagged] == [("qualified",)]


def test_nobody_waits_for_a_claim_put_aside(desk):
    for scope in (Scope(), _computed(Scope())):
        rows = selected_rows(scope, Selection(timing=Timing.OVERDUE))

        assert {row.state for row in rows[:]} == {"draft", "open"}


def test_a_row_of_a_claim_put_aside_keeps_its_timing_for_the_command_and_the_file(desk):
    rows = selected_rows(Scope(), Selection(states=("rejected", "merged")))[:]

    assert [row.timing for row in rows] == ["overdue", "overdue"]


def test_the_report_for_now_is_one_grouped_query(desk, django_assert_num_queries):
    with django_assert_num_queries(1):
        status_report(Scope())
