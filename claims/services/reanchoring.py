"""Finds the passages of an article again in a new version: by their exact words, or not at all."""

from django.utils import timezone

from claims.models import Anchor, Passage, Suggestion
from claims.models.suggestion import OF_ONE_VERSION
from claims.services import offers
from claims.text.quotes import closest_words, reanchor
from claims.vocabulary import AnchorMethod, Noun, SuggestionKind, SuggestionState

RULE = "closest-words-1"


def reanchor_all(version):
    """Place every passage of the article in `version`, and suggest a place for those whose words are gone.

    A passage without a place suspends its links until a person re-affirms them (E8). What was suggested for an older
    version, and nobody has judged, is stale.
    """
    older = Suggestion.objects.pending().of_article(version.article).exclude(version=version)
    offers.call_stale(older.filter(kind__in=OF_ONE_VERSION))
    for passage in Passage.objects.filter(article=version.article).prefetch_related("anchors"):
        near = max((anchor.start for anchor in passage.anchors.all()), default=0)
        span = reanchor(passage.exact, passage.prefix, passage.suffix, version.text, near)
        if span:
            _anchor(passage, version, span)
        else:
            _suggest(passage, version)


def _anchor(passage, version, span):
    Anchor.objects.create(
        passage=passage,
        version=version,
        start=span.start,
        end=span.end,
        method=AnchorMethod.EXACT,
        created_at=version.recorded_at,
        created_by=version.recorded_by,
    )


def _suggest(passage, version):
    span = closest_words(passage.exact, version.text)
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
