from datetime import timedelta

import pytest
from django.db import connection, connections, transaction
from django.utils import timezone

from claims.models import Event, Presence
from claims.services import presence
from claims.vocabulary import Doing
from tests.factories import make_analyst, make_article, make_claim, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def clock(time_machine):
    time_machine.move_to("2026-01-05T12:00:00Z", tick=False)
    return time_machine


@pytest.fixture
def bob():
    return make_analyst("bob")


@pytest.fixture
def claim():
    return make_claim()


def seen(thing):
    """Return what is noted at `thing`: (who, what they do, seconds since they were seen)."""
    now = timezone.now()
    return [(str(row.user), row.doing, (now - row.seen_at).seconds) for row in Presence.objects.on(thing)]


def test_a_person_stands_once_at_each_thing(clock, bob, claim):
    article = make_article()

    presence.note(on=claim, doing=Doing.READING, by=bob)
    presence.note(on=claim, doing=Doing.DECIDING, by=bob)
    presence.note(on=article, doing=Doing.LINKING, by=bob)

    assert (seen(claim), seen(article)) == ([("bob", "deciding", 0)], [("bob", "linking", 0)])


def test_presence_is_no_record(bob, claim):
    before = Event.objects.count()

    presence.note(on=claim, doing=Doing.DECIDING, by=bob)

    assert Event.objects.count() == before


def test_what_was_just_noted_is_not_written_again(clock, bob, claim, django_assert_num_queries):
    presence.note(on=claim, doing=Doing.READING, by=bob)
    clock.shift(timedelta(seconds=14))

    with django_assert_num_queries(1):
        presence.note(on=claim, doing=Doing.READING, by=bob)

    assert seen(claim) == [("bob", "reading", 14)]


def test_it_is_written_again_after_an_interval(clock, bob, claim):
    presence.note(on=claim, doing=Doing.READING, by=bob)
    clock.shift(timedelta(seconds=15))

    presence.note(on=claim, doing=Doing.READING, by=bob)

    assert seen(claim) == [("bob", "reading", 0)]


def test_a_window_in_which_one_reads_does_not_hide_another_in_which_one_acts(clock, bob, claim):
    presence.note(on=claim, doing=Doing.DECIDING, by=bob)
    clock.shift(timedelta(seconds=44))

    presence.note(on=claim, doing=Doing.READING, by=bob)

    assert seen(claim) == [("bob", "deciding", 44)]


def test_who_does_not_act_any_more_reads(clock, bob, claim):
    presence.note(on=claim, doing=Doing.DECIDING, by=bob)
    clock.shift(timedelta(seconds=45))

    presence.note(on=claim, doing=Doing.READING, by=bob)

    assert seen(claim) == [("bob", "reading", 0)]


def test_who_is_not_seen_again_is_forgotten(clock, bob, claim):
    presence.note(on=claim, doing=Doing.READING, by=bob)
    clock.shift(timedelta(seconds=45))

    presence.note(on=make_claim(), doing=Doing.READING, by=make_analyst("ann"))

    assert seen(claim) == []


def test_who_has_no_role_is_not_noted(claim):
    presence.note(on=claim, doing=Doing.READING, by=make_user("reader"))

    assert seen(claim) == []


def test_switched_off_a_person_is_forgotten_at_once_and_not_noted_again(bob, claim):
    presence.note(on=claim, doing=Doing.READING, by=bob)

    bob = presence.choose(shows=False, by=bob)
    presence.note(on=claim, doing=Doing.READING, by=bob)

    assert seen(claim) == []
    told = Event.objects.latest("pk")
    assert (told.actor, told.before, told.after) == (bob, {"shows_presence": True}, {"shows_presence": False})


def test_a_choice_that_changes_nothing_is_no_event(bob):
    before = Event.objects.count()

    presence.choose(shows=True, by=bob)

    assert Event.objects.count() == before


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL has more than one writer at a time")
def test_while_another_writes_nothing_is_noted_and_nobody_waits(bob, claim):
    other = connections.create_connection("default")
    try:
        with other.cursor() as cursor:
            cursor.execute("BEGIN IMMEDIATE")
        presence.note(on=claim, doing=Doing.READING, by=bob)
        with other.cursor() as cursor:
            cursor.execute("ROLLBACK")
    finally:
        other.close()

    assert seen(claim) == []
    with connection.cursor() as cursor:
        assert cursor.execute("PRAGMA busy_timeout").fetchone() == (20_000,)


@pytest.mark.django_db(transaction=True)
def test_a_note_outside_of_a_transaction_is_kept(bob, claim):
    assert not transaction.get_connection().in_atomic_block

    presence.note(on=claim, doing=Doing.READING, by=bob)

    assert seen(claim) == [("bob", "reading", 0)]
