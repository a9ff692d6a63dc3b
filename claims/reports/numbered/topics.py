"""R9: the desk by topic."""

from collections import defaultdict

from claims.models import Claim, Topic
from claims.reports import history
from claims.reports.numbered.outcomes import fulfilment
from claims.reports.numbered.parts import Column, Figure, Report, Table, count
from claims.reports.numbered.rows import RULE, live_rows
from claims.vocabulary import ClaimKind, EvidenceStatus, Noun, Timing

CODE, TITLE = "R9", "By topic"
QUESTION = "How does the desk stand topic by topic?"
RULES = (
    "Counted are live claims. A claim with two topics counts in both, and once in the last line.",
    f"{RULE} Fulfilment is confirmed / (confirmed + partly confirmed + refuted), of decided forecasts.",
)
NO_TOPIC = "No topic"
COLUMNS = (
    Column("topic", "Topic"),
    Column("claims", "Claims", "number"),
    Column("undecided", "Undecided", "number"),
    Column("overdue", "Overdue", "number"),
    Column("conflicting", "Conflicting", "number"),
    Column("decided", "Decided", "number"),
    Column("fulfilment", "Fulfilment", "number"),
)


def build(scope):
    """Return how the claims of `scope` stand in each topic, by name; those without one last."""
    rows = live_rows(scope)
    of_topic = _by_topic(rows, scope)
    names = sorted(of_topic, key=lambda name: (name == NO_TOPIC, name.casefold(), name))
    slugs = dict(Topic.objects.values_list("name", "slug"))
    lines = tuple((name, *_cells(of_topic[name], _key(name, slugs))) for name in names)
    table = Table("topics", TITLE, COLUMNS, lines, total=("All topics", *_cells(rows, "all")))
    figures = (Figure("Live claims", count(rows, "live")),)
    return Report(CODE, TITLE, RULES, figures, (table,))


def _key(name, slugs):
    return "no-topic" if name == NO_TOPIC else f"topic-{slugs[name]}"


def _by_topic(rows, scope):
    names = topic_names(scope)
    found = defaultdict(list)
    for row in rows:
        for name in names.get(row.pk) or [NO_TOPIC]:
            found[name].append(row)
    return found


def topic_names(scope):
    """Return {claim id: names of its topics} at the record cut-off, for the claims that had any."""
    names = defaultdict(list)
    for pk, name in Claim.objects.filter(topics__isnull=False).order_by("pk").values_list("pk", "topics__name"):
        names[pk].append(name)
    if scope.recorded_by:
        earlier = history.earlier_values(Noun.CLAIM, scope.recorded_by)
        names |= {pk: values["topics"] for pk, values in earlier.items() if "topics" in values}
    return names


def _cells(rows, key):
    yield count(rows, f"{key}-claims")
    undecided = [row for row in rows if not row.is_decided]
    yield count(undecided, f"{key}-undecided")
    yield count(undecided, f"{key}-overdue", lambda row: row.timing == Timing.OVERDUE)
    yield count(undecided, f"{key}-conflicting", lambda row: row.evidence_status == EvidenceStatus.CONFLICTING)
    decided = [row for row in rows if row.is_decided]
    yield count(decided, f"{key}-decided")
    yield fulfilment([row for row in decided if row.kind == ClaimKind.FORECAST], f"{key}-fulfilment")
