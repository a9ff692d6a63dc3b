"""R4: claims on which the records disagree: with each other, among colleagues, or with what was decided."""

from datetime import datetime

from django.utils import timezone

from claims.models import Event
from claims.reports.evidence import moves_since, standing_decision
from claims.reports.facts import facts_for
from claims.reports.numbered.parts import Column, Figure, Report, Table, count
from claims.reports.numbered.records import in_batches
from claims.reports.numbered.rows import UNDECIDED, live_rows
from claims.vocabulary import Basis, ClaimKind, EvidenceStatus, Flag, Noun, Stance, State, Step

CODE, TITLE = "R4", "Conflicts and doubts"
QUESTION = "On which claims do our records disagree, and for how long?"
RULES = (
    "Conflicting evidence counts until the claim is decided. It is as old as the later of two records: the first "
    "counted link of the one side, and the first of the other.",
    "Proposals are disputed while two that stand differ in their verdict, since the first that differed was made.",
    "A decision needs re-review since the first change after it: a counted link made, one withdrawn or suspended, or "
    "the claim amended.",
    "Age is in days, from the day on which that was recorded to that of the record cut-off.",
)
COLUMNS = (
    Column("number", "Claim", "claim"),
    Column("statement", "Statement"),
    Column("since", "Since", "day"),
    Column("days", "Days", "number"),
    Column("owner", "Owner"),
)


def build(scope):
    """Return the claims of `scope` that are in conflict, disputed, or decided on what has changed; oldest first."""
    rows = live_rows(scope)
    conflicting = [
        row for row in rows if row.evidence_status == EvidenceStatus.CONFLICTING and row.state in UNDECIDED
    ]
    disputed = [row for row in rows if Flag.DISPUTED in row.flags]
    moved = [row for row in rows if row.state == State.DECIDED and Flag.NEEDS_REVIEW in row.flags]
    parts = (
        ("conflicting", "Conflicting evidence", conflicting, _conflict_since, "No evidence conflicts."),
        ("disputed", "Disputed proposals", disputed, _disputed_since, "No proposals differ."),
        ("moved", "Decisions to look at again", moved, _moved_since, "Nothing changed under a decision."),
    )
    shown = tuple(Figure(title, count(found, name)) for name, title, found, _, _ in parts)
    tables = tuple(_table(name, title, found, since, scope, empty) for name, title, found, since, empty in parts)
    return Report(CODE, TITLE, RULES, shown, tables)


def _table(name, title, rows, since_of, scope, empty):
    until = timezone.localdate(scope.recorded_by)
    lines = []
    for batch in in_batches(rows):
        facts = facts_for([row.pk for row in batch], recorded_by=scope.recorded_by)
        for row in batch:
            since = timezone.localdate(since_of(row.pk, facts[row.pk], scope.day))
            lines.append((row.number, row.statement, since, (until - since).days, row.owner or "Nobody"))
    lines.sort(key=lambda line: (line[2], line[0]))
    return Table(name, title, COLUMNS, tuple(lines), empty=empty)


def _conflict_since(pk, facts, day):
    """Return when the later of the two sides of a conflict got its first link that counts."""
    counted = facts.counted(day)
    against = _first(counted, Stance.REFUTES, Basis.OUTCOME)
    if facts.claim.kind == ClaimKind.FORECAST:
        happened = _first(counted, Stance.SUPPORTS, Basis.OUTCOME)
        if against and happened:
            return max(against, happened)
        against = _first(counted, Stance.REFUTES, Basis.EXPECTATION)
    # What makes or supports the claim is the other side; where nothing does, the claim itself is.
    made = [link.recorded_at for link in counted if link.stance in (Stance.ASSERTS, Stance.SUPPORTS)]
    return max(against, min(made, default=against))


def _first(counted, stance, basis):
    """Return when the first independent link of that stance and basis was made, or None."""
    return min((link.recorded_at for link in counted if link.is_telling(stance, basis)), default=None)


def _disputed_since(pk, facts, day):
    """Return when the first of the proposals that stand was made whose verdict differs from the first of all."""
    proposals = [one for one in facts.assessments if one.step == Step.PROPOSAL]
    first = min(proposals, key=lambda one: one.recorded_at)
    return min(one.recorded_at for one in proposals if one.verdict != first.verdict)


def _moved_since(pk, facts, day):
    decided_at = standing_decision(facts.assessments, day).recorded_at
    moves = list(moves_since(facts.claim, facts.links, facts.counted(day), decided_at))
    if facts.claim.amended_at in moves:
        # The claim knows of its last amendment only.
        moves += _amendments(pk, decided_at)
    return min(moves)


def _amendments(pk, decided_at):
    """Yield when the claim was amended after `decided_at`, as the log tells it."""
    told = Event.objects.filter(claim=pk, noun=Noun.CLAIM, at__gt=decided_at, after__has_key="amended_at")
    for moment in told.values_list("after__amended_at", flat=True):
        yield datetime.fromisoformat(moment)
