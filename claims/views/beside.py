"""What stands beside an article in the reader: `?beside=claim-12` or `?beside=article-9`."""

import re
from dataclasses import dataclass

from django.shortcuts import get_object_or_404

from claims.models import Article, Claim
from claims.reports.claim_brief import Brief, claim_brief
from claims.views.sides import BESIDE, Side, side_of

NAME = re.compile(r"(claim|article)-(\d{1,9})")


@dataclass(frozen=True, slots=True)
class Beside:
    """A claim with its evidence, or a second article as a `side` of its own; `name` is what the address calls it."""

    name: str
    claim: Claim | None = None
    brief: Brief | None = None
    side: Side | None = None

    @property
    def label(self):
        return self.claim.label if self.claim else str(self.side.article)


def beside_of(request):
    """Return what the address asks to stand beside the article; None where it asks for nothing.

    Raises Http404 for a claim or an article that does not exist.
    """
    asked = NAME.fullmatch(request.GET.get("beside", ""))
    if not asked:
        return None
    kind, number = asked[1], int(asked[2])
    if kind == "claim":
        claim = get_object_or_404(Claim.objects.for_list().select_related("merged_into"), number=number)
        return Beside(asked[0], claim=claim, brief=claim_brief(claim.merged_into or claim))
    article = get_object_or_404(Article.objects.select_related("outlet"), pk=number)
    version = article.newest_version()
    version.article = article
    return Beside(asked[0], side=side_of(version, request, prefix=BESIDE))
