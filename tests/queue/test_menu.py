"""How much waits for a person, as the menu of every page says it."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from claims.models import Suggestion
from claims.reports.waiting_in_menu import InMenu, waiting_in_menu
from claims.services import suggestions
from tests.factories import make_analyst, make_proposal, make_reviewer, make_user
from tests.queue.judging import HTMX, post
from tests.queue.suggesting import suggest_claim
from tests.queue.waiting import make_proposed, make_stale_link, make_undated

pytestmark = pytest.mark.django_db


@pytest.fixture
def work():
    """Work of every kind, each in a number of its own."""
    for make, times in ((suggest_claim, 4), (make_proposed, 3), (make_stale_link, 2), (make_undated, 1)):
        for _ in range(times):
            make()


def menu(client):
    """Return what the menu says of the queue."""
    body = client.get(reverse("settings")).content.decode()
    link = re.search(r'data-act="everywhere.queue".*?>(.*?)</a>', body, re.S)[1]
    return " ".join(re.sub("<[^>]+>", "", link).split())


def test_the_menu_says_nothing_where_nothing_waits(client, amina):
    assert menu(client) == "Queue"


def test_the_menu_adds_up_what_waits_for_a_reviewer_and_says_of_what(client, work):
    client.force_login(make_reviewer())

    assert menu(client) == (
        "Queue 10 waiting: 4 suggestions, 3 proposals to decide, 2 stale passages, 1 undated article"
    )


def test_what_another_must_decide_does_not_wait_for_an_analyst(client, amina, work):
    make_proposed(by=amina)

    assert menu(client) == "Queue 7 waiting: 4 suggestions, 2 stale passages, 1 undated article"


def test_a_claim_with_an_own_proposal_waits_for_another_reviewer(settings):
    rita, rosa = make_reviewer(), make_reviewer()
    make_proposal(make_proposed(), by=rita)
    make_proposed()

    assert [waiting_in_menu(person).proposals for person in (rita, rosa)] == [1, 2]
    settings.FACTCHECK_ONE_PERSON_DESK = True
    assert waiting_in_menu(rita).proposals == 2


def test_nothing_waits_for_whoever_only_reads(client, work):
    client.force_login(make_user())

    assert menu(client) == "Queue"


def test_the_menu_stops_counting_at_a_hundred(client, amina):
    suggestion = suggest_claim()
    Suggestion.objects.bulk_create(Suggestion(**_fields(suggestion), rule=f"rule-{n}") for n in range(120))

    assert menu(client) == "Queue 99+ waiting: 99+ suggestions"


def _fields(suggestion):
    names = ("kind", "version", "start", "end", "payload", "score", "reasons", "created_at")
    return {name: getattr(suggestion, name) for name in names}


def test_kinds_that_are_few_each_may_be_many_together():
    assert (InMenu(60, 39).total, InMenu(60, 40).total) == ("99", "99+")


def test_the_menu_asks_once(work):
    rita = make_reviewer()
    rita.may_review  # noqa: B018 - permissions are read once for all of a page

    with CaptureQueriesContext(connection) as queries:
        waiting_in_menu(rita)

    assert len(queries) == 1


def test_the_menu_follows_what_is_judged_without_a_new_page(client, amina, two):
    body = post(client, "suggestion-reject", two[0], htmx=True).content.decode()

    assert re.search(r'<span id="queue-count" hx-swap-oob="true"><span class="count" title="1 suggestion">1<', body)


def test_the_menu_follows_other_work_too(client, amina):
    article = make_undated()
    make_undated()

    body = client.post(reverse("waiting-skip", args=["undated", article.pk]), headers=HTMX).content.decode()

    assert 'hx-swap-oob="true"><span class="count" title="2 undated articles">2<' in body


def test_a_whole_page_holds_the_number_once(client, amina, two):
    suggestions.reject(suggestion=two[0], by=make_analyst())

    assert client.get(reverse("queue")).content.decode().count('id="queue-count"') == 1
