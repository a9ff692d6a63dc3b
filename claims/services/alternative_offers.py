"""What is reported of a claim, offered as refuting those that cannot be true beside it: computed, not yet stored."""

from django.db.models import Prefetch
from django.utils import timezone

from claims.models import Anchor, Link, Suggestion
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
    links = list(_with_places(reported_outcomes(others)).order_by("pk"))
    uncounted = uncounted_beside(claim, links)
    linked = set(Link.objects.counting_for([claim.pk]).live().values_list("passage", flat=True))
    telling = [link for link in links if link.pk not in uncounted and link.passage_id not in linked]
    return list(filter(None, (_offer(claim, link) for link in telling)))


def _with_places(links):
    """Load with `links` all that an offer says: who speaks, and where the words stand, the newest version first."""
    places = Anchor.objects.select_related("version__article").order_by("-version__number")
    return links.for_detail().select_related("claim").prefetch_related(Prefetch("passage__anchors", places))


def _offer(claim, link):
    passage, said = link.passage, said_of(link.passage)
    place = passage.anchors.all()[0]
    values = REFUTING | {"independence": Independence.INDEPENDENT}
    foreseen = evidence.foresee(
        claim=claim, article=passage.article, quote=passage.exact, attribution=said, values=values
    )
    if foreseen.judgement.refusals:
        return None
    # What E4 presumes beside the evidence of the claim; else it is independent, as a person found.
    if foreseen.presumption.independence == Independence.SAME_ORIGIN:
        values["independence"] = Independence.SAME_ORIGIN
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


def _in_payload(said):
    return {
        "speaker": said.speaker, "speaker_kind": said.speaker_kind, "through": list(said.through),
        "origin": said.origin, "certainty": said.certainty, "polarity": said.polarity,
    }  # fmt: skip
