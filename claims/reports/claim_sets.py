"""Sets of claims of which at most one can be true, as a page shows them: who stands in them, and whether two hold.

Reads only; each as it was on record at a moment, for what was published by a day.
"""

from collections import defaultdict
from dataclasses import dataclass

from claims.models import Claim, ClaimSet, Link, Membership
from claims.reports.alternatives import holders_of
from claims.reports.evidence import standing_decision
from claims.reports.facts import facts_for, last_day
from claims.reports.history import Past
from claims.reports.merges import merged_claims
from claims.reports.recorded import as_recorded
from claims.reports.verdicts import is_inside_window
from claims.vocabulary import Basis, Noun, Stance, Verdict

CONFIRMED, REPORTED = "confirmed", "reported to have happened"


@dataclass(frozen=True, slots=True)
class Member:
    """A claim in a set; `stands` stands for it there: another claim once it was merged, none once it was rejected."""

    membership: Membership
    claim: Claim
    stands: Claim | None


@dataclass(frozen=True, slots=True)
class SetRow:
    """A set with the claims that stand in it, by number; `contradiction` says that two of them hold, if they do.

    `held` are the claims of the set that are held to be true.
    """

    claim_set: ClaimSet
    members: tuple[Member, ...]
    contradiction: str = ""
    held: tuple[Claim, ...] = ()

    @property
    def claims(self):
        """The claims that exclude each other, each once."""
        standing = {member.stands.pk: member.stands for member in self.members if member.stands}
        return sorted(standing.values(), key=lambda claim: claim.number)

    def beside(self, claim):
        """The claims that cannot be true beside `claim`."""
        return [other for other in self.claims if other.pk != claim.pk]

    def membership_of(self, claim):
        """The membership by which `claim` itself is in the set, or None where another stands for it."""
        return next((member.membership for member in self.members if member.claim.pk == claim.pk), None)


def set_rows(sets, *, as_of=None, recorded_by=None):
    """Return the SetRows of the list `sets`, as a record moment and a publication day have them; few queries."""
    past = Past(recorded_by)
    memberships = Membership.objects.live(recorded_by).filter(claim_set__in=[one.pk for one in sets]).for_detail()
    rows = list(memberships.order_by("claim__number"))
    holders = holders_of({row.claim_id for row in rows}, past)
    claims = _claims_then({*holders, *holders.values()} - {None}, past)
    of_set = defaultdict(list)
    for row in rows:
        of_set[row.claim_set_id].append(Member(row, claims[row.claim_id], claims.get(holders[row.claim_id])))
    held = held_true({pk for pk in holders.values() if pk}, as_of=as_of, recorded_by=recorded_by)
    return [_row(one, tuple(of_set[one.pk]), held, past) for one in sets]


def _claims_then(ids, past):
    rows = Claim.objects.filter(pk__in=ids).select_related("figures", "merged_into")
    earlier = past.of(Noun.CLAIM)
    return {row.pk: as_recorded(row, earlier.get(row.pk, {})) for row in rows}


def _row(claim_set, members, held, past):
    then = as_recorded(claim_set, past.of(Noun.CLAIM_SET).get(claim_set.pk, {}))
    row = SetRow(then, members)
    true = tuple(claim for claim in row.claims if claim.pk in held)
    return SetRow(then, members, contradiction_among(row.claims, held), true)


def sets_of(claim, *, as_of=None, recorded_by=None):
    """Return the SetRows of the sets in which `claim`, or one merged into it, stands; the oldest set first."""
    held = [claim.pk, *merged_claims([claim.pk], recorded_by)]
    live = Membership.objects.live(recorded_by).filter(claim__in=held)
    sets = list(ClaimSet.objects.filter(pk__in=live.order_by().values("claim_set")).order_by("pk"))
    found = set_rows(sets, as_of=as_of, recorded_by=recorded_by) if sets else ()
    return tuple(row for row in found if claim.pk in {one.pk for one in row.claims})


def left_by(claim_set, recorded_by=None):
    """Return the memberships in `claim_set` that had ended at the record cut-off, the last to end first."""
    ended = claim_set.memberships.filter(left_at__isnull=False).for_detail().order_by("-left_at")
    return ended if recorded_by is None else ended.filter(left_at__lte=recorded_by)


def held_true(ids, *, as_of=None, recorded_by=None):
    """Return {claim id: how it is held to be true} of those of the claims `ids` that are: decided, or reported.

    Reported means independently, inside the window, by evidence that counts. What was decided to be refuted is held
    no more, nor what is confirmed in part alone: another may hold beside it.
    """
    facts = facts_for(ids, recorded_by=recorded_by) if ids else {}
    return held_by_facts(facts, as_of or last_day(recorded_by))


def held_by_facts(facts, day):
    """Return the same of {claim id: Facts}, supposed ones as well, for what was published by `day`."""
    telling = {pk: [link for link in each.counted(day) if _tells(link)] for pk, each in facts.items()}
    ids = [link.id for links in telling.values() for link in links]
    named = dict(Link.objects.filter(pk__in=ids, occurred_on__isnull=False).values_list("pk", "occurred_on"))
    happened = {
        pk: any(is_inside_window(facts[pk].claim, named.get(link.id, link.published_on)) for link in links)
        for pk, links in telling.items()
    }
    held = {pk: _held(standing_decision(each.assessments, day), happened[pk]) for pk, each in facts.items()}
    return {pk: how for pk, how in held.items() if how}


def _tells(link):
    return link.is_telling(Stance.SUPPORTS, Basis.OUTCOME)


def _held(decision, happened):
    if decision and decision.verdict == Verdict.CONFIRMED:
        return CONFIRMED
    is_denied = decision and decision.verdict in (Verdict.REFUTED, Verdict.PARTLY_CONFIRMED)
    return REPORTED if happened and not is_denied else ""


def contradiction_among(claims, held):
    """Return the sentence that says that two or more of `claims` are `held` true, or nothing.

    `held` is what `held_true` gives.
    """
    by_way = {way: [claim.label for claim in claims if held.get(claim.pk) == way] for way in (CONFIRMED, REPORTED)}
    if sum(map(len, by_way.values())) < 2:
        return ""
    said = " and ".join(_said(labels, way) for way, labels in by_way.items() if labels)
    return f"{said}, and at most one of them can be true."


def _said(labels, way):
    if len(labels) == 1:
        return f"{labels[0]} is {way}"
    first, last = labels[:-1], labels[-1]
    return f"{', '.join(first)} and {last} are {'both' if len(labels) == 2 else 'all'} {way}"
