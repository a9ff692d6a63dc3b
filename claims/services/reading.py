"""The assistant reads one version or one claim: what it offers is stored, what it offered in vain is put away."""

from django.db import transaction
from django.db.models import Q

from claims.models import Anchor, Article, ArticleVersion, Claim, Suggestion
from claims.models.claim import UNFINISHED
from claims.services import copies, folds, offers, reading_list
from claims.services.alternative_offers import RULE, offers_from_alternatives
from claims.services.finding import claims_standing_in, offered_beside, offers_of_claim, offers_of_version
from claims.text.spans import Span
from claims.vocabulary import PUT_ASIDE, Standing, State, SuggestionKind, SuggestionState


def read(run):
    """Read the version or the claim that `run` names, and store what is offered of it."""
    (_version if run.version_id else _claim)(run)


def _version(run):
    version = ArticleVersion.objects.select_related("article__outlet").get(pk=run.version_id)
    copies.record(version)
    if not _stands(version.article, version):
        return offers.call_stale(_offered_of(version))
    made, bearing = offers_of_version(version)
    _store_of_version(version, made, bearing)
    folds.fold(Suggestion.objects.filter(version=version))
    changed = Claim.objects.filter(pk__in={offer.claim_id for offer in bearing}, updated_at__gte=run.started_at)
    reading_list.add_claims(changed.values_list("pk", flat=True))


def _stands(article, version):
    """Whether words of `version` may be offered: it is the newest one of an article that was not withdrawn (E8)."""
    later = article.versions.filter(number__gt=version.number)
    return article.standing != Standing.WITHDRAWN and not later.exists()


def _offered_of(version):
    return Suggestion.objects.filter(version=version, kind__in=[SuggestionKind.CLAIM, SuggestionKind.LINK])


@transaction.atomic
def _store_of_version(version, made, bearing):
    article = Article.objects.lock(version.article)
    rows = offers.hold(_offered_of(version))
    if not _stands(article, version):
        return offers.call_stale(_offered_of(version))
    offers.renew(made, among=_offered_of(version).filter(claim=None))
    told = [row for row in rows if row.rule == RULE]
    bearing = offered_beside([row for row in told if row.is_pending], bearing)
    offers.renew(bearing, among=_about_the_same(bearing, [row for row in rows if row not in told]))


def _about_the_same(bearing, rows):
    """Return those of `rows` about the same words and claim as `bearing`; what else was found for a claim stays."""
    places = {(offer.claim_id, offer.start, offer.end) for offer in bearing}
    same = [row.pk for row in rows if (row.claim_id, row.start, row.end) in places]
    return Suggestion.objects.filter(pk__in=same)


def _claim(run):
    claim = Claim.objects.get(pk=run.claim_id)
    if claim.state in UNFINISHED:
        _store_of_claim(list(offers_of_claim(claim)), among=Suggestion.objects.filter(claim=claim))
        folds.fold(Suggestion.objects.filter(claim=claim))
    else:
        offers.call_stale(_offered_in_vain(claim))
    if claim.state == State.DECIDED:
        # A decided claim is not searched for any more, but what shakes the decision is offered all the same.
        told = Suggestion.objects.filter(claim=claim, rule=RULE)
        _store_of_claim(offers_from_alternatives(claim), among=told)
        folds.fold(told)
    if claim.state not in PUT_ASIDE:
        _ask_for_merges_into(claim)
    _put_away_made(claim)


@transaction.atomic
def _store_of_claim(found, *, among):
    """Store what was found in place of what was pending `among` it, but of texts replaced or withdrawn meanwhile."""
    articles = Article.objects.lock_all({offer.version.article_id for offer in found})
    found = [
        offer
        for offer in found
        if offer.kind != SuggestionKind.LINK or _stands(articles[offer.version.article_id], offer.version)
    ]
    offers.renew(found, among=among)


def _offered_in_vain(claim):
    """Return what nobody can accept any more, or need not, now that `claim` is decided or put aside."""
    if claim.state in PUT_ASIDE:
        return Suggestion.objects.filter(Q(claim=claim) | _merges_into(claim))
    return Suggestion.objects.filter(claim=claim, kind=SuggestionKind.MERGE)


def _merges_into(claim):
    return Q(kind=SuggestionKind.MERGE, payload__other=claim.pk)


def _ask_for_merges_into(claim):
    """Look again for the claims whose merge into `claim` is offered, or was in vain: that has changed.

    A claim is offered to be merged into an older one alone, so this comes to an end.
    """
    offered = Suggestion.objects.filter(
        _merges_into(claim), state__in=[SuggestionState.STALE, SuggestionState.PENDING]
    )
    reading_list.add_claims(offered.order_by().values_list("claim", flat=True).distinct())


def _put_away_made(claim):
    """No longer offer to make a claim of the words of which somebody made `claim`."""
    anchors = Anchor.objects.filter(passage__links__claim=claim)
    for version in ArticleVersion.objects.filter(pk__in=anchors.values("version")).defer("text"):
        standing = claims_standing_in(version, claim)
        pending = Suggestion.objects.pending().filter(version=version, kind=SuggestionKind.CLAIM)
        made = [one.pk for one in pending if standing.hold_much_as(Span(one.start, one.end))]
        offers.call_stale(Suggestion.objects.filter(pk__in=made))
