"""What a person changes of a suggestion before accepting it, and what opens the form by itself."""

from datetime import date

import pytest
from django.urls import reverse

from claims.models import Claim
from claims.services import suggestions
from tests.factories import make_analyst, make_claim
from tests.queue.judging import filled, post, state_of
from tests.queue.suggesting import suggest_claim, suggest_link

pytestmark = pytest.mark.django_db


def test_an_edit_leads_back_to_the_page_it_was_begun_on(client, amina):
    suggestion = suggest_link(stance="context", basis="")
    back = suggestion.claim.get_absolute_url()
    form = {"edited": "1", "stance": "context", "quote": suggestion.quote}
    form |= {"speaker_kind": "unattributed", "certainty": "certain"}

    opened = client.get(reverse("suggestion-accept", args=[suggestion.pk], query={"next": back}))
    response = post(client, "suggestion-accept", suggestion, {"next": back}, **form)

    assert f'href="{back}" data-cancels' in opened.content.decode()
    assert response.url == back


def test_edited_values_go_into_what_is_made(client, amina):
    suggestion = suggest_claim()
    said = {"statement": "Amir Khan Muttaqi will visit Pakistan", "topics": "Diplomacy, Visits", "owner": amina.pk}

    response = post(client, "suggestion-accept", suggestion, **filled(client, suggestion, **said))

    claim = Claim.objects.get()
    passage = claim.links.get().passage
    assert response.status_code == 302
    assert claim.statement == "Amir Khan Muttaqi will visit Pakistan"
    assert [topic.name for topic in claim.topics.all()] == ["Diplomacy", "Visits"]
    assert (claim.window_start, claim.window_end, claim.state) == (date(2021, 11, 8), date(2021, 11, 11), "open")
    assert [step.source.name for step in passage.chain_steps.all()][:2] == ["ANI", "The Express Tribune"]


def test_an_edited_claim_may_stay_a_draft(client, amina):
    suggestion = suggest_claim()

    post(client, "suggestion-accept", suggestion, **filled(client, suggestion, owner=amina.pk, save="draft"))

    assert Claim.objects.get().state == "draft"


def test_what_was_typed_stays_in_a_form_that_is_refused(client, amina):
    suggestion = suggest_claim()

    response = post(client, "suggestion-accept", suggestion, edited="1", statement="Half a claim", quote="Elsewhere")

    body = response.content.decode()
    assert response.status_code == 422
    assert "Half a claim</textarea>" in body
    assert state_of(suggestion) == "pending"


def test_what_was_typed_stays_when_a_colleague_was_quicker(client, amina):
    suggestion = suggest_link()
    suggestions.reject(suggestion=suggestion, by=make_analyst("bob"))

    response = post(
        client, "suggestion-accept", suggestion, edited="1", stance="supports", reason="It was on the air"
    )

    assert response.status_code == 409
    assert "bob rejected this" in response.content.decode()
    assert "It was on the air</textarea>" in response.content.decode()


@pytest.mark.parametrize(
    ("said", "doubt"),
    [
        ({"statement": "It will be his first visit"}, "“It” says nothing without the article."),
        ({"statement": "Envoys will meet and " * 20}, "It has 80 words."),
        ({"statement": "Background and recognition", "score": 0.06}, "It hardly makes a claim"),
    ],
)
def test_a_claim_that_cannot_stand_as_it_is_opens_the_form_and_is_not_made(client, amina, said, doubt):
    suggestion = suggest_claim(**said)

    response = post(client, "suggestion-accept", suggestion)

    assert response.status_code == 422
    assert doubt in response.content.decode()
    assert (state_of(suggestion), Claim.objects.count()) == ("pending", 0)


def test_a_claim_that_says_what_another_says_is_made_from_the_form_alone(client, amina):
    claim, suggestion = make_claim(), suggest_claim()

    refused = post(client, "suggestion-accept", suggestion)
    post(client, "suggestion-accept", suggestion, **filled(client, suggestion, owner=amina.pk))

    assert f"{claim.label} says the same." in refused.content.decode()
    assert Claim.objects.count() == 2
    assert state_of(suggestion) == "accepted"
