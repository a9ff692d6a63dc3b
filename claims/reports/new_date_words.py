"""Words on which a new date of a forecast may rest: what is linked to it or offered for it. Reads only."""

from dataclasses import dataclass
from datetime import date

from django.db.models import F, OuterRef, Subquery

from claims.models import Anchor, Article, ArticleVersion, Link, Suggestion
from claims.reports.queue_sentences import days_in_words
from claims.text.new_dates import new_days
from claims.text.spans import Span
from claims.vocabulary import Stance, SuggestionKind

MOST = 8


@dataclass(frozen=True, slots=True)
class DatedWords:
    """Words as they stand in the newest version of `article` from the offset `near`; `days` is what they name.

    `passage` is the key of the passage that they are, None where nobody marked them yet.
    """

    quote: str
    near: int
    article: Article
    days: str = ""
    passage: int | None = None

    @property
    def order(self):
        """Words that name a day first, the newest first."""
        return not self.days, -(self.article.published_on or date.min).toordinal(), self.near


def words_for_new_date(claim):
    """Return up to `MOST` DatedWords: those linked to `claim` that do not make it, and those suggested for it."""
    found = [_words(claim, *row) for row in (*_linked(claim), *_suggested(claim))]
    return sorted(found, key=lambda words: words.order)[:MOST]


def _words(claim, quote, near, article, passage=None):
    old = (claim.window_start, claim.window_end)
    new = new_days(quote, Span(0, len(quote)), published_on=article.published_on, old=old)
    return DatedWords(quote, near, article, days_in_words(new.start, new.end) if new else "", passage)


def _linked(claim):
    """Yield what is linked and still stands in the newest version of its article."""
    versions = ArticleVersion.objects.filter(article=OuterRef("passage__article")).order_by("-number")
    links = Link.objects.live().counting_for([claim.pk]).exclude(stance=Stance.ASSERTS)
    anchors = Anchor.objects.filter(passage__in=links.values("passage")).annotate(
        newest=Subquery(versions.values("pk")[:1])
    )
    for anchor in anchors.filter(version=F("newest")).select_related("passage__article__outlet"):
        passage = anchor.passage
        yield passage.exact, anchor.start, passage.article, passage.pk


def _suggested(claim):
    offers = Suggestion.objects.pending().filter(claim=claim, kind=SuggestionKind.LINK)
    for offer in offers.select_related("version__article__outlet").order_by("-score", "pk")[:MOST]:
        yield offer.quote, offer.start, offer.version.article
