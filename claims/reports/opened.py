"""The records behind a number of a report, as lines that lead to them."""

from dataclasses import dataclass

from django.urls import reverse

from claims.models import Article, Assessment, Claim, Link, Suggestion
from claims.reports.claim_rows import claim_rows, labelled
from claims.vocabulary import Noun


@dataclass(frozen=True, slots=True)
class Opened:
    """One record: what it is in a line, more of it in another, and its address."""

    label: str
    note: str
    url: str


def opened_claims(numbers, scope):
    """Return the claims `numbers` in words, as of the cut-offs of `scope`, by number."""
    rows = claim_rows(Claim.objects.filter(number__in=numbers), as_of=scope.as_of, recorded_by=scope.recorded_by)
    return [labelled(row) for row in rows]


def opened(noun, ids):
    """Return the records `ids` of `noun`, which is none of claims, by id."""
    rows = {row.pk: row for row in _RECORDS[noun]().filter(pk__in=ids)}
    return [_LINES[noun](rows[pk]) for pk in sorted(rows)]


def _suggestion(row):
    note = f"{row.get_kind_display()}, {row.get_state_display().lower()}; {row.rule.partition(':')[0]}"
    return Opened(f"Suggestion {row.pk}", note, reverse("suggestion-detail", args=[row.pk]))


def _link(row):
    return Opened(
        f"“{row.passage.exact}”", f"{row.get_stance_display()}: {row.claim}", row.passage.get_absolute_url()
    )


def _article(row):
    return Opened(row.title or f"Article {row.pk}", str(row.outlet or "outlet not stated"), row.get_absolute_url())


def _assessment(row):
    return Opened(str(row), f"{row.author}: {row.claim}", row.claim.get_absolute_url())


_RECORDS = {
    Noun.SUGGESTION: lambda: Suggestion.objects.all(),
    Noun.LINK: lambda: Link.objects.select_related("passage", "claim"),
    Noun.ARTICLE: lambda: Article.objects.select_related("outlet"),
    Noun.ASSESSMENT: lambda: Assessment.objects.select_related("author", "claim"),
}
_LINES = {
    Noun.SUGGESTION: _suggestion,
    Noun.LINK: _link,
    Noun.ARTICLE: _article,
    Noun.ASSESSMENT: _assessment,
}
