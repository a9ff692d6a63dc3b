"""Several people, or processes, at the same moment: no double rows, no lost update, and nobody meets an error."""

from concurrent.futures import ThreadPoolExecutor
from copy import copy
from datetime import date
from threading import Barrier
from time import sleep

import pytest
from django.db import connection

from claims.errors import Refused
from claims.models import (
    Article,
    ArticleVersion,
    AssistantRun,
    Claim,
    Event,
    Link,
    Passage,
    Source,
    Suggestion,
    Topic,
)
from claims.reports.facts import figures_for
from claims.services import (
    amending,
    articles,
    assessments,
    assistant,
    claim_sets,
    evidence,
    figures,
    importing,
    links,
    merging,
    offers,
    passages,
    reaffirming,
    suggestions,
    verdicts,
)
from claims.services.attribution import Attribution
from claims.vocabulary import Flag, Independence, Noun, Standing, State, SuggestionKind, SuggestionState, Verdict
from tests.factories import (
    ARRIVED,
    make_analyst,
    make_article,
    make_claim,
    make_claim_set,
    make_decision,
    make_link,
    make_proposal,
    make_reviewer,
    make_suggestion,
    make_version,
)  # fmt: skip

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*acts):
    """Do every act in a thread and connection of its own, all started together; return results or refusals."""
    barrier = Barrier(len(acts))

    def run(act):
        try:
            barrier.wait()
            return act()
        except Refused as refused:
            return refused
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def refusals(results):
    return [result for result in results if isinstance(result, Refused)]


def test_claims_made_at_once_get_numbers_of_their_own():
    article = make_article()
    people = [make_analyst() for _ in range(6)]
    details = {"attribution": Attribution(through=("The Express Tribune",)), "topic_names": ["Diplomacy"]}

    made = at_once(*[lambda by=by: make_claim(by=by, article=article, **details) for by in people])

    assert sorted(claim.number for claim in made) == [1, 2, 3, 4, 5, 6]
    assert Source.objects.filter(name="The Express Tribune").count() == Topic.objects.count() == 1
    assert Passage.objects.count() == 1


def test_the_same_words_are_linked_once_by_a_form_that_is_sent_four_times():
    claim = make_claim()
    article = make_article(f"{ARRIVED} on Wednesday.", published_on=date(2021, 11, 10))
    said = {"stance": "supports", "basis": "outcome", "independence": "undetermined", "acknowledged": True}
    by = make_analyst()

    done = at_once(
        *[lambda: evidence.link_words(claim=claim, article=article, quote=ARRIVED, by=by, **said) for _ in range(4)]
    )

    assert len(set(done)) == 1
    assert Link.objects.exclude(stance="asserts").count() == 1


def test_a_claim_is_decided_once():
    claim = make_claim()
    make_link(claim)
    make_proposal(claim)
    relied_on = list(claim.links.exclude(basis=""))
    about = {"confidence": "high", "rationale": "He came.", "what_would_change": "A denial.", "relied_on": relied_on}
    reviewers = [make_reviewer() for _ in range(3)]

    done = at_once(
        *[
            lambda by=by: assessments.decide(claim=claim, verdict=Verdict.CONFIRMED, by=by, **about)
            for by in reviewers
        ]
    )

    assert len(refusals(done)) == 2
    assert claim.assessments.decisions().count() == 1


def test_a_file_imported_at_once_becomes_one_article():
    raw = b"Muttaqi arrived in Islamabad on Wednesday. He met Qureshi."

    done = at_once(*[lambda: importing.import_file(name="arrival.txt", raw=raw) for _ in range(4)])

    assert sorted(outcome.status for outcome in done) == ["imported", "unchanged", "unchanged", "unchanged"]
    assert Article.objects.count() == ArticleVersion.objects.count() == 1


def test_figures_know_of_a_link_and_a_date_that_came_at_once():
    claim = make_claim()
    undated = make_article(f"{ARRIVED} on Wednesday.", published_on=None)
    make_link(claim, article=undated)
    other = make_article(f"{ARRIVED} this morning.", published_on=date(2021, 11, 11))
    by = make_analyst()

    at_once(
        lambda: articles.set_date(article=undated, published_on=date(2021, 11, 10), by=by),
        lambda: make_link(claim, article=other, by=by),
        lambda: articles.set_standing(article=other, standing=Standing.CORRECTED, reason="A slip.", by=by),
    )

    claim.figures.refresh_from_db()
    assert (claim.figures.articles, claim.figures.supports) == (3, 2)
    assert figures.rebuild() == []


