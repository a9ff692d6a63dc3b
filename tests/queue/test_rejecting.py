"""Suggestions rejected and skipped on the page, one by one and by the filter."""

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from claims.models import Claim, Event, Suggestion
from claims.vocabulary import Verb
from tests.factories import ARRIVED
from tests.queue.judging import post, state_of
from tests.queue.suggesting import suggest_claim, suggest_link

pytestmark = pytest.mark.django_db


def test_rejecting_makes_nothing_and_offers_the_next(client, amina, two):
    suggestion, following = two

    response = post(client, "suggestion-reject", suggestion, htmx=True)

    assert (state_of(suggestion), Claim.objects.count()) == ("rejected", 0)
    assert response.context["suggestion"] == following


def test_a_judgement_may_lead_back_to_the_page_it_was_made_on(client, amina):
    suggestion = suggest_link()
    back = f"{suggestion.claim.get_absolute_url()}#candidates"

    response = post(client, "suggestion-reject", suggestion, next=back)

    assert response.url == back
    assert [str(message) for message in get_messages(response.wsgi_request)] == [
        f"Rejected “{ARRIVED}”; it is not suggested again."
    ]


def test_no_judgement_leads_to_another_site(client, amina):
    response = post(client, "suggestion-reject", suggest_link(), next="https://elsewhere.example/")

    assert response.url == "/queue/"


def test_skipped_suggestions_stay_pending_and_come_again_on_request(client, amina, two):
    first, second = two

    assert post(client, "suggestion-skip", first).url == second.get_absolute_url()
    assert client.get(reverse("queue")).context["suggestion"] == second
    assert post(client, "suggestion-skip", second).url == reverse("queue")
    assert "What is left here are 2 that you skipped." in client.get(reverse("queue")).content.decode()
    post(client, "queue-again")

    assert client.get(reverse("queue")).context["suggestion"] == first
    assert Suggestion.objects.pending().count() == 2


def test_what_a_filter_hides_is_not_said_to_be_skipped(client, amina):
    post(client, "suggestion-skip", suggest_claim())

    body = client.get(reverse("queue", query={"kind": "link"})).content.decode()

    assert "Nothing that is pending matches these filters." in body


def test_after_the_last_one_come_those_before_that_were_not_skipped(client, amina):
    skipped, passed_by, last = (suggest_claim(score=score) for score in (0.9, 0.8, 0.7))
    post(client, "suggestion-skip", skipped)

    response = post(client, "suggestion-reject", last)

    assert response.url == passed_by.get_absolute_url()


def test_bulk_rejection_needs_a_filter(client, amina):
    suggest_claim()

    response = post(client, "queue-reject", newest=10_000)

    assert response.status_code == 422
    assert "Narrow the queue with a filter first" in response.content.decode()
    assert Suggestion.objects.pending().count() == 1


def test_bulk_rejection_by_a_filter_that_is_not_understood_rejects_nothing(client, amina):
    suggest_claim()

    response = post(client, "queue-reject", query={"kind": "claim", "score": "most"}, newest=10_000)

    assert response.status_code == 422
    assert Suggestion.objects.pending().count() == 1


def test_bulk_rejection_says_how_many_rejects_these_and_is_undone_at_once(client, amina):
    suggest_claim(), suggest_claim()
    link = suggest_link()
    confirmation = client.get(reverse("queue-reject", query={"kind": "claim"}))
    newest = confirmation.context["form"]["newest"].value()
    late = suggest_claim()

    response = post(client, "queue-reject", query={"kind": "claim"}, newest=newest)

    assert "Reject 2 suggestions" in confirmation.content.decode()
    assert response.url == "/queue/?kind=claim"
    assert set(Suggestion.objects.pending()) == {link, late}
    assert "You rejected 2 suggestions at once" in client.get("/queue/").content.decode()
    post(client, "suggestion-undo")
    assert Suggestion.objects.pending().count() == 4


def test_a_second_click_on_bulk_rejection_leads_to_the_queue_as_the_first(client, amina):
    suggestion = suggest_claim()
    for _ in range(2):
        response = post(client, "queue-reject", query={"kind": "claim"}, newest=suggestion.pk)

        assert response.url == "/queue/?kind=claim"

    assert Event.objects.filter(verb=Verb.REJECTED).count() == 1
