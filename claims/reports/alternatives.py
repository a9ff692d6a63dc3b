"""Which claims exclude each other, and what is reported of those that a claim excludes. Reads only."""

from collections import defaultdict

from django.db.models import Q
from django.db.models.functions import Coalesce

from claims.models import Claim, Link, Membership
from claims.reports.evidence import earliest_outcome_day
from claims.reports.facts import figures_for
from claims.reports.history import Past
from claims.reports.merges import merged_claims
from claims.vocabulary import Basis, ClaimKind, Independence, Noun, Stance, State, Uncounted

STANDING_FIELDS = ("state", "merged_into")
# On which day it happened, as far as a link tells.
HAPPENED = Coalesce("occurred_on", "passage__article__published_on")


def alternatives_of(ids, *, recorded_by=None, supposed=None):
    """Return {claim id: ids of the claims that cannot be true beside it} for the claims `ids` at a record moment.

    A merged claim answers in the one it was merged into, which stands for it in its sets; of a rejected one nobody
    holds anything. What has no alternative is left out. `supposed` is {claim id: the one that stands for it} where an
    act that is not done yet would change that.
    """
    sets = _sets_of({*ids, *merged_claims(list(ids), recorded_by)}, recorded_by, supposed or {})
    found = defaultdict(set)
    for members in sets.values():
        for pk in members & set(ids):
            found[pk] |= members - {pk}
    return {pk: frozenset(others) for pk, others in found.items() if others}


def _sets_of(ids, recorded_by, supposed):
    """Return {set id: claims that stand in it} of the sets in which one of the claims `ids` is."""
    live = Membership.objects.live(recorded_by)
    own = live.filter(claim__in=ids).order_by().values("claim_set")
    rows = list(live.filter(claim_set__in=own).values_list("claim_set", "claim"))
    holders = holders_of({claim for _, claim in rows}, Past(recorded_by)) | supposed
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


def told_of_alternatives(claim):
    """Return the live links that report independently that an alternative of `claim` happened, whenever it did."""
    return _told_of(alternatives_of([claim.pk]).get(claim.pk, ()))


def reported_outcomes(ids):
    """Return the live links that report independently that one of the claims `ids` happened, as a QuerySet.

    What happened outside the window of the claim that stands for it is another event: that one did not come true.
    """
    unmerged = Q(claim__merged_into=None)
    inside = (unmerged & _inside("claim")) | (~unmerged & _inside("claim__merged_into"))
    return _told_of(ids).filter(inside)


def _told_of(ids):
    telling = {"stance": Stance.SUPPORTS, "basis": Basis.OUTCOME, "independence": Independence.INDEPENDENT}
    return Link.objects.counting_for(ids).live().filter(**telling, passage__origin__isnull=False)


def _inside(claim):
    """Return the condition that a link tells of a day inside the window of its `claim`, the path to one."""
    within = Q(**{f"{claim}__window_start": None}) | Q(**{f"{claim}__window_start__lte": HAPPENED})
    until = Q(**{f"{claim}__window_end": None}) | Q(**{f"{claim}__window_end__gte": HAPPENED})
    return ~Q(**{f"{claim}__kind": ClaimKind.FORECAST}) | (within & until)


def uncounted_beside(claim, links, *, as_of=None):
    """Return {link id: why it does not count} of those `links` that are of alternatives of `claim`.

    That an alternative happened tells nothing of a forecast before this could come true or fail (E2, E3).
    """
    others = {link.claim.merged_into_id or link.claim_id for link in links} - {claim.pk}
    if not others:
        return {}
    figures = figures_for(Claim.objects.filter(pk__in={claim.pk, *others}), as_of=as_of)
    earliest = earliest_outcome_day(claim.window_start, figures.pop(claim.pk).first_made_on)
    early = [link for link in links if claim.is_forecast and _is_before(link, earliest)]
    uncounted = {key: why for each in figures.values() for key, why in each.uncounted.items()}
    return dict.fromkeys((link.pk for link in early), Uncounted.TOO_EARLY) | uncounted


def _is_before(link, day):
    published_on = link.passage.article.published_on
    return day is not None and published_on is not None and published_on < day
