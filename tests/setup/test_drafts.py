"""The server confirms what browsers keep, and leads back to a form after the end of a session."""

import re

import pytest
from django.test import Client

from tests.factories import make_analyst, make_article, make_claim

pytestmark = pytest.mark.django_db


@pytest.fixture
def claim(client):
    client.force_login(make_analyst())
    return make_claim()


def search(client, claim, **fields):
    sent = {"searched": "Dawn, Tolo", "up_to": "2021-11-20", "draft": "claim-null-search:1"}
    return client.post(f"/claims/{claim.number}/nothing-found/", sent | fields)


def test_draft_is_confirmed_once_the_form_is_accepted(client, claim):
    response = search(client, claim)

    cookie = response.cookies["draft-saved"]
    assert (cookie.value, cookie["samesite"], cookie["httponly"]) == ("claim-null-search:1", "Lax", "")


@pytest.mark.parametrize("fields", [{"searched": ""}, {"draft": ""}, {"draft": "a;b"}, {"draft": "x" * 101}])
def test_refusals_and_odd_keys_confirm_nothing(client, claim, fields):
    assert "draft-saved" not in search(client, claim, **fields).cookies


def test_ended_session_confirms_nothing_and_leads_back_to_the_form(client, claim):
    client.logout()

    response = search(client, claim)

    assert response.url == f"/login/?next=/claims/{claim.number}/nothing-found/"
    assert "draft-saved" not in response.cookies


def test_form_beside_an_article_goes_to_the_login_page_as_a_whole(client, claim):
    client.logout()
    here = "http://testserver/articles/1/?panel=new-claim&words=0-9"

    response = client.post("/articles/1/claim/", headers={"HX-Request": "true", "HX-Current-URL": here})

    assert response.headers["HX-Redirect"] == "/login/?next=/articles/1/%3Fpanel%3Dnew-claim%26words%3D0-9"


def test_ended_session_leads_back_to_the_page_on_which_an_act_was_pressed(client, claim):
    client.logout()
    page = f"/claims/{claim.number}/?as_of=2021-11-09"

    response = client.post(f"/claims/{claim.number}/open/", headers={"Referer": f"http://testserver{page}"})

    assert response.url == f"/login/?next=/claims/{claim.number}/%3Fas_of%3D2021-11-09"


def stale_client():
    """Return a client that is logged in and whose pages are of before that."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(make_analyst())
    return client


def test_form_of_before_a_new_session_is_shown_anew_as_a_whole_and_says_why():
    client, here = stale_client(), "http://testserver/articles/1/?panel=new-claim&words=0-9#article"

    response = client.post("/articles/1/claim/", headers={"HX-Request": "true", "HX-Current-URL": here})

    assert (response.status_code, response.headers["HX-Redirect"]) == (403, "/articles/1/?panel=new-claim&words=0-9")
    assert "nothing was sent" in client.get("/").content.decode()


def test_page_of_before_a_new_session_says_that_it_expired():
    response = stale_client().post("/articles/1/claim/")

    assert response.status_code == 403
    assert "This form has expired" in response.content.decode()


def test_search_sent_twice_is_logged_once(client, claim):
    search(client, claim)
    search(client, claim)

    assert claim.null_searches.count() == 1
    search(client, claim, note="Another time.")
    assert claim.null_searches.count() == 2


def test_page_with_a_form_is_never_shown_from_a_cache(client, claim):
    page = client.get(f"/claims/{claim.number}/edit/")

    assert "no-store" in page.headers["Cache-Control"]
    assert f'data-draft="claim-edit:{claim.number}" data-version="{claim.lock_version}"' in page.content.decode()


@pytest.mark.parametrize("form", ["claim", "evidence"])
def test_words_that_stand_twice_have_a_draft_for_each_place(client, claim, form):
    article = make_article("Talks follow. Nobody came. Talks follow.")

    places = [f"/articles/{article.pk}/{form}/?quote=Talks+follow.&near={near}" for near in (0, 27)]
    first, second = (re.search(f'data-draft="({form}:[^"]+)"', client.get(place).text)[1] for place in places)

    assert first != second
