"""The assistant at work: reads what is waiting, stores what it offers, and says what it could not read."""

import logging
import time
from datetime import timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from claims.models import Article, ArticleVersion, AssistantRun, Claim, Suggestion
from claims.models.claim import UNFINISHED
from claims.services import copies, offers, reading_list
from claims.services.finding import RULES, claims_standing_in, is_made, offers_of_claim, offers_of_version
from claims.vocabulary import PUT_ASIDE, SuggestionKind, SuggestionState

# Whoever has not finished by then was stopped; somebody else takes it up.
LEASE = timedelta(minutes=5)
logger = logging.getLogger(__name__)


def work_off(*, seconds=None):
    """Read what is waiting, claims before articles, until nothing is left or `seconds` have passed; return how much.

    Several may do so at once. What cannot be read is kept with the error, and stops nothing.
    """
    done, started = 0, time.monotonic()
    while seconds is None or time.monotonic() - started < seconds:
        run = _take()
        if run is None:
            break
        _read(run)
        done += 1
    return done


def read_now(*, versions=(), claim=None, seconds):
    """Read what of these is waiting, as far as `seconds` allow: for a person who waits. The rest is left."""
    started = time.monotonic()
    wanted = AssistantRun.objects.waiting().filter(Q(claim=claim) if claim else Q(version__in=versions))
    for pk in wanted.order_by("pk").values_list("pk", flat=True):
        if time.monotonic() - started > seconds:
            break
        run = _take(AssistantRun.objects.filter(pk=pk))
        if run:
            _read(run)


def catch_up():
    """Put on the reading list what is not on it or was read by other rules: after an upgrade, or a restore."""
    later = ArticleVersion.objects.filter(article=OuterRef("article"), number__gt=OuterRef("number"))
    newest = ArticleVersion.objects.filter(~Exists(later)).defer("text")
    for version in newest.exclude(assistant_run__rules=RULES).exclude(assistant_run__waiting=True).iterator():
        reading_list.add_version(version)
    claims = Claim.objects.filter(state__in=UNFINISHED)
    for claim in claims.exclude(assistant_run__rules=RULES).exclude(assistant_run__waiting=True).iterator():
        reading_list.add_claim(claim)


def _due():
    stopped = Q(waiting=False, done_at=None, started_at__lt=timezone.now() - LEASE)
    return AssistantRun.objects.filter(Q(waiting=True) | stopped)


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
        run.waiting, run.started_at, run.done_at = False, timezone.now(), None
        run.save(update_fields=["waiting", "started_at", "done_at"])
    return run


def _read(run):
    try:
        if run.version_id:
            _read_version(run)
        else:
            _read_claim(run)
        _finish(run)
    except Exception as error:  # one bad text must not stop the others; a person sees why
        logger.exception("The assistant could not read %s", run)
        _finish(run, f"{type(error).__name__}: {error}")


def _finish(run, error=""):
    """Write how it ended, unless it was asked for again meanwhile and taken up by somebody else."""
    ended = {"done_at": timezone.now(), "rules": RULES, "error": error[:2000]}
    AssistantRun.objects.filter(pk=run.pk, started_at=run.started_at).update(**ended)


def _read_version(run):
    version = ArticleVersion.objects.select_related("article__outlet").get(pk=run.version_id)
    copies.record(version)
    made, bearing = offers_of_version(version)
    with transaction.atomic():
        Article.objects.lock(version.article)
        if version.article.newest_version() != version:
            made, bearing = [], []
        of_version = Suggestion.objects.filter(version=version)
        offers.renew(made, among=of_version.filter(kind=SuggestionKind.CLAIM))
        offers.renew(bearing, among=_about_the_same(bearing, of_version.filter(kind=SuggestionKind.LINK)))


def _about_the_same(bearing, links):
    """Return those of `links` about the same words and claim as `bearing`; what else was found for a claim stays."""
    places = {(offer.claim_id, offer.start, offer.end) for offer in bearing}
    same = [row.pk for row in links if (row.claim_id, row.start, row.end) in places]
    return links.filter(pk__in=same)


def _read_claim(run):
    claim = Claim.objects.get(pk=run.claim_id)
    found = list(offers_of_claim(claim)) if claim.state in UNFINISHED else []
    with transaction.atomic():
        of_claim = Suggestion.objects.filter(claim=claim).exclude(kind=SuggestionKind.ANCHOR)
        if claim.state in UNFINISHED:
            offers.renew(found, among=of_claim)
        elif claim.state in PUT_ASIDE:
            of_claim.pending().update(state=SuggestionState.STALE)
        _put_away_made(claim)


def _put_away_made(claim):
    """No longer offer to make a claim of the words of which somebody made `claim`."""
    for version in ArticleVersion.objects.filter(anchors__passage__links__claim=claim).distinct():
        spans = claims_standing_in(version, claim)
        pending = Suggestion.objects.pending().filter(version=version, kind=SuggestionKind.CLAIM)
        made = [offer.pk for offer in pending if is_made(offer, spans)]
        Suggestion.objects.pending().filter(pk__in=made).update(state=SuggestionState.STALE)
