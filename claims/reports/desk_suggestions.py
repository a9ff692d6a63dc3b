"""What the assistant found, as it waits on a person's desk. Reads only."""

from urllib.parse import urlencode

from django.db.models import Count, Q
from django.urls import reverse

from claims.models import Article, Suggestion
from claims.reports.desk_cards import Badge, Row, card_of
from claims.vocabulary import Stance, State, SuggestionKind

MOST_SUGGESTIONS = 3
ARTICLE = ("version__article", "version__article__title", "version__article__outlet__name")


def touched_claims(user, whole):
    """Return the articles that may bear on open claims of `user`, those that came last first."""
    query = {"kind": SuggestionKind.LINK, "owner": user.username}
    links = Suggestion.objects.pending().filter(kind=SuggestionKind.LINK)
    mine = links.filter(claim__owner=user, claim__state__in=[State.OPEN, State.PROPOSED]).order_by()
    articles = mine.values(*ARTICLE).annotate(
        claims=Count("claim", distinct=True),
        conflicts=Count("claim", distinct=True, filter=Q(payload__stance=Stance.REFUTES)),
    )
    newest_first = articles.order_by("-version__article__created_at", "-version__article")
    as_row = _touching_article(query)
    return card_of(
        "touched", "Articles that may touch my claims", newest_first, whole, as_row, urlencode(query), "queue"
    )


def _touching_article(query):
    def row(found):
        article = Article(pk=found["version__article"], title=found["version__article__title"])
        number = found["claims"]
        outlet = found["version__article__outlet__name"] or "outlet not stated"
        return Row(
            number="",
            text=str(article),
            url=f"{reverse('queue')}?{urlencode({'article': article.pk} | query)}",
            meta=f"{outlet} · {number} open claim{'' if number == 1 else 's'} may be touched",
            badges=(Badge("stance", Stance.REFUTES, "May conflict"),) if found["conflicts"] else (),
        )

    return row


def suggestions_to_judge(user, whole):
    """Return all that waits in the queue, with the few that are ranked highest."""
    waiting = Suggestion.objects.pending().for_queue().defer("version__text")
    return card_of(
        "suggestions", "Suggestions to judge", waiting, "", _suggestion, "", "queue", most=MOST_SUGGESTIONS
    )


def _suggestion(suggestion):
    article, claim = suggestion.version.article, suggestion.claim
    return Row(
        number=claim.label if claim else "",
        text=claim.statement if claim else suggestion.payload.get("statement", str(article)),
        url=suggestion.get_absolute_url(),
        meta=str(article.outlet or "outlet not stated"),
        badges=(Badge("tag", suggestion.kind, suggestion.get_kind_display()),),
    )
