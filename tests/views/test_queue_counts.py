"""Where more waits than is counted, the queue says one limit all day, and never that it is all."""

import re

import pytest
from django.template.loader import render_to_string
from django.urls import reverse

from claims.services import suggestions
from tests.factories import make_analyst
from tests.queue.suggesting import suggest_claim

pytestmark = pytest.mark.django_db


@pytest.fixture
def alice(client, monkeypatch):
    """An analyst on a desk where five suggestions wait, of which two are counted."""
    monkeypatch.setattr("claims.reports.queue.MOST_COUNTED", 2)
    for _ in range(5):
        suggest_claim()
    person = make_analyst("alice")
    client.force_login(person)
    return person


def words(client, **query):
    body = client.get(reverse("queue"), query_params=query).content.decode()
    return " ".join(re.sub("<[^>]+>", "", body).split())


def test_what_was_judged_does_not_raise_the_limit(client, alice):
    assert "1 of more than 2 Next" in words(client)

    suggestions.reject(suggestion=client.get(reverse("queue")).context["suggestion"], by=alice)

    assert "2 of more than 2 · 1 judged today" in words(client)


def test_an_empty_filter_does_not_say_the_limit_as_a_count(client, alice):
    assert "More than 2 suggestions wait without them." in words(client, kind="merge")


def test_large_numbers_are_read_at_a_glance():
    tabs = [{"title": "Suggestions", "count": 36_044, "url": "/queue/"}]

    assert ">36,044<" in render_to_string("claims/_queue_tabs.html", {"tabs": tabs})
