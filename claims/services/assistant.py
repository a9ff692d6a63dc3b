"""The assistant at work: reads what is waiting, stores what it offers, and says what it could not read."""

import logging
import time
from datetime import timedelta

from django.db import OperationalError, transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from claims.models import Anchor, Article, ArticleVersion, AssistantRun, Claim, Suggestion
from claims.models.claim import UNFINISHED
from claims.services import copies, folds, offers, reading_list
from claims.services.finding import RULES, claims_standing_in, offers_of_claim, offers_of_version
from claims.text.spans import Span
from claims.vocabulary import PUT_ASIDE, Standing, SuggestionKind, SuggestionState

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
            (_read_version if run.version_id else _read_claim)(run)
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


def _read_version(run):
    version = ArticleVersion.objects.select_related("article__outlet").get(pk=run.version_id)
    copies.record(version)
    if not _stands(version.article, version):
        return offers.call_stale(_offered_of(version))
    made, bearing = offers_of_version(version)
    _store_of_version(version, made, bearing)
    folds.fold(Suggestion.objects.filter(version=version))
    changed = Claim.objects.filter(pk__in={offer.claim_id for offer in bearing}, updated_at__gte=run.started_at)
    reading_list.add_claims(changed.values_list("pk", flat=True))


def _stands(article, version):
    """Whether words of `version` may be offered: it is the newest one of an article that was not withdrawn (E8)."""
    later = article.versions.filter(number__gt=version.number)
    return article.standing != Standing.WITHDRAWN and not later.exists()


def _offered_of(version):
    return Suggestion.objects.filter(version=version, kind__in=[SuggestionKind.CLAIM, SuggestionKind.LINK])


@transaction.atomic
def _store_of_version(version, made, bearing):
    article = Article.objects.lock(version.article)
    rows = offers.hold(_offered_of(version))
    if not _stands(article, version):
        return offers.call_stale(_offered_of(version))
    offers.renew(made, among=_offered_of(version).filter(claim=None))
    offers.renew(bearing, among=_about_the_same(bearing, rows))


def _about_the_same(bearing, rows):
    """Return those of `rows` about the same words and claim as `bearing`; what else was found for a claim stays."""
    places = {(offer.claim_id, offer.start, offer.end) for offer in bearing}
    same = [row.pk for row in rows if (row.claim_id, row.start, row.end) in places]
    return Suggestion.objects.filter(pk__in=same)


def _read_claim(run):
    claim = Claim.objects.get(pk=run.claim_id)
    if claim.state in UNFINISHED:
        _store_of_claim(claim, list(offers_of_claim(claim)))
        folds.fold(Suggestion.objects.filter(claim=claim))
    else:
        offers.call_stale(_offered_in_vain(claim))
    if claim.state not in PUT_ASIDE:
        _ask_for_merges_into(claim)
    _put_away_made(claim)


@transaction.atomic
def _store_of_claim(claim, found):
    """Store what was found, but of texts that somebody replaced or withdrew meanwhile."""
    articles = Article.objects.lock_all({offer.version.article_id for offer in found})
    found = [
        offer
        for offer in found
        if offer.kind != SuggestionKind.LINK or _stands(articles[offer.version.article_id], offer.version)
    ]
    offers.renew(found, among=Suggestion.objects.filter(claim=claim))


def _offered_in_vain(claim):
    """Return what nobody can accept any more, or need not, now that `claim` is decided or put aside."""
    if claim.state in PUT_ASIDE:
        return Suggestion.objects.filter(Q(claim=claim) | _merges_into(claim))
    return Suggestion.objects.filter(claim=claim, kind=SuggestionKind.MERGE)


def _merges_into(claim):
    return Q(kind=SuggestionKind.MERGE, payload__other=claim.pk)


def _ask_for_merges_into(claim):
    """Look again for the claims whose merge into `claim` is offered, or was in vain: that has changed.

    A claim is offered to be merged into an older one alone, so this comes to an end.
    """
    offered = Suggestion.objects.filter(
        _merges_into(claim), state__in=[SuggestionState.STALE, SuggestionState.PENDING]
    )
    reading_list.add_claims(offered.order_by().values_list("claim", flat=True).distinct())


def _put_away_made(claim):
    """No longer offer to make a claim of the words of which somebody made `claim`."""
    anchors = Anchor.objects.filter(passage__links__claim=claim)
    for version in ArticleVersion.objects.filter(pk__in=anchors.values("version")).defer("text"):
        standing = claims_standing_in(version, claim)
        pending = Suggestion.objects.pending().filter(version=version, kind=SuggestionKind.CLAIM)
        made = [one.pk for one in pending if standing.hold_much_as(Span(one.start, one.end))]
        offers.call_stale(Suggestion.objects.filter(pk__in=made))
