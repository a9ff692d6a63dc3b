"""The facts that the status function judges, read back from the records: now, at a past moment, and merged."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import given, settings

from claims.models import Claim, Link
from claims.reports.claim_brief import claim_brief
from claims.reports.claim_page import claim_page
from claims.reports.facts import figures_for
from claims.services import (
    amending,
    articles,
    figures,
    links,
    merging,
)
from claims.vocabulary import (
    Basis,
    EvidenceStatus,
    Flag,
    Independence,
    Stance,
    Standing,
    Step,
    Uncounted,
)
from tests.factories import (
    make_analyst,
    make_article,
    make_claim,
    make_decision,
    make_link,
    make_reviewer,
    make_version,
)
from tests.reports.histories import ACTS, a_desk, refusals_ignored, steps

pytestmark = pytest.mark.django_db


def figures_of(claim, **cutoffs):
    return figures_for([claim], **cutoffs)[claim.pk]


def test_number_of_queries_does_not_grow_with_claims_or_links():
    make_link(make_claim())
    few = count_queries(lambda: figures_for(Claim.objects.all()))
    for _ in range(3):
        claim = make_claim()
        make_link(claim)
        make_link(claim)

    many = count_queries(lambda: figures_for(Claim.objects.all()))

    assert many == few


def count_queries(act):
    with CaptureQueriesContext(connection) as queries:
        act()
    return len(queries)


def test_withdrawn_link_counted_until_the_moment_of_its_withdrawal():
    claim = make_claim()
    link = make_link(claim)
    before = timezone.now()

    links.withdraw(link=link, reason="A mistake.", by=make_analyst())

    assert figures_of(claim).evidence_status == EvidenceStatus.SINGLE_SOURCE
    assert figures_of(claim, recorded_by=before).evidence_status == EvidenceStatus.OUTCOME_REPORTED


def test_claim_made_later_has_no_figures_at_an_earlier_moment():
    before = timezone.now()

    claim = make_claim()

    assert figures_for([claim], recorded_by=before) == {}


def test_window_is_read_as_it_stood_at_the_moment():
    claim = make_claim()
    before = timezone.now()
    amending.edit(claim=claim, values={"window_end": date(2021, 11, 9)}, by=claim.owner)

    now, then = (
        figures_of(claim, as_of=date(2021, 11, 11)),
        figures_of(claim, as_of=date(2021, 11, 11), recorded_by=before),
    )

    assert (now.timing, then.timing) == ("due", "not_due")


def test_links_of_a_merged_claim_count_for_the_one_it_was_merged_into():
    claim, twin = make_claim(), make_claim(statement="Muttaqi will travel to Islamabad")
    make_link(twin)
    before = timezone.now()

    merging.merge(claim=twin, into=claim, reason="The same visit.", by=make_reviewer())

    assert figures_of(claim).evidence_status == EvidenceStatus.OUTCOME_REPORTED
    assert figures_of(claim, recorded_by=before).evidence_status == EvidenceStatus.SINGLE_SOURCE


def test_links_into_a_withdrawn_article_are_suspended_from_that_moment():
    claim = make_claim()
    link = make_link(claim)
    before = timezone.now()

    articles.set_standing(
        article=link.passage.article, standing=Standing.WITHDRAWN, reason="Retracted.", by=make_analyst()
    )

    assert figures_of(claim).uncounted == {link.pk: Uncounted.SUSPENDED}
    assert figures_of(claim, recorded_by=before).uncounted == {}


def test_link_whose_words_left_the_newest_version_is_suspended():
    claim = make_claim()
    link = make_link(claim)

    make_version(link.passage.article, "He has postponed his journey.")

    assert figures_of(claim).uncounted == {link.pk: Uncounted.SUSPENDED}


def test_decision_is_flagged_when_an_article_it_rests_on_is_withdrawn():
    claim = make_claim()
    link = make_link(claim)
    make_decision(claim)

    articles.set_standing(
        article=link.passage.article, standing=Standing.WITHDRAWN, reason="Retracted.", by=make_analyst()
    )

    assert Flag.NEEDS_REVIEW in figures_of(claim).flags


def test_words_gone_before_the_decision_do_not_flag_it_with_every_later_version():
    claim = make_claim()
    gone = make_link(claim)
    make_version(gone.passage.article, "He has postponed his journey.")
    make_link(claim)
    counted = Link.objects.filter(claim=claim).exclude(pk=gone.pk).exclude(basis="")
    make_decision(claim, relied_on=list(counted))

    make_version(gone.passage.article, "He has postponed his journey again.")

    assert figures_of(claim).uncounted == {gone.pk: Uncounted.SUSPENDED}
    assert Flag.NEEDS_REVIEW not in figures_of(claim).flags


def test_a_merge_into_a_decided_claim_flags_it_from_that_moment_only():
    claim, twin = make_claim(), make_claim(statement="Muttaqi will travel to Islamabad")
    make_link(claim)
    make_decision(claim)
    before = timezone.now()

    merging.merge(claim=twin, into=claim, reason="The same visit.", by=make_reviewer())

    assert Flag.NEEDS_REVIEW in figures_of(claim).flags
    assert Flag.NEEDS_REVIEW not in figures_of(claim, recorded_by=before).flags


def test_the_publication_day_of_an_earlier_report_is_the_day_on_which_it_was_made():
    with time_machine.travel("2021-11-08T09:00:00Z"):
        claim = make_claim()
        make_link(claim, article=make_article(published_on=date(2021, 11, 8)), basis=Basis.EXPECTATION)
    with time_machine.travel("2021-11-20T09:00:00Z"):
        then, now = figures_of(claim, recorded_by=datetime(2021, 11, 9, tzinfo=UTC)), figures_of(claim)
        as_of_now = figures_of(claim, as_of=date(2021, 11, 20), recorded_by=datetime(2021, 11, 9, tzinfo=UTC))

    assert (then.timing, now.timing, as_of_now.timing) == ("not_due", "overdue", "overdue")


# Any sequence of what people do -----------------------------------------------------------------------------------


@given(steps)
@settings(max_examples=20)
def test_any_sequence_of_acts_keeps_the_figures_true_and_the_past_readable(sequence):
    with a_desk() as desk:
        past = []
        for name, *arguments in sequence:
            past.append((timezone.now(), figures_for(Claim.objects.all())))
            with refusals_ignored():
                ACTS[name](desk, *arguments)

            assert figures.rebuild() == []
            assert_lists_know_the_timing()
        for moment, snapshot in past:
            assert figures_for(Claim.objects.all(), recorded_by=moment) == snapshot
        assert_pages_say_the_same()
        for moment, snapshot in past[-1:]:
            # No page is shown of a claim as of a moment before it was made.
            then = opened().filter(pk__in=snapshot)
            assert {claim.pk: claim_page(claim, recorded_by=moment).figures for claim in then} == snapshot


def assert_lists_know_the_timing():
    listed = Claim.objects.with_timing(timezone.localdate(), 3).values_list("pk", "timing")

    assert dict(listed) == {pk: one.timing for pk, one in figures_for(Claim.objects.all()).items()}


def assert_pages_say_the_same():
    read_anew = figures_for(Claim.objects.all())

    assert {claim.pk: claim_page(claim).figures for claim in opened()} == read_anew
    assert {claim.pk: claim_brief(claim).figures for claim in opened()} == read_anew
    assert figures_for(list(opened()), as_loaded=True) == read_anew


def opened():
    return Claim.objects.for_detail()


def test_every_act_of_the_sequences_can_succeed():
    """A sequence of refusals would prove nothing."""
    with a_desk() as desk:
        for name, *arguments in [
            ("read", 0, 0),
            ("accept", 0, 0),
            ("undo", 0, 0),
            ("turn_down", 0, 0),
            ("link", 0, 3, Stance.SUPPORTS, Basis.OUTCOME, Independence.INDEPENDENT),
            ("reattribute", 2, 0),
            ("propose_blind", 0, 0),
            ("open_round", 0, 0),
            ("propose", 0, 0),
            ("send_back_one", 0, 0),
            ("send_back", 0, 0),
            ("propose", 0, 0),
            ("decide", 0, 0),
            ("reopen", 0, 0),
            ("split", 0, 0),
            ("window", 0, 0),
            ("reschedule", 0, 2),
            ("withdraw_date", 0, 0),
            ("date_after", 0, 1),
            ("withdraw_date", 0, 0),
            ("merge", 1, 0),
            ("unmerge", 1, 0),
            ("exclude", 0, 1),
            ("link", 1, 3, Stance.SUPPORTS, Basis.OUTCOME, Independence.INDEPENDENT),
            ("refute", 0, 0),
            ("part", 1, 0),
            ("date", 4, 0),
            ("version", 3, 1),
            ("reaffirm", 2, 0),
            ("standing", 3, 2),
            ("reaffirm", 2, 0),
            ("revise", 0, 0),
            ("withdraw", 0, 0),
        ]:
            ACTS[name](desk, *arguments)

        assert Claim.objects.get(pk=desk["claims"][0].pk).assessments.filter(step=Step.DECISION).exists()
