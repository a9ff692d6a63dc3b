"""Digests: what is unread in the inboxes of those who want it by e-mail. Nothing is mailed to anybody twice."""

import logging
from dataclasses import dataclass
from datetime import date
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone

from claims.models import InboxMark, User
from claims.reports import inbox
from claims.services import log
from claims.vocabulary import Digest

MOST_LISTED = 50
SATURDAY = 5
logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Letter:
    """What is to be mailed to a person: the newest of `keys` in words, and how many more there are."""

    person: User
    keys: tuple[inbox.Key, ...]
    subject: str
    text: str
    html: str


def wanting(today):
    """Return the people who want a digest on the day `today` and have not got it yet."""
    choices = [Digest.DAILY] if today.weekday() >= SATURDAY else [Digest.DAILY, Digest.WEEKDAYS]
    people = User.objects.filter(is_active=True, digest__in=choices).exclude(email="").exclude(digest_on=today)
    return people.order_by("pk")


def letter_to(person, *, since=None):
    """Return what is unread, and was not mailed, to `person` after the moment `since` (None: ever), or None."""
    keys = [key for key in inbox.keys_for(person, unread=True) if since is None or key.at > since]
    mailed = _mailed(person, keys)
    keys = tuple(key for key in keys if key not in mailed)
    return _write(person, keys) if keys else None


def _mailed(person, keys):
    marks = InboxMark.objects.filter(user=person, mailed_at__isnull=False)
    events = set(marks.filter(event__isnull=False).values_list("event", flat=True))
    due = set(marks.filter(claim__isnull=False).values_list("claim", "fell_due_on"))
    return {key for key in keys if key.event in events or (key.claim, key.fell_due_on) in due}


def _write(person, keys):
    items = inbox.items_of(person, keys[:MOST_LISTED])
    context = {"person": person, "items": items, "more": len(keys) - len(items), "site": settings.FACTCHECK_URL}
    count = len(keys)
    return Letter(
        person=person,
        keys=keys,
        subject=f"Factcheck: {count} unread item{'' if count == 1 else 's'} in your inbox",
        text=render_to_string("claims/digest.txt", context),
        html=render_to_string("claims/digest.html", context),
    )


def send(person, *, today, since=None):
    """Mail `person` their digest; return how many items it tells of.

    They are marked as mailed before the mail is sent: whoever is interrupted, or runs at the same time, sends nothing
    twice. Where the mail server refuses, the marks are taken back, the failure is logged, and None is returned.
    """
    letter = _take(person, today, since)
    if letter is None:
        return 0
    try:
        _mail(letter)
    except (SMTPException, OSError, ValueError):
        logger.exception("The digest of %s could not be mailed", person.username)
        _give_back(letter)
        return None
    return len(letter.keys)


@transaction.atomic
def _take(person, today: date, since):
    """Return the letter to `person` with its items marked as mailed, or None when there is nothing to tell."""
    person = User.objects.select_for_update(no_key=True).get(pk=person.pk)
    letter = None if person.digest_on == today else letter_to(person, since=since)
    if letter:
        now = timezone.now()
        for key in letter.keys:
            InboxMark.objects.update_or_create(user=person, **key.row, defaults={"mailed_at": now})
        log.apply(person, {"digest_on": today})
    return letter


@transaction.atomic
def _give_back(letter):
    for key in letter.keys:
        InboxMark.objects.filter(user=letter.person, **key.row).update(mailed_at=None)
    log.apply(letter.person, {"digest_on": None})


def _mail(letter):
    mail = EmailMultiAlternatives(letter.subject, letter.text, to=[letter.person.email])
    mail.attach_alternative(letter.html, "text/html")
    mail.send()
