import uuid

import pytest

from claims.errors import NeedsConfirmation, NotAllowed, Refused, Stale
from claims.models import Comment, Event, Mention, Thread
from claims.services import assessments, comments, people
from claims.vocabulary import Noun, Verb
from tests.factories import (
    make_administrator,
    make_analyst,
    make_claim,
    make_link,
    make_reviewer,
    make_user,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def alice():
    return make_analyst("alice")


@pytest.fixture
def bob():
    return make_reviewer("bob")


def make_comment(by, *, claim=None, body="Is this one origin?", **said):
    return comments.make(claim=claim or make_claim(), body=body, by=by, **said)


def events():
    return list(Event.objects.filter(noun=Noun.COMMENT).order_by("pk").values_list("verb", flat=True))


def test_a_comment_on_a_claim_is_one_event_of_that_claim(alice):
    claim = make_claim()

    comment = make_comment(alice, claim=claim)

    event = Event.objects.get(noun=Noun.COMMENT)
    assert (event.actor, event.verb, event.object_id, event.claim) == (alice, Verb.CREATED, comment.pk, claim)
    assert (event.after["body"], event.at) == ("Is this one origin?", comment.made_at)


def test_a_comment_on_a_passage_is_an_event_of_its_article(alice):
    passage = make_link(make_claim()).passage

    comments.make(passage=passage, body="Who says so?", by=alice)

    assert Event.objects.get(noun=Noun.COMMENT).article == passage.article
    assert Thread.objects.get().passage == passage


def test_a_reply_stands_in_the_thread(alice, bob):
    first = make_comment(alice)

    reply = comments.reply(thread=first.thread, body="It is.", by=bob)

    assert list(first.thread.comments.all()) == [first, reply]
    assert events() == [Verb.CREATED, Verb.CREATED]


def test_a_reader_can_only_read(alice):
    reader, comment = make_user(), make_comment(alice)
    acts = [
        lambda: make_comment(reader),
        lambda: comments.reply(thread=comment.thread, body="So?", by=reader),
        lambda: comments.correct(comment=comment, body="So.", by=reader),
        lambda: comments.withdraw(comment=comment, by=reader),
        lambda: comments.settle(thread=comment.thread, done=True, by=reader),
    ]

    for act in acts:
        with pytest.raises(NotAllowed):
            act()

    assert events() == [Verb.CREATED]


@pytest.mark.parametrize("body", ["", " \r\n\t", "\x00", None])
def test_nothing_is_no_comment(alice, body):
    with pytest.raises(Refused, match="Write something first"):
        make_comment(alice, body=body)

    assert not Thread.objects.exists()


def test_what_a_record_cannot_hold_is_left_out(alice):
    comment = make_comment(alice, body=" One\r\ntwo\x00 \ud800three ")

    comment.refresh_from_db()
    assert comment.body == "One\ntwo three"


def test_a_comment_has_a_greatest_length_counted_as_it_is_stored(alice):
    make_comment(alice, body="x\r\n" * 1999 + "xx")

    with pytest.raises(Refused, match="at most 4,000 characters; this one has 4,001"):
        make_comment(alice, body="x" * 4001)

    assert len(Comment.objects.get().body) == 4000


def test_what_one_form_sends_twice_is_made_once(alice):
    claim, token = make_claim(), uuid.uuid4()

    first, second = (make_comment(alice, claim=claim, token=token) for _ in range(2))

    assert first == second
    assert events() == [Verb.CREATED]


def test_what_one_form_sends_twice_as_a_reply_is_made_once(alice):
    thread, token = make_comment(alice).thread, uuid.uuid4()

    first, second = (comments.reply(thread=thread, body="And?", by=alice, token=token) for _ in range(2))

    assert first == second
    assert thread.comments.count() == 2


def test_a_form_sent_again_with_other_words_is_another_comment(alice):
    claim, token = make_claim(), uuid.uuid4()
    make_comment(alice, claim=claim, token=token)

    make_comment(alice, claim=claim, token=token, body="Or two?")

    assert list(Comment.objects.values_list("body", flat=True)) == ["Is this one origin?", "Or two?"]


def test_people_are_mentioned_by_user_name_or_name_whatever_the_case(alice, bob):
    carla = make_user("cm", "Analyst", first_name="Carla", last_name="Meier")

    comment = make_comment(alice, body="@BOB, @carla and @Carla.Meier: look. Mail to x@bob is none.")

    told = comment.mentions.order_by("name").values_list("name", "person")
    assert list(told) == [("bob", bob.pk), ("carla", carla.pk), ("carla.meier", carla.pk)]


def test_an_unknown_name_is_said_and_nothing_saved(alice):
    with pytest.raises(NeedsConfirmation, match="Nobody here is called @nemo") as refused:
        make_comment(alice, body="@nemo and @nobody, look.")

    assert len(refused.value.warnings) == 2
    assert not Thread.objects.exists()


def test_an_ambiguous_name_is_said_with_whom_it_may_mean(alice):
    for username in ("ana1", "ana2"):
        make_user(username, first_name="Ana", last_name=username[-1])

    with pytest.raises(NeedsConfirmation, match=r"@ana may mean Ana 1 \(@ana1\) or Ana 2 \(@ana2\)"):
        make_comment(alice, body="@ana, look.")

    assert not Mention.objects.exists()


def test_a_user_name_goes_before_the_names_of_others(alice):
    ana = make_user("ana")
    make_user("other", first_name="Ana")

    comment = make_comment(alice, body="@ana, look.")

    assert comment.mentions.get().person == ana


def test_who_is_not_active_cannot_be_mentioned(alice, bob):
    people.change(user=bob, by=make_administrator(), is_active=False)

    with pytest.raises(NeedsConfirmation, match="@bob is not active here any more and cannot be mentioned"):
        make_comment(alice, body="@bob, look.")

    assert not Thread.objects.exists()


def test_a_name_that_is_none_can_stay_a_word(alice, bob):
    comment = make_comment(alice, body="@AFP says so, @bob.", acknowledged=True)

    assert [mention.person for mention in comment.mentions.all()] == [bob]


def test_a_correction_is_a_new_version_beside_the_old(alice):
    old = make_comment(alice)

    new = comments.correct(comment=old, body="Are these two origins?", by=alice)
    newest = comments.correct(comment=new, body="Are these three origins?", by=alice)

    assert [row.body for row in Comment.objects.order_by("pk")] == [old.body, new.body, newest.body]
    assert (newest.first, newest.supersedes, newest.thread) == (old, new, old.thread)
    event = Event.objects.latest("pk")
    assert (event.verb, event.before["body"], event.after["body"]) == (Verb.CHANGED, new.body, newest.body)


def test_only_its_author_corrects_a_comment(alice, bob):
    comment = make_comment(alice)

    for other in (bob, make_administrator()):
        with pytest.raises(Refused, match="Only alice can correct this comment"):
            comments.correct(comment=comment, body="No.", by=other)

    assert events() == [Verb.CREATED]


def test_a_correction_changes_something(alice):
    comment = make_comment(alice)

    with pytest.raises(Refused, match="Nothing was changed"):
        comments.correct(comment=comment, body=f" {comment.body}\r\n", by=alice)


def test_a_version_that_was_corrected_meanwhile_is_stale(alice):
    comment = make_comment(alice)
    comments.correct(comment=comment, body="Are these two?", by=alice)

    with pytest.raises(Stale):
        comments.correct(comment=comment, body="Are these three?", by=alice)

    assert Comment.objects.count() == 2


def test_a_withdrawn_comment_keeps_what_it_said_in_every_version(alice):
    old = make_comment(alice)
    new = comments.correct(comment=old, body="Are these two?", by=alice)

    comments.withdraw(comment=new, by=alice)

    rows = Comment.objects.order_by("pk").values_list("body", "withdrawn_by")
    assert list(rows) == [(old.body, alice.pk), ("Are these two?", alice.pk)]
    assert events() == [Verb.CREATED, Verb.CHANGED, Verb.WITHDRAWN]


def test_an_author_or_an_administrator_withdraws_a_comment(alice, bob):
    comment, admin = make_comment(alice), make_administrator()

    with pytest.raises(Refused, match="Only alice or an administrator"):
        comments.withdraw(comment=comment, by=bob)
    assert comments.withdraw(comment=comment, by=admin).withdrawn_by == admin


def test_what_was_withdrawn_is_not_touched_again(alice):
    comment = comments.withdraw(comment=make_comment(alice), by=alice)

    with pytest.raises(Refused, match="withdrawn already"):
        comments.withdraw(comment=comment, by=alice)
    with pytest.raises(Refused, match="withdrawn already"):
        comments.correct(comment=comment, body="No.", by=alice)

    assert events() == [Verb.CREATED, Verb.WITHDRAWN]


def test_a_thread_is_done_and_opened_again_by_anybody_who_may_comment(alice, bob):
    thread = make_comment(alice).thread

    thread = comments.settle(thread=thread, done=True, by=bob)
    assert (thread.is_done, thread.done_by) == (True, bob)
    comments.settle(thread=thread, done=True, by=alice)
    thread = comments.settle(thread=thread, done=False, by=alice)

    assert (thread.is_done, thread.done_by) == (False, None)
    assert events() == [Verb.CREATED, Verb.SETTLED, Verb.REOPENED]


def test_a_thread_that_is_done_takes_no_reply(alice):
    thread = comments.settle(thread=make_comment(alice).thread, done=True, by=alice)

    with pytest.raises(Refused, match="Open it again before you reply"):
        comments.reply(thread=thread, body="But.", by=alice)

    assert thread.comments.count() == 1


def test_talk_about_a_claim_is_no_news_of_its_evidence(alice, bob):
    claim = make_claim()
    make_link(claim)
    seen = assessments.last_event(claim)

    make_comment(bob, claim=claim)

    assert assessments.last_event(claim) == seen
