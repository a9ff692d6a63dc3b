"""A claim just made is taken back from the notice in the reader."""

import pytest
from django.urls import reverse

from claims.models import Claim
from claims.vocabulary import State
from tests.factories import FORETOLD, make_analyst, make_article, make_claim

pytestmark = pytest.mark.django_db


@pytest.fixture
def alice(client):
    person = make_analyst("alice")
    client.force_login(person)
    return person


def test_the_notice_offers_to_undo_and_the_words_are_marked_again(client, alice):
    article = make_article(f"{FORETOLD} soon.")
    said = {"quote": FORETOLD, "near": 0, "statement": FORETOLD, "kind": "event", "speaker_kind": "unattributed"}
    made = client.post(reverse("article-claim", args=[article.pk]), said | {"certainty": "certain"})
    claim = Claim.objects.get()

    page = client.get(made.url)
    answer = client.post(reverse("claim-undo", args=[claim.number]), {"from": f"{article.pk}:"})

    assert f'action="{reverse("claim-undo", args=[claim.number])}"' in page.text
    assert answer.url == f"/articles/{article.pk}/?words=0-{len(FORETOLD)}&at=0"
    assert Claim.objects.get().state == State.REJECTED


def test_elsewhere_undoing_leads_to_the_claim_which_stays_on_record(client, alice):
    claim = make_claim(by=alice)

    answer = client.post(reverse("claim-undo", args=[claim.number]), follow=True)

    assert f"{claim.label} was taken back. It stays on record as rejected." in answer.text


def test_a_claim_of_a_colleague_stays(client, alice):
    claim = make_claim(by=make_analyst("bob"))

    answer = client.post(reverse("claim-undo", args=[claim.number]))

    assert (answer.status_code, Claim.objects.get().state) == (422, State.OPEN)
    assert "was made by bob" in answer.text
