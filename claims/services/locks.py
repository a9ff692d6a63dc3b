"""What an act holds until its transaction ends, so that nothing it rests on changes meanwhile.

The order is one and the same for everybody, or two people could wait for each other for ever: articles by key, then
sets of claims, then claims by key. Each of these is locked in one go: what is found out later cannot be locked then,
and must be found out before, while the articles are held.

Whoever changes what a link counts for holds its article, and so does whoever relies on it. So the claims whose
decision rests on a link can be told once its article is held.
"""

from claims.errors import Refused
from claims.models import Article, Claim, Link
from claims.reports.resting import claims_resting_on
from claims.services import figures


def hold_article(article):
    """Hold `article` with every claim that has a link into it, or a decision that rests on such a link."""
    Article.objects.lock(article)
    figures.lock_for_article(article, *claims_resting_on(Link.objects.filter(passage__article=article)))


def hold_link(link):
    """Hold the article of `link`, its claim and those whose decision rests on it; return the row of its claim."""
    Article.objects.lock(link.passage.article)
    resting_on_it = claims_resting_on(Link.objects.filter(pk=link.pk))
    return Claim.objects.lock_all({link.claim_id, *resting_on_it})[link.claim_id]


def hold_reported(*claims):
    """Hold `claims`, those merged into them and the claims whose decision rests on what is reported of these.

    For an act that changes what alternatives say, or which exclude each other: whoever decides holds the claim of
    each link relied on, and so either is done or waits. Return ({key: row}, keys of the claims whose decision rests
    on it); raises `Refused` where such a decision was made just before these could be held.
    """
    keys = {claim.pk for claim in claims}
    links = Link.objects.counting_for(keys).live()
    resting_on_it = claims_resting_on(links)
    merged = Claim.objects.filter(merged_into__in=keys).values_list("pk", flat=True)
    rows = Claim.objects.lock_all(keys.union(merged, resting_on_it))
    if not claims_resting_on(links) <= rows.keys():
        raise Refused(
            "Somebody has just decided a claim by what is reported of this one. Nothing was saved; try again."
        )
    return rows, resting_on_it


def hold_evidence(claim, links):
    """Hold `claim` with the `links` that somebody relies on, their articles and claims; return the row of `claim`."""
    articles = Article.objects.filter(passages__links__in=links).order_by()
    Article.objects.lock_all(set(articles.values_list("pk", flat=True)))
    return Claim.objects.lock_all({claim.pk, *(link.claim_id for link in links)})[claim.pk]
