"""R12: what each rule of the assistant is worth: how much of what it suggested people accepted."""

from collections import defaultdict

from claims.models.suggestion import JUDGED
from claims.reports.numbered import suggested
from claims.reports.numbered.judged import judged
from claims.reports.numbered.parts import Column, Counted, Figure, Report, Share, Table
from claims.vocabulary import Noun, SuggestionKind, SuggestionState

CODE, TITLE = "R12", "Suggestion yield"
QUESTION = "Which rules of the assistant are worth their suggestions?"
RULES = (
    "Yield is accepted / (accepted + rejected). What nobody has judged is in no denominator: it waits still, or is "
    "offered no more because its words or its claim have changed.",
    "A suggestion counts as it was judged at the record cut-off.",
    suggested.RULE,
)
COLUMNS = (
    Column("kind", "Kind"),
    Column("rule", "Rule"),
    Column("offered", "Offered", "number"),
    Column("unjudged", "Not judged", "number"),
    Column("accepted", "Accepted / judged", "number"),
)


def build(scope):
    """Return the yield of every rule that had suggested something in `scope`, by kind and name."""
    offered = _offered(scope)
    lines = tuple(
        (SuggestionKind(kind).label, rule, *_cells(found, f"{kind}-{rule}"))
        for (kind, rule), found in sorted(offered.items())
    )
    every = [one for found in offered.values() for one in found]
    table = Table(
        "rules", TITLE, COLUMNS, lines, total=("All kinds", "", *_cells(every, "all")),
        empty="No rule has suggested anything yet.",
    )  # fmt: skip
    figures = (Figure("Accepted of all that was judged", _yield(every, "yield")),)
    return Report(CODE, TITLE, RULES, figures, (table,))


def _offered(scope):
    """Return {(kind, rule without its key): [(id, as what it was judged at the cut-off, or None)]}."""
    rows = suggested.suggestions_in(scope).values_list("pk", "kind", "rule")
    judgements, offered = judged(scope.recorded_by), defaultdict(list)
    for pk, kind, rule in rows:
        _, state = judgements.get(pk, (None, None))
        offered[kind, rule.partition(":")[0]].append((pk, state))
    return offered


def _cells(found, key):
    yield _counted(found, f"{key}-offered", (None, *JUDGED))
    yield _counted(found, f"{key}-unjudged", [None])
    yield _yield(found, f"{key}-accepted")


def _yield(found, key):
    accepted = _counted(found, key, [SuggestionState.ACCEPTED])
    return Share(part=accepted, whole=_counted(found, f"{key}-of", JUDGED))


def _counted(found, key, states):
    return Counted(key, tuple(pk for pk, state in found if state in states), of=Noun.SUGGESTION)
