from datetime import date, timedelta

import pytest
from django.utils import timezone

from claims.models import Event, Presence
from claims.reports.live import pulse_of
from claims.reports.seen import Seen, read_seen, seen_now
from claims.services import articles, comments, presence
from claims.vocabulary import Doing, Stance, Standing
from tests.factories import make_analyst, make_article, make_claim, make_link, make_reviewer, make_user, make_version

pytestmark = pytest.mark.django_db


@pytest.fixture
def alice():
    return make_analyst("alice")


@pytest.fixture
def bob():
    return make_reviewer("bob")


def told(thing, since, user):
    return [(line.actor, line.act, line.times) for line in pulse_of(thing, since=since, user=user).lines]


def people(thing, user):
    return [(one.name, str(one.doing.label)) for one in pulse_of(thing, since=seen_now(), user=user).people]


def test_what_a_colleague_links_is_news_in_the_words_of_the_log(alice, bob):
    claim, article = make_claim(), make_article("Muttaqi arrived in Islamabad on Wednesday.")
    since = seen_now()

    make_link(claim, article=article, by=bob, stance=Stance.REFUTES)

    assert told(claim, since, alice) == [("bob", "linked a passage: conflicts", 1)]


def test_ones_own_acts_are_no_news(bob):
    claim, article = make_claim(), make_article("Muttaqi arrived in Islamabad on Wednesday.")
    since = seen_now()

    make_link(claim, article=article, by=bob)

    assert pulse_of(claim, since=since, user=bob).state == ""


def test_what_the_page_shows_already_is_no_news(alice, bob):
    claim = make_claim()
    make_link(claim, by=bob)

    assert pulse_of(claim, since=seen_now(), user=alice).state == ""


def test_what_began_before_the_page_was_read_and_ended_after_it_is_news_once(alice, bob):
    claim = make_claim()
    comments.make(claim=claim, body="Begun first, done last.", by=bob)
    late = Event.objects.latest("pk").pk
    make_link(claim, by=bob)
    since = Seen(seen_now().newest, (late,))

    pulse = pulse_of(claim, since=since, user=alice)

    assert [line.act for line in pulse.lines] == ["commented"]
    assert pulse_of(claim, since=pulse.seen, user=alice).state == ""


def test_keys_that_are_not_on_record_yet_are_awaited():
    make_claim()
    event = Event.objects.latest("pk")
    event.pk += 3
    event.save(force_insert=True)

    seen = seen_now()

    assert seen == Seen(event.pk, (event.pk - 1, event.pk - 2))
    assert read_seen(str(seen)) == seen


def test_what_befalls_another_claim_is_no_news(alice, bob):
    claim, other = make_claim(), make_claim()
    since = seen_now()

    make_link(other, by=bob)

    assert told(claim, since, alice) == []


def test_a_linked_article_that_is_withdrawn_is_news_of_the_claim(alice, bob):
    claim = make_claim()
    article = make_link(claim).passage.article
    since = seen_now()

    articles.set_standing(article=article, standing=Standing.WITHDRAWN, reason="Retracted.", by=bob)

    assert told(claim, since, alice) == [("bob", f"marked “{article}” as withdrawn", 1)]


def test_comments_are_news_and_alike_acts_are_folded(alice, bob):
    claim = make_claim()
    since = seen_now()

    for number in range(3):
        comments.make(claim=claim, body=f"Remark {number}", by=bob)

    assert told(claim, since, alice) == [("bob", "commented", 3)]


def test_the_newest_kinds_of_acts_are_told_and_the_others_counted(alice):
    claim = make_claim()
    since = seen_now()

    for name in ("bea", "ben", "bob", "boz"):
        comments.make(claim=claim, body="A remark", by=make_analyst(name))

    pulse = pulse_of(claim, since=since, user=alice)
    assert ([line.actor for line in pulse.lines], pulse.more) == (["boz", "bob", "ben"], 1)


def test_on_an_article_news_names_the_claim(alice, bob):
    claim, article = make_claim(), make_article("Muttaqi arrived in Islamabad on Wednesday.")
    since = seen_now()

    make_link(claim, article=article, by=bob)

    assert told(article, since, alice) == [("bob", f"linked a passage: supports, {claim.label}", 1)]


def test_a_new_version_of_an_article_is_news_that_nobody_made(alice):
    article = make_article()
    since = seen_now()

    make_version(article, "Muttaqi will not visit Islamabad.")

    assert told(article, since, alice) == [("Factcheck", f"recorded a new version of “{article}”", 1)]


def test_the_number_of_queries_does_not_grow(alice, bob, django_assert_num_queries):
    claim = make_claim()
    since = seen_now()
    alice.may_annotate  # noqa: B018 - what may be done is known from the request
    for number in range(5):
        comments.make(claim=claim, body=f"Remark {number}", by=make_analyst())
        presence.note(on=claim, doing=Doing.READING, by=make_analyst())

    # Whether anything happened, what happened here, who is here.
    with django_assert_num_queries(3):
        pulse_of(claim, since=since, user=alice)


def test_who_acts_stands_before_who_reads(alice, bob):
    claim = make_claim()
    presence.note(on=claim, doing=Doing.READING, by=make_analyst("ann"))
    presence.note(on=claim, doing=Doing.DECIDING, by=bob)
    presence.note(on=claim, doing=Doing.EDITING, by=alice)

    assert people(claim, alice) == [("bob", "is deciding"), ("ann", "is here")]


def test_who_was_last_seen_too_long_ago_is_not_there(alice, bob):
    claim = make_claim()
    presence.note(on=claim, doing=Doing.READING, by=bob)
    Presence.objects.update(seen_at=timezone.now() - timedelta(seconds=46))

    assert people(claim, alice) == []


def test_who_is_at_another_page_is_not_here(alice, bob):
    claim = make_claim()
    presence.note(on=make_claim(), doing=Doing.READING, by=bob)
    presence.note(on=make_article(published_on=date(2021, 11, 8)), doing=Doing.READING, by=bob)

    assert people(claim, alice) == []


def test_a_reader_without_a_role_sees_who_acts_and_nobody_who_reads(bob):
    claim = make_claim()
    presence.note(on=claim, doing=Doing.READING, by=make_analyst("ann"))
    presence.note(on=claim, doing=Doing.DECIDING, by=bob)

    assert people(claim, make_user("reader")) == [("bob", "is deciding")]


def test_who_does_not_show_themselves_sees_nobody(alice, bob):
    claim = make_claim()
    presence.note(on=claim, doing=Doing.DECIDING, by=bob)

    assert people(claim, presence.choose(shows=False, by=alice)) == []


@pytest.mark.parametrize(("name", "initials"), [("bob", "B"), ("Ana Maria Lindqvist", "AL"), ("Ána Öst", "ÁÖ")])
def test_initials_are_of_the_first_and_the_last_name(alice, name, initials):
    claim = make_claim()
    first, _, last = name.partition(" ")
    bob = make_reviewer("bob")
    bob.first_name, bob.last_name = first, last
    bob.save(update_fields=["first_name", "last_name"])
    presence.note(on=claim, doing=Doing.READING, by=bob)

    (colleague,) = pulse_of(claim, since=seen_now(), user=alice).people

    assert (colleague.name, colleague.initials) == (name, initials)
