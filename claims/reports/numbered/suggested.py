"""Which suggestions of the assistant a report is about: those of the claims and the articles of its scope."""

from dataclasses import replace

from django.db.models import Q

from claims.models import Link, Suggestion
from claims.reports.history import Past
from claims.reports.merges import every_merge

RULE = (
    "Filters and the publication cut-off narrow suggestions by the articles in which they were made: to those of an "
    "outlet, of a period, and not published after the cut-off; one without a day is known at any. A topic and an "
    "owner leave in suggestions that name one of their claims and, of those that name none, those in articles linked "
    "to one."
)


def suggestions_in(scope):
    """Return the query of the suggestions on record in `scope`; what became of them since is not looked at."""
    past, found = Past(scope.recorded_by), Suggestion.objects.order_by("pk")
    if scope.recorded_by:
        found = found.filter(created_at__lte=scope.recorded_by)
    found = found.filter(scope.of_articles(past, "version__article"))
    return found.filter(_of_claims(scope, past)) if scope.topic or scope.owner else found


def _of_claims(scope, past):
    """Return the condition of a suggestion to be of a claim with the topic and the owner of `scope`.

    One that was accepted counts like those that were not: by its article, unless it named a claim from the first. Or
    a share of what was accepted would hold the two against each other by two measures.
    """
    held = _held(replace(scope, outlet=None, published_from=None, published_to=None).claims(), past)
    linked = Link.objects.live(past.at).filter(held).order_by().values("passage__article")
    return held | Q(claim=None, version__article__in=linked)


def _held(claims, past):
    """Return the condition of what belongs to one of `claims`; what belongs to a merged one does to its target."""
    merged = every_merge(past=past)
    targets = set(claims.filter(pk__in=set(merged.values())).values_list("pk", flat=True))
    own = claims.exclude(pk__in=list(merged)).order_by().values("pk")
    return Q(claim__in=own) | Q(claim__in=[pk for pk, target in merged.items() if target in targets])
