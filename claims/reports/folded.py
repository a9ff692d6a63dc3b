"""Suggestions that say in copies of one report what another one says, to be shown under that one. Reads only."""

from claims.models import Suggestion
from claims.vocabulary import SuggestionState

MOST = 50


def copies_of(suggestions):
    """Return {fold: the pending suggestions of it besides those of `suggestions`, the best first}, 50 in all."""
    folds = {one.fold for one in suggestions} - {None}
    if not folds:
        return {}
    found = Suggestion.objects.pending().filter(fold__in=folds).exclude(pk__in=[one.pk for one in suggestions])
    copies = {}
    for one in found.for_queue()[:MOST]:
        copies.setdefault(one.fold, []).append(one)
    return copies


def accepted_copy_of(suggestion):
    """Return the suggestion that was accepted for the same words of a copy, or None."""
    if suggestion.fold is None:
        return None
    accepted = Suggestion.objects.filter(fold=suggestion.fold, state=SuggestionState.ACCEPTED)
    return accepted.exclude(pk=suggestion.pk).for_queue().first()


def under_accepted(suggestions):
    """Return those of the query `suggestions` that stand under an accepted one, the best first, at most fifty."""
    accepted = Suggestion.objects.filter(state=SuggestionState.ACCEPTED, fold__isnull=False)
    return suggestions.filter(fold__in=accepted.order_by().values("fold")).for_queue()[:MOST]
