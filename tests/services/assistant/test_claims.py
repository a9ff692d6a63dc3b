"""For claims, evidence is looked for in all that is stored, and nothing is offered in vain."""

from datetime import date

import pytest

from claims.models import Link, Suggestion
from claims.reports.candidates import candidates_for
from claims.services import articles, assessments, assistant, claims, merging
from claims.vocabulary import SuggestionKind, SuggestionState
from tests.factories import (
    make_analyst,
    make_article,
    make_claim,
    make_decision,
    make_link,
    make_reviewer,
)
from tests.services.assistant.reading import arrival, meanwhile, pending

pytestmark = pytest.mark.django_db


def test_claim_is_offered_what_was_stored_before_it_was_made():
    article = arrival()
    assistant.work_off()

    claim = make_claim()
    assistant.work_off()

    offered = pending(SuggestionKind.LINK, version__article=article).get()
    assert (offered.claim, offered.payload["stance"], offered.payload["basis"]) == (claim, "supports", "outcome")


def test_what_may_be_of_another_event_is_offered_to_be_checked_and_found_by_who_asks():
    article, claim = make_article("Muttaqi arrived in Islamabad.", published_on=date(2022, 1, 20)), make_claim()

    assistant.work_off()

    offered = pending(SuggestionKind.LINK, version__article=article, claim=claim).get()
    assert offered.payload["stance"] == "context"
    assert offered.reasons[0].startswith("check these two: of one topic")
    assert [found.stance for found in candidates_for(claim) if found.article == article] == ["supports"]


def test_article_and_claim_find_one_suggestion_not_two():
    article, claim = arrival(), make_claim()
    assistant.work_off()

    articles.edit(article=article, title="Muttaqi arrives", by=make_analyst())
    assistant.work_off()

    assert Suggestion.objects.filter(kind=SuggestionKind.LINK, claim=claim, version__article=article).count() == 1


def test_words_of_which_somebody_made_the_claim_are_not_offered_any_more():
    article = make_article()
    assistant.work_off()
    offered = pending(SuggestionKind.CLAIM).get(payload__kind="forecast")

    make_claim(article=article, quote=offered.quote)
    assistant.work_off()

    offered.refresh_from_db()
    assert offered.state == SuggestionState.STALE


def test_link_made_by_hand_is_not_offered_any_more():
    claim, article = make_claim(), arrival()
    assistant.work_off()

    make_link(claim, article=article)
    assistant.work_off()

    assert not pending(SuggestionKind.LINK, claim=claim, version__article=article, start=0).exists()


def test_nothing_is_offered_for_a_claim_put_aside():
    draft = make_claim(opened=False)
    arrival()
    assistant.work_off()
    assert pending(SuggestionKind.LINK, claim=draft).exists()

    claims.reject(claim=draft, reason="No claim.", by=make_analyst())
    assistant.work_off()

    assert not pending(SuggestionKind.LINK).exists()


def test_nothing_is_offered_for_a_claim_put_aside_while_an_article_is_read(monkeypatch):
    draft = make_claim(opened=False)
    assistant.work_off()
    arrival()

    def put_aside_and_read():
        claims.reject(claim=draft, reason="No claim.", by=make_analyst())
        assistant.work_off()

    meanwhile(monkeypatch, "offers_of_version", put_aside_and_read)

    assistant.work_off()

    assert not pending(SuggestionKind.LINK).exists()


def test_merge_into_a_claim_that_is_put_aside_is_suggested_only_once_that_is_back():
    older, _ = make_claim(), make_claim()
    third, reviewer = make_claim(statement="Karzai will resign in Kabul"), make_reviewer()
    assistant.work_off()

    older = merging.merge(claim=older, into=third, reason="The same.", by=reviewer)
    assistant.work_off()
    assert not pending(SuggestionKind.MERGE).exists()
    merging.unmerge(claim=older, reason="Not the same.", by=reviewer)
    assistant.work_off()

    assert pending(SuggestionKind.MERGE).get().payload["other"] == older.pk


def test_evidence_that_came_while_a_claim_was_decided_is_offered_once_it_is_open_again():
    claim = make_claim()
    make_link(claim)
    make_decision(claim)
    article = arrival()
    assistant.work_off()
    assert not pending(SuggestionKind.LINK, claim=claim, version__article=article).exists()

    claim.refresh_from_db()
    assessments.reopen(claim=claim, reason="A denial came.", by=make_reviewer())
    assistant.work_off()

    assert pending(SuggestionKind.LINK, claim=claim, version__article=article).exists()


def test_assistant_changes_no_claim_and_links_nothing():
    claim, _ = make_claim(), arrival()
    before = (list(type(claim).objects.values()), list(Link.objects.values()))

    assistant.work_off()

    assert (list(type(claim).objects.values()), list(Link.objects.values())) == before
