"""What the assistant is to read: written with the change that asks for it, so that nothing is forgotten."""

from django.utils import timezone

from claims.models import AssistantRun, Claim, Suggestion


def add_article(article):
    """Ask for `article` to be read anew, and for evidence of the claims for which its words were offered."""
    add_version(article.newest_version())
    offered = Suggestion.objects.pending().of_article(article).exclude(claim=None)
    for claim in Claim.objects.filter(pk__in=offered.values("claim")):
        add_claim(claim)


def add_version(version):
    """Ask for `version` to be read, or read anew."""
    _ask(version=version)


def add_claim(claim):
    """Ask for evidence of `claim` to be looked for, or looked for anew: it is new, or has changed."""
    _ask(claim=claim)


def _ask(**of):
    asked = {"waiting": True, "asked_at": timezone.now(), "error": ""}
    AssistantRun.objects.update_or_create(**of, defaults=asked)
