import uuid
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from claims.models import Comment, Thread
from claims.services import comments
from tests.factories import make_analyst, make_article, make_claim, make_link, make_reviewer, make_user

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


@pytest.fixture
def alice(client):
    """An analyst who is logged in."""
    alice = make_analyst("alice")
    client.force_login(alice)
    return alice


@pytest.fixture
def bob():
    return make_reviewer("bob")


@pytest.fixture
def claim():
    return make_claim()


def address(claim):
    return f"{claim.get_absolute_url()}comments/"


def test_a_comment_is_made_and_shown_on_the_claim(client, alice, claim):
    answer = client.post(address(claim), {"body": "See https://x.example/?a=<b>\r\nand C-1", "token": uuid.uuid4()})

    comment = Comment.objects.get()
    assert (answer.status_code, answer.url) == (302, f"{claim.get_absolute_url()}#comment-{comment.pk}")
    page = client.get(claim.get_absolute_url()).text
    assert f'id="comment-{comment.pk}"' in page
    assert (
        '<a href="https://x.example/?a=" rel="noopener noreferrer nofollow">https://x.example/?a=</a>&lt;b&gt;'
        in page
    )
    assert '<h2>Comments <span class="count">1</span></h2>' in page


def test_htmx_gets_the_comments_with_a_fresh_form(client, alice, claim):
    answer = client.post(address(claim), {"body": "One origin?", "token": uuid.uuid4()}, headers=HTMX)

    assert answer.status_code == 200
    assert "HX-Request" in answer.headers["Vary"]
    assert answer.text.lstrip().startswith("<section")
    assert f'data-made="comment-{Comment.objects.get().pk}"' in answer.text
    assert answer.context["talk_form"]["body"].value() is None


def test_a_reply_is_made_in_its_thread(client, alice, bob, claim):
    thread = comments.make(claim=claim, body="One origin?", by=bob).thread

    client.post(address(claim), {"body": "Two.", "thread": thread.pk})

    assert [comment.body for comment in thread.comments.all()] == ["One origin?", "Two."]


@pytest.mark.parametrize("thread", ["0", "999", "x", "9" * 30])
def test_a_reply_to_no_thread_of_this_claim_is_not_found(client, alice, bob, claim, thread):
    comments.make(claim=make_claim(), body="Elsewhere", by=bob)

    assert client.post(address(claim), {"body": "Two.", "thread": thread}).status_code == 404


def test_a_refused_comment_stays_typed(client, alice, claim):
    body = "<script>" + "x" * 4000

    for headers in ({}, HTMX):
        answer = client.post(address(claim), {"body": body}, headers=headers)

        assert answer.status_code == 422
        assert "A comment has at most 4,000 characters; this one has 4,008." in answer.text
        assert "&lt;script&gt;xxx" in answer.text
    assert not Comment.objects.exists()


def test_a_refused_reply_stays_typed_in_its_thread(client, alice, bob, claim):
    threads = [comments.make(claim=claim, body="One origin?", by=bob).thread for _ in range(2)]

    answer = client.post(address(claim), {"body": "@nemo?", "thread": threads[1].pk}, headers=HTMX)

    typed = [form["body"].value() for _, form in answer.context["talk_threads"]]
    assert (answer.status_code, typed) == (422, [None, "@nemo?"])
    assert answer.context["talk_form"]["body"].value() is None


def test_an_unknown_name_is_said_and_can_stay_a_word(client, alice, claim):
    answer = client.post(address(claim), {"body": "@AFP says so."})
    assert answer.status_code == 422
    assert "Nobody here is called @afp." in answer.text

    client.post(address(claim), {"body": "@AFP says so.", "acknowledge": "on"})

    assert Comment.objects.get().body == "@AFP says so."


def test_comments_on_a_passage_are_counted_on_the_cards_of_claim_and_article(client, alice, claim):
    passage = make_link(claim).passage
    address = f"/passages/{passage.pk}/comments/"

    answer = client.post(address, {"body": "Who says so?"})

    assert answer.url == f"{address}#comment-{Comment.objects.get().pk}"
    for page in (claim.get_absolute_url(), f"{passage.article.get_absolute_url()}?panel=claim-{claim.number}"):
        assert 'Comments <span class="count">1</span>' in client.get(page).text
    assert passage.exact in client.get(address).text


def test_a_reader_reads_and_is_told_why_not_more(client, bob, claim):
    comments.make(claim=claim, body="One origin?", by=bob)
    client.force_login(make_user())

    page = client.get(claim.get_absolute_url()).text

    assert "One origin?" in page
    assert "Only analysts and reviewers can do this." in page
    assert 'name="body"' not in page


