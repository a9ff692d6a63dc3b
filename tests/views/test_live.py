import pytest

from claims.models import Presence, User
from claims.reports.seen import seen_now
from claims.services import comments, presence
from claims.vocabulary import Doing
from tests.factories import make_analyst, make_article, make_claim, make_link, make_proposal, make_reviewer

pytestmark = pytest.mark.django_db


@pytest.fixture
def alice(client):
    alice = make_analyst("alice")
    client.force_login(alice)
    return alice


@pytest.fixture
def bob():
    return make_reviewer("bob")


@pytest.fixture
def claim(alice):
    return make_claim(by=alice)


def pulse(client, thing, *, since=None, **asked):
    since = seen_now() if since is None else since
    return client.get(f"{thing.get_absolute_url()}pulse/", {"since": since, **asked})


def test_without_news_the_answer_is_empty_and_cheap(client, claim, django_assert_max_num_queries):
    since = seen_now()
    pulse(client, claim, doing="reading")  # notes the presence, which is not written again

    # The session, the person, what they may do (two), the claim, their presence, that of others, the events.
    with django_assert_max_num_queries(8):
        answer = pulse(client, claim, doing="reading", since=since)

    assert (answer.status_code, answer.content, answer.templates) == (204, b"", [])
    assert "no-store" in answer["Cache-Control"]
    assert not answer.cookies


def test_news_are_told_once(client, claim, bob):
    since = seen_now()
    comments.make(claim=claim, body="One origin?", by=bob)

    answer = pulse(client, claim, since=since)

    assert "<b>bob</b> commented" in answer.text
    state = f"{seen_now()}"
    assert f'data-state="{state}" data-seen="{state}"' in answer.text
    assert pulse(client, claim, since=since, shown=state).status_code == 204


def test_who_may_not_decide_is_not_said_to_be_deciding(client, alice, claim, bob):
    pulse(client, claim, doing="deciding")
    client.force_login(bob)
    pulse(client, claim, doing="deciding")

    assert [(one.user, one.doing) for one in Presence.objects.all()] == [(bob, Doing.DECIDING)]


def test_a_colleague_is_shown_and_who_asks_is_noted(client, alice, claim, bob):
    presence.note(on=claim, doing=Doing.DECIDING, by=bob)

    answer = pulse(client, claim, doing="reading")

    assert "bob</span> is deciding" in answer.text
    assert Presence.objects.get(user=alice).doing == Doing.READING


def test_when_a_colleague_leaves_the_page_is_told(client, claim, bob):
    presence.note(on=claim, doing=Doing.READING, by=bob)
    shown = f"0.{bob.pk}r"
    assert pulse(client, claim, shown=shown).status_code == 204

    Presence.objects.all().delete()

    answer = pulse(client, claim, shown=shown)
    assert (answer.status_code, "presence" in answer.text) == (200, False)


@pytest.mark.parametrize("doing", ["", "sleeping", "'"])
def test_what_nobody_does_is_not_noted(client, claim, doing):
    assert pulse(client, claim, doing=doing).status_code == 204

    assert not Presence.objects.exists()


@pytest.mark.parametrize("since", ["", "x", "-1", "²", "9" * 40])
def test_after_what_is_no_event_nothing_is_new(client, claim, since):
    assert pulse(client, claim, since=since).status_code == 204


def test_an_article_has_a_pulse_too(client, alice, bob):
    article = make_article()
    presence.note(on=article, doing=Doing.LINKING, by=bob)

    assert "bob</span> is linking" in pulse(client, article).text


@pytest.mark.parametrize("path", ["/claims/99/pulse/", "/articles/99/pulse/"])
def test_what_is_not_there_has_no_pulse(client, alice, path):
    assert client.get(path).status_code == 404


def test_a_page_asks_for_what_comes_after_it(client, claim):
    page = client.get(claim.get_absolute_url()).text

    assert f'data-url="{claim.get_absolute_url()}pulse/" data-since="{seen_now()}"' in page
    assert 'data-doing="reading" data-seconds="15"' in page


@pytest.mark.parametrize(
    ("path", "doing"),
    [("edit", "editing"), ("evidence", "linking"), ("propose", "proposing"), ("decide", "deciding")],
)
def test_a_form_tells_what_is_done_with_it(client, bob, path, doing):
    claim = make_claim()
    make_link(claim)
    make_proposal(claim)
    client.force_login(bob)

    assert f'data-doing="{doing}"' in client.get(f"{claim.get_absolute_url()}{path}/").text


def test_articles_and_their_forms_have_a_pulse(client, alice):
    article = make_article()

    pages = [client.get(f"{article.get_absolute_url()}{path}").text for path in ("", "edit/", "standing/")]

    assert [page.count(f'data-url="{article.get_absolute_url()}pulse/"') for page in pages] == [1, 1, 1]


def test_a_page_of_the_past_has_no_pulse(client, claim):
    assert 'id="live"' not in client.get(f"{claim.get_absolute_url()}?as_of=2021-11-08").text


def test_presence_is_switched_off_in_the_settings(client, alice, claim, bob):
    presence.note(on=claim, doing=Doing.DECIDING, by=bob)

    client.post("/settings/", {"digest": "never"})

    assert not User.objects.get(pk=alice.pk).shows_presence
    assert pulse(client, claim, doing="reading").status_code == 204
    assert 'name="shows_presence"' in client.get("/settings/").text
