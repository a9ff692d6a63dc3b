"""Loads the plain facts that `evidence.figures` judges, for many claims in a fixed number of queries."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.db.models import BigIntegerField, DateTimeField, F, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from claims.models import Anchor, ArticleVersion, Assessment, Claim, Link
from claims.reports import history
from claims.reports.evidence import AssessmentFacts, ClaimFacts, LinkFacts, figures
from claims.vocabulary import Noun, Standing, State, Step

CLAIM_FIELDS = ["kind", "window_start", "window_end", "review_on", "amended_at"]
ASSESSMENT_FIELDS = ["step", "verdict", "as_of", "created_at"]
OWN_FIELDS = ["pk", "stance", "basis", "independence", "created_at", "withdrawn_at", "lost_at"]
LINK_FIELDS = [*OWN_FIELDS, "passage", "article", "origin", "published_on", "standing", "standing_at"]


@dataclass(frozen=True, slots=True)
class Facts:
    """What was on record of a claim at a moment: itself, its links with those withdrawn, its verdicts that stood."""

    claim: ClaimFacts
    links: list[LinkFacts]
    assessments: list[AssessmentFacts]

    def status(self, as_of):
        """Return the evidence status for what was published by `as_of`."""
        return _figures(self.claim, self.links, self.assessments, as_of).evidence_status

    def counted(self, as_of):
        """Return the links that count for what was published by `as_of`."""
        uncounted = _figures(self.claim, self.links, self.assessments, as_of).uncounted
        return [link for link in self.links if link.withdrawn_at is None and link.id not in uncounted]


def facts_for(ids, *, recorded_by=None):
    """Return {claim id: Facts} of those of the claims `ids` that were on record at `recorded_by` (default: now)."""
    facts = _claim_facts(ids, recorded_by)
    links = _links_by_claim(ids, recorded_by)
    assessments = _assessments_by_claim(ids, recorded_by)
    return {pk: Facts(claim, links[pk], assessments[pk]) for pk, claim in facts.items()}


def figures_for(claims, *, as_of=None, recorded_by=None, as_loaded=False):
    """Return {claim id: Figures} for the QuerySet or list `claims`, as of a publication day and a record moment.

    The moment defaults to now, and the day to that of the moment. The number of queries does not depend on the number
    of claims. The links of claims merged into one of these count for it: merging moves no link. A list is read anew,
    unless what was just loaded for a page is to be taken as it is (`as_loaded`).
    """
    as_of = as_of or last_day(recorded_by)
    ids = [claim.pk for claim in claims] if isinstance(claims, list) else list(claims.values_list("pk", flat=True))
    facts = {claim.pk: _facts_of(claim) for claim in claims} if as_loaded else _claim_facts(ids, recorded_by)
    links = _links_by_claim(ids, recorded_by)
    assessments = _assessments_by_claim(ids, recorded_by)
    return {pk: _figures(claim, links[pk], assessments[pk], as_of) for pk, claim in facts.items()}


def figures_from(claim, links, assessments):
    """Return the Figures of today that such facts add up to, supposed ones as well: nothing is read or written."""
    return _figures(claim, links, assessments, last_day())


def figures_of(claim, links, assessments, *, as_of=None, recorded_by=None):
    """Return the Figures of `claim` from what a page has loaded of it; asks for the log alone, and of the past only.

    `claim` is as it was recorded then; `links` (`with_loss`, those of merged claims among them) and `assessments` are
    those on record then, of the assessments those that stood.
    """
    facts = _link_facts(map(_row_of, links), recorded_by)
    judged = [_assessment({name: getattr(one, name) for name in ASSESSMENT_FIELDS}) for one in assessments]
    return _figures(_facts_of(claim), [fact for _, fact in facts], judged, as_of or last_day(recorded_by))


def _figures(claim, links, assessments, as_of):
    return figures(claim, links, assessments, as_of=as_of, grace_days=settings.FACTCHECK_GRACE_DAYS)


def _facts_of(claim):
    return ClaimFacts(**{name: getattr(claim, name) for name in CLAIM_FIELDS})


def last_day(recorded_by=None):
    """Return the publication day up to which a report counted that was made at the moment `recorded_by`."""
    today = timezone.localdate()
    return today if recorded_by is None else min(today, timezone.localdate(recorded_by))


def merged_claims(ids, recorded_by=None):
    """Return {id of a merged claim: the id that it was merged into} for the targets `ids` at the record cut-off."""
    if recorded_by is None:
        rows = Claim.objects.filter(state=State.MERGED, merged_into__in=ids)
        return dict(rows.values_list("pk", "merged_into"))
    wanted = set(ids)
    return {pk: target for pk, target in every_merge(recorded_by).items() if target in wanted}


def every_merge(recorded_by=None, *, past=None):
    """Return {id of a merged claim: the id that it was merged into} at the record cut-off.

    Who has read the log anyway gives its `past`.
    """
    changed = (past or history.Past(recorded_by)).of(Noun.CLAIM)
    rows = dict(Claim.objects.filter(state=State.MERGED).values_list("pk", "merged_into"))
    rows |= {pk: values["merged_into"] for pk, values in changed.items() if "merged_into" in values}
    return {pk: target for pk, target in rows.items() if target is not None}


def _claim_facts(ids, recorded_by):
    rows = Claim.objects.filter(pk__in=ids)
    changed = {}
    if recorded_by is not None:
        rows = rows.filter(created_at__lte=recorded_by)
        changed = history.earlier_values(Noun.CLAIM, recorded_by)
    return {
        row.pop("pk"): ClaimFacts(**_as_recorded(row, changed.get(pk, {})))
        for row in rows.values("pk", *CLAIM_FIELDS)
        for pk in [row["pk"]]
    }


def _as_recorded(row, earlier):
    return row | {name: typed(name, earlier[name]) for name in row if name in earlier}


def typed(name, value):
    """Return a value of the log as Python holds it: days and moments are kept there as ISO text."""
    if value is None or not name.endswith(("_at", "_on", "_start", "_end")):
        return value
    return datetime.fromisoformat(value) if name.endswith("_at") else date.fromisoformat(value)


def _links_by_claim(ids, recorded_by):
    """Return {claim: facts of the links that count for it} of those known at the record cut-off."""
    links, merged = Link.objects.counting_for(ids).annotate(target=F("claim__merged_into")), {}
    if recorded_by is not None:
        merged = merged_claims(ids, recorded_by)
        links = Link.objects.filter(claim__in=[*ids, *merged], created_at__lte=recorded_by)
        links = links.annotate(target=Value(None, output_field=BigIntegerField()))
    groups = defaultdict(list)
    for row, fact in _link_facts(_rows(with_loss(links, recorded_by)), recorded_by):
        for holder in {row["claim"], merged.get(row["claim"], row["target"])} - {None}:
            groups[holder].append(fact)
    return groups


def with_loss(links, recorded_by=None, *, passage="passage", article="passage__article"):
    """Annotate `lost_at`: when a version came without the words of a link, as known at the record cut-off.

    Rows of another model say where their `passage` and its `article` are.
    """
    versions = ArticleVersion.objects.filter(article=OuterRef(article))
    anchors = Anchor.objects.filter(passage=OuterRef(passage))
    if recorded_by is not None:
        versions = versions.filter(recorded_at__lte=recorded_by)
        anchors = anchors.filter(created_at__lte=recorded_by)
    last_place = anchors.order_by("-version__number").values("version__number")[:1]
    without_it = versions.filter(number__gt=OuterRef("last_place")).order_by("number").values("recorded_at")[:1]
    placed = links.annotate(last_place=Coalesce(Subquery(last_place), 0))
    return placed.annotate(lost_at=Subquery(without_it, output_field=DateTimeField()))


def _rows(links):
    return links.annotate(
        article=F("passage__article"),
        published_on=F("passage__article__published_on"),
        standing=F("passage__article__standing"),
        standing_at=F("passage__article__standing_at"),
        origin=F("passage__origin"),
    ).values("claim", "target", *LINK_FIELDS)


def _row_of(link):
    """Return the row of a link that was loaded with its article and `with_loss`."""
    of_article = {name: getattr(link.passage.article, name) for name in ("published_on", "standing", "standing_at")}
    own = {name: getattr(link, name) for name in OWN_FIELDS}
    passage = {"passage": link.passage_id, "article": link.passage.article_id, "origin": link.passage.origin_id}
    return own | passage | of_article


def _link_facts(rows, recorded_by):
    """Yield (row, LinkFacts) for each of the link `rows`, withdrawn ones with their moment."""
    articles = passages = {}
    if recorded_by is not None:
        articles = history.earlier_values(Noun.ARTICLE, recorded_by)
        passages = history.earlier_values(Noun.PASSAGE, recorded_by)
    for row in rows:
        article = _as_recorded(
            {name: row[name] for name in ("published_on", "standing", "standing_at")},
            articles.get(row["article"], {}),
        )
        passage = _as_recorded({"origin": row["origin"]}, passages.get(row["passage"], {}))
        withdrawn_at = row["withdrawn_at"]
        if withdrawn_at and recorded_by is not None and withdrawn_at > recorded_by:
            withdrawn_at = None
        yield (
            row,
            LinkFacts(
                id=row["pk"],
                article=row["article"],
                stance=row["stance"],
                basis=row["basis"],
                independence=row["independence"],
                origin=passage["origin"],
                published_on=article["published_on"],
                recorded_at=row["created_at"],
                withdrawn_at=withdrawn_at,
                suspended_since=_suspended_since(row, article),
            ),
        )


def _suspended_since(row, article):
    """Return when the link stopped counting (E8): its article was withdrawn, or a version came without its words."""
    withdrawn = article["standing"] == Standing.WITHDRAWN and article["standing_at"]
    if withdrawn and row["created_at"] <= withdrawn:
        return withdrawn
    return row["lost_at"]


def _assessments_by_claim(ids, recorded_by):
    groups = defaultdict(list)
    for row in Assessment.objects.filter(claim__in=ids).live(recorded_by).values("claim", *ASSESSMENT_FIELDS):
        groups[row["claim"]].append(_assessment(row))
    return groups


def _assessment(row):
    return AssessmentFacts(
        step=Step(row["step"]), verdict=row["verdict"], as_of=row["as_of"], recorded_at=row["created_at"]
    )
