"""The last judgement taken back from the queue."""

import pytest

from claims.models import Claim
from tests.queue.judging import post, state_of

pytestmark = pytest.mark.django_db


def test_undo_takes_back_what_was_made_and_shows_it_again(client, amina, two):
    suggestion, _ = two
    post(client, "suggestion-accept", suggestion)

    response = post(client, "suggestion-undo", htmx=True, of=suggestion.pk)

    assert response.context["suggestion"] == suggestion
    assert "Taken back: 1 suggestion is pending again." in response.content.decode()
    assert (state_of(suggestion), Claim.objects.get().state) == ("pending", "rejected")


def test_undo_sent_twice_takes_back_one_judgement(client, amina, two):
    first, second = two
    post(client, "suggestion-reject", first)
    post(client, "suggestion-reject", second)
    post(client, "suggestion-undo", of=second.pk)

    again = post(client, "suggestion-undo", of=second.pk, htmx=True)

    assert again.status_code == 409
    assert (state_of(first), state_of(second)) == ("rejected", "pending")


def test_undo_of_another_judgement_than_the_last_takes_back_nothing(client, amina, two):
    first, second = two
    post(client, "suggestion-reject", first)
    post(client, "suggestion-reject", second)

    response = post(client, "suggestion-undo", of=first.pk, htmx=True)

    assert response.status_code == 409
    assert "Your last one is another by now" in response.content.decode()
    assert (state_of(first), state_of(second)) == ("rejected", "rejected")


def test_undo_with_nothing_to_take_back_says_so(client, amina):
    response = post(client, "suggestion-undo")

    assert response.status_code == 422
    assert "no judgement of yours to take back" in response.content.decode()
