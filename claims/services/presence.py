"""Who is at a claim or an article now: kept for a moment, and no record.

So nothing here is logged but that a person chose to take part, or not to.
"""

from contextlib import contextmanager, suppress

from django.db import OperationalError, connection, transaction
from django.utils import timezone

from claims.models import Presence, User
from claims.reports import live
from claims.services import log
from claims.vocabulary import Doing, Verb

# How long SQLite, with its one writer at a time, may be waited for: a page that only says who is there must not hold
# up a worker while articles are imported.
PATIENCE_MS = 20


def note(*, on, doing, by):
    """Note that `by` is at the claim or article `on` and what they do there, unless they take no part.

    What was noted a moment ago is not written again, and when the database is busy nothing is: they are soon seen
    again. Whoever is not, is forgotten with the next note about anybody.
    """
    if not live.takes_part(by):
        return
    now = timezone.now()
    last = Presence.objects.on(on).filter(user=by).first()
    if last is None or _tells_more(doing, last, now):
        with suppress(OperationalError), _without_waiting():
            # Not in one transaction: two people could then wait for each other.
            Presence.objects.exclude(seen_at__gt=live.forgotten_before(now)).delete()
            _put(on, by, doing, now)


def _tells_more(doing, last, now):
    """Whether `doing` is to be written over `last`. Who acts in one window and reads in another is seen to act."""
    if last.seen_at <= live.forgotten_before(now):
        return True
    if last.doing != doing:
        return doing != Doing.READING
    return now - last.seen_at >= live.interval()


def _put(on, by, doing, now):
    where = on._meta.model_name
    Presence.objects.bulk_create(
        [Presence(user=by, doing=doing, seen_at=now, **{where: on})],
        update_conflicts=True,
        unique_fields=[where, "user"],
        update_fields=["doing", "seen_at"],
    )


@contextmanager
def _without_waiting():
    """Let SQLite refuse a write soon when somebody else is writing; PostgreSQL locks no more than the row."""
    if connection.vendor != "sqlite":
        yield
        return
    with connection.cursor() as cursor:
        (patience,) = cursor.execute("PRAGMA busy_timeout").fetchone()
        cursor.execute(f"PRAGMA busy_timeout = {PATIENCE_MS}")
        try:
            yield
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {patience}")


@transaction.atomic
def choose(*, shows, by):
    """Say whether `by` takes part: colleagues see where they are, and they where colleagues are; or neither."""
    by = User.objects.select_for_update(no_key=True).get(pk=by.pk)
    before, after = log.changes(by, {"shows_presence": shows})
    if after:
        log.apply(by, after)
        log.record(by=by, verb=Verb.CHANGED, on=by, before=before, after=after)
    if not shows:
        Presence.objects.filter(user=by).delete()
    return by
