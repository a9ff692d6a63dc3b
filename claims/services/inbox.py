"""What a person has read of their inbox, and whether it is mailed to them."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from claims.errors import Refused
from claims.models import InboxMark, User
from claims.reports import inbox
from claims.services import log, roles
from claims.vocabulary import Digest, Verb

# What was begun before a page was shown may be written after it. So lately, items are marked one by one, and none is
# taken for read that nobody saw.
SETTLING = timedelta(minutes=1)


def mark(*, key, by, read=True):
    """Mark one item as read, or with `read` false as unread again; what "all read" covered already stays read."""
    InboxMark.objects.update_or_create(user=by, **key.row, defaults={"read_at": timezone.now() if read else None})


@transaction.atomic
def mark_all_read(*, by, until):
    """Mark everything up to the moment `until` as read; `undo_all_read` takes back the last such act."""
    by = User.objects.select_for_update(no_key=True).get(pk=by.pk)
    now = timezone.now()
    unread = [key for key in inbox.keys_for(by, unread=True) if key.at <= until]
    if not unread:
        return by
    settled = max(min(until, now - SETTLING), by.inbox_read_at)
    for key in unread:
        if key.at > settled:
            InboxMark.objects.update_or_create(user=by, **key.row, defaults={"read_at": now})
    log.apply(by, {"inbox_read_at": settled, "inbox_read_before": by.inbox_read_at, "inbox_all_read_at": now})
    return by


@transaction.atomic
def undo_all_read(*, by):
    """Make unread again what was marked by the last act of "all read". Raises `Refused` when there is none."""
    by = User.objects.select_for_update(no_key=True).get(pk=by.pk)
    if by.inbox_all_read_at is None:
        raise Refused("Nothing was marked as read at once, so there is nothing to take back.")
    InboxMark.objects.filter(user=by, read_at=by.inbox_all_read_at).update(read_at=None)
    was = {"inbox_read_at": by.inbox_read_before, "inbox_read_before": None, "inbox_all_read_at": None}
    log.apply(by, was)
    return by


@transaction.atomic
def choose_digest(*, digest, by):
    """Say how often `by` is mailed what is unread."""
    by = User.objects.select_for_update(no_key=True).get(pk=by.pk)
    before, after = log.changes(by, {"digest": roles.must_be_one_of(Digest, digest, "frequency")})
    if after.get("digest", Digest.NEVER) != Digest.NEVER and not by.email:
        raise Refused("You have no e-mail address here. Ask an administrator to enter it.")
    if after:
        log.apply(by, after)
        log.record(by=by, verb=Verb.CHANGED, on=by, before=before, after=after)
    return by
