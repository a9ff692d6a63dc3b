"""What each rule of the assistant is worth: how much of what it suggested people accepted, and what was not read."""

from dataclasses import dataclass

from django.db.models import Count, F, Q

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
    """Return a RuleYield for every rule that ever suggested something, by kind and name; two queries."""
    counts = {}
    for kind, rule, state, number in (
        Suggestion.objects.order_by().values_list("kind", "rule", "state").annotate(Count("pk"))
    ):
        _row_of(counts, kind, rule)[state] += number
    accepted = Suggestion.objects.filter(state=SuggestionState.ACCEPTED, kept_start__isnull=False).order_by()
    unchanged = Count("pk", filter=Q(kept_start=F("start"), kept_end=F("end")))
    taken = accepted.values_list("kind", "rule").annotate(kept=unchanged, with_words=Count("pk"))
    for kind, rule, kept, with_words in taken:
        row = _row_of(counts, kind, rule)
        row["kept"] += kept
        row["with_words"] += with_words
    return [RuleYield(kind=SuggestionKind(kind), rule=rule, **counts[kind, rule]) for kind, rule in sorted(counts)]


def _row_of(counts, kind, rule):
    """Return the counts of a rule, whatever key its name carries besides."""
    empty = dict.fromkeys([*SuggestionState.values, "kept", "with_words"], 0)
    return counts.setdefault((kind, rule.partition(":")[0]), empty)


def unread():
    """Return what the assistant could not read, in two queries."""
    failed = AssistantRun.objects.failed().order_by("-done_at", "-pk")
    runs = failed.select_related("version__article", "claim").defer("version__text")
    return Unread(tuple(runs[:MOST_UNREAD]), failed.count())
