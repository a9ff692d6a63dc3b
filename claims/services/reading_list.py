"""What the assistant is to read: written with the change that asks for it, so that nothing is forgotten."""

from django.utils import timezone

from claims.models import Article, AssistantRun, Suggestion

BATCH = 500


def add_article(article):
    """Ask for `article` to be read anew, and for evidence of the claims for which its words were ever offered."""
    add_version(article.newest_version())
    offered = Suggestion.objects.of_article(article).exclude(claim=None)
    add_claims(offered.order_by().values_list("claim", flat=True).distinct())


def add_suggested(suggestions):
    """Ask for all to be read anew that `suggestions` are about: somebody has put these back."""
    articles = Article.objects.filter(pk__in={one.version.article_id for one in suggestions})
    _ask("version", articles.with_newest_version().values_list("newest_version_id", flat=True))
    add_claims({one.claim_id for one in suggestions} - {None})


def add_version(version):
    """Ask for `version` to be read, or read anew."""
    _ask("version", [version.pk])


def add_claim(claim):
    """Ask for evidence of `claim` to be looked for, or looked for anew: it is new, or has changed."""
    add_claims([claim.pk])


def add_claims(keys):
    """Ask for evidence of all claims with these `keys` to be looked for."""
    _ask("claim", keys)


def _ask(of, keys):
    asked = {"waiting": True, "asked_at": timezone.now(), "error": ""}
    # In one order: two people who ask at once for the same must not wait for each other.
    runs = [AssistantRun(**asked, **{f"{of}_id": key}) for key in sorted(keys)]
    AssistantRun.objects.bulk_create(
        runs, batch_size=BATCH, update_conflicts=True, unique_fields=[of], update_fields=list(asked)
    )
