"""The facts that the status function judges, read back from the records: now, at a past moment, and merged."""

from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.db import connection, transaction
from django.test import override_settings
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.errors import Refused
from claims.models import Article, Claim, Link, Membership, Reschedule
from claims.reports.alternatives import outcomes_of_alternatives
from claims.reports.claim_brief import claim_brief
from claims.reports.claim_page import claim_page
from claims.reports.facts import figures_for
from claims.services import (
    articles,
    assessments,
    claim_sets,
    claims,
    figures,
    links,
    merging,
    passages,
    reschedules,
    seals,
    splitting,
)
from claims.services.attribution import Attribution
from claims.vocabulary import (
    Basis,
    EvidenceStatus,
    Flag,
    Independence,
    Stance,
    Standing,
    Step,
    Uncounted,
    WindowBasis,
)
from tests.factories import (
    ARRIVED,
    FORETOLD,
    make_analyst,
    make_article,
    make_claim,
    make_decision,
    make_link,
    make_reviewer,
    make_version,
)

pytestmark = pytest.mark.django_db
TEXT = f"{FORETOLD} this week. {ARRIVED} on Wednesday, an official said. Talks follow."


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
    claims.edit(claim=claim, values={"window_end": date(2021, 11, 9)}, by=claim.owner)

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


# Any sequence of what people do -------------------------------------------------------------------------------------

small = st.integers(0, 5)
steps = st.lists(
    st.one_of(
        st.tuples(
            st.just("link"),
            small,
            small,
            st.sampled_from(Stance),
            st.sampled_from(Basis),
            st.sampled_from(Independence),
        ),
        st.tuples(
            st.sampled_from(
                ["withdraw", "reaffirm", "revise", "date", "version", "standing", "window", "reattribute"]
            ),
            small,
            small,
        ),
        st.tuples(
            st.sampled_from(["propose", "decide", "send_back", "reopen", "merge", "unmerge", "split"]), small, small
        ),
        st.tuples(st.sampled_from(["reschedule", "date_after", "withdraw_date"]), small, small),
        st.tuples(st.sampled_from(["exclude", "part", "refute"]), small, small),
        st.tuples(st.sampled_from(["propose_blind", "open_round", "send_back_one"]), small, small),
    ),
    max_size=14,
)


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


@contextmanager
def a_desk():
    """Give a desk with two claims and five articles, one of them undated; nothing of it is left afterwards."""
    with transaction.atomic():
        makers = [make_article(TEXT, published_on=date(2021, 11, 7)) for _ in range(2)]
        more = [make_article(TEXT, published_on=day) for day in (date(2021, 11, 6), date(2021, 11, 10), None)]
        yield {
            "articles": [*makers, *more],
            "claims": [make_claim(article=article) for article in makers],
            "by": [make_analyst(), make_reviewer(), make_analyst()],
        }
        transaction.set_rollback(True)


@contextmanager
def refusals_ignored():
    try:
        with transaction.atomic():
            yield
    except Refused:
        pass


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


def pick(rows, number):
    rows = list(rows)
    if not rows:
        raise Refused("There is nothing left to act on.")
    return rows[number % len(rows)]


def claim_of(desk, number):
    return Claim.objects.get(pk=pick(desk["claims"], number).pk)


def article_of(desk, number):
    return Article.objects.get(pk=pick(desk["articles"], number).pk)


def link(desk, claim, article, stance, basis, independence):
    article, by = article_of(desk, article), desk["by"][0]
    passage = passages.mark(article=article, quote=ARRIVED, by=by)
    speaks = stance in (Stance.SUPPORTS, Stance.REFUTES)
    links.add(
        claim=claim_of(desk, claim),
        passage=passage,
        stance=stance,
        basis=basis if speaks else "",
        independence=independence if speaks else "",
        reason="It says so.",
        acknowledged=True,
        by=by,
    )


def withdraw(desk, number, _):
    links.withdraw(link=pick(Link.objects.live(), number), reason="A mistake.", by=desk["by"][1])


def reaffirm(desk, number, _):
    quote = TEXT[: len(FORETOLD)]
    links.reaffirm(link=pick(Link.objects.live(), number), reason="It holds.", quote=quote, by=desk["by"][1])


def revise(desk, number, basis):
    links.revise(
        link=pick(Link.objects.live(), number),
        stance=Stance.REFUTES,
        basis=pick(Basis, basis),
        reason="It denies it.",
        why="Misread.",
        acknowledged=True,
        by=desk["by"][1],
    )


def set_date(desk, article, days):
    day = None if days == 5 else date(2021, 11, 5) + timedelta(days=2 * days)
    articles.set_date(article=article_of(desk, article), published_on=day, by=desk["by"][0])


def version(desk, article, number):
    text = [TEXT, f"{FORETOLD} at last.", "Nothing of the kind.", f"{ARRIVED}, he said."][number % 4]
    make_version(article_of(desk, article), f"{text} Filed {Article.objects.count()}, {timezone.now()}.")


