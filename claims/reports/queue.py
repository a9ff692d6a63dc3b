"""The suggestions that wait to be judged, as a person goes through them. Reads only."""

from dataclasses import dataclass

from django.db.models import Count, Q

from claims.models import Article, AssistantRun, Suggestion
from claims.vocabulary import SuggestionState

# Nobody reads further, and an exact number of more would cost more than all else on the page.
MOST_COUNTED = 5_000


@dataclass(frozen=True, slots=True)
class Place:
    """Where a suggestion stands among `total` others, from 1, and the keys of its neighbours (None: there is none).

    Both numbers end at `MOST_COUNTED`.
    """

    position: int
    total: int
    previous: int | None
    next: int | None

    @property
    def is_cut(self):
        """Whether there may be more than `total`."""
        return self.total == MOST_COUNTED


@dataclass(frozen=True, slots=True)
class Judged:
    """What a person judged last, in one act: one suggestion of it, and of how many."""

    suggestion: Suggestion
    count: int


@dataclass(frozen=True, slots=True)
class Tally:
    """Why a queue is empty: what there is to suggest from, what waits elsewhere, and what was judged already.

    What waits, `pending`, is counted up to `MOST_COUNTED`.
    """

    articles: bool
    unread: int
    pending: int
    accepted: int
    rejected: int

    @property
    def is_cut(self):
        """Whether there may be more than `pending`."""
        return self.pending == MOST_COUNTED


def place_of(waiting, suggestion):
    """Return the place of `suggestion` in the ordered query `waiting`, whether or not it is in it itself."""
    before, after = _before(waiting, suggestion), _after(waiting, suggestion)
    return Place(
        position=_count(before) + 1,
        total=_count(waiting),
        previous=before.order_by("score", "-pk").values_list("pk", flat=True).first(),
        next=after.values_list("pk", flat=True).first(),
    )


def next_to_judge(waiting, *, after=None, skipped=()):
    """Return the next of `waiting` after the suggestion `after`, else the first of all; None when none is left.

    Those whose keys are `skipped` are passed over.
    """
    waiting = waiting.exclude(pk__in=skipped)
    return (after and _after(waiting, after).first()) or waiting.first()


def last_judged(person, since):
    """Return what `person` judged last, in one act, not before the moment `since`; None when there is nothing."""
    judged = Suggestion.objects.judged_by(person, since=since)
    last = judged.order_by("-decided_at", "pk").select_related("claim").first()
    return last and Judged(last, judged.filter(decided_at=last.decided_at).count())


def count_one_by_one(suggestions):
    """Return how many of `suggestions` a person is offered one by one: those of one fold stand under one of them."""
    counts = suggestions.order_by().aggregate(
        alone=Count("pk", filter=Q(fold=None)), folds=Count("fold", distinct=True)
    )
    return counts["alone"] + counts["folds"]


def tally():
    """Return why there may be nothing to judge."""
    judged = Suggestion.objects.order_by()
    return Tally(
        articles=Article.objects.exists(),
        unread=_unread(),
        pending=pending_suggestions(),
        accepted=judged.filter(state=SuggestionState.ACCEPTED).count(),
        rejected=judged.filter(state=SuggestionState.REJECTED).count(),
    )


def pending_suggestions():
    """Return how many suggestions are offered one by one, up to `MOST_COUNTED`."""
    return _count(Suggestion.objects.to_judge().unfolded())


def _unread():
    """Count the versions of articles that the assistant has still to read, or is reading."""
    runs = AssistantRun.objects.filter(version__isnull=False)
    return runs.waiting().count() + runs.filter(waiting=False, done_at=None, error="").count()


# The order is by score, then key: with NOT (…) instead of OR the index serves it at any depth.
def _after(waiting, suggestion):
    return waiting.filter(score__lte=suggestion.score).exclude(score=suggestion.score, pk__lte=suggestion.pk)


def _before(waiting, suggestion):
    return waiting.filter(score__gte=suggestion.score).exclude(score=suggestion.score, pk__gte=suggestion.pk)


def _count(suggestions):
    return suggestions.order_by().values("pk")[:MOST_COUNTED].count()
