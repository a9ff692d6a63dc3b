import pytest
from django.utils import timezone

from claims.reports.comments import Place, comment_counts, talk_about
from claims.services import comments
from tests.factories import make_analyst, make_claim, make_link, make_reviewer

pytestmark = pytest.mark.django_db


@pytest.fixture
def alice():
    return make_analyst("alice")


@pytest.fixture
def claim():
    return make_claim()


def say(claim, by, body="Is this one origin?"):
    return comments.make(claim=claim, body=body, by=by)


def said(talk):
    """Return what the open threads say: (first comment, replies) of each."""
    return [(words(one.first), [words(reply) for reply in one.replies]) for one in talk.open]


def words(remark):
    return "".join(part.text for part in remark.current.parts)


def test_threads_stand_oldest_first_with_their_replies(alice, claim):
    first, _ = say(claim, alice), say(claim, alice, "And this?")
    comments.reply(thread=first.thread, body="It is.", by=alice)
    say(make_claim(), alice, "Of another claim")

    talk = talk_about(Place(claim=claim))

    assert said(talk) == [("Is this one origin?", ["It is."]), ("And this?", [])]
    assert talk.count == 3


def test_a_corrected_comment_keeps_its_place_and_its_versions(alice, claim):
    first = say(claim, alice)
    reply = comments.reply(thread=first.thread, body="It is.", by=alice)
    new = comments.correct(comment=first, body="Are these two origins?", by=alice)

    (exchange,) = talk_about(Place(claim=claim)).open

    assert said(talk_about(Place(claim=claim))) == [("Are these two origins?", ["It is."])]
    assert (exchange.first.pk, [version.pk for version in exchange.first.earlier]) == (new.pk, [first.pk])
    assert exchange.replies[0].pk == reply.pk


def test_a_withdrawn_comment_stands_but_does_not_count(alice, claim):
    comments.withdraw(comment=say(claim, alice), by=alice)

    talk = talk_about(Place(claim=claim))

    assert (len(talk.open), talk.open[0].first.withdrawn_by, talk.count) == (1, alice, 0)


def test_threads_that_are_done_stand_apart(alice, claim):
    comments.settle(thread=say(claim, alice).thread, done=True, by=alice)

    talk = talk_about(Place(claim=claim))

    assert (len(talk.open), len(talk.done), talk.count) == (0, 1, 1)


def test_the_past_shows_what_was_on_record_then(alice, claim):
    first = say(claim, alice)
    thread = comments.settle(thread=first.thread, done=True, by=alice)
    then = timezone.now()
    comments.settle(thread=thread, done=False, by=alice)
    new = comments.correct(comment=first, body="Are these two origins?", by=alice)
    comments.withdraw(comment=new, by=alice)
    say(claim, alice, "Made later")

    talk = talk_about(Place(claim=claim), recorded_by=then)

    (exchange,) = talk.done
    assert (words(exchange.first), exchange.first.withdrawn_at) == ("Is this one origin?", None)
    assert (exchange.thread.done_by, talk.open, talk.count) == (alice, (), 1)


def test_addresses_claims_and_people_become_links_and_nothing_else(alice, claim):
    other = make_claim(statement="Muttaqi will return")
    make_reviewer("bob")
    body = f"@bob {other.label} C-999 @nemo https://x.example/a <b>"
    comments.make(claim=claim, body=body, by=alice, acknowledged=True)

    (exchange,) = talk_about(Place(claim=claim)).open

    links = {part.text: (part.url, part.title) for part in exchange.first.current.parts if part.url}
    assert links == {
        "@bob": ("/claims/?owner=bob", "Claims of bob"),
        other.label: (other.get_absolute_url(), "Muttaqi will return"),
        "https://x.example/a": ("https://x.example/a", ""),
    }
    assert words(exchange.first) == body


def test_comments_on_passages_are_counted_in_one_query(alice, claim, django_assert_num_queries):
    passage, quiet = make_link(claim).passage, make_link(claim).passage
    first = comments.make(passage=passage, body="Who says so?", by=alice)
    comments.correct(comment=first, body="Who says it?", by=alice)
    comments.reply(thread=first.thread, body="Nobody.", by=alice)
    comments.withdraw(comment=comments.reply(thread=first.thread, body="Hm.", by=alice), by=alice)

    with django_assert_num_queries(1):
        assert comment_counts([passage.pk, quiet.pk]) == {passage.pk: 2}
    assert comment_counts([passage.pk], recorded_by=first.made_at) == {passage.pk: 1}


def test_queries_do_not_grow_with_the_comments(alice, claim, django_assert_num_queries):
    def fill():
        for _ in range(2):
            thread = say(claim, alice, f"@alice {claim.label}").thread
            comments.reply(thread=thread, body=f"@alice {claim.label}", by=alice)
            comments.settle(thread=say(claim, alice).thread, done=True, by=alice)

    fill()
    with django_assert_num_queries(3):
        talk_about(Place(claim=claim))
    fill()
    with django_assert_num_queries(3):
        talk_about(Place(claim=claim))
