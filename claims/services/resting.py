"""Decisions whose evidence fell away or says something else by now, without a link made or withdrawn: flagged.

As with a merge, the decided claim counts as amended from that moment on, so that its figures need no rule of their
own and are the same in every report, then and now.
"""

from contextlib import contextmanager

from django.utils import timezone

from claims.models import Assessment, Claim, Link
from claims.reports.resting import claims_decided_with, claims_resting_on, footing_of, unfounded_among
from claims.services import figures, log
from claims.vocabulary import Verb


def flag_for_article(article, *, why, by):
    """Flag the decisions that rely on what `article` reports of an alternative, where that is suspended now (E8)."""
    ids = claims_resting_on(Link.objects.live().filter(passage__article=article))
    if ids:
        figures.lock_for_article(article, *ids)
        flag_unfounded(ids, why=why, by=by)


def flag_for_correction(article, *, why, by):
    """Flag the decisions that had words of the held `article`, which its outlet corrected, to weigh."""
    ids = claims_decided_with(Link.objects.live().filter(passage__article=article))
    if ids:
        figures.lock_for_article(article, *ids)
        flag_all(ids, why=why, by=by)


@contextmanager
def weighed_anew(links, *, article, why, by):
    """Flag the decisions that had one of `links` to weigh, where they stand on something else after the block.

    All of `links` are into the held `article`. Which day this was published, and whose words they are, decides what
    they count for (E2, E3, E7).
    """
    ids = claims_decided_with(links)
    if ids:
        figures.lock_for_article(article, *ids)
    before = footing_of(ids)
    yield
    after = footing_of(ids)
    flag_all({pk for pk in after if after[pk] != before[pk]}, why=why, by=by)


def flag_unfounded(ids, *, why, by):
    """Flag the decisions on the claims `ids`, which are locked, whose evidence of an alternative fell away.

    `unfounded_among` says when it did; `why` is for the log.
    """
    for decision in unfounded_among(ids) if ids else ():
        _flag(decision, why, by)


def flag_all(ids, *, why, by):
    """Flag every decision on the claims `ids`, which are locked: its evidence says something else."""
    for decision in Assessment.objects.decisions().live().filter(claim__in=ids).order_by("claim") if ids else ():
        _flag(decision, why, by)


def _flag(decision, why, by):
    claim, now = Claim.objects.get(pk=decision.claim_id), timezone.now()
    if claim.amended_at and claim.amended_at > decision.created_at:
        return
    before, after = log.changes(claim, {"amended_at": now})
    log.apply(claim, after, updated_at=now)
    log.record(
        by=by, verb=Verb.CHANGED, on=claim, before=before, after=after | {"unfounded": True}, reason=why, at=now
    )
    figures.refresh(claim)