@pytest.mark.parametrize("_", range(3))
def test_nobody_waits_for_one_another_for_ever(_):
    article = make_article(
        f"{ARRIVED} on Wednesday. Talks follow. Pakistan welcomed him.", published_on=date(2021, 11, 10)
    )
    one, two = make_claim(), make_claim()
    first, second = make_link(one, article=article), make_link(two, article=article)
    analyst, reviewer = make_analyst(), make_reviewer()

    done = at_once(
        lambda: links.withdraw(link=first, reason="A slip.", by=analyst),
        lambda: make_link(one, article=article, quote="Talks follow", by=analyst),
        lambda: make_link(two, article=article, quote="Pakistan welcomed him", by=reviewer),
        lambda: articles.edit(article=article, outlet_name="Dawn", by=analyst),
        lambda: merging.merge(claim=two, into=one, reason="The same.", by=reviewer),
        lambda: passages.reattribute(
            passage=second.passage, attribution=Attribution(origin="AFP"), reason="It says so.", by=analyst
        ),
        lambda: links.revise(
            link=second, stance="supports", basis="outcome", independence=Independence.UNDETERMINED,
            why="Nobody knows.", reason="", by=reviewer,
        ),
    )  # fmt: skip

    assert len(refusals(done)) <= 2, [str(refusal) for refusal in refusals(done)]
    assert Claim.objects.get(pk=two.pk).state == State.MERGED
    assert figures.rebuild() == []


@pytest.fixture
def slow_locks(monkeypatch):
    """Whoever holds claims does so for a while before going on, so that two who lock in another order meet."""
    lock_all = type(Claim.objects).lock_all

    def slowly(manager, ids):
        rows = lock_all(manager, ids)
        sleep(0.3)
        return rows

    monkeypatch.setattr(type(Claim.objects), "lock_all", slowly)


def rested_on():
    """Return the link of a claim on which the decision of an older alternative rests, and who is in the set."""
    older, claim = make_claim(statement="Muttaqi will stay in Kabul"), make_claim()
    claim_set = make_claim_set(older, claim)
    link = make_link(claim)
    make_decision(older, verdict=Verdict.REFUTED, relied_on=[link])
    return link, claim_set.memberships.get(claim=claim)


def soon(act):
    """Return `act`, begun a little later than the others."""

    def later():
        sleep(0.1)
        return act()

    return later


def test_who_reaffirms_and_who_takes_a_set_apart_do_not_wait_for_one_another_for_ever(slow_locks):
    link, membership = rested_on()
    by = make_analyst()
    articles.set_standing(article=link.passage.article, standing=Standing.WITHDRAWN, reason="An error.", by=by)

    done = at_once(
        lambda: links.reaffirm(link=link, reason="It holds.", by=by),
        soon(lambda: claim_sets.leave(membership=membership, reason="Both may be.", by=by)),
    )

    assert refusals(done) == []


def test_who_undoes_a_judgement_on_a_suspended_link_waits_for_nobody_for_ever(slow_locks):
    link, membership = rested_on()
    by = make_analyst()
    make_version(link.passage.article, "Nothing of it is left. He met Qureshi.")
    links.withdraw(link=link, reason="Gone.", by=by)
    event = Event.objects.filter(noun=Noun.LINK, object_id=link.pk).latest("pk")

    done = at_once(
        lambda: reaffirming.undo(event=event, by=by),
        soon(lambda: claim_sets.leave(membership=membership, reason="Both may be.", by=by)),
    )

    assert refusals(done) == []


def judged_slowly(monkeypatch):
    checked = verdicts.checked

    def slowly(*said):
        values = checked(*said)
        sleep(0.5)
        return values

    monkeypatch.setattr(verdicts, "checked", slowly)


@pytest.mark.parametrize("of_alternative", [True, False])
def test_what_is_decided_while_its_article_is_withdrawn_is_flagged(monkeypatch, of_alternative):
    claim, other = make_claim(), make_claim(statement="Muttaqi will stay in Kabul")
    make_claim_set(claim, other)
    link = make_link(other if of_alternative else claim)
    verdict = Verdict.REFUTED if of_alternative else Verdict.CONFIRMED
    make_proposal(claim, verdict=verdict, relied_on=[link])
    reviewer, analyst = make_reviewer(), make_analyst()
    judged_slowly(monkeypatch)

    done = at_once(
        lambda: make_decision(claim, verdict=verdict, relied_on=[link], by=reviewer),
        soon(
            lambda: articles.set_standing(
                article=link.passage.article, standing=Standing.WITHDRAWN, reason="An error.", by=analyst
            )
        ),
    )

    assert refusals(done) == []
    assert Flag.NEEDS_REVIEW in figures_for([claim])[claim.pk].flags


