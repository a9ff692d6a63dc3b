"""Claims side by side with their passages: what tells them apart comes first, what does not count weighs nothing."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from claims.reports.evidence_matrix import matrix_of
from claims.services import articles, assistant, links, merging
from claims.vocabulary import Basis, EvidenceStatus, Independence, Stance, Telling, Uncounted, Verdict
from tests.factories import (
    ARRIVED,
    make_analyst,
    make_article,
    make_claim,
    make_claim_set,
    make_decision,
    make_link,
    make_reviewer,
)

pytestmark = pytest.mark.django_db
THIRD_DAY = date(2021, 11, 10)


def two_claims():
    return make_claim(), make_claim(statement="Muttaqi will stay in Kabul")


def link_both(first, second, *stances, **values):
    """Link one passage to both claims, to each with its stance."""
    link = make_link(first, stance=stances[0], **values)
    make_link(second, article=link.passage.article, stance=stances[1], **values)
    return link.passage


def row_of(passage, *members, **then):
    return next(row for row in matrix_of(members, **then).rows if row.passage == passage)


@pytest.mark.parametrize(
    ("stances", "telling"),
    [
        ((Stance.SUPPORTS, Stance.REFUTES), Telling.APART),
        ((Stance.SUPPORTS, Stance.SUPPORTS), Telling.ALIKE),
        ((Stance.REFUTES, Stance.REFUTES), Telling.ALIKE),
        ((Stance.SUPPORTS, Stance.CONTEXT), Telling.SOME),
        ((Stance.QUALIFIES, Stance.CONTEXT), Telling.NOTHING),
    ],
)
def test_passage_tells_by_what_counts_for_and_against_each_claim(stances, telling):
    first, second = two_claims()

    passage = link_both(first, second, *stances)

    assert row_of(passage, first, second).telling == telling


def test_passage_of_one_claim_alone_bears_on_some():
    first, second = two_claims()

    link = make_link(second)

    row = row_of(link.passage, first, second)
    assert (row.telling, [cell.sign for cell in row.cells]) == (Telling.SOME, [0, 1])


def test_what_does_not_count_is_shown_with_the_reason_and_tells_nothing():
    first, second = two_claims()
    link = make_link(first, article=make_article(f"{ARRIVED} on Wednesday.", published_on=None))

    row = row_of(link.passage, first, second)

    assert (row.telling, row.cells[0].marks[0].uncounted) == (Telling.NOTHING, Uncounted.UNDATED)


def test_what_tells_most_stands_first():
    first, second = two_claims()
    alike = link_both(first, second, Stance.SUPPORTS, Stance.SUPPORTS)
    some = make_link(first).passage
    apart = link_both(first, second, Stance.SUPPORTS, Stance.REFUTES)

    shown = [row.passage for row in matrix_of([first, second]).rows]

    assert shown[:3] == [apart, some, alike]


def test_independent_outcome_stands_before_what_is_foretold():
    first, second = two_claims()
    foretold = make_link(first, basis=Basis.EXPECTATION, article=make_article(published_on=THIRD_DAY)).passage
    reported = make_link(first).passage

    shown = [row.passage for row in matrix_of([first, second]).rows]

    assert shown[:2] == [reported, foretold]


def test_columns_stand_by_number_with_distinct_independent_origins():
    first, second = two_claims()
    link = make_link(second)
    make_link(second, article=link.passage.article, quote="He met Qureshi")
    make_link(second, stance=Stance.REFUTES)
    make_link(second, independence=Independence.UNDETERMINED)

    one, two = matrix_of([second, first]).columns

    assert (one.claim, one.in_favour, one.against) == (first, 0, 0)
    assert (two.claim, two.in_favour, two.against) == (second, 1, 1)


def test_columns_hold_what_the_evidence_adds_up_to_and_the_verdict():
    first, second = two_claims()
    make_link(first)
    make_decision(first)

    one, two = matrix_of([first, second]).columns

    assert (one.figures.evidence_status, one.figures.verdict) == (EvidenceStatus.OUTCOME_REPORTED, Verdict.CONFIRMED)
    assert (two.figures.evidence_status, two.figures.verdict) == (EvidenceStatus.SINGLE_SOURCE, None)


def test_link_of_a_merged_claim_stands_in_the_column_of_its_target():
    first, second = two_claims()
    merged = make_claim()
    link = make_link(merged)
    before = timezone.now()
    merging.merge(claim=merged, into=first, reason="The same.", by=make_reviewer())

    row = row_of(link.passage, first, second)

    assert row.cells[0].marks[0].merged_from == merged.label
    assert link.passage not in [one.passage for one in matrix_of([first, second], recorded_by=before).rows]


def test_passage_linked_for_and_against_a_claim_speaks_neither_for_nor_against_it():
    first, second = two_claims()
    merged = make_claim()
    passage = link_both(first, merged, Stance.SUPPORTS, Stance.REFUTES)
    merging.merge(claim=merged, into=first, reason="The same.", by=make_reviewer())

    row = row_of(passage, first, second)

    assert ([cell.sign for cell in row.cells], row.telling) == ([0, 0], Telling.NOTHING)


def test_passages_published_after_the_day_are_left_out_and_counted():
    first, second = two_claims()
    link = make_link(first)

    matrix = matrix_of([first, second], as_of=date(2021, 11, 9))

    assert link.passage not in [row.passage for row in matrix.rows]
    assert (matrix.later, matrix.columns[0].in_favour, matrix.is_now) == (1, 0, False)


def test_link_withdrawn_later_stands_as_of_the_moment():
    first, second = two_claims()
    link = make_link(first)
    before = timezone.now()
    links.withdraw(link=link, reason="A mistake.", by=make_analyst())

    now, then = matrix_of([first, second]), matrix_of([first, second], recorded_by=before)

    assert [matrix.columns[0].in_favour for matrix in (now, then)] == [0, 1]
    assert row_of(link.passage, first, second, recorded_by=before).cells[0].sign == 1


def test_origin_and_date_are_those_on_record_at_the_moment():
    first, second = two_claims()
    link = make_link(first, article=make_article(f"{ARRIVED} on Wednesday.", published_on=None))
    before = timezone.now()
    articles.set_date(article=link.passage.article, published_on=THIRD_DAY, by=make_analyst())

    now, then = (row_of(link.passage, first, second, **moment) for moment in ({}, {"recorded_by": before}))

    assert (now.published_on, then.published_on) == (THIRD_DAY, None)


def test_offer_because_of_an_alternative_stands_in_the_empty_cell():
    first, second = two_claims()
    make_claim_set(first, second)
    link = make_link(first)
    assistant.work_off()

    row = row_of(link.passage, first, second)

    assert (row.cells[0].offered, row.cells[1].offered.claim) == (None, second)


def test_offers_belong_to_now():
    first, second = two_claims()
    make_claim_set(first, second)
    link = make_link(first)
    assistant.work_off()

    row = row_of(link.passage, first, second, recorded_by=timezone.now())

    assert row.cells[1].offered is None


def test_queries_do_not_grow_with_claims_and_passages():
    first, second = two_claims()
    link_both(first, second, Stance.SUPPORTS, Stance.REFUTES)
    few = queries_of([first, second])
    more = [first, second, *(make_claim() for _ in range(3))]
    for claim in more:
        make_link(claim, quote="He met Qureshi")

    assert queries_of(more) == few


def queries_of(members):
    with CaptureQueriesContext(connection) as queries:
        matrix_of(members)
    return len(queries)
