"""What a list of articles shows beside what is stored of them. Reads only."""

from dataclasses import dataclass

from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from claims.models import Link, Sentence
from claims.models.claim import UNFINISHED
from claims.text.words_around import beginning

MOST_OF_OPENING = 70


@dataclass(frozen=True, slots=True)
class ArticleFigures:
    """How many live links go into an article, for how many claims, and on how many of these somebody must still act.

    Claims that were merged count as the claim that they were merged into.
    """

    links: int = 0
    claims: int = 0
    open_claims: int = 0


def figures_of(articles):
    """Return {article id: ArticleFigures} for the ids `articles`, in one query."""
    is_open = Q(claim__state__in=UNFINISHED) | Q(claim__merged_into__state__in=UNFINISHED)
    rows = (
        Link.objects.live()
        .filter(passage__article__in=articles)
        .annotate(counted=Coalesce("claim__merged_into", "claim"))
        .values("passage__article")
        .annotate(
            links=Count("pk"),
            claims=Count("counted", distinct=True),
            open_claims=Count("counted", distinct=True, filter=is_open),
        )
    )
    counted = {row.pop("passage__article"): ArticleFigures(**row) for row in rows}
    return {pk: counted.get(pk, ArticleFigures()) for pk in articles}


def openings_of(articles):
    """Return {article id: the first sentence of its newest version} for the ids `articles`, in one query."""
    first = Sentence.objects.filter(version__article__in=articles, ordinal=0)
    return dict(first.order_by("version__number").values_list("version__article", "text"))


def with_openings(articles):
    """Give each of the query `articles` its `opening`, the first sentence of its newest version, for `label_of`."""
    first = Sentence.objects.filter(version__article=OuterRef("pk"), ordinal=0).order_by("-version__number")
    return articles.annotate(opening=Subquery(first.values("text")[:1]))


def label_of(article):
    """Return what people tell an article `with_openings` by: its title, or how its text begins."""
    if article.title or not article.opening:
        return str(article)
    words = beginning(article.opening, MOST_OF_OPENING)
    # Not every script has spaces to cut at.
    return f"“{article.opening[:MOST_OF_OPENING]}…”" if words == "…" else f"“{words}”"
