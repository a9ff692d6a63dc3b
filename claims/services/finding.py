"""What the assistant finds in an article's version, and for a claim: offers, computed and not yet stored."""

from bisect import bisect_left

from django.utils import timezone

from claims.models import Anchor, ArticleVersion, Link, Suggestion
from claims.reports.candidates import candidates_for
from claims.reports.credits import credits_of
from claims.reports.touched import claims_touched_by
from claims.reports.twins import twins_of
from claims.services import evidence, links
from claims.services.alternative_offers import offers_from_alternatives
from claims.text.claiming.suggest import suggest_claims
from claims.text.evidence.unasked import propose_unasked
from claims.text.evidence.worth import is_worth_a_look, worth
from claims.text.places import Places
from claims.text.spans import Span
from claims.vocabulary import SPEAKING, Independence, Standing, SuggestionKind

# Above every part that a rule has in its name: changed when what is stored is to be found anew.
RULES = 5
MOST_CANDIDATES = 40
UNSAID = {
    "speaker": "", "speaker_kind": "unattributed", "through": [], "certainty": "uncommitted", "polarity": "positive",
}  # fmt: skip


def offers_of_version(version):
    """Return what is offered of `version`: every claim that it makes, and the open claims that it may bear on."""
    made = [_claim_offer(version, found) for found in _claims_made_in(version)]
    standing = claims_standing_in(version)
    fresh = [offer for offer in made if not standing.hold_much_as(Span(offer.start, offer.end))]
    said = _Said(made)
    bearing = [_link_offer(version, touch.claim, touch, said) for touch in claims_touched_by(version)]
    return fresh, bearing


def claims_standing_in(version, claim=None):
    """Return the places in `version` of which a claim was made (or just `claim`): they are not offered any more."""
    asserting = Link.objects.live().asserting()
    asserting = asserting.filter(claim=claim) if claim else asserting
    anchors = Anchor.objects.filter(version=version, passage__in=asserting.values("passage"))
    return Places(Span(anchor.start, anchor.end) for anchor in anchors)


def _claims_made_in(version):
    return suggest_claims(version.text, published_on=version.article.published_on, credits=credits_owed(version))


def credits_owed(version):
    """Return the agencies to which the words of `version` are owed; what one publishes itself it does not owe."""
    article = version.article
    outlet = article.outlet.name if article.outlet else ""
    return tuple(name for name in credits_of(version) if name.casefold() != outlet.casefold())


def _claim_offer(version, found):
    return _offer(SuggestionKind.CLAIM, version, found.span, f"claim-{found.kind}-1", found, payload_of(found))


def payload_of(found):
    """Return what a suggestion stores of a claim that the text makes, `found` by the readers."""
    window = found.window
    return {
        "quote": found.quote,
        "statement": found.statement[:500],
        "kind": found.kind,
        "window": window
        and {"start": _iso(window.start), "end": _iso(window.end), "text": window.text, "value": window.value},
        **_said(found),
    }


def _iso(day):
    return day and day.isoformat()


def _said(found):
    """Return who says the words and through whom they came; the speaker is not among those."""
    through = [link.name for link in found.chain]
    if found.speaker and through and through[-1] == found.speaker:
        through.pop()
    return {
        "speaker": found.speaker[:200], "speaker_kind": found.speaker_kind, "through": through,
        "certainty": found.certainty, "polarity": found.polarity,
    }  # fmt: skip


def _offer(kind, version, span, rule, found, payload, claim=None):
    return Suggestion(
        kind=kind,
        version=version,
        start=span.start,
        end=span.end,
        claim=claim,
        rule=rule,
        score=found.score,
        reasons=list(found.reasons),
        payload=payload,
        created_at=timezone.now(),
    )


def _link_offer(version, claim, found, said):
    """Return the offer to link the words that `found` names; of those `said` knows who speaks."""
    span = Span(found.start, found.end)
    payload = {"quote": found.quote, "stance": found.stance, "basis": found.basis or "", **said.at(span)}
    rule = f"evidence-{found.stance}-{found.basis or 'none'}-1"
    offer = _offer(SuggestionKind.LINK, version, span, rule, found, payload, claim)
    offer.score = worth(found.stance, found.score, found.reasons)
    return offer


