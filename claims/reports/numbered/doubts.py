"""R4: claims on which the records disagree: with each other, among colleagues, or with what was decided."""

from collections import defaultdict
from datetime import datetime

from django.utils import timezone

from claims.models import Assessment, ClaimSet, Event
from claims.reports.at_scale.columns import moments_of
from claims.reports.at_scale.doubts import in_conflict_since, moved_since
from claims.reports.at_scale.loading import each_of
from claims.reports.claim_sets import set_rows
from claims.reports.history import Past
from claims.reports.numbered.parts import Column, Figure, Report, Table, count
from claims.reports.numbered.rows import live_rows
from claims.vocabulary import EvidenceStatus, Flag, Noun

CODE, TITLE = "R4", "Conflicts and doubts"
QUESTION = "On which claims do our records disagree, and for how long?"
RULES = (
    "Conflicting evidence counts until the claim is decided. It is as old as the later of two records: the first "
    "counted link of the one side, and the first of the other.",
    "Proposals are disputed while two that stand differ in their verdict, since the first that differed was made. "
    "One that speaks of a day after the cut-off does not stand yet.",
    "A decision needs re-review since the first change after it: a counted link made, one withdrawn or suspended, or "
    "the claim amended.",
    "Alternatives contradict each other where two are held to be true, by a decision or an independent report.",
    "Age is in days, from the day on which that was recorded to that of the record cut-off.",
)
COLUMNS = (
    Column("number", "Claim", "claim"),
    Column("statement", "Statement"),
    Column("since", "Since", "day"),
    Column("days", "Days", "number"),
    Column("owner", "Owner"),
)
ALTERNATIVES = (
    Column("number", "Claim", "claim"),
    Column("statement", "Statement"),
    Column("set", "Set"),
    Column("why", "What contradicts"),
    Column("owner", "Owner"),
)


def build(scope):
    """Return the claims of `scope` on which records disagree; the oldest doubt of each kind first."""
    past = Past(scope.recorded_by)
    rows = live_rows(scope, past)
    conflicting = [row for row in rows if row.evidence_status == EvidenceStatus.CONFLICTING and not row.is_decided]
    disputed = [row for row in rows if Flag.DISPUTED in row.flags]
    moved = [row for row in rows if row.is_decided and Flag.NEEDS_REVIEW in row.flags]
    each = each_of([row.pk for row in (*conflicting, *moved)], scope.as_of, past)
    parts = (
        ("conflicting", "Conflicting evidence", conflicting, in_conflict_since(each), "No evidence conflicts."),
        ("disputed", "Disputed proposals", disputed, _disputed_since(scope.day, past), "No proposals differ."),
        ("moved", "Decisions to look at again", moved, _moved_since(each), "Nothing changed under a decision."),
    )
    shown = [Figure(title, count(found, name)) for name, title, found, _, _ in parts]
    tables = [_table(name, title, found, since, past.at, empty) for name, title, found, since, empty in parts]
    table, figure = _alternatives({row.pk: row for row in rows}, scope)
    return Report(CODE, TITLE, RULES, (*shown, figure), (*tables, table))


def _alternatives(rows, scope):
    """Return the table and the figure of those of `rows` that are held to be true beside an alternative."""
    sets = set_rows(list(ClaimSet.objects.order_by("pk")), as_of=scope.as_of, recorded_by=scope.recorded_by)
    found = [(rows[claim.pk], one) for one in sets if one.contradiction for claim in one.held if claim.pk in rows]
    lines = tuple(
        (row.number, row.statement, one.claim_set.name, one.contradiction, row.owner or "Nobody")
        for row, one in found
    )
    title = "Alternatives that both hold"
    table = Table("alternatives", title, ALTERNATIVES, lines, empty="No two alternatives are held to be true.")
    return table, Figure(title, count({row.pk: row for row, _ in found}.values(), "alternatives"))


def _table(name, title, rows, since, moment, empty):
    until = timezone.localdate(moment)
    days = ((row, timezone.localdate(since[row.pk])) for row in rows)
    lines = [(row.number, row.statement, day, (until - day).days, row.owner or "Nobody") for row, day in days]
    lines.sort(key=lambda line: (line[2], line[0]))
    return Table(name, title, COLUMNS, tuple(lines), empty=empty)


def _disputed_since(day, past):
    """Return {claim id: when the first of the proposals that stand was made whose verdict differs from the first}."""
    proposals = defaultdict(list)
    made = Assessment.objects.live(past.at).proposals().filter(as_of__lte=day).order_by("created_at", "pk")
    for claim, *proposal in made.values_list("claim", "created_at", "verdict"):
        proposals[claim].append(proposal)
    differing = {
        claim: [moment for moment, verdict in of_claim if verdict != of_claim[0][1]]
        for claim, of_claim in proposals.items()
    }
    return {claim: moments[0] for claim, moments in differing.items() if moments}


def _moved_since(each):
    """Return {claim id: when what its decision rests on changed first after it}, earlier amendments as well."""
    since = moved_since(each)
    decided = dict(zip(each.claims.keys.tolist(), moments_of(each.claims.decided_at), strict=True))
    for claim, amended_at in _amendments(list(since)):
        if decided[claim] < amended_at < since[claim]:
            since[claim] = amended_at
    return since


def _amendments(ids):
    """Yield (claim id, moment) of the amendments that the log tells of: a claim knows its last only."""
    told = Event.objects.filter(claim__in=ids, noun=Noun.CLAIM, after__has_key="amended_at")
    for claim, moment in told.values_list("claim", "after__amended_at"):
        yield claim, datetime.fromisoformat(moment)
