from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from claims.reports.claim_rows import COLUMNS, as_cells, as_object, claim_rows
from claims.services import amending, assessments, merging
from claims.vocabulary import ClaimKind
from tests.factories import make_analyst, make_claim, make_decision, make_link, make_reviewer, make_user

pytestmark = pytest.mark.django_db


def test_a_row_holds_the_claim_and_its_figures():
    amina = make_analyst("amina")
    claim = make_claim(by=amina)
    make_link(claim)

    [row] = claim_rows(as_of=date(2021, 11, 10))

    assert as_object(row) == {
        "number": claim.number,
        "statement": "Muttaqi will visit Islamabad",
        "kind": "forecast",
        "state": "open",
        "evidence_status": "outcome_reported",
        "timing": "closed",
        "flags": [],
        "verdict": None,
        "articles": 2,
        "origins": 2,
        "supports": 1,
        "conflicts": 0,
        "window_start": "2021-11-07",
        "window_end": "2021-11-14",
        "owner": "amina",
    }
    assert tuple(as_object(row)) == COLUMNS


def test_cells_join_the_flags_and_leave_nothing_empty():
    claim = make_claim(kind=ClaimKind.EVENT)
    make_link(claim)
    make_decision(claim)
    make_link(claim)

    [row] = claim_rows()

    cells = dict(zip(COLUMNS, as_cells(row), strict=True))
    assert (cells["flags"], cells["timing"], cells["window_end"]) == ("needs_review", "", "")
    assert cells["verdict"] == "confirmed"


def test_a_row_reads_as_the_claim_stood_at_the_record_cut_off():
    amina, rahul = make_analyst("amina"), make_analyst("rahul")
    claim = make_claim(by=amina)
    then = timezone.now()
    amending.edit(
        claim=claim,
        values={"statement": "Muttaqi will visit Lahore", "window_end": date(2021, 12, 1), "owner": rahul},
        by=amina,
    )
    make_claim(statement="Qureshi will visit Kabul")

    [before] = claim_rows(recorded_by=then)
    after = claim_rows()[0]

    assert (before.statement, before.window_end, before.owner) == (
        "Muttaqi will visit Islamabad",
        date(2021, 11, 14),
        "amina",
    )
    assert (after.statement, after.window_end, after.owner) == (
        "Muttaqi will visit Lahore",
        date(2021, 12, 1),
        "rahul",
    )


def test_state_and_verdict_are_those_of_the_record_cut_off():
    claim = make_claim()
    make_link(claim)
    opened = timezone.now()
    make_decision(claim)
    decided = timezone.now()
    claim.refresh_from_db()
    assessments.reopen(claim=claim, reason="A denial came in.", by=make_reviewer())

    told = [claim_rows(recorded_by=moment)[0] for moment in (opened, decided, None)]

    assert [(row.state, row.verdict) for row in told] == [("open", None), ("decided", "confirmed"), ("open", None)]


def test_a_verdict_is_told_only_from_the_day_that_it_speaks_of():
    claim = make_claim()
    make_link(claim)
    make_decision(claim, as_of=date(2021, 11, 12))

    told = [claim_rows(as_of=day)[0].verdict for day in (date(2021, 11, 11), date(2021, 11, 12))]

    assert told == [None, "confirmed"]


def test_a_merge_is_told_from_its_moment_and_its_links_count_for_both():
    claim, other = make_claim(), make_claim(statement="Muttaqi is to come to Islamabad")
    make_link(other)
    then = timezone.now()
    merging.merge(claim=other, into=claim, reason="The same visit.", by=make_reviewer())

    before, after = claim_rows(recorded_by=then), claim_rows()

    assert [(row.state, row.articles) for row in before] == [("open", 1), ("open", 2)]
    assert [(row.state, row.articles) for row in after] == [("open", 3), ("merged", 2)]
    assert claim_rows(claims=type(claim).objects.filter(pk=other.pk)) == after[1:]


def test_queries_do_not_grow_with_the_claims():
    make_link(make_claim())
    then = timezone.now()

    few = _count(then)
    for _ in range(4):
        make_link(make_claim(owner=make_user()))

    assert _count(timezone.now()) == few


def _count(moment):
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert claim_rows(recorded_by=moment)
    return len(queries)
