"""Keeps the figures that lists show. A copy of what `reports.facts` computes, rebuilt with every change."""

from django.db import transaction

from claims.models import Claim, ClaimFigures
from claims.reports.facts import figures_for
from claims.vocabulary import Flag

BATCH = 2000
FIELDS = [field.name for field in ClaimFigures._meta.concrete_fields if not field.primary_key]


def refresh(*claims):
    """Compute the kept figures of `claims` anew, and of the claims that they are merged into."""
    targets = [claim.merged_into_id for claim in claims if claim.merged_into_id]
    _store(sorted({claim.pk for claim in claims} | set(targets)))


def refresh_for_article(article):
    """Compute the figures of every claim that has a link into `article`."""
    refresh(*_linked(article))


def lock_for_article(article, *others):
    """Lock every claim that `refresh_for_article` counts anew, and `others` (keys), for an act that locks before.

    In one go, with `article` held already (`services.locks`).
    """
    linked = _linked(article).values_list("pk", "merged_into")
    Claim.objects.lock_all({pk for row in linked for pk in row if pk is not None} | set(others))


def _linked(article):
    return Claim.objects.filter(links__passage__article=article).distinct()


@transaction.atomic
def rebuild():
    """Compute the kept figures of every claim anew; return the numbers of the claims whose copy was wrong."""
    wrong = []
    ids = list(Claim.objects.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(ids), BATCH):
        wrong += _store(ids[start : start + BATCH])
    return list(Claim.objects.filter(pk__in=wrong).values_list("number", flat=True))


def _store(ids):
    # Two people who change the evidence of a claim at once: the second must see what the first wrote.
    Claim.objects.lock_all(ids)
    stored = ClaimFigures.objects.in_bulk(ids)
    computed = {pk: _row(pk, figures) for pk, figures in figures_for(Claim.objects.filter(pk__in=ids)).items()}
    changed = [row for pk, row in computed.items() if _values(stored.get(pk)) != _values(row)]
    ClaimFigures.objects.bulk_create(
        changed,
        update_conflicts=True,
        unique_fields=["claim"],
        update_fields=FIELDS,
    )
    return [row.pk for row in changed]


def _values(row):
    return row and [getattr(row, name) for name in FIELDS]


def _row(pk, figures):
    return ClaimFigures(
        claim_id=pk,
        evidence_status=figures.evidence_status,
        closed=figures.is_closed,
        verdict=figures.verdict or "",
        articles=figures.articles,
        origins=figures.origins,
        supporting_origins=figures.supporting_origins,
        supports=figures.supports,
        conflicts=figures.conflicts,
        qualified=Flag.QUALIFIED in figures.flags,
        disputed=Flag.DISPUTED in figures.flags,
        needs_review=Flag.NEEDS_REVIEW in figures.flags,
    )
