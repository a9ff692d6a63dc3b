"""Proposals of one round beside each other: where they differ, and who else is asked. Reads only."""

from dataclasses import dataclass

from django.db.models import Prefetch

from claims.models import Assessment, Link, ProposalRequest
from claims.reports.blindness import visible_to
from claims.text.differences import Piece, both_sides

COMPARED = ("verdict", "unresolved_reason", "confidence", "as_of", "rationale", "what_would_change")


@dataclass(frozen=True, slots=True)
class Side:
    """One proposal, the links that not every other relies on too, and its words, marked where it alone has them."""

    proposal: Assessment
    only: tuple[Link, ...]
    rationale: tuple[Piece, ...]
    what_would_change: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Differences:
    """Two proposals or more, in the order in which they were made; `shared` are the links that all rely on.

    `agreed` names what all say alike, `relied_on` among it.
    """

    sides: tuple[Side, ...]
    shared: tuple[Link, ...]
    agreed: frozenset[str]

    @property
    def first(self):
        return self.sides[0].proposal


def proposals_on(claim, person):
    """Return the live proposals on `claim` that `person` may read, the first made first, with what they rely on."""
    live = claim.assessments.proposals().live().filter(visible_to(person)).order_by("pk")
    relied_on = Prefetch("relied_on", Link.objects.select_related("passage__article__outlet", "claim"))
    return list(live.select_related("author", "seal__opened_by").prefetch_related(relied_on))


def differences(proposals):
    """Return how `proposals` (with their links) differ, or None for fewer than two."""
    if len(proposals) < 2:
        return None
    proposals = sorted(proposals, key=lambda one: one.pk)
    links = [list(one.relied_on.all()) for one in proposals]
    shared = set.intersection(*map(set, links))
    rationales = _pieces([one.rationale for one in proposals])
    changes = _pieces([one.what_would_change for one in proposals])
    sides = (
        Side(one, tuple(link for link in own if link not in shared), *words)
        for one, own, *words in zip(proposals, links, rationales, changes, strict=True)
    )
    agreed = {name for name in COMPARED if len({getattr(one, name) for one in proposals}) == 1}
    same_links = {"relied_on"} if all(set(own) == shared for own in links) else set()
    return Differences(
        tuple(sides), tuple(link for link in links[0] if link in shared), frozenset(agreed | same_links)
    )


def _pieces(texts):
    """Return each text as pieces: word by word where there are two that are alike, whole else."""
    if len(texts) == 2 and (alike := both_sides(*texts)):
        return [tuple(pieces) for pieces in alike]
    return [(Piece(text, "same"),) if text else () for text in texts]


def requests_on(claim, *, recorded_by=None):
    """Return the requests for another proposal on `claim` that stood at a record moment, the oldest first."""
    live = ProposalRequest.objects.live(recorded_by).filter(claim=claim)
    return list(live.select_related("person", "asked_by"))


def answerable(requests, user):
    """Return those of `requests` that `user` may answer."""
    own = ProposalRequest.objects.of(user).filter(pk__in=[one.pk for one in requests])
    keys = set(own.values_list("pk", flat=True)) if requests else ()
    return [one for one in requests if one.pk in keys]
