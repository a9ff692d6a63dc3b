"""Finds the passages of an article again in a new version: by their exact words, or not at all."""

from claims.models import Anchor, Passage, Suggestion
from claims.text.quotes import closest_words, reanchor
from claims.vocabulary import AnchorMethod, SuggestionKind

RULE = "closest-words-1"


def reanchor_all(version):
    """Place every passage of the article in `version`, and suggest a place for those whose words are gone.

    A passage without a place suspends its links until a person re-affirms them (E8).
    """
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
