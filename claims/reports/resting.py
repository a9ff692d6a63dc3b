"""Which decisions rest on which links: on those of the claim, and on what is reported of an alternative (E6).

Reads only.
"""

from django.db.models import F, Prefetch
from django.db.models.functions import Coalesce

from claims.models import Assessment, Claim, Link
from claims.reports.alternatives import alternatives_of
from claims.reports.facts import figures_for
from claims.reports.suspension import all_suspended_links
from claims.reports.verdicts import happened_inside
from claims.vocabulary import BEARING, Step


def claims_resting_on(links):
    """Return the keys of the claims whose decision relies on one of the query `links` that is not theirs."""
    relied_on = Assessment.relied_on.through.objects.filter(
        link__in=links.order_by().values("pk"), assessment__closed_at=None, assessment__step=Step.DECISION
    )
    others = relied_on.exclude(assessment__claim=F("link__claim"))
    pairs = others.values_list("assessment__claim", "link__claim__merged_into")
    return {claim for claim, merged_into in pairs if claim != merged_into}


def claims_decided_with(links):
    """Return the keys of the claims whose decision had one of the query `links` to weigh, or rests on it (E6)."""
    bearing = links.filter(stance__in=BEARING).order_by()
    holders = bearing.values_list(Coalesce("claim__merged_into", "claim"), flat=True)
    decided = Assessment.objects.decisions().live().filter(claim__in=holders)
    return set(decided.values_list("claim", flat=True)) | claims_resting_on(links)


def footing_of(ids):
    """Return {claim id: what its live decision stands on} for the claims `ids`, the same as long as that is the same.

    That is which links count and for how much, and of each link relied on whether it tells of a day inside the window
    (E7) and was published by the day that the decision speaks of.
    """
    figures = figures_for(Claim.objects.filter(pk__in=ids)) if ids else {}
    relied_on = Prefetch("relied_on", Link.objects.select_related("claim__merged_into", "passage__article"))
    decisions = Assessment.objects.decisions().live().filter(claim__in=ids).prefetch_related(relied_on)
    return {one.claim_id: (_counts(figures[one.claim_id]), frozenset(_told_by(one))) for one in decisions}


def _counts(figures):
    """Return the figures that evidence makes, without the days that only describe it."""
    kept = ("evidence_status", "articles", "origins", "supporting_origins", "supports", "conflicts", "origin_ids")
    return *(getattr(figures, name) for name in kept), frozenset(figures.uncounted.items())


def _told_by(decision):
    for link in decision.relied_on.all():
        published = link.passage.article.published_on
        in_time = published is not None and published <= decision.as_of
        yield link.pk, in_time, happened_inside(link.claim.merged_into or link.claim, link)


def claims_resting_on_reports_of(claim):
    """Return the keys of the claims whose decision rests on what is reported of `claim`, or of one merged into it."""
    return claims_resting_on(Link.objects.counting_for([claim.pk]).live())


def unfounded_among(ids, *, supposed=None):
    """Return the live decisions on the claims `ids` whose evidence of an alternative carries them no more.

    That is: a link was withdrawn or is suspended, its claim is no alternative any more, or what it reports lies
    outside the window of the claim that stands for it. `supposed` is {claim id: the one that stands for it} as an act
    that is not done yet would make it.
    """
    supposed = supposed or {}
    relied_on = Prefetch("relied_on", Link.objects.select_related("claim", "passage__article"))
    live = Assessment.objects.decisions().live().filter(claim__in=ids).order_by("claim")
    decisions = list(live.select_related("claim").prefetch_related(relied_on))
    beside = {decision: list(_beside(decision, supposed)) for decision in decisions}
    links = [link for some in beside.values() for link, _ in some]
    if not links:
        return []
    alternatives = alternatives_of(ids, supposed=supposed)
    suspended = set(all_suspended_links().filter(pk__in=[link.pk for link in links]).values_list("pk", flat=True))
    holders = Claim.objects.in_bulk({holder for some in beside.values() for _, holder in some})

    def carries(link, holder, claim):
        stands = link.is_live and link.pk not in suspended
        return stands and holder in alternatives.get(claim, ()) and happened_inside(holders[holder], link)

    return [
        decision
        for decision, some in beside.items()
        if not all(carries(link, holder, decision.claim_id) for link, holder in some)
    ]


def _beside(decision, supposed):
    """Yield (link, key of the claim that stands for its claim) of what `decision` relies on that is not its own."""
    for link in decision.relied_on.all():
        holder = supposed.get(link.claim_id) or link.claim.merged_into_id or link.claim_id
        if holder != decision.claim_id:
            yield link, holder
