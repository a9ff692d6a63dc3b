from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from claims.models import NullSearch
from tests.factories import make_analyst, make_claim, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def alice(client):
    person = make_analyst("alice")
    client.force_login(person)
    return person


def address(claim):
    return reverse("claim-null-search", args=[claim.number])


def test_search_that_found_nothing_is_logged(client, alice):
    claim = make_claim()
    assert client.get(address(claim)).context["form"]["up_to"].value() == timezone.localdate()

    answer = client.post(
        address(claim), {"searched": "Muttaqi Kabul, in Dawn", "up_to": "2021-11-12", "note": "Twice"}
    )

    assert (answer.status_code, answer.url) == (302, claim.get_absolute_url())
    search = NullSearch.objects.get()
    assert (search.searched, search.up_to, search.note, search.by) == (
        "Muttaqi Kabul, in Dawn", date(2021, 11, 12), "Twice", alice
    )  # fmt: skip


def test_search_beyond_today_is_refused_and_stays_typed(client, alice):
    claim = make_claim()
    tomorrow = timezone.localdate() + timedelta(days=1)

    answer = client.post(address(claim), {"searched": "<script>alert(1)</script>", "up_to": tomorrow})

    assert answer.status_code == 422
    assert "A search cannot reach beyond today." in answer.text
    assert "&lt;script&gt;alert(1)" in answer.text
    assert not NullSearch.objects.exists()


@pytest.mark.parametrize("sent", [{"searched": " ", "up_to": "2021-11-12"}, {"searched": "Words", "up_to": ""}])
def test_search_must_say_what_and_up_to_when(client, alice, sent):
    assert client.post(address(make_claim()), sent).status_code == 422
    assert not NullSearch.objects.exists()


def test_reader_may_not_log_a_search(client):
    claim = make_claim()
    client.force_login(make_user())

    assert client.post(address(claim), {"searched": "Words", "up_to": "2021-11-12"}).status_code == 403
    assert not NullSearch.objects.exists()
