from datetime import timedelta

import pytest
from django.contrib.auth import authenticate, get_user_model
from django.utils import timezone

PASSWORD = "correct horse battery"


@pytest.fixture
def alice(db):
    return get_user_model().objects.create_user("alice", password=PASSWORD)


@pytest.fixture
def log_in(rf):
    def log_in(password, address="203.0.113.7"):
        return authenticate(rf.post("/", REMOTE_ADDR=address), username="alice", password=password)

    return log_in


def test_four_wrong_passwords_are_forgiven(alice, log_in):
    for _ in range(4):
        log_in("wrong")

    assert log_in(PASSWORD) == alice


def test_fifth_wrong_password_locks_out_the_right_one(alice, log_in):
    for _ in range(5):
        log_in("wrong")

    assert log_in(PASSWORD) is None


def test_lockout_of_one_address_leaves_the_person_free_at_another(alice, log_in):
    for _ in range(5):
        log_in("wrong")

    assert log_in(PASSWORD, address="198.51.100.1") == alice


def test_lockout_ends_after_a_quarter_of_an_hour_even_when_tried_meanwhile(alice, log_in, time_machine):
    start = timezone.now()
    time_machine.move_to(start)
    for _ in range(5):
        log_in("wrong")
    time_machine.move_to(start + timedelta(minutes=14))
    assert log_in(PASSWORD) is None

    time_machine.move_to(start + timedelta(minutes=16))

    assert log_in(PASSWORD) == alice
