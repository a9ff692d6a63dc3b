from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from claims.errors import Refused
from claims.models import Event, User
from claims.reports.inbox import keys_for, unread_in_menu
from claims.services import comments, inbox
from tests.factories import make_analyst, make_claim, make_reviewer, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def alice():
    return make_analyst("alice")


@pytest.fixture
def claim(alice):
    """A claim of Alice with three comments that she has not read."""
    claim, bob = make_claim(by=alice), make_reviewer("bob")
    for _ in range(3):
        comments.make(claim=claim, body="One origin?", by=bob)
    return claim


def unread(person):
    return unread_in_menu(User.objects.get(pk=person.pk))


@pytest.mark.usefixtures("claim")
def test_one_item_is_read_and_unread_again(alice):
    key = keys_for(alice)[1]

    inbox.mark(key=key, by=alice)
    inbox.mark(key=key, by=alice)
    assert unread(alice) == "2"
    inbox.mark(key=key, by=alice, read=False)

    assert unread(alice) == "3"


@pytest.mark.usefixtures("claim")
def test_all_is_read_up_to_a_moment_and_undone(alice):
    newest, *_ = keys_for(alice)
    inbox.mark(key=newest, by=alice)

    inbox.mark_all_read(by=alice, until=newest.at)
    assert unread(alice) == ""
    inbox.undo_all_read(by=alice)

    assert unread(alice) == "2"


@pytest.mark.usefixtures("claim")
def test_what_came_after_the_moment_stays_unread(alice):
    _, middle, _ = keys_for(alice)

    inbox.mark_all_read(by=alice, until=middle.at)

    assert unread(alice) == "1"


def test_what_was_begun_before_and_written_after_stays_unread(alice, claim):
    inbox.mark_all_read(by=alice, until=timezone.now())

    late = Event.objects.latest("pk")
    late.pk, late.at = None, claim.created_at
    late.save(force_insert=True)

    assert unread(alice) == "1"


@pytest.mark.usefixtures("claim")
def test_older_items_are_read_by_one_moment_and_undone_with_it(alice):
    with time_machine.travel(timezone.now() + timedelta(days=1)):
        alice = inbox.mark_all_read(by=alice, until=timezone.now())
        assert not alice.inbox_marks.exists()
        assert unread(alice) == ""
        inbox.undo_all_read(by=alice)
        assert unread(alice) == "3"


@pytest.mark.usefixtures("claim")
def test_a_second_press_leaves_the_first_to_be_undone(alice):
    for _ in range(2):
        inbox.mark_all_read(by=alice, until=timezone.now())

    inbox.undo_all_read(by=alice)

    assert unread(alice) == "3"


def test_nothing_to_undo_is_refused(alice):
    with pytest.raises(Refused, match="nothing to take back"):
        inbox.undo_all_read(by=alice)


def test_a_digest_needs_an_address(alice):
    with pytest.raises(Refused, match="no e-mail address"):
        inbox.choose_digest(digest="daily", by=alice)

    assert User.objects.get(pk=alice.pk).digest == "never"


def test_a_choice_of_digest_is_logged_once():
    dora = make_user("dora", email="dora@desk.example")

    for _ in range(2):
        inbox.choose_digest(digest="weekdays", by=dora)

    event = Event.objects.get(noun="user")
    assert (event.before, event.after) == ({"digest": "never"}, {"digest": "weekdays"})
    assert User.objects.get(pk=dora.pk).digest == "weekdays"


def test_an_unknown_choice_is_refused():
    with pytest.raises(Refused, match="There is no frequency “hourly”"):
        inbox.choose_digest(digest="hourly", by=make_user(email="dora@desk.example"))
