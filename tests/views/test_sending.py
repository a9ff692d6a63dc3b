"""A form sent twice is acted on once, and both answers lead the same way; another page's form is another act."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.contrib.messages import get_messages
from django.db import connection
from django.test import Client
from django.urls import reverse

from claims.models import Assessment, Claim, Event, SavedFilter
from claims.services import assessments, filters
from tests.factories import make_analyst, make_claim, make_decision, make_link, make_proposal, make_reviewer

pytestmark = pytest.mark.django_db

PARTS = {"statements": "He will fly\nHe will land", "reason": "Two events."}


@pytest.fixture
def rita(client):
    person = make_reviewer("rita")
    client.force_login(person)
    return person


def send(client, name, key, page="one page", **said):
    """Send a form as the page that was masked as `page` does."""
    return client.post(reverse(name, args=[key]), said | {"csrfmiddlewaretoken": page})


def told(answer):
    return [str(message) for message in get_messages(answer.wsgi_request)]


def proposal_on(claim):
    relied_on = list(claim.links.live().exclude(basis="").values_list("pk", flat=True))
    said = {"verdict": "confirmed", "confidence": "high", "rationale": "He came.", "as_of": "2021-11-20"}
    return said | {"relied_on": relied_on, "seen": assessments.last_event(claim)}


def test_a_proposal_sent_twice_is_made_once_and_told_twice(client, rita):
    claim = make_claim()
    make_link(claim)
    said = proposal_on(claim)

    first, second = (send(client, "claim-propose", claim.number, **said) for _ in range(2))

    assert Assessment.objects.count() == 1
    assert first.status_code == second.status_code == 302
    assert first.url == second.url == claim.get_absolute_url()
    assert told(second) == [f"You proposed a verdict on {claim.label}."]


def test_the_same_words_from_a_page_loaded_anew_are_another_act(client, rita):
    claim = make_claim()
    send(client, "claim-split", claim.number, **PARTS)

    send(client, "claim-split", claim.number, page="another page", **PARTS)

    assert Claim.objects.filter(split_from=claim).count() == 4


@pytest.mark.parametrize("name", ["claim-split", "claim-edit", "claim-merge", "claim-open", "claim-reject"])
def test_acts_on_a_claim_are_done_once(client, rita, name):
    claim, other = make_claim(by=rita, opened=name not in ("claim-open", "claim-reject")), make_claim()
    edit = {"statement": "He will go", "kind": "event", "lock_version": claim.lock_version}
    said = {"claim-split": PARTS, "claim-edit": edit, "claim-merge": {"claim": other.number, "reason": "The same."}}
    said = said.get(name, {"reason": "No claim."})
    first = send(client, name, claim.number, **said)
    events = Event.objects.count()

    second = send(client, name, claim.number, **said)

    assert (first.status_code, second.status_code, second.url) == (302, 302, first.url)
    assert Event.objects.count() == events


@pytest.mark.parametrize("name", ["link-withdraw", "link-undo", "proposal-withdraw", "claim-reopen", "filter-delete"])
def test_what_is_taken_back_is_taken_back_once(client, rita, name):
    claim = make_claim()
    link = make_link(claim, by=rita)
    if name == "proposal-withdraw":
        key = make_proposal(claim, by=rita).pk
    elif name == "claim-reopen":
        key = make_decision(claim).claim.number
    elif name == "filter-delete":
        key = filters.save(name="Mine", query="state=open", by=rita).pk
    else:
        key = link.pk
    first = send(client, name, key, reason="A mistake.")
    events = Event.objects.count()

    second = send(client, name, key, reason="A mistake.")

    assert (first.status_code, second.status_code, second.url) == (302, 302, first.url)
    assert (Event.objects.count(), SavedFilter.objects.count()) == (events, 0)


def test_what_was_refused_may_be_sent_again(client, rita):
    claim = make_claim()
    refused = send(client, "claim-reopen", claim.number, reason="News.")
    make_link(claim)
    make_decision(claim)

    accepted = send(client, "claim-reopen", claim.number, reason="News.")

    assert (refused.status_code, accepted.status_code) == (422, 302)


def test_other_words_of_the_same_page_are_another_act(client, rita):
    claim = make_claim()
    send(client, "claim-split", claim.number, **PARTS)

    send(client, "claim-split", claim.number, **PARTS | {"reason": "Otherwise."})

    assert Claim.objects.filter(split_from=claim).count() == 4


def test_what_another_person_sent_is_not_taken_for_ones_own(client, rita):
    claim, alice = make_claim(), Client()
    alice.force_login(make_analyst())
    send(alice, "claim-split", claim.number, **PARTS)

    send(client, "claim-split", claim.number, **PARTS)

    assert Claim.objects.filter(split_from=claim).count() == 4


def test_few_forms_are_remembered(client, rita):
    claim = make_claim()
    for at in range(12):
        send(client, "claim-null-search", claim.number, searched=f"Paper {at}", up_to="2021-11-20")

    assert len(client.session["accepted_forms"]) == 10


@pytest.mark.django_db(transaction=True)
def test_two_sendings_at_the_same_moment_are_one_act():
    claim, rita, barrier = make_claim(), make_reviewer(), Barrier(2)
    client = Client()
    client.force_login(rita)

    def post(_):
        tab = Client()
        tab.cookies = client.cookies
        try:
            barrier.wait()
            return send(tab, "claim-split", claim.number, **PARTS).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(post, range(2)))

    assert answers == [302, 302]
    assert Claim.objects.filter(split_from=claim).count() == 2
