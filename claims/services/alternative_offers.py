"""What is reported of a claim, offered as refuting those that cannot be true beside it: computed, not yet stored."""

from django.utils import timezone

from claims.models import Anchor, Link, Passage, Suggestion
from claims.reports.alternatives import alternatives_of, reported_outcomes, uncounted_beside
from claims.services import evidence
from claims.services.attribution import said_of
from claims.vocabulary import PUT_ASIDE, Basis, Independence, Stance, SuggestionKind

RULE = "alternative-1"
# A report of the one is no guess about the other, as long as the set holds.
SCORE = 0.95
REFUTING = {"stance": Stance.REFUTES, "basis": Basis.OUTCOME}


def offers_from_alternatives(claim):
    """Return the offers to link what is independently reported of alternatives of `claim`, as refuting it.

    Left out is what does not count today, what is linked to `claim` already, and what the rules of evidence forbid to
    link to it as an outcome (E2, E3).
    """
    others = alternatives_of([claim.pk]).get(claim.pk, ())
    if not others or claim.state in PUT_ASIDE:
        return []
    links = list(reported_outcomes(others).for_detail().select_related("claim").order_by("pk"))
    uncounted = uncounted_beside(claim, links)
    linked = set(Link.objects.counting_for([claim.pk]).live().values_list("passage", flat=True))
    telling = [link for link in links if link.pk not in uncounted and link.passage_id not in linked]
    return list(filter(None, (_offer(claim, link) for link in telling)))


def _offer(claim, link):
    passage = Passage.objects.with_attribution().select_related("article__outlet").get(pk=link.passage_id)
    place = Anchor.objects.filter(passage=passage).select_related("version__article").order_by("-version__number")[0]
    said = said_of(passage)
    values = REFUTING | {"independence": _independence(claim, passage, said)}
    foreseen = evidence.foresee(
        claim=claim, article=passage.article, quote=passage.exact, attribution=said, values=values
    )
    if foreseen.judgement.refusals:
        return None
    reason = f"{link.claim.label} cannot be true as well, and this passage reports that it happened."
    return Suggestion(
        kind=SuggestionKind.LINK,
        version=place.version,
        start=place.start,
        end=place.end,
        claim=claim,
        rule=RULE,
        score=SCORE,
        reasons=[reason],
        payload={"quote": passage.exact, "reason": reason, "alternative": link.pk} | values | _in_payload(said),
        created_at=timezone.now(),
    )


def _independence(claim, passage, said):
    """Return what E4 presumes beside the evidence of `claim`; else that it is independent, as a person found."""
    presumed = evidence.foresee(
        claim=claim, article=passage.article, quote=passage.exact, attribution=said, values=REFUTING
    ).presumption
    is_same = presumed.independence == Independence.SAME_ORIGIN
    return presumed.independence if is_same else Independence.INDEPENDENT


def _in_payload(said):
    return {
        "speaker": said.speaker, "speaker_kind": said.speaker_kind, "through": list(said.through),
        "origin": said.origin, "certainty": said.certainty, "polarity": said.polarity,
    }  # fmt: skip
