"""What each rule of the assistant is worth: how much of what it suggested people accepted, and what was not read."""

from dataclasses import dataclass

from django.db.models import Case, Count, F, Q, Value, When
from django.db.models.functions import StrIndex, Substr

from claims.models import AssistantRun, Suggestion
from claims.vocabulary import SuggestionKind, SuggestionState

# Of fewer judgements a percentage says more than is known.
FEWEST_FOR_A_SHARE = 5
MOST_UNREAD = 100


@dataclass(frozen=True, slots=True)
class Share:
    """`part` of `whole`, as a fraction, and in per cent where there are enough."""

    part: int
    whole: int

    @property
    def percent(self):
        """The nearest whole number, or None where there are too few."""
        return round(100 * self.part / self.whole) if self.whole >= FEWEST_FOR_A_SHARE else None


@dataclass(frozen=True, slots=True)
class RuleYield:
    """What became of the suggestions of one rule in one of its versions; `rule` is its name without any key.

    `kept` counts the accepted ones whose words were taken exactly as offered, `with_words` those that took words.
    """

    kind: SuggestionKind
    rule: str
    accepted: int
    rejected: int
    pending: int
    stale: int
    kept: int
    with_words: int

    @property
    def accepted_share(self):
        return Share(self.accepted, self.accepted + self.rejected)

    @property
    def kept_share(self):
        return Share(self.kept, self.with_words)


@dataclass(frozen=True, slots=True)
class Unread:
    """What the assistant could not read: the first of `count`, those that failed last first."""

    runs: tuple[AssistantRun, ...]
    count: int

    @property
    def more(self):
        return self.count - len(self.runs)


def yield_by_rule():
    """Return a RuleYield for every rule that ever suggested something, by kind and name; one query."""
    key = StrIndex("rule", Value(":"))
    bare = Case(When(rule__contains=":", then=Substr("rule", 1, key - 1)), default=F("rule"))
    rows = Suggestion.objects.order_by().values("kind", bare=bare).annotate(**_counts()).order_by("kind", "bare")
    return [RuleYield(kind=SuggestionKind(row.pop("kind")), rule=row.pop("bare"), **row) for row in rows]


def _counts():
    accepted = Q(state=SuggestionState.ACCEPTED)
    states = {state.value: Count("pk", filter=Q(state=state)) for state in SuggestionState}
    return states | {
        "kept": Count("pk", filter=accepted & Q(kept_start=F("start"), kept_end=F("end"))),
        "with_words": Count("pk", filter=accepted & Q(kept_start__isnull=False)),
    }


def unread():
    """Return what the assistant could not read, in two queries."""
    failed = AssistantRun.objects.failed().order_by("-done_at", "-pk")
    runs = failed.select_related("version__article", "claim").defer("version__text")
    return Unread(tuple(runs[:MOST_UNREAD]), failed.count())
