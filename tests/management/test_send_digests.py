from datetime import timedelta
from smtplib import SMTPRecipientsRefused

import pytest
import time_machine
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import CommandError, call_command
from django.utils import timezone

from claims.models import InboxMark, User
from claims.reports.inbox import keys_for
from claims.services import comments, digests, inbox, people
from claims.services import inbox as inboxes
from tests.factories import make_administrator, make_claim, make_reviewer, make_user

pytestmark = pytest.mark.django_db
# A Monday, after everything that the migrations and the clock of the machine know.
MONDAY = "2031-03-03 08:00"


@pytest.fixture(autouse=True)
def monday():
    with time_machine.travel(MONDAY, tick=True) as clock:
        yield clock


@pytest.fixture(autouse=True)
def server(settings):
    settings.EMAIL_HOST, settings.FACTCHECK_URL = "mail.example", "https://desk.example"


@pytest.fixture
def bob(monday):
    return make_reviewer("bob")


@pytest.fixture
def dora(monday):
    return make_reader("dora")


def make_reader(name, digest="daily"):
    person = make_user(name, email=f"{name}@desk.example")
    return inboxes.choose_digest(digest=digest, by=person)


def tell(person, by, body="look <here>."):
    return comments.make(claim=make_claim(by=by), body=f"@{person.username}, {body}", by=by)


def run(*args, **options):
    call_command("send_digests", *args, **options)


def test_what_is_unread_is_mailed_with_the_way_to_it(dora, bob, capsys):
    comment = tell(dora, bob)

    run()

    (sent,) = mail.outbox
    assert (sent.to, sent.subject) == (["dora@desk.example"], "Factcheck: 1 unread item in your inbox")
    (key,) = keys_for(dora)
    assert f"bob mentioned you on {comment.thread.claim}" in sent.body
    assert f"https://desk.example/inbox/{key}/open/" in sent.body
    assert "@dora, look <here>." in sent.body
    html, kind = sent.alternatives[0]
    assert kind == "text/html"
    assert "look &lt;here&gt;." in html
    assert capsys.readouterr().out == "1 mail sent\n"


def test_no_item_is_mailed_twice(dora, bob, monday):
    tell(dora, bob)
    run()
    tell(dora, bob, "again.")
    run()
    assert len(mail.outbox) == 1  # once a day

    monday.shift(timedelta(days=1))
    run()
    monday.shift(timedelta(days=1))
    run()

    assert [("again." in sent.body, "<here>" in sent.body) for sent in mail.outbox] == [(False, True), (True, False)]


def test_what_was_read_is_not_mailed(dora, bob):
    tell(dora, bob)
    inbox.mark(key=keys_for(dora)[0], by=dora)

    run()

    assert mail.outbox == []


def test_nobody_is_mailed_who_did_not_ask_or_cannot_be(dora, bob):
    silent, gone = make_user("silent", email="silent@desk.example"), make_reader("gone")
    for person in (silent, gone):
        tell(person, bob)
    people.change(user=gone, by=make_administrator(), is_active=False)

    run()

    assert mail.outbox == []


def test_weekdays_leave_out_the_weekend(bob, monday):
    wanda = make_reader("wanda", digest="weekdays")
    monday.shift(timedelta(days=5))
    tell(wanda, bob)
    run()
    assert mail.outbox == []

    monday.shift(timedelta(days=2))
    run()

    assert len(mail.outbox) == 1


def test_since_leaves_out_what_is_older(dora, bob, monday):
    tell(dora, bob)
    monday.shift(timedelta(days=1))
    tell(dora, bob, "today.")

    run(since=str(timezone.localdate()))

    (sent,) = mail.outbox
    assert "today." in sent.body
    assert "<here>" not in sent.body


def test_one_failing_address_stops_nobody_else(dora, bob, monkeypatch, capsys):
    other = make_reader("other")
    for person in (dora, other):
        tell(person, bob)
    deliver = EmailBackend.send_messages

    def refuse_dora(backend, messages):
        if messages[0].to == ["dora@desk.example"]:
            raise SMTPRecipientsRefused({"dora@desk.example": (550, b"unknown")})
        return deliver(backend, messages)

    monkeypatch.setattr(EmailBackend, "send_messages", refuse_dora)
    with pytest.raises(CommandError, match="tried again with the next run: dora"):
        run()
    monkeypatch.undo()
    assert capsys.readouterr().out == "1 mail sent\n"
    run()

    assert [sent.to for sent in mail.outbox] == [["other@desk.example"], ["dora@desk.example"]]


def test_what_is_marked_before_it_is_sent_is_not_sent_by_another_run(dora, bob, monkeypatch):
    tell(dora, bob)
    monkeypatch.setattr(digests, "_mail", lambda letter: digests.send(dora, today=timezone.localdate()))

    assert digests.send(dora, today=timezone.localdate()) == 1

    assert InboxMark.objects.filter(user=dora, mailed_at__isnull=False).count() == 1


def test_print_shows_the_mails_and_sends_and_records_nothing(dora, bob, settings, capsys):
    settings.EMAIL_HOST = ""
    tell(dora, bob)

    run(prints=True)

    out = capsys.readouterr().out
    assert out.startswith("To: dora@desk.example\nSubject: Factcheck: 1 unread item")
    assert out.endswith("1 mail would be sent\n")
    assert mail.outbox == []
    assert User.objects.get(pk=dora.pk).digest_on is None
    assert not InboxMark.objects.exists()


@pytest.mark.parametrize("missing", ["EMAIL_HOST", "FACTCHECK_URL"])
def test_without_a_server_or_an_address_of_the_desk_nothing_is_sent(dora, bob, settings, missing):
    setattr(settings, missing, "")
    tell(dora, bob)

    with pytest.raises(CommandError, match="No mail server is named"):
        run()

    assert mail.outbox == []


def test_many_items_are_cut_and_counted(dora, bob, monkeypatch):
    monkeypatch.setattr(digests, "MOST_LISTED", 2)
    for _ in range(3):
        tell(dora, bob)

    run()

    (sent,) = mail.outbox
    assert "and 1 more: https://desk.example/inbox/" in sent.body
    assert InboxMark.objects.filter(mailed_at__isnull=False).count() == 3


def test_a_day_that_is_none_is_refused(dora):
    with pytest.raises(CommandError, match="“soon” is no date"):
        run(since="soon")
