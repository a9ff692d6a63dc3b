"""What ends the worker, or fails, three times is left alone until there is something new to it."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from claims.models import AssistantRun
from claims.services import assistant, finding, reading_list
from claims.vocabulary import SuggestionKind
from tests.factories import (
    FORETOLD,
    make_article,
    make_version,
)
from tests.services.assistant.reading import failing, pending, upgrade

pytestmark = pytest.mark.django_db


@pytest.fixture
def resting():
    """What is kept of a text in the middle of which three workers were killed, one after the other."""
    make_article()
    for _ in range(3):
        assistant._take()
        assistant.catch_up()
    return AssistantRun.objects.get()


def test_text_that_ends_three_workers_rests_with_the_reason(resting):
    assert assistant.work_off() == 0
    assert (resting.rests, resting.error) == (True, assistant.STOPPED)
    assert resting in AssistantRun.objects.failed()


def test_text_that_ended_its_last_worker_rests_without_a_restart(resting):
    AssistantRun.objects.update(waiting=False, done_at=None, error="")

    with time_machine.travel(timezone.now() + assistant.LEASE + timedelta(seconds=1)):
        assert assistant.work_off() == 0

    assert AssistantRun.objects.failed().get().error == assistant.STOPPED


def test_text_that_rests_is_left_alone_at_a_restart(resting):
    assistant.catch_up()

    assert assistant.work_off() == 0


def test_text_that_rests_is_read_by_other_rules(resting, monkeypatch):
    upgrade(monkeypatch)

    assistant.catch_up()

    assert assistant.work_off() == 1
    assert not AssistantRun.objects.failed().exists()


def test_new_version_of_a_text_that_rests_is_read(resting):
    version = make_version(resting.version.article, f"{FORETOLD} next week. Talks follow.")

    assert assistant.work_off() == 1
    assert pending(SuggestionKind.CLAIM, version=version).exists()


def test_text_that_rests_is_read_again_when_somebody_asks(resting):
    assert reading_list.read_again([resting.pk]) == 1

    assert assistant.work_off() == 1
    assert AssistantRun.objects.get().tries == 0


def test_what_failed_is_tried_at_each_restart_until_it_rests(monkeypatch):
    make_article()
    monkeypatch.setattr(finding, "suggest_claims", lambda *_, **__: failing(ValueError("no end in sight"))())

    read = [assistant.work_off()]
    for _ in range(3):
        assistant.catch_up()
        read.append(assistant.work_off())

    assert read == [1, 1, 1, 0]
    assert AssistantRun.objects.failed().get().error == "ValueError: no end in sight"
