"""Decisions that rest on what is reported of an alternative (E6): flagged when that carries them no more.

As with a merge, the decided claim counts as amended from that moment on, so that its figures need no rule of their
own and are the same in every report, then and now.
"""

from django.db.models import F, Prefetch
from django.utils import timezone

from claims.models import Assessment, Claim, Link
from claims.reports.alternatives import alternatives_of
from claims.reports.suspension import all_suspended_links
from claims.services import figures, log
from claims.vocabulary import Step, Verb


def claims_resting_on(links):
    """Return the keys of the claims whose decision relies on one of the query `links` that is not theirs."""
    relied_on = Assessment.relied_on.through.objects.filter(
        link__in=links.order_by().values("pk"), assessment__closed_at=None, assessment__step=Step.DECISION
    )
    others = relied_on.exclude(assessment__claim=F("link__claim"))
    pairs = others.values_list("assessment__claim", "link__claim__merged_into")
    return {claim for claim, merged_into in pairs if claim != merged_into}


def flag_for_article(article, *, why, by):
    """Flag the decisions that rely on what `article` reports of an alternative, where that is suspended now (E8)."""
    ids = claims_resting_on(Link.objects.live().filter(passage__article=article))
    if ids:
        figures.lock_for_article(article, *ids)
        flag_unfounded(ids, why=why, by=by)


def flag_unfounded(ids, *, why, by):
    """Flag the decisions on the claims `ids`, which are locked, whose evidence of an alternative fell away.

    That is: the link was withdrawn or is suspended, or its claim is no alternative any more. `why` is for the log.
    """
    if not ids:
        return
    alternatives = alternatives_of(ids)
    relied_on = Prefetch("relied_on", Link.objects.select_related("claim"))
    decisions = Assessment.objects.decisions().live().filter(claim__in=ids).order_by("claim")
    for decision in decisions.select_related("claim").prefetch_related(relied_on):
        if _is_unfounded(decision, alternatives.get(decision.claim_id, frozenset())):
            _flag(decision, why, by)


def _is_unfounded(decision, alternatives):
    own = {decision.claim_id, *decision.claim.merged.values_list("pk", flat=True)}
    others = [link for link in decision.relied_on.all() if link.claim_id not in own]
    suspended = all_suspended_links().filter(pk__in=[link.pk for link in others])
    return any(
        not link.is_live or (link.claim.merged_into_id or link.claim_id) not in alternatives for link in others
    ) or (bool(others) and suspended.exists())


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
