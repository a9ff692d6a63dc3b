"""A link just made is taken back."""

from datetime import timedelta

import pytest
from django.utils import timezone

from claims.models import Event
from claims.services import links
from claims.vocabulary import Verb
from tests.factories import ARRIVED, make_analyst, make_article, make_claim, make_link, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def analyst(client):
    person = make_analyst()
    client.force_login(person)
    return person


def undo(client, link, **sent):
    return client.post(f"/links/{link.pk}/undo/", sent)


def test_undone_link_is_withdrawn_on_record_and_the_log_says_so(client, analyst):
    link = make_link(make_claim(), by=analyst)

    response = undo(client, link)

    link.refresh_from_db()
    assert response.status_code == 302
    assert (link.withdrawn_by, link.withdrawn_reason) == (analyst, links.UNDONE)
    event = Event.objects.filter(claim=link.claim).latest("pk")
    assert (event.verb, event.actor, event.reason) == (Verb.WITHDRAWN, analyst, links.UNDONE)


def test_in_the_article_the_words_are_marked_again(client, analyst):
    link = make_link(make_claim(), by=analyst)

    response = undo(client, link, **{"from": f"{link.passage.article_id}:"})

    assert response.url == f"/articles/{link.passage.article_id}/?words=0-{len(ARRIVED)}&at=0"


def test_what_stands_beside_the_article_stays_there(client, analyst):
    link = make_link(make_claim(), by=analyst)
    there, words = link.passage.article_id, f"0-{len(ARRIVED)}"
    here = make_article().pk

    beside_it = undo(client, link, **{"from": f"{here}:article-{there}"}).url

    assert beside_it == f"/articles/{here}/?beside=article-{there}&b-words={words}&b-at=0"


@pytest.mark.parametrize("said", ["article", "٣:article-1", "99999999999:claim-5", ":", "1:article-x"])
def test_undoing_leads_to_the_words_whatever_is_said_of_the_page(client, analyst, said):
    link = make_link(make_claim(), by=analyst)

    response = undo(client, link, **{"from": said})

    assert response.url.startswith(f"/articles/{link.passage.article_id}/?")
    assert f"words=0-{len(ARRIVED)}&at=0" in response.url


def test_undone_link_cannot_be_undone_again(client, analyst):
    link = make_link(make_claim(), by=analyst)
    undo(client, link)
    count = Event.objects.count()

    response = undo(client, link)

    assert response.status_code == 422
    assert "withdrawn already" in response.content.decode()
    assert Event.objects.count() == count


def test_link_of_another_person_stays(client, analyst):
    link = make_link(make_claim())

    response = undo(client, link)

    link.refresh_from_db()
    assert response.status_code == 422
    assert "only they can undo it" in response.content.decode()
    assert link.is_live


def test_link_made_long_ago_stays(client, analyst, monkeypatch):
    link = make_link(make_claim(), by=analyst)
    later = timezone.now() + links.UNDO_WITHIN + timedelta(seconds=1)
    monkeypatch.setattr("claims.services.links.timezone.now", lambda: later)

    with pytest.raises(links.Refused, match="too long ago to be undone"):
        links.undo(link=link, by=analyst)

    link.refresh_from_db()
    assert link.is_live


def test_person_without_role_is_refused(client):
    client.force_login(make_user())
    link = make_link(make_claim())

    assert undo(client, link).status_code == 403


def test_page_after_saving_offers_the_undoing_once(client, analyst):
    link = make_link(make_claim(), by=analyst)
    claim = link.claim
    undo(client, link)
    sent = {"quote": ARRIVED, "claim": claim.number, "stance": "context", "speaker_kind": "unattributed"}
    article = link.passage.article

    answer = client.post(f"/articles/{article.pk}/evidence/", sent | {"certainty": "uncommitted"}, follow=True)

    made = claim.links.latest("pk")
    page = answer.content.decode()
    assert f"Linked to {claim.label} as: context." in page
    assert f'action="/links/{made.pk}/undo/"' in page
    assert "/undo/" not in client.get(article.get_absolute_url()).content.decode()
