"""Keeps what is known of near-duplicate articles in step with their newest texts. Derived, so nothing is logged."""

from django.db import transaction

from claims.models import ArticleCopy, ArticleVersion, Fingerprint
from claims.reports.credits import body_of
from claims.reports.near_copies import near_copies
from claims.text.copies import fingerprints, word_runs

SHARES = ["first_version", "second_version", "first_share", "second_share", "resemblance", "agency"]


def record(version):
    """Find the articles that carry words of `version` and keep them, in place of what was known of its article.

    Return the pairs. A version that is no longer the newest changes nothing.
    """
    if ArticleVersion.objects.filter(article=version.article_id, number__gt=version.number).exists():
        return []
    runs = word_runs(body_of(version))
    # The fingerprints go first: of two copies recorded at one time, the later then finds the other. And nobody
    # waits for the database while texts are compared.
    _keep_fingerprints(version, fingerprints(runs))
    return _keep_pairs(version, [_pair(version, near) for near in near_copies(version, runs)])


def rebuild():
    """Find all copies anew; return how many articles were read."""
    Fingerprint.objects.all().delete()
    ArticleCopy.objects.all().delete()
    newest = dict(ArticleVersion.objects.order_by("number").values_list("article", "pk"))
    for version in newest.values():
        record(ArticleVersion.objects.get(pk=version))
    return len(newest)


@transaction.atomic
def _keep_fingerprints(version, values):
    Fingerprint.objects.filter(version__article=version.article_id).delete()
    Fingerprint.objects.bulk_create(Fingerprint(value=value, version=version) for value in sorted(values))


@transaction.atomic
def _keep_pairs(version, pairs):
    ArticleCopy.objects.of([version.article_id]).delete()
    # Somebody else may find the same pair at this very moment.
    return ArticleCopy.objects.bulk_create(
        pairs, update_conflicts=True, unique_fields=["first", "second"], update_fields=SHARES
    )


def _pair(version, near):
    """The pair of two versions, the article of the lower number first."""
    sides = [(version, near.shared.of_first), (near.version, near.shared.of_second)]
    (first, first_share), (second, second_share) = sorted(sides, key=lambda side: side[0].article_id)
    return ArticleCopy(
        first_id=first.article_id,
        second_id=second.article_id,
        first_version=first,
        second_version=second,
        first_share=first_share,
        second_share=second_share,
        resemblance=near.shared.resemblance,
        agency=near.agency,
    )
