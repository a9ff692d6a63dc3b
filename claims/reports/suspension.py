"""Which links are suspended (DESIGN §4, E8): found among many, where `facts` tells it of those of a claim."""

from django.db.models import Exists, F, OuterRef, Q, Subquery

from claims.models import Anchor, Article, ArticleVersion, Link, Passage
from claims.vocabulary import BEARING, Standing, State

LINKABLE = [State.OPEN, State.PROPOSED, State.DECIDED]


def suspended_links():
    """Return the live links of claims in work or decided that do not count until somebody re-affirms them (E8)."""
    return all_suspended_links().filter(claim__state__in=LINKABLE)


def all_suspended_links():
    """Return the same of all claims, those merged into others among them."""
    versions = ArticleVersion.objects.filter(article=OuterRef("passage__article")).order_by("-number")
    anchors = Anchor.objects.filter(passage=OuterRef("passage"), version=OuterRef("newest_version"))
    withdrawn = Q(passage__article__standing=Standing.WITHDRAWN, created_at__lte=F("passage__article__standing_at"))
    # Only articles that were withdrawn or have a second version can suspend a link: few among many.
    moved = Article.objects.filter(Q(standing=Standing.WITHDRAWN) | Q(versions__number=2)).values("pk")
    passages = Passage.objects.filter(article__in=moved).values("pk")
    return (
        Link.objects.live()
        .filter(passage__in=passages, stance__in=BEARING)
        .annotate(newest_version=Subquery(versions.values("pk")[:1]))
        .filter(withdrawn | ~Exists(anchors))
    )
