import pytest
from django.utils import timezone

from claims.models import User
from claims.reports.inbox import keys_for, unread_in_menu
from claims.services import comments
from tests.factories import make_analyst, make_claim, make_reviewer

pytestmark = pytest.mark.django_db


@pytest.fixture
def alice(client):
    alice = make_analyst("alice")
    client.force_login(alice)
    return alice


@pytest.fixture
def claim(alice):
    """A claim of Alice on which somebody has said three things."""
    claim, bob = make_claim(by=alice), make_reviewer("bob")
    for number in range(3):
        comments.make(claim=claim, body=f"Remark {number}", by=bob)
    return claim


def unread(person):
    return unread_in_menu(User.objects.get(pk=person.pk))


def test_an_empty_inbox_says_what_comes_here(client, alice):
    page = client.get("/inbox/").text

    assert "Nothing has concerned you yet." in page
    assert "writes @alice in a comment" in page
    assert "You have read everything." in client.get("/inbox/?show=unread").text


def test_the_newest_stands_first_and_the_menu_counts(client, claim):
    page = client.get("/inbox/").text

    assert [page.index(f"Remark {number}") for number in (2, 1, 0)] == sorted(
        page.index(f"Remark {number}") for number in range(3)
    )
    assert '<span class="count">3<span class="visually-hidden"> unread</span></span>' in page


def test_opening_an_item_reads_it_and_lands_on_its_place(client, alice, claim):
    key, *_ = keys_for(alice)

    answer = client.get(f"/inbox/{key}/open/")

    comment = claim.threads.last().comments.get()
    assert answer.url == f"{claim.get_absolute_url()}#comment-{comment.pk}"
    assert unread(alice) == "2"


def test_an_item_is_marked_and_the_way_back_kept(client, alice, claim):
    key, *_ = keys_for(alice)

    answer = client.post(f"/inbox/{key}/mark/", {"read": "1", "show": "unread", "page": "2"})
    assert (answer.url, unread(alice)) == ("/inbox/?show=unread&page=2", "2")
    client.post(f"/inbox/{key}/mark/", {"read": ""})

    assert unread(alice) == "3"


def test_all_that_the_page_showed_is_read_and_undone(client, alice, claim):
    until = client.get("/inbox/").context["until"]
    comments.make(claim=claim, body="Later", by=make_reviewer())

    client.post("/inbox/all-read/", {"until": until.isoformat()})
    assert unread(alice) == "1"
    assert "Undo “all read”" in client.get("/inbox/").text
    client.post("/inbox/undo/")

    assert unread(alice) == "4"


@pytest.mark.parametrize("until", ["", "soon", "2021-11-07", "2021-02-31T00:00:00Z"])
def test_a_moment_that_is_none_marks_nothing(client, alice, claim, until):
    answer = client.post("/inbox/all-read/", {"until": until})

    assert (answer.status_code, unread(alice)) == (422, "3")
    assert "Nothing was marked as read" in answer.text


def test_a_moment_to_come_means_now(client, alice, claim):
    client.post("/inbox/all-read/", {"until": "2999-01-01T00:00:00Z"})

    assert unread(alice) == ""
    assert User.objects.get(pk=alice.pk).inbox_read_at <= timezone.now()


def test_the_inbox_has_pages(client, alice, claim, monkeypatch):
    monkeypatch.setattr("claims.views.inbox.PER_PAGE", 2)

    assert "Remark 0" not in client.get("/inbox/").text
    assert "Remark 0" in client.get("/inbox/?page=2").text
    assert "Remark 0" in client.get("/inbox/?page=99").text


def test_what_is_read_leaves_the_list_of_the_unread(client, alice, claim):
    client.get(f"/inbox/{keys_for(alice)[0]}/open/")

    assert [item.excerpt for item in client.get("/inbox/?show=unread").context["items"]] == ["Remark 1", "Remark 0"]


def test_a_browser_that_fetches_ahead_has_read_nothing(client, alice, claim):
    client.get(f"/inbox/{keys_for(alice)[0]}/open/", headers={"Sec-Purpose": "prefetch;prerender"})

    assert unread(alice) == "3"


@pytest.mark.parametrize("key", ["event-999999", "event-x", "due-1-2021-11-07", "x" * 200])
def test_an_item_that_is_none_is_not_found(client, alice, key):
    assert client.get(f"/inbox/{key}/open/").status_code == 404


def test_a_digest_is_chosen_and_needs_an_address(client, alice):
    answer = client.post("/settings/", {"digest": "daily"})
    assert answer.status_code == 422
    assert "You have no e-mail address here." in answer.text

    User.objects.filter(pk=alice.pk).update(email="alice@desk.example")
    answer = client.post("/settings/", {"digest": "weekdays"})

    assert answer.url == "/settings/"
    assert User.objects.get(pk=alice.pk).digest == "weekdays"


def test_the_settings_say_whether_the_desk_mails(client, alice, settings):
    sentence = "This desk names no mail server"

    assert sentence in client.get("/settings/").text
    settings.EMAIL_HOST, settings.FACTCHECK_URL = "mail.example", "https://desk.example"
    assert sentence not in client.get("/settings/").text
