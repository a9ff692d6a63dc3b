"""Words of a suggested claim are linked to a claim that there is: one act, which accepts and can be taken back."""

import pytest
from django.urls import reverse

from claims.models import Claim, Event, Link, Suggestion
from claims.services import merging
from claims.vocabulary import Noun, Stance, Verb
from tests.factories import FORETOLD, make_analyst, make_article, make_claim, make_reviewer
from tests.queue.judging import post, state_of
from tests.queue.suggesting import suggest_claim, suggest_link

pytestmark = pytest.mark.django_db
SUPPORT = {"stance": "supports", "basis": "expectation", "independence": "undetermined"}


@pytest.fixture
def claim():
    return make_claim()


@pytest.fixture
def suggestion(claim):
    """A suggested claim that says what `claim` says, in another article."""
    return suggest_claim(article=make_article())


def link(client, suggestion, claim, **said):
    form = {"edited": "1", "quote": FORETOLD, "speaker_kind": "unattributed", "certainty": "certain"} | SUPPORT
    return post(client, "suggestion-link", suggestion, claim=claim, **form | said)


def test_the_words_become_evidence_and_no_claim_is_made(client, amina, claim, suggestion):
    link(client, suggestion, claim)

    made = Link.objects.get(claim=claim, stance=Stance.SUPPORTS)
    assert (made.passage.article, made.passage.exact) == (suggestion.version.article, FORETOLD)
    assert Claim.objects.get() == claim
    assert state_of(suggestion) == "accepted"


def test_what_was_done_is_recorded(client, amina, claim, suggestion):
    link(client, suggestion, claim, quote="visit Islamabad")

    accepted, event = Suggestion.objects.get(), Event.objects.get(noun=Noun.SUGGESTION)
    assert (accepted.result_noun, accepted.was_linked_instead) == (Noun.LINK, True)
    assert accepted.kept_end - accepted.kept_start == len("visit Islamabad")
    assert (event.verb, event.after["linked_to"], event.after["result"]) == (
        Verb.ACCEPTED, claim.pk, accepted.result_id,
    )  # fmt: skip


def test_the_queue_says_so_to_the_person_and_to_others(client, amina, claim, suggestion):
    link(client, suggestion, claim)
    made = Link.objects.get(stance=Stance.SUPPORTS)
    address = f'<a href="{claim.get_absolute_url()}#link-{made.pk}">{claim.label}</a>'

    assert f"You linked “{FORETOLD}” to {address} instead" in client.get("/queue/").content.decode()
    client.force_login(make_analyst())
    body = client.get(suggestion.get_absolute_url()).content.decode()
    assert f"amina accepted this just now. The words were linked instead to {address}." in body


def test_one_undo_takes_back_both(client, amina, claim, suggestion):
    link(client, suggestion, claim)

    post(client, "suggestion-undo", of=suggestion.pk)

    assert not Link.objects.filter(stance=Stance.SUPPORTS).live().exists()
    undone = Suggestion.objects.get()
    assert (undone.state, undone.was_linked_instead, undone.result_id) == ("pending", False, None)
    assert Claim.objects.get().state == "open"


def test_the_form_presumes_support_of_what_another_article_says(client, amina, claim, suggestion):
    form = client.get(reverse("suggestion-link", args=[suggestion.pk, claim.number])).context["form"]

    assert (form["stance"].value(), form["basis"].value()) == ("supports", "expectation")
    assert form["through"].value() == "ANI ← The Express Tribune"


def test_the_form_presumes_that_an_article_makes_its_own_claim_again(client, amina, claim):
    article = claim.links.get().passage.article
    suggestion = suggest_claim(article=article, quote="Muttaqi is expected to visit Islamabad this week")

    form = client.get(reverse("suggestion-link", args=[suggestion.pk, claim.number])).context["form"]

    assert form["stance"].value() == "asserts"


def test_nothing_is_linked_before_a_person_has_seen_the_form(client, amina, claim, suggestion):
    response = post(client, "suggestion-link", suggestion, claim=claim)

    assert f"Link these words to {claim.label}?" in response.content.decode()
    assert state_of(suggestion) == "pending"


def test_a_refusal_of_the_rules_leaves_both_as_they_were(client, amina, claim, suggestion):
    response = link(client, suggestion, claim, stance="refutes", reason="")

    assert response.status_code == 422
    assert "Say in what the passage conflicts with the claim" in response.content.decode()
    assert (state_of(suggestion), Link.objects.count()) == ("pending", 1)


def test_nothing_is_linked_to_a_claim_that_was_put_aside(client, amina, claim, suggestion):
    merging.merge(claim=claim, into=make_claim(), reason="The same.", by=make_reviewer())

    response = link(client, suggestion, claim)

    assert response.status_code == 422
    assert "was merged" in response.content.decode()
    assert state_of(suggestion) == "pending"


def test_only_words_of_a_suggested_claim_are_linked_to_another(client, amina, claim):
    suggestion = suggest_link()

    response = link(client, suggestion, claim)

    assert response.status_code == 422
    assert state_of(suggestion) == "pending"
