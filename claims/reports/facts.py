"""Loads the plain facts that `evidence.figures` judges, for many claims in a fixed number of queries."""

from collections import defaultdict
from datetime import date, datetime

from django.conf import settings
from django.db.models import DateTimeField, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from claims.models import Anchor, ArticleVersion, Assessment, Claim, Link
from claims.reports import history
from claims.reports.evidence import AssessmentFacts, ClaimFacts, LinkFacts, figures
from claims.vocabulary import Noun, Standing, State, Step

CLAIM_FIELDS = ["kind", "window_start", "window_end", "review_on", "amended_at"]


def figures_for(claims, *, as_of=None, recorded_by=None):
    """Return {claim id: Figures} for the QuerySet or list `claims`, as of a publication day and a record moment.

    The moment defaults to now, and the day to that of the moment. The number of queries does not depend on the number
    of claims. The links of claims merged into one of these count for it: merging moves no link.
    """
    as_of = as_of or last_day(recorded_by)
    ids = [claim.pk for claim in claims] if isinstance(claims, list) else list(claims.values_list("pk", flat=True))
    merged = merged_claims(ids, recorded_by)
    everyone = [*ids, *merged]
    claim_facts = _claim_facts(ids, recorded_by)
    links = _grouped(_link_facts(everyone, recorded_by), merged)
    assessments = _grouped(_assessment_facts(ids, recorded_by), {})
    return {
        pk: figures(
            facts,
            links[pk],
            assessments[pk],
            as_of=as_of,
            grace_days=settings.FACTCHECK_GRACE_DAYS,
        )
        for pk, facts in claim_facts.items()
    }


def last_day(recorded_by=None):
    """Return the publication day up to which a report counted that was made at the moment `recorded_by`."""
    today = timezone.localdate()
    return today if recorded_by is None else min(today, timezone.localdate(recorded_by))


def _grouped(pairs, merged):
    groups = defaultdict(list)
    for claim_id, facts in pairs:
        groups[claim_id].append(facts)
        if claim_id in merged:
            groups[merged[claim_id]].append(facts)
    return groups


def merged_claims(ids, recorded_by=None):
    """Return {id of a merged claim: the id that it was merged into} for the targets `ids` at the record cut-off."""
    if recorded_by is None:
        rows = Claim.objects.filter(state=State.MERGED, merged_into__in=ids)
        return dict(rows.values_list("pk", "merged_into"))
    changed = history.earlier_values(Noun.CLAIM, recorded_by)
    rows = dict(Claim.objects.filter(state=State.MERGED).values_list("pk", "merged_into"))
    rows |= {pk: values["merged_into"] for pk, values in changed.items() if "merged_into" in values}
    wanted = set(ids)
    return {pk: target for pk, target in rows.items() if target in wanted}


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
    return row | {name: _typed(name, earlier[name]) for name in row if name in earlier}


def _typed(name, value):
    """Return a value of the log as Python holds it: days and moments are kept there as ISO text."""
    if value is None or not name.endswith(("_at", "_on", "_start", "_end")):
        return value
    return datetime.fromisoformat(value) if name.endswith("_at") else date.fromisoformat(value)


def _link_facts(claim_ids, recorded_by):
    """Yield (claim id, LinkFacts) for every link known at the record cut-off, withdrawn ones with their moment."""
    articles = passages = {}
    if recorded_by is not None:
        articles = history.earlier_values(Noun.ARTICLE, recorded_by)
        passages = history.earlier_values(Noun.PASSAGE, recorded_by)
    for row in _link_rows(claim_ids, recorded_by):
        article = _as_recorded(
            {name: row[name] for name in ("published_on", "standing", "standing_at")},
            articles.get(row["article"], {}),
        )
        passage = _as_recorded({"origin": row["origin"]}, passages.get(row["passage"], {}))
        withdrawn_at = row["withdrawn_at"]
        if withdrawn_at and recorded_by is not None and withdrawn_at > recorded_by:
            withdrawn_at = None
        yield (
            row["claim"],
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


def _link_rows(claim_ids, recorded_by):
    known = Q() if recorded_by is None else Q(created_at__lte=recorded_by)
    versions = ArticleVersion.objects.filter(article=OuterRef("passage__article"))
    anchors = Anchor.objects.filter(passage=OuterRef("passage"))
    if recorded_by is not None:
        versions = versions.filter(recorded_at__lte=recorded_by)
        anchors = anchors.filter(created_at__lte=recorded_by)
    last_place = anchors.order_by("-version__number").values("version__number")[:1]
    without_it = versions.filter(number__gt=OuterRef("last_place")).order_by("number").values("recorded_at")[:1]
    return (
        Link.objects.filter(known, claim__in=claim_ids)
        .annotate(
            last_place=Coalesce(Subquery(last_place), 0),
            article=F("passage__article"),
            published_on=F("passage__article__published_on"),
            standing=F("passage__article__standing"),
            standing_at=F("passage__article__standing_at"),
            origin=F("passage__origin"),
        )
        .annotate(lost_at=Subquery(without_it, output_field=DateTimeField()))
        .values(
            "pk", "claim", "passage", "article", "stance", "basis", "independence", "origin", "created_at",
            "withdrawn_at", "published_on", "standing", "standing_at", "lost_at",
        )
    )  # fmt: skip


def _suspended_since(row, article):
    """Return when the link stopped counting (E8): its article was withdrawn, or a version came without its words."""
    withdrawn = article["standing"] == Standing.WITHDRAWN and article["standing_at"]
    if withdrawn and row["created_at"] <= withdrawn:
        return withdrawn
    return row["lost_at"]


def _assessment_facts(claim_ids, recorded_by):
    rows = Assessment.objects.filter(claim__in=claim_ids).live(recorded_by)
    for row in rows.values("claim", "step", "verdict", "as_of", "created_at"):
        yield (
            row["claim"],
            AssessmentFacts(
                step=Step(row["step"]),
                verdict=row["verdict"],
                as_of=row["as_of"],
                recorded_at=row["created_at"],
            ),
        )
