"""What a merge would do to the sets of alternatives in which the two claims stand. Reads only."""

from dataclasses import dataclass

from django.utils import timezone

from claims.models import ClaimSet
from claims.reports.claim_sets import contradiction_among, held_by_facts, sets_of
from claims.reports.facts import facts_for


@dataclass(frozen=True, slots=True)
class SetEffect:
    """A set: whether the claim that stays would come to stand in it (`joins`), and a contradiction that were new."""

    claim_set: ClaimSet
    joins: bool
    contradiction: str = ""


def effects_on_sets(claim, into, after):
    """Return the effects on sets if `claim` were merged into `into`, of which `after` are the Facts then."""
    received = sets_of(claim)
    own = sets_of(into)
    joined = {row.claim_set.pk for row in own}
    effects = [_effect(row, claim, into, after, joins=row.claim_set.pk not in joined) for row in (*received, *own)]
    return tuple(effect for effect in effects if effect.joins or effect.contradiction)


def _effect(row, claim, into, after, *, joins):
    others = [one for one in row.claims if one.pk not in (claim.pk, into.pk)]
    facts = facts_for([one.pk for one in others]) | {into.pk: after}
    members = sorted([*others, into], key=lambda one: one.number)
    said = contradiction_among(members, held_by_facts(facts, timezone.localdate()))
    return SetEffect(row.claim_set, joins, said if said != row.contradiction else "")
