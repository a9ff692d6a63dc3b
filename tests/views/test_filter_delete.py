import pytest

from claims.models import SavedFilter
from claims.services import filters
from tests.factories import make_analyst

pytestmark = pytest.mark.django_db


def test_a_person_removes_a_filter_and_stays_on_the_list(client):
    alice = make_analyst()
    client.force_login(alice)
    saved = filters.save(name="Mine", query="state=open", by=alice)

    answer = client.post(f"/filters/{saved.pk}/delete/", {"query": "kind=event"})

    assert not SavedFilter.objects.exists()
    assert answer.url == "/claims/?kind=event"


def test_nobody_removes_the_filter_of_another(client):
    saved = filters.save(name="Mine", query="state=open", by=make_analyst("alice"))
    client.force_login(make_analyst("bob"))

    answer = client.post(f"/filters/{saved.pk}/delete/")

    assert answer.status_code == 404
    assert SavedFilter.objects.get() == saved


def test_a_filter_is_removed_by_post_only(client):
    alice = make_analyst()
    client.force_login(alice)
    saved = filters.save(name="Mine", query="state=open", by=alice)

    assert client.get(f"/filters/{saved.pk}/delete/").status_code == 405
    assert SavedFilter.objects.get() == saved
