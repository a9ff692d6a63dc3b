"""Everything that rests on an article, and what another standing of it would do to that. Reads only."""

from dataclasses import dataclass, replace

from django.utils import timezone

from claims.models import Claim, Edition, Event, Link
from claims.reports.effects import ClaimEffect
from claims.reports.facts import facts_for, figures_from
from claims.reports.link_facts import with_loss
from claims.reports.resting import claims_decided_with, claims_resting_on
from claims.vocabulary import BEARING, Noun, Standing, Verb


@dataclass(frozen=True, slots=True)
class StandingEffects:
    """What rests on an article: how many live links, the claims that these count for, and the editions that hold it.

    Among the claims are those whose decision rests on what it reports of an alternative. `suspends` counts the links
    that would be suspended and are not yet; context and qualifications never are. Editions stay as they were frozen;
    whoever holds one may have to be told.
    """

    links: int
    suspends: int
    claims: tuple[ClaimEffect, ...]
    editions: tuple[Edition, ...]

    @property
    def changed(self):
        return [effect for effect in self.claims if effect.changes]

    @property
    def flagged(self):
        return [effect for effect in self.claims if effect.is_flagged]

    def as_logged(self):
        """Return the list in plain values, as the log keeps it with the act."""
        return {
            "claims": [
                {"claim": effect.claim.number, "changes": [list(change) for change in effect.changes]}
                for effect in self.claims
            ],
            "editions": [{"edition": edition.pk, "title": edition.title} for edition in self.editions],
        }


def standing_effects(article, standing):
    """Return what rests on `article`, and the figures that would follow if its standing became `standing` now."""
    links = Link.objects.live().filter(passage__article=article)
    own = Claim.objects.filter(pk__in=links.values("claim")).select_related("merged_into")
    resting = claims_resting_on(links)
    holders = sorted({claim.merged_into_id or claim.pk for claim in own} | resting)
    facts, supposed = facts_for(holders), _supposed(article, links, standing)
    shaken = _shaken(article, standing, links, resting)
    claims = Claim.objects.filter(pk__in=holders).select_related("figures").order_by("number")
    return StandingEffects(
        links=len(links),
        suspends=len(_suspended_anew(facts.values(), supposed)),
        claims=tuple(_effect(claim, facts[claim.pk], supposed, claim.pk in shaken) for claim in claims),
        editions=tuple(_editions(article)),
    )


def _shaken(article, standing, links, resting):
    """Return the keys of the claims whose decision would be flagged, though none of their own links falls away."""
    if standing == Standing.CORRECTED and article.standing != standing:
        return claims_decided_with(links)
    return resting if _withdraws(article, standing) else ()


def _withdraws(article, standing):
    return standing == Standing.WITHDRAWN and article.standing != Standing.WITHDRAWN


def _effect(claim, facts, supposed, is_shaken):
    """Return the effect on `claim`; where its decision would lose what it rests on, it would count as amended."""
    links = [replace(link, suspended_since=supposed.get(link.id, link.suspended_since)) for link in facts.links]
    before = figures_from(facts.claim, facts.links, facts.assessments)
    then = replace(facts.claim, amended_at=timezone.now()) if is_shaken else facts.claim
    return ClaimEffect(claim, before, figures_from(then, links, facts.assessments))


def _suspended_anew(facts, supposed):
    links = (link for of_claim in facts for link in of_claim.links if supposed.get(link.id))
    return {link.id for link in links if link.suspended_since is None and link.stance in BEARING}


def _supposed(article, links, standing):
    """Return {link: since when it would be suspended} for those into `article`; empty where that stays as it is."""
    if (article.standing == Standing.WITHDRAWN) == (standing == Standing.WITHDRAWN):
        return {}
    if _withdraws(article, standing):
        return dict.fromkeys((link.pk for link in links), timezone.now())
    return dict(with_loss(links).values_list("pk", "lost_at"))


def _editions(article):
    held = Edition.passages.through.objects.filter(passage__article=article)
    return Edition.objects.filter(pk__in=held.values("edition")).defer("content").order_by("-pk")


@dataclass(frozen=True, slots=True)
class Rested:
    """What rested on an article when its standing was changed, as the log holds it."""

    event: Event
    standing: str
    claims: tuple[tuple[Claim, tuple[tuple[str, str, str], ...]], ...]
    editions: tuple[dict, ...]


def rested_on(article):
    """Return what rested on `article` when its standing was last changed, or None where it never was."""
    event = (
        Event.objects.filter(noun=Noun.ARTICLE, object_id=article.pk, verb=Verb.CHANGED, after__has_key="rested")
        .select_related("actor")
        .order_by("-pk")
        .first()
    )
    if event is None:
        return None
    rested = event.after["rested"]
    numbers = [line["claim"] for line in rested["claims"]]
    known = {claim.number: claim for claim in Claim.objects.filter(number__in=numbers).select_related("figures")}
    return Rested(
        event=event,
        standing=event.after["standing"],
        claims=tuple((known[line["claim"]], tuple(map(tuple, line["changes"]))) for line in rested["claims"]),
        editions=tuple(rested["editions"]),
    )
