"""The facts of some claims at any moment of a period, from one reading of their records and of the log."""

from collections import defaultdict

from claims.models import Anchor, ArticleVersion, Assessment, Claim, Link
from claims.reports.facts import ASSESSMENT_FIELDS, CLAIM_FIELDS, Facts, assessment_facts, claim_facts
from claims.reports.link_facts import OWN_FIELDS, fact_of, link_rows
from claims.reports.merges import merges_since
from claims.vocabulary import Noun


class FactsOverTime:
    """What `facts_for` says of the claims `ids` as of any moment from that of `log` (`history.Log`) on."""

    def __init__(self, ids, log):
        self._log = log
        self._joined = _joined(ids, log)
        others = {pk for joined in self._joined.values() for pk in joined}
        self._claims = _claims(others.union(ids))
        self._links = _by_claim(_links(self._claims))
        self._assessments = _by_claim(_assessments(ids))
        self._places = _Places(self._links)

    def at(self, pk, moment):
        """Return the Facts of one of the claims, None if it was not on record then."""
        if self._claims[pk]["created_at"] > moment:
            return None
        claim = claim_facts({name: self._claims[pk][name] for name in CLAIM_FIELDS}, self._earlier(pk, moment))
        holders = [pk, *(joined for joined in self._joined[pk] if self._target(joined, moment) == pk)]
        links = [self._fact(row, moment) for holder in holders for row in self._links[holder]]
        judged = [one for one in self._assessments[pk] if _stood(one, moment)]
        return Facts(claim, [link for link in links if link], [assessment_facts(one) for one in judged])

    def _earlier(self, pk, moment):
        return self._log.earlier(Noun.CLAIM, pk, moment)

    def _target(self, pk, moment):
        return self._earlier(pk, moment).get("merged_into", self._claims[pk]["merged_into"])

    def _fact(self, row, moment):
        if row["created_at"] > moment:
            return None
        article = self._log.earlier(Noun.ARTICLE, row["article"], moment)
        passage = self._log.earlier(Noun.PASSAGE, row["passage"], moment)
        return fact_of(row | {"lost_at": self._places.lost_at(row, moment)}, article, passage, moment)


class _Places:
    """Where the words of links stand in the versions of articles that have several."""

    def __init__(self, links):
        rows = [row for of_claim in links.values() for row in of_claim]
        self._versions, self._anchors = defaultdict(list), defaultdict(list)
        later = ArticleVersion.objects.filter(article__in={row["article"] for row in rows}, number__gt=1)
        for article, *version in later.order_by("number").values_list("article", "number", "recorded_at"):
            self._versions[article].append(version)
        passages = {row["passage"] for row in rows if row["article"] in self._versions}
        anchors = Anchor.objects.filter(passage__in=passages)
        for passage, *anchor in anchors.values_list("passage", "version__number", "created_at"):
            self._anchors[passage].append(anchor)

    def lost_at(self, row, moment):
        """Return when a version came without the words of a link, as known then (`link_facts.with_loss`).

        They stand in the version in which they were marked, so only those of an article with a later one can be lost.
        """
        if row["article"] not in self._versions:
            return None
        last = max((number for number, at in self._anchors[row["passage"]] if at <= moment), default=0)
        without = (at for number, at in self._versions[row["article"]] if number > last and at <= moment)
        return next(without, None)


def _joined(ids, log):
    """Return {claim: the claims that were merged into it at any moment of the period}."""
    joined = defaultdict(set)
    for pk, targets in merges_since(log).items():
        for target in targets.intersection(ids):
            joined[target].add(pk)
    return joined


def _claims(ids):
    rows = Claim.objects.filter(pk__in=ids).values("pk", "created_at", "merged_into", *CLAIM_FIELDS)
    return {row["pk"]: row for row in rows}


def _links(ids):
    own = (name for name in OWN_FIELDS if name != "lost_at")
    return link_rows(Link.objects.filter(claim__in=list(ids)).order_by(), *own)


def _assessments(ids):
    return Assessment.objects.filter(claim__in=ids).values("claim", "closed_at", *ASSESSMENT_FIELDS)


def _by_claim(rows):
    found = defaultdict(list)
    for row in rows:
        found[row["claim"]].append(row)
    return found


def _stood(assessment, moment):
    closed_at = assessment["closed_at"]
    return assessment["created_at"] <= moment and (closed_at is None or closed_at > moment)
