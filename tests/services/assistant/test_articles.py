"""Articles are read for the claims that they make, and for the open claims that they may bear on."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims.models import Suggestion
from claims.services import articles, assistant
from claims.vocabulary import SuggestionKind
from tests.factories import (
    ARRIVED,
    FORETOLD,
    make_analyst,
    make_article,
    make_claim,
    make_version,
)
from tests.services.assistant.reading import arrival, meanwhile, pending

pytestmark = pytest.mark.django_db


def test_imported_article_is_read_for_claims():
    article = make_article()

    assert assistant.work_off() == 1

    offered = pending(SuggestionKind.CLAIM, version__article=article).order_by("-score").first()
    assert offered.payload["kind"] == "forecast"
    assert offered.quote == offered.version.text[offered.start : offered.end]
    assert offered.reasons


def test_what_was_read_is_not_read_again():
    make_article()
    assistant.work_off()

    assert assistant.work_off() == 0


def test_article_is_offered_to_the_open_claim_that_it_bears_on():
    claim = make_claim()
    assistant.work_off()

    article = arrival()
    assistant.work_off()

    offered = pending(SuggestionKind.LINK, version__article=article).get()
    assert (offered.claim, offered.payload["stance"], offered.payload["basis"]) == (claim, "supports", "outcome")


def test_offer_to_link_says_who_speaks():
    text = f"Official sources told The Express Tribune that {FORETOLD} soon. Talks follow."
    claim = make_claim()
    article = make_article(text, published_on=date(2021, 11, 8))

    assistant.work_off()

    offered = pending(SuggestionKind.LINK, version__article=article, claim=claim).get()
    assert offered.payload["speaker_kind"] == "anonymous"
    assert offered.payload["through"] == ["The Express Tribune"]


def test_article_that_gets_its_date_is_read_anew():
    article = make_article(f"{FORETOLD} on Thursday.", published_on=None)
    assistant.work_off()
    assert pending(SuggestionKind.CLAIM).get().payload["window"]["end"] is None

    articles.set_date(article=article, published_on=date(2021, 11, 8), by=make_analyst())
    assistant.work_off()

    assert pending(SuggestionKind.CLAIM).get().payload["window"]["end"] == "2021-11-11"


def test_new_version_takes_the_place_of_what_was_offered_of_the_old():
    article = make_article()
    assistant.work_off()

    version = make_version(article, f"{FORETOLD} next week. Talks follow.")

    assert not Suggestion.objects.pending().exists()
    assistant.work_off()
    assert {one.version for one in Suggestion.objects.pending()} == {version}


def test_withdrawn_article_is_not_suggested_from_until_it_is_usable_again():
    make_claim()
    article, analyst = arrival(), make_analyst()
    assistant.work_off()
    known = list(Suggestion.objects.pending().of_article(article))

    articles.set_standing(article=article, standing="withdrawn", reason="They took it down.", by=analyst)
    assistant.work_off()
    assert not Suggestion.objects.pending().of_article(article).exists()
    articles.set_standing(article=article, standing="usable", reason="It is back.", by=analyst)
    assistant.work_off()

    assert list(Suggestion.objects.pending().of_article(article)) == known


def test_text_that_is_replaced_while_a_claim_is_read_is_not_suggested(monkeypatch):
    article = arrival()
    assistant.work_off()
    make_claim()
    meanwhile(monkeypatch, "offers_of_claim", lambda: make_version(article, f"Late: {ARRIVED} on Wednesday."))

    assistant.work_off()

    assert {one.version for one in pending(SuggestionKind.LINK)} <= {article.newest_version()}


def test_long_article_is_read_in_no_more_queries_than_a_short_one(django_assert_max_num_queries):
    make_article("Karzai plans to travel to Doha next week.")
    with CaptureQueriesContext(connection) as few:
        assistant.work_off()
    make_article(" ".join(f"{FORETOLD} on Monday with {number} others." for number in range(6)))

    with django_assert_max_num_queries(len(few)):
        assistant.work_off()
