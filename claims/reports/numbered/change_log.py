"""R10: what changed between two moments, and what changed it."""

from datetime import UTC, datetime, time, timedelta

from django.utils import timezone

from claims.reports.numbered.changes import changes_between
from claims.reports.numbered.parts import Column, Counted, Figure, Report, Table
from claims.vocabulary import Noun

CODE, TITLE = "R10", "Change log"
QUESTION = "What changed since last week, and who changed it?"
BY_DEFAULT = timedelta(days=7)
RULES = (
    "A line is a change of a claim that was made, of its ties to others, or of what is computed of it: before, "
    "after, and the act that did it. Without an act, time alone did it: a window ended, or a day of review came.",
    "Without another first moment, it begins with the day that lies seven days before that of the record cut-off.",
    "Evidence, timing, verdict, flags and origins are computed after each act; what changed and changed back between "
    "the two moments is not among them.",
)
COLUMNS = (
    Column("number", "Claim", "claim"),
    Column("statement", "Statement"),
    Column("what", "What", "word"),
    Column("before", "Before"),
    Column("after", "After"),
    Column("at", "When", "moment"),
    Column("who", "Who", "word"),
    Column("act", "What was done"),
)


def build(scope, since=None, claim=None):
    """Return what changed of the claims of `scope`, or of `claim` alone, after `since`; the newest first.

    `since` is a moment, by default the `first_moment` of the scope.
    """
    until = scope.recorded_by or timezone.now()
    since = since or first_moment(scope)
    found = changes_between(scope, since, until, claim=claim)
    lines = tuple(
        (one.number, one.statement, one.what, one.before, one.after, one.at, one.who, one.act)
        for one in found.changes
    )
    changed = Counted("changed", tuple(sorted({one.number for one in found.changes})), Noun.CLAIM)
    table = Table("changes", "Changes", COLUMNS, lines, empty="Nothing changed.", note=found.left_out)
    rules = (*RULES, *_asked(since.astimezone(UTC), claim))
    return Report(CODE, TITLE, rules, (Figure("Claims that changed", changed),), (table,))


def first_moment(scope):
    """Return the beginning of the day that lies seven days before that of the record cut-off.

    Of a day, so that what is asked twice as of now is asked of the same time.
    """
    day = timezone.localdate(scope.recorded_by) - BY_DEFAULT
    return timezone.make_aware(datetime.combine(day, time.min)).astimezone(UTC)


def _asked(since, claim):
    """Yield in sentences what was asked besides the scope."""
    yield f"This one begins on {since.day} {since:%B %Y at %H:%M:%S} UTC."
    if claim:
        yield f"It is of {claim.label} alone."