def test_the_past_shows_what_was_said_by_then_and_offers_nothing(client, alice, bob, claim):
    passage = make_link(claim).passage
    comments.make(claim=claim, body="Then", by=bob)
    comments.make(passage=passage, body="Then too", by=bob)
    then = timezone.now() + timedelta(hours=1)
    with time_machine.travel(then + timedelta(hours=1)):
        comments.make(claim=claim, body="Later", by=bob)
        comments.make(passage=passage, body="Later too", by=bob)
        moment = {"recorded_by": timezone.localtime(then).isoformat()[:19]}
        on_claim = client.get(claim.get_absolute_url(), moment).text
        on_passage = client.get(f"/passages/{passage.pk}/comments/", moment).text

    assert f'/passages/{passage.pk}/comments/?recorded_by={moment["recorded_by"]}"' in on_claim
    for page in (on_claim, on_passage):
        assert ('name="body"' in page, "Then" in page, "Later" in page) == (False, True, False)


def test_an_author_corrects_a_comment(client, alice, claim):
    comment = comments.make(claim=claim, body="One origin?", by=alice)
    url = f"/comments/{comment.pk}/correct/"
    assert "One origin?" in client.get(url).text

    answer = client.post(url, {"body": "Two origins?"})

    newest = Comment.objects.latest("pk")
    assert answer.url == f"{claim.get_absolute_url()}#comment-{newest.pk}"
    page = client.get(claim.get_absolute_url()).text
    assert "Before it was corrected" in page
    assert f'<span id="comment-{comment.pk}"></span>' in page


def test_a_stale_correction_is_refused_with_what_was_typed(client, alice, claim):
    comment = comments.make(claim=claim, body="One origin?", by=alice)
    comments.correct(comment=comment, body="Two?", by=alice)

    answer = client.post(f"/comments/{comment.pk}/correct/", {"body": "Three?"})

    assert answer.status_code == 409
    assert "This comment was corrected meanwhile." in answer.text
    assert "Three?" in answer.text


def test_a_withdrawn_comment_says_so_in_place(client, alice, claim):
    comment = comments.make(claim=claim, body="Wrong claim", by=alice)
    assert "Wrong claim" in client.get(f"/comments/{comment.pk}/withdraw/").text

    client.post(f"/comments/{comment.pk}/withdraw/")

    page = client.get(claim.get_absolute_url()).text
    assert "Withdrawn by alice" in page
    assert "Wrong claim" in page
    assert f"/comments/{comment.pk}/correct/" not in page


@pytest.mark.parametrize("written", ["{}", "0{}"])
def test_a_reply_to_a_thread_that_was_just_marked_as_done_comes_back_with_the_refusal(
    client, alice, bob, claim, written
):
    thread = comments.make(body="One origin?", claim=claim, by=bob).thread
    comments.settle(thread=thread, done=True, by=bob)

    answer = client.post(address(claim), {"body": "No, two.", "thread": written.format(thread.pk)}, headers=HTMX)

    assert answer.status_code == 422
    [(_, form)] = answer.context["talk_done"]
    assert form["body"].value() == "No, two."
    assert "Open it again before you reply." in answer.text
    assert '<details class="fold" open><summary>Done (1)' in answer.text
    assert Comment.objects.count() == 1


def test_a_thread_is_marked_as_done_and_opened_again(client, alice, bob, claim):
    thread = comments.make(claim=claim, body="One origin?", by=bob).thread
    url = f"/threads/{thread.pk}/done/"

    assert client.post(url, {"done": "1"}).url == f"{claim.get_absolute_url()}#thread-{thread.pk}"
    assert Thread.objects.get().is_done
    answer = client.post(url, headers=HTMX)

    assert not Thread.objects.get().is_done
    assert f'data-made="thread-{thread.pk}"' in answer.text


def test_people_are_found_by_how_a_name_begins(client, alice, bob):
    make_user("cm", first_name="Carla", last_name="Meier")
    make_user("gone", first_name="Carl", is_active=False)

    def found(typed):
        return [one["username"] for one in client.get("/people/lookup/", {"q": typed}).json()["people"]]

    assert (found("CAR"), found("meier"), found("b"), found("x")) == (["cm"], ["cm"], ["bob"], [])
    assert found("") == ["alice", "bob", "cm"]


def test_pages_ask_as_often_however_much_is_said(client, alice, claim, django_assert_max_num_queries):
    article = make_article()
    links = [make_link(claim) for _ in range(2)]

    def say():
        for link in links:
            comments.make(passage=link.passage, body=f"@alice {claim.label}", by=alice)
        comments.make(claim=claim, body=f"@alice {claim.label}", by=alice)

    def count(url):
        with django_assert_max_num_queries(99) as queries:
            client.get(url)
        return len(queries)

    say()
    urls = [claim.get_absolute_url(), links[0].passage.article.get_absolute_url(), article.get_absolute_url()]
    before = [count(url) for url in urls]
    say()

    assert [count(url) for url in urls] == before
