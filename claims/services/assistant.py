"""The assistant at work: takes what is waiting, has it read, and says what it could not read."""

import logging
import time
from datetime import timedelta

from django.db import OperationalError, transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from claims.models import ArticleVersion, AssistantRun, Claim
from claims.models.claim import UNFINISHED
from claims.services import reading, reading_list
from claims.services.finding import RULES

# Whoever has not finished by then was stopped; somebody else takes it up.
LEASE = timedelta(minutes=5)
# A transaction may end so much later than the moment it writes.
LATE = timedelta(minutes=2)
TRIES = 3
STOPPED = f"The worker stopped {AssistantRun.MOST_TRIES} times while it read this, and never got to the end."
# In characters: of a longer text the sentences alone take seconds.
SHORT = 30_000
logger = logging.getLogger(__name__)


def work_off(*, seconds=None):
    """Read what is waiting, claims before articles, until nothing is left or `seconds` have passed; return how much.

    Several may do so at once. What cannot be read is kept with the error, and stops nothing; where the database
    itself cannot be reached, that is raised.
    """
    done, started = 0, time.monotonic()
    while seconds is None or time.monotonic() - started < seconds:
        run = _take()
        if run is None:
            _give_up(_is_late())
            break
        _read(run)
        done += 1
    return done


def read_now(*, versions=(), seconds):
    """Read what of `versions` is waiting, as far as `seconds` allow: for a person who waits. The rest is left.

    So are long texts, of which one alone would take longer.
    """
    started = time.monotonic()
    short = [version.pk for version in versions if len(version.text) <= SHORT]
    wanted = AssistantRun.objects.waiting().filter(version__in=short)
    for pk in wanted.order_by("pk").values_list("pk", flat=True):
        if time.monotonic() - started > seconds:
            break
        run = _take(AssistantRun.objects.filter(pk=pk))
        if run:
            _read(run)


def catch_up():
    """Put on the reading list what is not on it or was read by other rules: after an upgrade, or a restore.

    So is what was under way when a worker was killed, and what failed, each up to three times by the same rules. What
    another is at work on is read twice then, to no harm.
    """
    _give_up(Q())
    AssistantRun.objects.filter(_not_read() & ~_spent(), waiting=False).update(waiting=True)
    later = ArticleVersion.objects.filter(article=OuterRef("article"), number__gt=OuterRef("number"))
    newest = ArticleVersion.objects.filter(~Exists(later)).defer("text")
    for version in newest.exclude(assistant_run__rules=RULES).exclude(assistant_run__waiting=True).iterator():
        reading_list.add_version(version)
    claims = Claim.objects.filter(state__in=UNFINISHED)
    for claim in claims.exclude(assistant_run__rules=RULES).exclude(assistant_run__waiting=True).iterator():
        reading_list.add_claim(claim)


def _not_read():
    return Q(done_at=None) | ~Q(error="")


def _spent():
    """What was begun as often as anything is, by the rules of today."""
    return Q(tries__gte=AssistantRun.MOST_TRIES, rules=RULES)


def _is_late():
    return Q(started_at__lt=timezone.now() - LEASE)


def _due():
    stopped = Q(_is_late(), waiting=False, done_at=None)
    return AssistantRun.objects.filter(Q(waiting=True) | stopped).exclude(_spent())


def _give_up(begun):
    """Let rest, with the reason, what has ended too many workers: of what is `begun`, and of what waits."""
    spent = AssistantRun.objects.filter(_spent()).filter(Q(waiting=True) | Q(begun, waiting=False, done_at=None))
    if spent.exists():  # asked first: on SQLite a change takes the only lock for writing
        spent.update(waiting=False, done_at=timezone.now(), error=STOPPED)


def _take(among=None):
    """Take the next run (of those `among`) off the list, or return None; two workers never take the same."""
    due = _due() if among is None else _due() & among
    if not due.exists():  # asked outside of a transaction: on SQLite each takes the only lock for writing
        return None
    with transaction.atomic():
        free = due.order_by("pk").select_for_update(skip_locked=True, of=["self"])
        run = free.filter(version=None).first() or free.first()
        if run is None:
            return None
        run.tries = run.tries + 1 if run.rules == RULES else 1
        run.waiting, run.started_at, run.done_at, run.rules = False, timezone.now(), None, RULES
        run.save(update_fields=["waiting", "started_at", "done_at", "rules", "tries"])
    return run


def _read(run):
    for tries_left in reversed(range(TRIES)):
        try:
            reading.read(run)
            return _finish(run)
        except OperationalError as error:  # somebody held what it wanted, for too long
            if not tries_left:
                return _fail(run, error)
        except Exception as error:  # noqa: BLE001 - one bad text must not stop the others; a person sees why
            return _fail(run, error)


def _fail(run, error):
    what = f"version {run.version_id}" if run.version_id else f"claim {run.claim_id}"
    logger.error("The assistant could not read %s", what, exc_info=error)
    _finish(run, f"{type(error).__name__}: {error}")


def _finish(run, error=""):
    """Write how it ended, unless it was asked for again meanwhile and taken up by somebody else.

    Where somebody took it up just because it took long, this is the result none the less: or two workers could read
    one long text by turns for ever.
    """
    ended = {"done_at": timezone.now(), "error": error[:2000]} | ({} if error else {"tries": 0})
    own = Q(started_at=run.started_at) | Q(asked_at__lt=run.started_at - LATE)
    AssistantRun.objects.filter(own, pk=run.pk).update(**ended)
