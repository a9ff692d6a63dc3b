"""Evidence added from the page of a claim: an article by its number, title or address, then its words."""

from datetime import date

import pytest

from claims.forms.link_acts import find_articles
from claims.vocabulary import Basis, Independence
from tests.factories import ARRIVED, make_analyst, make_article, make_claim, make_link

pytestmark = pytest.mark.django_db

PUBLISHED = "https://www.dawn.com/news/1656935"


@pytest.fixture
def report():
    text = f"{ARRIVED} on Wednesday. The weather was fine."
    return make_article(text, published_on=date(2021, 11, 10), url=PUBLISHED, title="Muttaqi arrives")


@pytest.mark.parametrize(
    "typed",
    [
        "{pk}", "{pk} · Muttaqi arrives", "arrives", PUBLISHED, f" {PUBLISHED}/ ", f"{PUBLISHED}#comments",
        "https://desk.example/articles/{pk}/?panel=claim-1#passage-7", "/articles/{pk}/",
        "http://desk.example/passages/{passage}/",
    ],
)  # fmt: skip
def test_article_is_found_however_it_is_named(report, typed):
    passage = make_link(make_claim(), article=report).passage

    assert find_articles(typed.format(pk=report.pk, passage=passage.pk)) == [report]


@pytest.mark.parametrize("typed", ["https://www.dawn.com/news/1", "/claims/1/", "http://x/articles/999999999/", "0"])
def test_addresses_of_nothing_find_nothing(report, typed):
    assert find_articles(typed) == []


def test_sentences_that_share_words_with_the_claim_are_offered(client, report):
    client.force_login(make_analyst())
    claim = make_claim()

    response = client.get(f"/claims/{claim.number}/evidence/", {"article": PUBLISHED})

    assert [sentence.quote for sentence in response.context["sentences"]] == [f"{ARRIVED} on Wednesday."]
    assert f'href="{report.get_absolute_url()}?beside=claim-{claim.number}"' in response.content.decode()


def test_what_is_presumed_of_words_that_were_taken_is_chosen_beforehand(client, report):
    client.force_login(make_analyst())
    claim = make_claim(kind="event", statement="Muttaqi visited Islamabad")

    response = client.get(f"/claims/{claim.number}/evidence/", {"article": str(report.pk), "quote": ARRIVED})

    form = response.context["form"]
    assert (form["basis"].value(), form["independence"].value()) == (Basis.OUTCOME, Independence.UNDETERMINED)
    assert "Presumed independence (E4)" in response.content.decode()


def test_article_that_nobody_knows_offers_nothing(client, report):
    client.force_login(make_analyst())

    response = client.get(f"/claims/{make_claim().number}/evidence/", {"article": "https://nowhere.example/"})

    assert (response.status_code, response.context["sentences"]) == (200, [])
