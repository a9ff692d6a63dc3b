"""What the assistant found, as it waits on a person's desk. Reads only."""

from dataclasses import replace
from urllib.parse import urlencode

from django.db.models import Count, Q
from django.urls import reverse

from claims.models import Article, Claim, Suggestion
from claims.reports.article_rows import label_of, with_openings
from claims.reports.desk_cards import ROWS, Badge, Row, card_of, count_of
from claims.vocabulary import Stance, State, SuggestionKind

MOST_SUGGESTIONS = 3
# The newest ones, of which a card shows a few articles.
MOST_GATHERED = 1_000
ARTICLE = ("version__article", "version__article__title", "version__article__outlet__name")


def touched_claims(user):
    """Return what is suggested for open claims of `user`, by article, those that came last first.

    The number is that of the suggestions, as in the list behind it. Very many of them are not all looked through.
    """
    query = {"kind": SuggestionKind.LINK, "owner": user.username, "state": "live"}
    links = Suggestion.objects.pending().filter(kind=SuggestionKind.LINK)
    claims = Claim.objects.filter(owner=user, state__in=[State.OPEN, State.PROPOSED]).order_by()
    # Not joined: SQLite would look each suggestion's claim up where it has no statistics.
    mine = links.filter(claim__in=claims.values("pk"))
    # Folded after they are chosen: to look at the fold of each costs more than all else.
    newest = list(mine.order_by("-pk").values_list("pk", flat=True)[:MOST_GATHERED])
    articles = Suggestion.objects.filter(pk__in=newest).unfolded().order_by().values(*ARTICLE).distinct()
    newest_first = list(articles.order_by("-version__article__created_at", "-version__article")[:ROWS])
    touched = _touched_by(mine, [found["version__article"] for found in newest_first])
    as_row = _touching_article(query, touched, _labels_of_untitled(newest_first))
    card = card_of("touched", "Suggested for my open claims", newest_first, as_row, urlencode(query), "queue")
    return replace(card, **count_of(mine.unfolded()))


def _touched_by(suggestions, articles):
    """Return {article: how many claims it bears on, and conflicts with}; copies count, as in its own list."""
    counted = suggestions.filter(version__article__in=articles).order_by().values("version__article")
    counted = counted.annotate(
        claims=Count("claim", distinct=True),
        conflicts=Count("claim", distinct=True, filter=Q(payload__stance=Stance.REFUTES)),
    )
    return {row["version__article"]: row for row in counted}


def _labels_of_untitled(found):
    untitled = [row["version__article"] for row in found if not row["version__article__title"]]
    return {article.pk: label_of(article) for article in with_openings(Article.objects.filter(pk__in=untitled))}


def _touching_article(query, touched, labels):
    def row(found):
        article = found["version__article"]
        number = touched[article]["claims"]
        outlet = found["version__article__outlet__name"] or "outlet not stated"
        return Row(
            number="",
            text=found["version__article__title"] or labels[article],
            url=f"{reverse('queue')}?{urlencode({'article': article} | query)}",
            meta=f"{outlet} · {number} open claim{'' if number == 1 else 's'} may be touched",
            badges=(Badge("stance", Stance.REFUTES, "May conflict"),) if touched[article]["conflicts"] else (),
        )

    return row


def suggestions_to_judge(user):
    """Return all that waits in the queue, with the few that are ranked highest."""
    waiting = Suggestion.objects.to_judge().unfolded()
    best = waiting.for_queue().defer("version__text")[:MOST_SUGGESTIONS]
    card = card_of("suggestions", "Suggestions to judge", best, _suggestion, "", "queue")
    return replace(card, **count_of(waiting))


def _suggestion(suggestion):
    article, claim = suggestion.version.article, suggestion.claim
    return Row(
        number=claim.label if claim else "",
        text=claim.statement if claim else suggestion.payload.get("statement", str(article)),
        url=suggestion.get_absolute_url(),
        meta=str(article.outlet or "outlet not stated"),
        badges=(Badge("tag", suggestion.kind, suggestion.get_kind_display()),),
    )
