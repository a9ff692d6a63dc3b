import pytest

from claims.models import SavedFilter
from claims.services import filters
from tests.factories import make_analyst, make_claim

pytestmark = pytest.mark.django_db
URL = "/filters/save/"


@pytest.fixture
def alice(client):
    alice = make_analyst("alice")
    client.force_login(alice)
    return alice


def test_the_filters_of_the_list_are_kept_under_a_name(client, alice):
    answer = client.post(URL, {"name": "Mine", "query": "state=open&owner=alice&page=3&topic="}, follow=True)

    saved = SavedFilter.objects.get()
    assert (saved.user, saved.name, saved.query) == (alice, "Mine", "owner=alice&state=open")
    assert answer.redirect_chain == [("/claims/?owner=alice&state=open", 302)]


def test_a_saved_filter_is_a_chip_that_is_marked_on_its_own_list(client, alice):
    make_claim()
    filters.save(name="Mine", query="owner=alice&state=open", by=alice)
    filters.save(name="Of Bob", query="owner=bob", by=make_analyst("bob"))

    page = client.get("/claims/?state=open&owner=alice").content.decode()

    assert 'href="/claims/?owner=alice&amp;state=open" aria-current="true"' in page
    assert "Of Bob" not in page


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({"name": " ", "query": "state=open"}, "Give the filter a name."),
        ({"name": "Mine", "query": "page=2"}, "Choose what to filter by first."),
        ({"name": "Mine", "query": "next=https://example.org"}, "Choose what to filter by first."),
        ({"name": "N" * 61, "query": "state=open"}, "at most 60 characters"),
        ({"name": "Mine", "query": "q=" + "a" * 1001}, "too long to be kept"),
    ],
)
def test_what_cannot_be_kept_is_refused_with_a_sentence(client, alice, data, sentence):
    answer = client.post(URL, data)

    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not SavedFilter.objects.exists()


def test_a_filter_is_saved_by_post_only(client, alice):
    assert client.get(URL, {"name": "Mine", "query": "state=open"}).status_code == 405
    assert not SavedFilter.objects.exists()
