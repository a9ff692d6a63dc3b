"""Finds the passages of an article again in a new version: by their exact words in the same sentence, or not."""

from django.utils import timezone

from claims.models import Anchor, Passage, Suggestion
from claims.models.suggestion import OF_ONE_VERSION
from claims.reports.reaffirming import closest_span, last_place
from claims.services import offers
from claims.text.quotes import find_unchanged
from claims.text.spans import Span
from claims.vocabulary import Noun, SuggestionKind, SuggestionState

RULE = "closest-words-1"


def reanchor_all(version):
    """Place every passage of the article in `version`, and suggest a place for those whose words are gone.

    A passage without a place suspends its links until a person re-affirms them (E8). What was suggested for an older
    version, and nobody has judged, is stale.
    """
    older = Suggestion.objects.pending().of_article(version.article).exclude(version=version)
    offers.call_stale(older.filter(kind__in=OF_ONE_VERSION))
    for passage in Passage.objects.filter(article=version.article).prefetch_related("anchors__version"):
        last = last_place(passage)
        span = find_unchanged(Span(last.start, last.end), last.version.text, version.text)
        if span:
            _anchor(passage, version, span, last.method)
        else:
            _suggest(passage, version, last)


def _anchor(passage, version, span, method):
    """Place `passage` by the method by which its words were last placed: what a person chose stays chosen."""
    Anchor.objects.create(
        passage=passage,
        version=version,
        start=span.start,
        end=span.end,
        method=method,
        created_at=version.recorded_at,
        created_by=version.recorded_by,
    )


def _suggest(passage, version, last):
    span = closest_span(Span(last.start, last.end), last.version.text, version.text)
    if span is None:
        return
    Suggestion.objects.get_or_create(
        kind=SuggestionKind.ANCHOR,
        version=version,
        start=span.start,
        end=span.end,
        claim=None,
        rule=f"{RULE}:{passage.pk}",
        defaults={
            "score": 0.0,
            "payload": {"passage": passage.pk},
            "reasons": ["The closest words in the new version; check what changed."],
            "created_at": version.recorded_at,
        },
    )


def settle(passage, version, span, *, by):
    """Say what became of the place suggested for `passage` in `version` now that a person chose `span`."""
    suggestions = Suggestion.objects.pending().filter(version=version, rule=f"{RULE}:{passage.pk}")
    for suggestion in suggestions:
        same = (suggestion.start, suggestion.end) == (span.start, span.end)
        suggestion.state = SuggestionState.ACCEPTED if same else SuggestionState.REJECTED
        suggestion.decided_by, suggestion.decided_at = by, timezone.now()
        suggestion.result_noun, suggestion.result_id = Noun.PASSAGE, passage.pk
        suggestion.kept_start, suggestion.kept_end = span.start, span.end
        suggestion.save()
