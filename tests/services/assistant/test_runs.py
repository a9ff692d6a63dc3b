"""Nothing is forgotten that is to be read, and nothing that cannot be read stops the rest."""

from datetime import date, timedelta

import pytest
import time_machine
from django.db import OperationalError
from django.utils import timezone

from claims.models import AssistantRun, Suggestion
from claims.services import articles, assistant, finding
from claims.vocabulary import SuggestionKind
from tests.factories import (
    FORETOLD,
    make_analyst,
    make_article,
    make_claim,
)
from tests.services.assistant.reading import failing, pending, upgrade

pytestmark = pytest.mark.django_db


@pytest.fixture
def first_reading(monkeypatch):
    """Return a function by which `act` takes the place of the first reading of a text for claims."""
    read = finding.suggest_claims

    def takes_the_place(act):
        def once(text, **kwargs):
            monkeypatch.setattr(finding, "suggest_claims", read)
            act()
            return read(text, **kwargs)

        monkeypatch.setattr(finding, "suggest_claims", once)

    return takes_the_place


def test_text_that_cannot_be_read_is_kept_with_the_error_and_stops_nothing(first_reading, caplog):
    bad, good = make_article(), make_article()
    first_reading(failing(ValueError("no end in sight")))

    assert assistant.work_off() == 2

    assert AssistantRun.objects.failed().get().error == "ValueError: no end in sight"
    assert AssistantRun.objects.failed().get().version.article == bad
    assert pending(SuggestionKind.CLAIM, version__article=good).exists()
    assert "could not read" in caplog.text


def test_what_a_stopped_worker_left_is_read_by_another():
    make_article()
    run = AssistantRun.objects.get()
    run.waiting, run.started_at = False, timezone.now()
    run.save()
    assert assistant.work_off() == 0

    with time_machine.travel(timezone.now() + assistant.LEASE + timedelta(seconds=1)):
        assert assistant.work_off() == 1

    assert Suggestion.objects.pending().exists()


def test_what_changes_while_it_is_read_is_read_again(first_reading):
    article = make_article(published_on=None)
    first_reading(lambda: articles.set_date(article=article, published_on=date(2021, 11, 8), by=make_analyst()))

    assert assistant.work_off() == 2
    assert not AssistantRun.objects.waiting().exists()


def test_what_other_rules_read_is_read_anew_after_an_upgrade(monkeypatch):
    make_article(), make_claim()
    assistant.work_off()
    assistant.catch_up()
    assert not AssistantRun.objects.waiting().exists()

    upgrade(monkeypatch)
    assistant.catch_up()

    assert AssistantRun.objects.waiting().count() == 3


def test_lock_that_was_waited_for_in_vain_is_tried_again(first_reading):
    make_article()
    first_reading(failing(OperationalError("database is locked")))

    assistant.work_off()

    assert pending(SuggestionKind.CLAIM).exists()
    assert not AssistantRun.objects.failed().exists()


def test_text_that_takes_longer_than_the_lease_is_read_in_the_end(monkeypatch):
    make_article()
    begun = timezone.now() + timedelta(hours=1)
    with time_machine.travel(begun):
        first = assistant._take()
    with time_machine.travel(begun + assistant.LEASE + timedelta(seconds=1)):
        assert assistant._take() == first

    with time_machine.travel(begun + assistant.LEASE + timedelta(minutes=1)):
        assistant._read(first)

    assert AssistantRun.objects.get().done_at


def test_restarted_worker_reads_at_once_what_it_was_killed_in_the_middle_of():
    make_article()
    assistant._take()

    assistant.catch_up()

    assert assistant.work_off() == 1


def test_person_does_not_wait_for_a_long_text(monkeypatch):
    monkeypatch.setattr(assistant, "SHORT", 80)
    short, long = make_article(f"{FORETOLD}."), make_article(f"{FORETOLD}. " + "Talks follow. " * 9)

    assistant.read_now(versions=[short.newest_version(), long.newest_version()], seconds=60)

    assert {run.version.article for run in AssistantRun.objects.waiting()} == {long}
