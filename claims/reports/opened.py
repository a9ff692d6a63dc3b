"""The records behind a number of a report, as lines that lead to them."""

from dataclasses import dataclass

from django.urls import reverse

from claims.models import Article, Assessment, Claim, Suggestion
from claims.reports.blindness import hidden_from
from claims.reports.claim_rows import claim_rows, labelled
from claims.reports.numbered.judged import judged
from claims.reports.opened_links import opened_links
from claims.reports.people import names_then
from claims.vocabulary import Noun, SuggestionState


@dataclass(frozen=True, slots=True)
class Opened:
    """One record: what it is in a line, more of it in another, and its address."""

    label: str
    note: str
    url: str


def opened(noun, ids, scope):
    """Return the records `ids` of `noun` for a page, as of the cut-offs of `scope`.

    Claims, of which `ids` are the numbers, come by number and `labelled`, links as `OpenedLink`, others as `Opened`.
    """
    if noun == Noun.CLAIM:
        return _claims(ids, scope)
    return opened_links(ids, scope) if noun == Noun.LINK else _others(noun, ids, scope)


def _claims(numbers, scope):
    claims = Claim.objects.filter(number__in=numbers)
    rows = claim_rows(claims, as_of=scope.as_of, recorded_by=scope.recorded_by, called=names_then)
    return [labelled(row, scope.query) for row in rows]


def _others(noun, ids, scope):
    """Return records in the order of `ids`, in which one may stand twice."""
    rows = {row.pk: row for row in _RECORDS[noun]().filter(pk__in=ids)}
    told = _Told(scope, ids if noun == Noun.SUGGESTION else ())
    return [_LINES[noun](told, rows[pk]) for pk in ids]


class _Told:
    """Says each kind of record in a line."""

    def __init__(self, scope, suggestions):
        self.scope = scope
        among = Suggestion.objects.filter(pk__in=suggestions)
        self.judged = judged(scope.recorded_by, among=among) if suggestions else {}

    def suggestion(self, row):
        state = row.get_state_display() if self.scope.recorded_by is None else self._judgement(row)
        note = f"{row.get_kind_display()}, {state.lower()}; {row.rule.partition(':')[0]}"
        return Opened(f"Suggestion {row.pk}", note, reverse("suggestion-detail", args=[row.pk]))

    def _judgement(self, row):
        _, state = self.judged.get(row.pk, (None, None))
        return SuggestionState(state).label if state else "Not judged"

    def article(self, row):
        outlet = str(row.outlet or "outlet not stated")
        return Opened(row.title or f"Article {row.pk}", outlet, row.get_absolute_url())

    def assessment(self, row):
        what = "Proposal, hidden until its round is open" if row.is_hidden else str(row)
        return Opened(what, f"{row.author}: {row.claim}", f"{row.claim.get_absolute_url()}{self.scope.query}")


_RECORDS = {
    Noun.SUGGESTION: lambda: Suggestion.objects.all(),
    Noun.ARTICLE: lambda: Article.objects.select_related("outlet"),
    Noun.ASSESSMENT: lambda: Assessment.objects.annotate(is_hidden=hidden_from(None)).select_related(
        "author", "claim"
    ),
}
_LINES = {
    Noun.SUGGESTION: _Told.suggestion,
    Noun.ARTICLE: _Told.article,
    Noun.ASSESSMENT: _Told.assessment,
}