def test_what_is_decided_by_an_alternative_while_that_is_amended_is_flagged_or_the_amendment_refused(monkeypatch):
    claim, other = make_claim(), make_claim(statement="Muttaqi will stay in Kabul")
    make_claim_set(claim, other)
    link = make_link(other)
    make_proposal(claim, verdict=Verdict.REFUTED, relied_on=[link])
    reviewer, analyst = make_reviewer(), make_analyst()
    judged_slowly(monkeypatch)

    _, edited = at_once(
        lambda: make_decision(claim, verdict=Verdict.REFUTED, relied_on=[link], by=reviewer),
        soon(lambda: amending.edit(claim=other, values={"statement": "He calls."}, by=analyst, reason="Misread.")),
    )

    is_flagged = Flag.NEEDS_REVIEW in figures_for([claim])[claim.pk].flags
    assert Claim.objects.get(pk=claim.pk).state == State.DECIDED
    assert is_flagged != isinstance(edited, Refused)


def test_nothing_is_decided_on_an_article_that_is_withdrawn_in_the_same_moment(monkeypatch):
    claim, other = make_claim(), make_claim(statement="Muttaqi will stay in Kabul")
    make_claim_set(claim, other)
    link = make_link(other)
    make_proposal(claim, verdict=Verdict.REFUTED, relied_on=[link])
    reviewer, analyst, refresh = make_reviewer(), make_analyst(), figures.refresh_for_article

    def refresh_slowly(article):
        refresh(article)
        sleep(0.5)

    monkeypatch.setattr(figures, "refresh_for_article", refresh_slowly)
    decided, _ = at_once(
        soon(lambda: make_decision(claim, verdict=Verdict.REFUTED, relied_on=[link], by=reviewer)),
        lambda: articles.set_standing(
            article=link.passage.article, standing=Standing.WITHDRAWN, reason="An error.", by=analyst
        ),
    )

    assert isinstance(decided, Refused)
    assert Claim.objects.get(pk=claim.pk).state == State.PROPOSED


def test_a_passage_attributed_anew_at_once_has_one_chain():
    passage = make_link(make_claim()).passage
    by = make_analyst()
    said = [Attribution(through=("ANI", "Dawn")), Attribution(through=("AFP", "Reuters"))]

    at_once(
        *[
            lambda one=one: passages.reattribute(passage=passage, attribution=one, reason="So it is.", by=by)
            for one in said
        ]
    )

    assert [step.source.name for step in passage.chain_steps.all()] in (["ANI", "Dawn"], ["AFP", "Reuters"])


def test_assistant_and_bulk_rejection_do_not_wait_for_one_another_for_ever(monkeypatch):
    article = make_article(f"{ARRIVED} on Wednesday. Talks follow.")
    first = make_suggestion(SuggestionKind.CLAIM, article=article, quote="Talks follow")
    second = make_suggestion(SuggestionKind.CLAIM, article=article, quote=ARRIVED)
    by, write = make_analyst(), type(Suggestion.objects.all()).bulk_update
    again = copy(second)
    again.pk, again.score = None, 0.1

    def write_slowly(rows, *args, **kwargs):
        written = write(rows, *args, **kwargs)
        sleep(0.5)
        return written

    monkeypatch.setattr(type(Suggestion.objects.all()), "bulk_update", write_slowly)

    def reject():
        sleep(0.2)
        return suggestions.reject_all(suggestions=Suggestion.objects.all(), by=by)

    _, rejected = at_once(lambda: offers.renew([again], among=Suggestion.objects.filter(claim=None)), reject)

    assert rejected == 1
    first.refresh_from_db()
    assert first.state == SuggestionState.STALE


def test_two_undo_at_once_take_back_one_judgement():
    by = make_analyst()
    for quote in (ARRIVED, "Talks follow"):
        suggestion = make_suggestion(
            SuggestionKind.CLAIM, article=make_article(f"{ARRIVED}. Talks follow."), quote=quote
        )
    suggestions.reject(suggestion=suggestion, by=by)

    done = at_once(lambda: suggestions.undo(by=by), lambda: suggestions.undo(by=by))

    assert len(refusals(done)) == 1
    assert Suggestion.objects.pending().count() == 2


def test_one_undo_sent_twice_at_once_leaves_the_judgement_before_it():
    by = make_analyst()
    article = make_article(f"{ARRIVED}. Talks follow.")
    first, second = (
        make_suggestion(SuggestionKind.CLAIM, article=article, quote=quote) for quote in (ARRIVED, "Talks follow")
    )
    for suggestion in (first, second):
        suggestions.reject(suggestion=suggestion, by=by)

    done = at_once(*[lambda: suggestions.undo(by=by, of=second.pk)] * 2)

    assert len(refusals(done)) == 1
    assert list(Suggestion.objects.pending()) == [second]


def test_several_who_work_off_read_everything_once():
    for number in range(6):
        make_article(f"{ARRIVED} on Wednesday with {number} others. Talks follow.")
    make_claim()

    done = at_once(assistant.work_off, assistant.work_off, assistant.work_off)

    assert sum(done) == 8
    assert not AssistantRun.objects.exclude(waiting=False, error="").exists()