class _Said:
    """Who says the words of a version, by the claims `made` of them."""

    def __init__(self, made):
        self.made = sorted(made, key=_start)
        self.longest = max((offer.end - offer.start for offer in self.made), default=0)

    def at(self, span):
        """Return who says the words at `span`, by the claim read from most of them."""
        first = bisect_left(self.made, span.start - self.longest, key=_start)
        near = self.made[first : bisect_left(self.made, span.end, key=_start)]
        best = max(near, key=lambda offer: min(offer.end, span.end) - max(offer.start, span.start), default=None)
        if best is None or not Span(best.start, best.end).overlaps(span):
            return UNSAID
        return {name: best.payload[name] for name in UNSAID}


def _start(offer):
    return offer.start


def offers_of_claim(claim):
    """Return what is offered for `claim`: what is reported of its alternatives, evidence in all stored articles, one
    origin behind two links, its twins.
    """
    told = offers_from_alternatives(claim)
    found = offered_beside(told, _evidence_for(claim))
    return [*told, *found, *_same_origins(claim), *_twins(claim)]


def offered_beside(told, found):
    """Return those of the link offers `found` whose words are not offered among `told` for the same claim."""
    spans = {}
    for offer in told:
        spans.setdefault((offer.claim_id, offer.version_id), []).append(Span(offer.start, offer.end))
    places = {key: Places(of_one) for key, of_one in spans.items()}
    none = Places(())
    return [
        offer
        for offer in found
        if not places.get((offer.claim_id, offer.version_id), none).hold_much_as(Span(offer.start, offer.end))
    ]


def _evidence_for(claim):
    own = set(Link.objects.filter(claim=claim).live().asserting().values_list("passage__article", flat=True))
    # The article that makes the claim can be no evidence for it (E1), so the search is not to fill up with it.
    best = candidates_for(claim, limit=MOST_CANDIDATES, propose=propose_unasked)
    found = [one for one in best if _may_tell(one.article, own)]
    versions = ArticleVersion.objects.select_related("article").in_bulk({one.version for one in found})
    made = {}
    for row in Suggestion.objects.filter(kind=SuggestionKind.CLAIM, version__in=versions):
        made.setdefault(row.version_id, []).append(row)
    found = [one for one in found if is_worth_a_look(one.stance, one.score, one.reasons)]
    said = {version: _Said(made.get(version, [])) for version in versions}
    return [_link_offer(versions[one.version], claim, one, said[one.version]) for one in found]


def _may_tell(article, own):
    return article.pk not in own and article.standing != Standing.WITHDRAWN


def _same_origins(claim):
    """Offer to say of undetermined evidence that it has the origin of other evidence, where E4 presumes so."""
    undetermined = Link.objects.filter(claim=claim, stance__in=SPEAKING, independence=Independence.UNDETERMINED)
    for link in undetermined.live().for_detail().select_related("claim"):
        values = {name: getattr(link, name) for name in links.COPIED}
        presumed = evidence.foresee_revision(link=link, values=values).presumption
        place = _place_of(link.passage_id)
        if presumed.independence == Independence.SAME_ORIGIN and place:
            yield _origin_offer(claim, link, presumed, place)


def _origin_offer(claim, link, presumed, place):
    return Suggestion(
        kind=SuggestionKind.ORIGIN,
        version=place.version,
        start=place.start,
        end=place.end,
        claim=claim,
        rule=f"same-origin-1:{link.passage_id}",
        score=0.9,
        reasons=[f"E4: {presumed.rule}"],
        payload={"quote": link.passage.exact, "link": link.pk, "other": presumed.link},
        created_at=timezone.now(),
    )


def _place_of(passage):
    """Return the anchor of `passage` in the newest version that holds it."""
    anchors = Anchor.objects.filter(passage=passage).select_related("version__article")
    return anchors.order_by("-version__number").first()


def _twins(claim):
    """Offer to merge `claim` into an older one with the same truth condition."""
    asserted = Link.objects.filter(claim=claim).live().asserting().order_by("pk").first()
    place = asserted and _place_of(asserted.passage_id)
    if not place:
        return
    for twin in twins_of(claim):
        if twin.relation == "same" and twin.claim.number < claim.number:
            payload = {"quote": asserted.passage.exact, "other": twin.claim.pk}
            span = Span(place.start, place.end)
            rule = f"same-claim-1:{twin.claim.pk}"
            yield _offer(SuggestionKind.MERGE, place.version, span, rule, twin, payload, claim)
