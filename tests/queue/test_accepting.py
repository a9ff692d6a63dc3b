"""Suggestions accepted on the page, as they are or with changes: each answer is about the one that it names."""

import pytest
from django.urls import reverse

from claims.models import Claim, Link, Suggestion
from claims.services import offers, suggestions
from tests.factories import FORETOLD, make_analyst, make_article, make_claim, make_reviewer
from tests.queue.judging import post, state_of
from tests.queue.suggesting import suggest_claim, suggest_link, suggest_merge, suggest_origin

pytestmark = pytest.mark.django_db


def test_accepting_makes_the_claim_and_goes_on_under_the_same_filter(client, amina, two):
    suggestion, following = two

    response = post(client, "suggestion-accept", suggestion, {"kind": "claim"})

    assert response.url == f"/queue/{following.pk}/?kind=claim"
    claim = Claim.objects.get()
    body = client.get(response.url).content.decode()
    assert f'You accepted “Muttaqi will visit Islamabad”: <a href="/claims/{claim.number}/">{claim.label}</a>' in body


def test_htmx_gets_the_next_suggestion_at_once(client, amina, two):
    suggestion, following = two

    response = post(client, "suggestion-accept", suggestion, htmx=True)

    assert response.context["suggestion"] == following
    assert response["HX-Replace-Url"] == following.get_absolute_url()
    assert b"2</b> of <b>2</b>" in response.content
    assert b"1 judged today" in response.content


def test_a_second_submit_is_answered_with_what_became_of_it_and_touches_nothing_else(client, amina, two):
    suggestion, following = two
    post(client, "suggestion-accept", suggestion)

    again = post(client, "suggestion-accept", suggestion, htmx=True)

    assert again.status_code == 409
    assert "amina accepted this" in again.content.decode()
    assert f"/queue/{following.pk}/" in again.content.decode()
    assert (state_of(following), Claim.objects.count()) == ("pending", 1)


@pytest.mark.parametrize("name", ["suggestion-accept", "suggestion-reject"])
def test_what_a_colleague_judged_meanwhile_is_not_judged_again(client, amina, name):
    suggestion = suggest_claim()
    suggestions.reject(suggestion=suggestion, by=make_analyst("bob"))

    response = post(client, name, suggestion)

    assert response.status_code == 409
    assert "bob rejected this" in response.content.decode()
    assert Suggestion.objects.get().decided_by.username == "bob"
    assert not Claim.objects.exists()


@pytest.mark.parametrize("name", ["suggestion-accept", "suggestion-reject"])
def test_what_changed_since_it_was_shown_is_not_judged(client, amina, name):
    suggestion = suggest_claim()
    shown = client.get(reverse("queue")).context["fingerprint"]
    changed = Suggestion.objects.get()
    changed.payload |= {"statement": "Muttaqi will visit Lahore"}
    offers.renew([changed], among=Suggestion.objects.all())

    response = post(client, name, suggestion, shown=shown)

    assert response.status_code == 409
    assert "has changed since you opened it" in response.content.decode()
    assert state_of(suggestion) == "pending"


def test_a_conflict_opens_the_form_that_asks_for_its_reason(client, amina):
    suggestion = suggest_link(stance="refutes")

    response = post(client, "suggestion-accept", suggestion, htmx=True)

    assert response.status_code == 422
    assert "In what the passage conflicts with the claim" in response.content.decode()
    assert response.context["form"]["stance"].value() == "refutes"
    assert state_of(suggestion) == "pending"


def test_a_warning_opens_the_form_and_goes_through_when_acknowledged(client, amina):
    claim = make_claim()
    suggestion = suggest_link(claim, article=make_article(f"{FORETOLD} today."), quote=FORETOLD)
    form = {"edited": "1", "stance": "supports", "basis": "outcome", "quote": FORETOLD}
    form |= {"speaker_kind": "unattributed", "certainty": "certain"}

    warned = post(client, "suggestion-accept", suggestion)
    unread = post(client, "suggestion-accept", suggestion, **form)
    through = post(client, "suggestion-accept", suggestion, **form, acknowledge="on")

    assert (warned.status_code, unread.status_code, through.status_code) == (422, 422, 302)
    assert "Save it all the same" in warned.content.decode()
    assert Link.objects.filter(claim=claim, stance="supports").count() == 1


def test_the_same_origin_is_said_of_the_link_with_the_reason_as_edited(client, amina):
    suggestion = suggest_origin()

    post(client, "suggestion-accept", suggestion, edited="1", reason="Both carry the same dispatch.")

    link = Link.objects.get(pk=Suggestion.objects.get().result_id)
    assert (link.independence, link.reason.endswith("Both carry the same dispatch.")) == ("same_origin", True)


def test_a_reviewer_merges_into_the_claim_suggested(client):
    suggestion = suggest_merge()
    client.force_login(make_reviewer())

    post(client, "suggestion-accept", suggestion)

    merged = Claim.objects.get(state="merged")
    assert (merged, merged.merged_into_id) == (suggestion.claim, suggestion.payload["other"])
