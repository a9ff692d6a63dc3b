"""The page and the list of the quick search."""

import re

import pytest

from claims.views.palette_pages import PAGES, pages_for
from tests.factories import make_administrator, make_analyst, make_article, make_claim, make_reviewer, make_user

pytestmark = pytest.mark.django_db

LIST = {"HTTP_HX_REQUEST": "true"}


@pytest.fixture
def reader(client):
    client.force_login(make_user("reader"))
    return client


def addresses(response):
    return re.findall(r'class="palette-option"[^>]* href="([^"]+)"', response.content.decode())


def test_the_list_comes_alone_and_the_page_with_all_around(reader):
    claim = make_claim()

    answer, page = (reader.get(f"/search/?q={claim.label}", **headers) for headers in (LIST, {}))

    assert addresses(answer) == [claim.get_absolute_url(), *addresses(answer)[1:]]
    assert "<html" not in answer.content.decode()
    assert "<html" in page.content.decode()
    assert "HX-Request" in answer["Vary"]


def test_every_option_leads_somewhere(reader):
    make_claim(article=make_article(title="Muttaqi in Islamabad", publisher="Muttaqi Times"))

    found = addresses(reader.get("/search/?q=muttaqi", **LIST))

    assert len(found) == 6  # a claim, an article, a source, a passage, and two lists
    assert {reader.get(address.replace("&amp;", "&"), follow=True).status_code for address in found} == {200}


def test_words_of_a_text_lead_to_its_article_before_the_lists(reader):
    article = make_article("The dockers' union met. Its leader denied that talks had ended.", title="Port")

    answer = reader.get("/search/?q=dockers+union+denied", **LIST)

    assert addresses(answer)[0] == article.get_absolute_url()
    assert "<mark>denied</mark>" in answer.content.decode()


def test_what_was_opened_lately_comes_first_in_its_order_and_what_is_gone_is_left_out(reader):
    claim, article = make_claim(), make_article()

    found = addresses(reader.get(f"/search/?recent=article-{article.pk}.claim-999.claim-{claim.number}.x", **LIST))

    assert found[:3] == [article.get_absolute_url(), claim.get_absolute_url(), "/"]


@pytest.mark.parametrize("make_person", [make_user, make_analyst, make_reviewer, make_administrator])
def test_a_person_is_offered_the_pages_that_open_for_them(client, make_person):
    person = make_person()
    client.force_login(person)

    offered = {page.title: client.get(page.url).status_code for page in pages_for(person)}
    refused = {page.title: client.get(page.url).status_code for page in PAGES if page.title not in offered}

    assert set(offered.values()) == {200}
    assert set(refused.values()) <= {403}


def test_a_page_is_found_by_what_people_call_it(reader):
    assert addresses(reader.get("/search/?q=accou+pass", **LIST))[0] == "/password/"


def test_a_numbered_report_is_found_by_number_and_by_words_and_stays_out_of_the_plain_list(reader):
    assert addresses(reader.get("/search/?q=r13", **LIST))[0] == "/reports/R13/"
    assert "/reports/R6/" in addresses(reader.get("/search/?q=track+rec", **LIST))
    assert "/reports/" in addresses(reader.get("/search/", **LIST))
    assert "/reports/R6/" not in addresses(reader.get("/search/", **LIST))


def test_nothing_found_is_said_and_the_words_stand_as_they_were_typed(reader):
    body = reader.get("/search/?q=<b>zzzz</b>").content.decode()

    assert "Nothing is found for “&lt;b&gt;zzzz&lt;/b&gt;”" in body
    assert 'href="/articles/?q=%3Cb%3Ezzzz%3C%2Fb%3E"' in body


def test_an_endless_query_and_a_character_that_no_database_holds_are_answered(reader):
    assert reader.get("/search/", {"q": "x" * 5_000, "recent": "claim-1" * 500}).status_code == 200
    assert reader.get("/search/?q=a%00b%ff", **LIST).status_code == 200


def test_what_is_found_while_an_article_is_read_can_be_opened_beside_it(reader):
    article, other = make_article(title="Muttaqi in Kabul"), make_article(title="Muttaqi in Doha")
    claim = make_claim(article=other)

    page = reader.get(f"/search/?q=muttaqi&reading={article.pk}").content.decode()

    for name in (f"claim-{claim.number}", f"article-{other.pk}"):
        assert f'href="{article.get_absolute_url()}?beside={name}"' in page
    assert f"?beside=article-{article.pk}" not in page
    assert f'<input type="hidden" name="reading" value="{article.pk}">' in page


@pytest.mark.parametrize("reading", ["", "x", "²", "99999999999", "999"])
def test_without_an_article_nothing_is_opened_beside(reader, reading):
    make_claim()

    assert "?beside=" not in reader.get("/search/", {"q": "muttaqi", "reading": reading}).content.decode()
