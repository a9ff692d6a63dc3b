"""Loads the plain facts that `evidence.figures` judges, for many claims in a fixed number of queries."""

from collections import defaultdict
from dataclasses import dataclass

from django.conf import settings
from django.db.models import BigIntegerField, F, Value
from django.utils import timezone

from claims.models import Assessment, Claim, Link
from claims.reports.evidence import AssessmentFacts, ClaimFacts, LinkFacts, figures
from claims.reports.history import Past
from claims.reports.link_facts import OWN_FIELDS, as_recorded, link_facts, link_rows, row_of, with_loss
from claims.reports.merges import merged_claims
from claims.vocabulary import Noun, Step

CLAIM_FIELDS = ("kind", "window_start", "window_end", "review_on", "amended_at")
ASSESSMENT_FIELDS = ("step", "verdict", "as_of", "created_at")


@dataclass(frozen=True, slots=True)
class Facts:
    """What was on record of a claim at a moment: itself, its links with those withdrawn, its verdicts that stood."""

    claim: ClaimFacts
    links: list[LinkFacts]
    assessments: list[AssessmentFacts]

    def figures(self, as_of):
        """Return the Figures for what was published by `as_of`."""
        return _figures(self.claim, self.links, self.assessments, as_of)

    def status(self, as_of):
        """Return the evidence status for what was published by `as_of`."""
        return self.figures(as_of).evidence_status

    def counted(self, as_of):
        """Return the links that count for what was published by `as_of`."""
        uncounted = self.figures(as_of).uncounted
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
    facts = link_facts(map(row_of, links), recorded_by)
    judged = [assessment_facts({name: getattr(one, name) for name in ASSESSMENT_FIELDS}) for one in assessments]
    return _figures(_facts_of(claim), [fact for _, fact in facts], judged, as_of or last_day(recorded_by))


def _figures(claim, links, assessments, as_of):
    return figures(claim, links, assessments, as_of=as_of, grace_days=settings.FACTCHECK_GRACE_DAYS)


def _facts_of(claim):
    return ClaimFacts(**{name: getattr(claim, name) for name in CLAIM_FIELDS})


def last_day(recorded_by=None):
    """Return the publication day up to which a report counted that was made at the moment `recorded_by`."""
    today = timezone.localdate()
    return today if recorded_by is None else min(today, timezone.localdate(recorded_by))


def _claim_facts(ids, recorded_by):
    rows = Claim.objects.filter(pk__in=ids)
    if recorded_by is not None:
        rows = rows.filter(created_at__lte=recorded_by)
    changed = Past(recorded_by).of(Noun.CLAIM)
    return {
        pk: claim_facts(dict(zip(CLAIM_FIELDS, values, strict=True)), changed.get(pk, {}))
        for pk, *values in rows.values_list("pk", *CLAIM_FIELDS)
    }


def claim_facts(row, earlier):
    """Return the facts of a claim from a dict of its fields, and from what the log holds of `earlier` values."""
    return ClaimFacts(**as_recorded(row, earlier, CLAIM_FIELDS))


def _links_by_claim(ids, recorded_by):
    """Return {claim: facts of the links that count for it} of those known at the record cut-off."""
    links, merged = Link.objects.counting_for(ids).annotate(target=F("claim__merged_into")), {}
    if recorded_by is not None:
        merged = merged_claims(ids, recorded_by)
        links = Link.objects.filter(claim__in=[*ids, *merged], created_at__lte=recorded_by)
        links = links.annotate(target=Value(None, output_field=BigIntegerField()))
    groups = defaultdict(list)
    rows = link_rows(with_loss(links, recorded_by), "target", *OWN_FIELDS)
    for row, fact in link_facts(rows, recorded_by):
        for holder in {row["claim"], merged.get(row["claim"], row["target"])} - {None}:
            groups[holder].append(fact)
    return groups


def _assessments_by_claim(ids, recorded_by):
    groups = defaultdict(list)
    for row in Assessment.objects.filter(claim__in=ids).live(recorded_by).values("claim", *ASSESSMENT_FIELDS):
        groups[row["claim"]].append(assessment_facts(row))
    return groups


def assessment_facts(row):
    """Return the facts of an assessment from a dict of its fields."""
    return AssessmentFacts(
        step=Step(row["step"]), verdict=row["verdict"], as_of=row["as_of"], recorded_at=row["created_at"]
    )
