"""What the assistant is to read: written with the change that asks for it, so that nothing is forgotten."""

from django.utils import timezone

from claims.models import Article, AssistantRun, Claim, Link, Suggestion
from claims.reports.alternatives import alternatives_of
from claims.services.batches import batches

BATCH = 500


def add_article(article):
    """Ask for `article` to be read anew, and for evidence of the claims for which its words were ever offered."""
    add_version(article.newest_version())
    offered = Suggestion.objects.of_article(article).exclude(claim=None)
    add_claims(offered.order_by().values_list("claim", flat=True).distinct())
    add_linked(article)


def add_linked(article):
    """Ask for the claims that `article` is linked to, with their alternatives: links may count now, or no more."""
    linked = Link.objects.live().filter(passage__article=article).order_by()
    add_with_alternatives(set(linked.values_list("claim", flat=True)))


def add_all(*, articles, claims):
    """Ask for the articles and claims with these keys to be read anew, None among them left out."""
    for some in batches(sorted(articles)):
        newest = Article.objects.filter(pk__in=some).with_newest_version()
        _ask("version", newest.values_list("newest_version_id", flat=True))
    add_claims(claims - {None})


def read_again(keys):
    """Ask once more for what could not be read, of the runs with these `keys`; return how many were asked for."""
    return AssistantRun.objects.failed().filter(pk__in=keys).update(**_asked())


def add_version(version):
    """Ask for `version` to be read, or read anew."""
    _ask("version", [version.pk])


def add_claim(claim):
    """Ask for evidence of `claim` to be looked for, or looked for anew: it is new, or has changed."""
    add_with_alternatives({claim.pk})


def add_with_alternatives(keys):
    """Ask for the claims with these `keys` and for their alternatives, which what is reported of them may refute."""
    merged_into = Claim.objects.filter(pk__in=keys, merged_into__isnull=False).values_list("merged_into", flat=True)
    alternatives = alternatives_of({*keys, *merged_into})
    add_claims(keys.union(*alternatives.values()))


def add_claims(keys):
    """Ask for evidence of all claims with these `keys` to be looked for."""
    _ask("claim", keys)


def _ask(of, keys):
    asked = _asked()
    # In one order: two people who ask at once for the same must not wait for each other.
    runs = [AssistantRun(**asked, **{f"{of}_id": key}) for key in sorted(keys)]
    AssistantRun.objects.bulk_create(
        runs, batch_size=BATCH, update_conflicts=True, unique_fields=[of], update_fields=list(asked)
    )


def _asked():
    return {"waiting": True, "asked_at": timezone.now(), "error": "", "tries": 0}
