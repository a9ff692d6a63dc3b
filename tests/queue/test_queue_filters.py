"""What the queue can be narrowed to."""

from datetime import date

import pytest
from django.urls import reverse

from claims.models import Suggestion
from tests.factories import FORETOLD, make_analyst, make_article, make_claim, make_link
from tests.queue.suggesting import suggest_claim, suggest_link

pytestmark = pytest.mark.django_db


@pytest.fixture
def found(client):
    """Return the suggestions that the queue holds under filters, in its order."""
    client.force_login(make_analyst("amina"))
    return lambda **query: list(client.get(reverse("queue", query=query)).context["queue"].waiting)


def test_kind_stance_and_score_hold_together(found):
    suggest_claim(score=0.9)
    conflict = suggest_link(stance="refutes", score=0.6)
    suggest_link(stance="refutes", score=0.4)
    suggest_link(score=0.7)

    assert found(kind="link", stance="refutes", score="0.5") == [conflict]


def test_kind_of_claim_is_that_of_a_suggested_claim_or_of_the_claim_concerned(found):
    forecast = suggest_claim(score=0.9)
    suggest_claim(kind="event", score=0.8)
    about_forecast = suggest_link(score=0.7)
    suggest_link(make_claim(kind="event"), score=0.6)

    assert about_forecast.claim.kind == "forecast"
    assert found(claim_kind="forecast") == [forecast, about_forecast]
    assert found(kind="claim", claim_kind="event") == list(Suggestion.objects.filter(payload__kind="event"))


def test_owner_is_the_one_of_the_claim(found):
    bob = make_analyst("bob")
    suggest_link()
    mine = suggest_link(make_claim(by=bob))

    assert found(owner="bob") == [mine]


def test_article_claim_and_rule_are_named_exactly(found):
    suggest_link(score=0.9)
    wanted = suggest_link(rule="event-2:7")

    assert found(article=wanted.version.article_id) == [wanted]
    assert found(claim=wanted.claim.number) == [wanted]
    assert found(rule="event-2") == found(rule="event-2:7") == [wanted]
    assert found(rule="event") == []


def test_publication_days_are_both_included(found):
    wanted = suggest_claim(article=make_article(published_on=date(2021, 11, 7)))
    suggest_claim(article=make_article(published_on=date(2021, 11, 8)))

    assert found(published_from="2021-11-07", published_to="2021-11-07") == [wanted]


def test_topic_finds_links_of_its_claims_and_claims_in_articles_that_bear_on_them(found):
    claim = make_claim(topic_names=["Diplomacy"])
    link = make_link(claim)
    of_claim = suggest_link(claim, score=0.9)
    beside = suggest_claim(article=link.passage.article, quote="He met Qureshi", score=0.8)
    suggest_claim()

    assert found(topic="diplomacy") == [of_claim, beside]


def test_filters_in_use_stand_as_chips_that_take_them_away(found, client):
    suggest_link()

    body = client.get("/queue/?kind=link&score=0.5&page=7").content.decode()

    assert 'Kind: Link</span><a class="chip-remove" href="/queue/?score=0.5"' in body
    assert f"{FORETOLD}" not in body
    assert "page=7" not in body


def test_a_chip_names_the_article_by_its_title(found, client):
    suggestion = suggest_link()
    article = suggestion.version.article

    body = client.get(f"/queue/?article={article.pk}").content.decode()

    assert f'<span class="chip">Article: {article}</span>' in body


def test_a_filter_that_cannot_be_understood_is_said_and_the_others_hold(found, client):
    link = suggest_link()
    suggest_claim()

    response = client.get("/queue/?kind=link&score=most")

    assert "Enter a number." in response.content.decode()
    assert list(response.context["queue"].waiting) == [link]
