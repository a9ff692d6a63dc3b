"""What merging, taking apart, splitting and amending would do to claims, before it is done. Reads only."""

from dataclasses import dataclass, fields, replace

from django.utils import timezone

from claims.models import Assessment, Claim, Link
from claims.reports.blindness import Spoken, spoken_on, standing, visible_to
from claims.reports.effects import ClaimEffect
from claims.reports.evidence import ClaimFacts, Figures
from claims.reports.facts import facts_for, figures_from
from claims.reports.resting import claims_resting_on_reports_of, unfounded_among
from claims.reports.set_effects import SetEffect, effects_on_sets
from claims.vocabulary import Independence, State, Step

JUDGED = {field.name for field in fields(ClaimFacts)} - {"amended_at"}


@dataclass(frozen=True, slots=True)
class ActEffects:
    """What an act would do: to the figures of `claims`, and which live proposals it would close, hidden ones too.

    Among the claims are those whose decision rests on what is reported of an alternative, and would be shaken. `sets`
    are those in which a merge would change who stands there; `opens` says that hidden proposals could be read then.
    """

    claims: tuple[ClaimEffect, ...]
    voided: tuple[Assessment, ...] = ()
    hidden: tuple[Spoken, ...] = ()
    sets: tuple[SetEffect, ...] = ()
    opens: bool = False

    @property
    def closed(self):
        """How many live proposals would be closed."""
        return len(self.voided) + len(self.hidden)

    @property
    def flagged(self):
        return [effect for effect in self.claims if effect.is_flagged]


def merge_effects(claim, into):
    """Return what would follow if `claim` were merged into `into` now: its links count for both."""
    facts = facts_for([claim.pk, into.pk])
    own, its = facts[claim.pk], facts[into.pk]
    after = replace(its, claim=_moved(its.claim, into), links=[*its.links, *own.links])
    return ActEffects(
        claims=(
            _effect(claim, own, replace(own, assessments=[]), State.MERGED),
            _effect(into, its, after),
            *_unfounded_beside(claim, {claim.pk: into.pk}),
        ),
        sets=effects_on_sets(claim, into, after),
        opens=True,
        **_live_proposals(claim),
    )


def unmerge_effects(claim):
    """Return what would follow if the merge of `claim` were taken apart now."""
    into = claim.merged_into
    facts = facts_for([claim.pk, into.pk])
    own, its = facts[claim.pk], facts[into.pk]
    mine = {link.id for link in own.links}
    left = [link for link in its.links if link.id not in mine]
    return ActEffects(
        claims=(
            _effect(claim, own, own, State.OPEN),
            _effect(into, its, replace(its, claim=_moved(its.claim, into), links=left)),
            *_unfounded_beside(into, {claim.pk: claim.pk}),
        )
    )


def _unfounded_beside(claim, supposed):
    """Return the effects on claims whose decision rests on links of `claim`, where these would carry it no more."""
    ids = claims_resting_on_reports_of(claim)
    return _shaken({decision.claim_id for decision in unfounded_among(ids, supposed=supposed)} if ids else ())


def _shaken(ids):
    """Return the effects on the claims `ids` whose decision would be flagged: each would count as amended."""
    if not ids:
        return []
    facts = facts_for(ids)
    rows = Claim.objects.filter(pk__in=ids).order_by("number")
    return [_effect(claim, facts[claim.pk], _amended(facts[claim.pk])) for claim in rows]


def _amended(facts):
    return replace(facts, claim=replace(facts.claim, amended_at=timezone.now()))


@dataclass(frozen=True, slots=True)
class SplitEffects:
    """What a split would make: drafts that say `statements`, each with copies of `links`, and with `figures`."""

    statements: tuple[str, ...]
    links: tuple[Link, ...]
    figures: Figures


def independence_of_copy(link):
    """Return the independence of a copy of `link` or its facts: nobody has judged it for what the part says."""
    return Independence.UNDETERMINED if link.independence else ""


def split_effects(claim, statements):
    """Return what would follow if `claim` were split into `statements` now; the claim itself stays as it is."""
    links = tuple(Link.objects.filter(claim=claim).live().for_detail())
    copied = {link.pk for link in links}
    facts = facts_for([claim.pk])[claim.pk]
    counted = [replace(link, independence=independence_of_copy(link)) for link in facts.links if link.id in copied]
    return SplitEffects(tuple(statements), links, figures_from(replace(facts.claim, amended_at=None), counted, []))


def edit_effects(claim, values, *, amends, tells_anew=False):
    """Return what would follow if `claim` said `values`; an amendment closes proposals and flags a decision.

    Where it `tells_anew`, as each amendment does, the decisions are flagged that rest on what is reported of it.
    """
    facts = facts_for([claim.pk])[claim.pk]
    beside = claims_resting_on_reports_of(claim) if amends or tells_anew else ()
    after = replace(facts, claim=replace(facts.claim, **{name: values[name] for name in JUDGED & values.keys()}))
    if not amends:
        return ActEffects((_effect(claim, facts, after), *_shaken(beside)))
    after = replace(
        _amended(after),
        assessments=[one for one in facts.assessments if one.step != Step.PROPOSAL],
    )
    state = State.OPEN if claim.state == State.PROPOSED else ""
    return ActEffects((_effect(claim, facts, after, state), *_shaken(beside)), **_live_proposals(claim))


def _effect(claim, before, after, state=""):
    return ClaimEffect(
        claim, *(figures_from(one.claim, one.links, one.assessments) for one in (before, after)), state
    )


def _moved(facts, claim):
    """A decision is flagged where its claim gains or loses evidence by a merge."""
    return replace(facts, amended_at=timezone.now()) if claim.state == State.DECIDED else facts


def _live_proposals(claim):
    live = claim.assessments.proposals().live().filter(visible_to(None)).select_related("author")
    return {"voided": tuple(live), "hidden": standing(spoken_on(claim, None))}
