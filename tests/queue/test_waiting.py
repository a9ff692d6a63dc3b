"""What all kinds of work in the queue have in common: tabs, order, skipping, empty states, queries."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories import make_reviewer
from tests.queue.judging import HTMX
from tests.queue.suggesting import suggest_claim
from tests.queue.waiting import body, make_asked, make_proposed, make_stale_link, make_undated, page

pytestmark = pytest.mark.django_db
MAKE = {"proposals": make_proposed, "asked": make_asked, "stale": make_stale_link, "undated": make_undated}
KINDS = list(MAKE)


@pytest.fixture
def rita(client):
    person = make_reviewer("rita")
    client.force_login(person)
    return person


def skip(client, kind, pk):
    return client.post(reverse("waiting-skip", args=[kind, pk]), headers=HTMX)


def test_every_kind_is_a_tab_with_its_number(client, rita):
    suggest_claim()
    make_proposed()
    make_asked()
    make_stale_link()
    make_stale_link()
    make_undated()

    tabs = client.get(reverse("queue")).context["tabs"]

    assert [(tab.title, tab.count) for tab in tabs] == [
        ("Suggestions", 1), ("Proposals", 2), ("Asked of you", 1), ("Stale passages", 2), ("Undated articles", 1),
    ]  # fmt: skip
    assert 'href="/queue/stale/" aria-current="page">Stale passages <span class="count">2<' in body(
        page(client, "stale")
    )


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_kind_teaches_where_such_work_comes_from(client, rita, kind):
    response = page(client, kind)

    assert response.context["kind"].teaching in body(response).replace("&#x27;", "'")


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_skipped_is_passed_over_until_it_is_asked_for(client, rita, kind):
    for _ in range(2):
        MAKE[kind]()
    first, second = page(client, kind).context["line"].keys

    assert skip(client, kind, first).context["item"].pk == second
    assert page(client, kind).context["item"].pk == second
    assert "are 2 that you skipped" in body(skip(client, kind, second))
    client.post(reverse("waiting-again", args=[kind]))
    assert page(client, kind).context["item"].pk == first


@pytest.mark.parametrize("kind", KINDS)
def test_next_and_previous_follow_the_order_and_the_filter_stays(client, rita, kind):
    for _ in range(3):
        MAKE[kind]()
    keys = page(client, kind).context["line"].keys

    response = client.get(reverse("waiting-detail", args=[kind, keys[1]]))

    assert (response.context["previous"], response.context["next"]) == (keys[0], keys[2])
    assert "<b>2</b> of <b>3</b>" in body(response)


@pytest.mark.parametrize("kind", KINDS)
def test_htmx_gets_the_part_that_changes_and_its_address(client, rita, kind):
    MAKE[kind]()

    response = client.get(reverse(f"queue-{kind}"), headers=HTMX)

    assert response["HX-Replace-Url"].startswith(f"/queue/{kind}/{response.context['item'].pk}/")
    assert "<html" not in body(response)
    assert "HX-Request" in response["Vary"]


@pytest.mark.parametrize("kind", KINDS)
def test_more_work_needs_no_more_queries(client, rita, kind, django_assert_max_num_queries):
    MAKE[kind]()
    page(client, kind)
    with CaptureQueriesContext(connection) as of_one:
        page(client, kind)
    for _ in range(3):
        MAKE[kind]()

    with django_assert_max_num_queries(len(of_one) + 1):  # there is a next one now
        page(client, kind)


def test_a_kind_that_there_is_not_is_not_found(client, rita):
    assert client.get("/queue/gossip/1/").status_code == 404


def test_a_filter_that_leaves_nothing_says_so(client, rita):
    make_undated()

    assert "Nothing that waits matches these filters." in body(page(client, "undated", linked="on"))


@pytest.mark.parametrize("kind", KINDS)
def test_undo_with_nothing_to_take_back_says_so(client, rita, kind):
    response = client.post(reverse("waiting-undo", args=[kind]))

    assert response.status_code == 422
    assert "nothing of yours to take back" in body(response)
