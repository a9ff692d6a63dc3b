"""What waits for a person besides suggestions, from proposals to articles without a date. Reads only."""

from django.conf import settings
from django.db.models import Exists, F, OuterRef, Q, Subquery

from claims.models import Article, ArticleVersion, Assessment, Claim, Event, Link, ProposalRequest
from claims.reports.suspension import suspended_links
from claims.vocabulary import Noun, State, Verb

# Nobody reads further, and an exact number of more would cost more than all else on the page.
MOST_COUNTED = 5_000


def proposals_for(user):
    """Return the claims with a proposal to decide, what was proposed first before others; to analysts, their own."""
    live = Assessment.objects.proposals().live().filter(claim=OuterRef("pk")).order_by("pk")
    proposed = Claim.objects.filter(state=State.PROPOSED).annotate(proposal=Subquery(live.values("pk")[:1]))
    proposed = proposed.order_by("proposal", "pk")
    if user.may_review:
        return proposed
    return proposed.filter(assessments__in=user.assessments.proposals().live())


def proposals_to_decide(user):
    """Return the claims that the reviewer `user` may decide: none with a proposal of theirs, but on a desk of one."""
    proposed = Claim.objects.filter(state=State.PROPOSED)
    if settings.FACTCHECK_ONE_PERSON_DESK:
        return proposed
    return proposed.exclude(pk__in=user.assessments.proposals().live().values("claim"))


def asked_of(user):
    """Return the claims on which another proposal is asked of `user` or of anyone, what was asked first at the top.

    Who has a live proposal there has answered, and nobody is asked who only reads.
    """
    live = ProposalRequest.objects.live()
    requests = live.of(user) if user.may_annotate else live.none()
    first = requests.filter(claim=OuterRef("pk")).order_by("pk").values("pk")[:1]
    asked = Claim.objects.filter(pk__in=requests.order_by().values("claim"), state__in=[State.OPEN, State.PROPOSED])
    spoken = user.assessments.proposals().live().values("claim")
    return asked.exclude(pk__in=spoken).annotate(request=Subquery(first)).order_by("request", "pk")


def stale_links():
    """Return the suspended links, those of one passage together."""
    return suspended_links().order_by("passage", "pk")


def undated_articles():
    """Return the undated articles, those that carry evidence first, but for those that cannot be dated.

    The log says so of their newest text: a search that found nothing, and was not taken back.
    """
    newest = ArticleVersion.objects.filter(article=OuterRef("pk")).order_by("-number")
    said = Event.objects.filter(
        noun=Noun.ARTICLE,
        object_id=OuterRef("pk"),
        verb__in=[Verb.SEARCHED, Verb.UNDONE],
        at__gte=OuterRef("newest_at"),
    )
    undated = Article.objects.without_date().annotate(
        newest_at=Subquery(newest.values("recorded_at")[:1]),
        carries=Exists(Link.objects.live().filter(passage__article=OuterRef("pk"))),
        last_said=Subquery(said.order_by("-pk").values("verb")[:1]),
    )
    to_be_dated = undated.filter(Q(last_said=None) | ~Q(last_said=Verb.SEARCHED))
    return to_be_dated.order_by(F("carries").desc(), "-created_at", "-pk")


def counts_for(user):
    """Return {kind: how many wait for `user`} besides suggestions, each up to `MOST_COUNTED`."""
    found = {
        "proposals": proposals_for(user),
        "asked": asked_of(user),
        "stale": stale_links(),
        "undated": undated_articles(),
    }
    return {kind: rows.order_by().values("pk")[:MOST_COUNTED].count() for kind, rows in found.items()}
