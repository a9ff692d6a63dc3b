"""Which claims exclude each other, and what is reported of those that a claim excludes. Reads only."""

from collections import defaultdict

from claims.models import Claim, Link, Membership
from claims.reports.facts import figures_for
from claims.reports.history import Past
from claims.reports.merges import merged_claims
from claims.vocabulary import Basis, Independence, Noun, Stance, State

STANDING_FIELDS = ("state", "merged_into")


def alternatives_of(ids, *, recorded_by=None):
    """Return {claim id: ids of the claims that cannot be true beside it} for the claims `ids` at a record moment.

    A merged claim answers in the one it was merged into, which stands for it in its sets; of a rejected one nobody
    holds anything. What has no alternative is left out.
    """
    sets = _sets_of({*ids, *merged_claims(list(ids), recorded_by)}, recorded_by)
    found = defaultdict(set)
    for members in sets.values():
        for pk in members & set(ids):
            found[pk] |= members - {pk}
    return {pk: frozenset(others) for pk, others in found.items() if others}


def _sets_of(ids, recorded_by):
    """Return {set id: claims that stand in it} of the sets in which one of the claims `ids` is."""
    live = Membership.objects.live(recorded_by)
    own = live.filter(claim__in=ids).order_by().values("claim_set")
    rows = list(live.filter(claim_set__in=own).values_list("claim_set", "claim"))
    holders = holders_of({claim for _, claim in rows}, Past(recorded_by))
    sets = defaultdict(set)
    for key, claim in rows:
        if holders[claim] is not None:
            sets[key].add(holders[claim])
    return sets


def holders_of(ids, past):
    """Return {claim id: the claim that stands for it}: itself, the one it was merged into, or None once rejected."""
    earlier = past.of(Noun.CLAIM) if ids else {}
    rows = {row.pop("pk"): row for row in Claim.objects.filter(pk__in=ids).values("pk", *STANDING_FIELDS)}
    then = {pk: row | {name: earlier.get(pk, {}).get(name, row[name]) for name in row} for pk, row in rows.items()}
    return {pk: None if row["state"] == State.REJECTED else row["merged_into"] or pk for pk, row in then.items()}


def outcomes_of_alternatives(claim):
    """Return the live links that may carry that `claim` is refuted (E6), as a QuerySet.

    They report independently that an alternative of it happened; whether they count on a day is another matter.
    """
    return reported_outcomes(alternatives_of([claim.pk]).get(claim.pk, ()))


def reported_outcomes(ids):
    """Return the live links that report independently that one of the claims `ids` happened, as a QuerySet."""
    links = Link.objects.counting_for(ids).live()
    telling = {"stance": Stance.SUPPORTS, "basis": Basis.OUTCOME, "independence": Independence.INDEPENDENT}
    return links.filter(**telling, passage__origin__isnull=False)


def uncounted_beside(claim, links, *, as_of=None):
    """Return {link id: why it does not count} of those `links` that are of alternatives of `claim`."""
    others = {link.claim.merged_into_id or link.claim_id for link in links} - {claim.pk}
    figures = figures_for(Claim.objects.filter(pk__in=others), as_of=as_of) if others else {}
    return {key: why for each in figures.values() for key, why in each.uncounted.items()}