def standing(desk, article, number):
    articles.set_standing(
        article=article_of(desk, article), standing=pick(Standing, number), reason="They say so.", by=desk["by"][0]
    )


def window(desk, claim, days):
    claims.edit(
        claim=claim_of(desk, claim),
        values={"window_end": date(2021, 11, 8) + timedelta(days=days)},
        reason="A better day.",
        by=desk["by"][1],
    )


def reattribute(desk, number, origin):
    passages.reattribute(
        passage=pick(Link.objects.all(), number).passage,
        attribution=Attribution(origin=f"Origin {origin}"),
        reason="It names its source.",
        by=desk["by"][0],
    )


def assess(act, *, by):
    def step(desk, claim, number):
        claim = claim_of(desk, claim)
        verdict = pick(["confirmed", "refuted", "unresolved"], number)
        act(
            claim=claim,
            verdict=verdict,
            unresolved_reason="insufficient",
            confidence="low",
            rationale="So it seems.",
            what_would_change="A denial.",
            relied_on=list(Link.objects.filter(claim=claim).live().exclude(basis="")) if number < 3 else [],
            by=desk["by"][by],
        )

    return step


def merge(desk, claim, into):
    merging.merge(claim=claim_of(desk, claim), into=claim_of(desk, into), reason="The same.", by=desk["by"][1])


def split(desk, claim, _):
    statements = ["Muttaqi will travel", "Muttaqi will arrive"]
    splitting.split(claim=claim_of(desk, claim), statements=statements, reason="Two things.", by=desk["by"][0])


def reschedule(desk, claim, days):
    day = date(2021, 11, 8) + timedelta(days=days)
    reschedules.reschedule(
        claim=claim_of(desk, claim),
        article=article_of(desk, days),
        quote=TEXT[: len(FORETOLD)],
        window_start=day,
        window_end=day,
        window_basis=WindowBasis.STATED,
        by=desk["by"][0],
    )


def date_after(desk, earlier, later):
    every = list(Claim.objects.order_by("pk"))
    reschedules.record_reschedule(
        earlier=pick(every, earlier), later=pick(every, later), reason="So they say.", by=desk["by"][1]
    )


def withdraw_date(desk, number, _):
    row = pick(Reschedule.objects.live(), number)
    reschedules.withdraw(reschedule=row, reason="Another visit.", by=desk["by"][1])


def exclude(desk, claim, other):
    members = [claim_of(desk, claim), claim_of(desk, other)]
    claim_sets.make(name="Where he is", reason="He is in one place.", claims=members, by=desk["by"][0])


def part(desk, number, _):
    claim_sets.leave(membership=pick(Membership.objects.live(), number), reason="A mistake.", by=desk["by"][0])


def refute(desk, claim, _):
    """Decide that a claim is refuted by what is reported of its alternatives."""
    claim = claim_of(desk, claim)
    said = {"verdict": "refuted", "confidence": "low", "rationale": "So it seems.", "what_would_change": "A denial."}
    relied_on = list(outcomes_of_alternatives(claim))
    assessments.propose(claim=claim, relied_on=relied_on, by=desk["by"][0], **said)
    assessments.decide(claim=claim, relied_on=relied_on, by=desk["by"][1], **said)


def propose_blind(*said):
    with override_settings(FACTCHECK_BLIND_PROPOSALS=True):
        assess(assessments.propose, by=2)(*said)


def send_back_one(desk, claim, _):
    assessments.send_back(claim=claim_of(desk, claim), reason="Too thin.", to=desk["by"][2], by=desk["by"][1])


ACTS = {
    "propose_blind": propose_blind,
    "open_round": lambda desk, claim, _: seals.open_round(claim=claim_of(desk, claim), by=desk["by"][1]),
    "send_back_one": send_back_one,
    "exclude": exclude,
    "part": part,
    "refute": refute,
    "reschedule": reschedule,
    "date_after": date_after,
    "withdraw_date": withdraw_date,
    "link": link,
    "withdraw": withdraw,
    "reaffirm": reaffirm,
    "revise": revise,
    "date": set_date,
    "version": version,
    "standing": standing,
    "window": window,
    "reattribute": reattribute,
    "propose": assess(assessments.propose, by=0),
    "decide": assess(assessments.decide, by=1),
    "send_back": lambda desk, claim, _: assessments.send_back(
        claim=claim_of(desk, claim), reason="Too thin.", by=desk["by"][1]
    ),
    "reopen": lambda desk, claim, _: assessments.reopen(claim=claim_of(desk, claim), reason="New.", by=desk["by"][1]),
    "merge": merge,
    "split": split,
    "unmerge": lambda desk, claim, _: merging.unmerge(claim=claim_of(desk, claim), reason="Not.", by=desk["by"][1]),
}


def test_every_act_of_the_sequences_can_succeed():
    """A sequence of refusals would prove nothing."""
    with a_desk() as desk:
        for name, *arguments in [
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
