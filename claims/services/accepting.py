"""What accepting a suggestion does, kind by kind, and how it is taken back: always by the services of people."""

from django.utils.dateparse import parse_date

from claims.errors import Refused
from claims.models import Anchor, Claim, Link
from claims.services import claims, evidence, links, merging, unmaking
from claims.services.attribution import Attribution
from claims.text.spans import Span
from claims.vocabulary import Basis, ClaimKind, Independence, Stance, SuggestionKind, WindowBasis

MISTAKEN = "Accepted by mistake, and taken back."
SAID = ("speaker", "speaker_kind", "origin", "certainty", "polarity")


def check(suggestion, by):
    """Raise `Refused` where what `suggestion` offers cannot be made by `by` now."""
    checker = CHECKS.get(suggestion.kind)
    if checker:
        checker(suggestion, by)


def check_linking(suggestion, claim, by):
    """Raise `Refused` where the words of `suggestion` cannot be linked to `claim` by `by` instead."""
    if suggestion.kind != SuggestionKind.CLAIM:
        raise Refused("Only the words of a suggested claim can be linked to another claim instead.")
    links.check_addition(claim=claim, by=by)


def make(suggestion, edits, acknowledged, by):
    """Make what `suggestion` offers; return the row that was made, and the span of it that was kept, if any.

    With a claim as `linked_to` among `edits`, the words are linked to that one, and no other claim is made of them.
    """
    edits = dict(edits)
    linked_to = edits.pop("linked_to", None)
    if linked_to:
        return _link_instead(suggestion, linked_to, edits, acknowledged, by)
    return MAKERS[suggestion.kind](suggestion, edits, acknowledged, by)


def take_back(suggestion, by):
    """Take back what accepting `suggestion` made."""
    taker = _take_back_link if suggestion.was_linked_instead else TAKERS[suggestion.kind]
    taker(suggestion, by)


def words_of(suggestion):
    """Return quote, place and attribution of the words that `suggestion` is about, as marking takes them."""
    said = {name: suggestion.payload[name] for name in SAID if name in suggestion.payload}
    attribution = Attribution(**said, through=tuple(suggestion.payload.get("through", ())))
    return {"quote": suggestion.quote, "near": suggestion.start, "attribution": attribution}


def claim_values(suggestion):
    """Return what a claim made of `suggestion` is given besides its words: statement, kind and window."""
    said = suggestion.payload
    window = said.get("window") or {}
    start, end = (parse_date(window.get(edge) or "") for edge in ("start", "end"))
    basis = WindowBasis.STATED if start or end else ""
    return {
        "statement": said["statement"], "kind": said["kind"],
        "window_start": start, "window_end": end, "window_basis": basis,
    }  # fmt: skip


def link_values(suggestion, *, attribution=None):
    """Return stance, basis, independence and reason of a link made of `suggestion`, as the rules presume them."""
    said, words = suggestion.payload, words_of(suggestion)
    values = {"stance": said["stance"], "basis": said.get("basis") or ""}
    if not values["basis"]:
        return values
    presumed = evidence.foresee(
        claim=suggestion.claim,
        article=suggestion.version.article,
        quote=suggestion.quote,
        attribution=attribution or words["attribution"],
        values=values,
    ).presumption
    same = presumed.independence == Independence.SAME_ORIGIN
    reasons = (said.get("reason"), presumed.rule if same else "")
    return values | {
        "independence": presumed.independence if same else said.get("independence", presumed.independence),
        "reason": " ".join(filter(None, reasons)),
    }


def linked_values(suggestion, claim):
    """Return stance, basis and independence that are presumed where its words are linked to `claim` instead.

    An article that makes the claim already can only make it again (E1); in another one they are support.
    """
    article = suggestion.version.article
    own = claim.links.live().asserting().filter(passage__article=article)
    if own.exists():
        return {"stance": Stance.ASSERTS}
    foretells = Basis.EXPECTATION if suggestion.payload.get("kind") == ClaimKind.FORECAST else ""
    said = {"stance": Stance.SUPPORTS, "basis": evidence.likely_basis(claim, article) or foretells}
    attribution = words_of(suggestion)["attribution"]
    presumed = evidence.foresee(
        claim=claim, article=article, quote=suggestion.quote, attribution=attribution, values=said
    ).presumption  # fmt: skip
    same = presumed.independence == Independence.SAME_ORIGIN
    return said | {"independence": presumed.independence, "reason": presumed.rule if same else ""}


def _make_claim(suggestion, edits, acknowledged, by):
    values = claim_values(suggestion) | words_of(suggestion) | edits
    claim = claims.make(article=suggestion.version.article, by=by, **values)
    return claim, _place(claim.links.asserting().earliest("pk").passage_id, suggestion.version)


def _make_link(suggestion, edits, acknowledged, by):
    values = link_values(suggestion, attribution=edits.get("attribution")) | edits
    return _link_words(suggestion, suggestion.claim, values, acknowledged, by)


def _link_instead(suggestion, claim, edits, acknowledged, by):
    check_linking(suggestion, claim, by)
    return _link_words(suggestion, claim, linked_values(suggestion, claim) | edits, acknowledged, by)


def _link_words(suggestion, claim, values, acknowledged, by):
    version, values = suggestion.version, words_of(suggestion) | values
    link = evidence.link_words(claim=claim, article=version.article, by=by, acknowledged=acknowledged, **values)
    return link, _place(link.passage_id, version)


def _place(passage, version):
    anchor = Anchor.objects.filter(passage=passage, version=version).first()
    return Span(anchor.start, anchor.end) if anchor else None


def _mark_same_origin(suggestion, edits, acknowledged, by):
    link = _judged_link(suggestion)
    why = edits.get("reason") or " ".join(suggestion.reasons)
    values = _values_of(link) | {"independence": Independence.SAME_ORIGIN, "reason": _with(link.reason, why)}
    return links.revise(link=link, why=why, by=by, acknowledged=acknowledged, **values), None


def _values_of(link):
    return {name: getattr(link, name) for name in links.COPIED}


def _with(reason, why):
    return f"{reason} {why}".strip() if why not in reason else reason


def _judged_link(suggestion):
    link = Link.objects.filter(pk=suggestion.payload["link"]).live().select_related("passage", "claim").first()
    if link is None:
        raise Refused("The link was withdrawn or revised since this was suggested.")
    return link


def _merge(suggestion, edits, acknowledged, by):
    into = edits.get("into") or Claim.objects.get(pk=suggestion.payload["other"])
    reason = edits.get("reason") or " ".join(suggestion.reasons)
    return merging.merge(claim=suggestion.claim, into=into, reason=reason, by=by), None


def _take_back_claim(suggestion, by):
    unmaking.unmake(claim=Claim.objects.get(pk=suggestion.result_id), reason=MISTAKEN, by=by)


def _take_back_link(suggestion, by):
    links.withdraw(link=_made_link(suggestion), reason=MISTAKEN, by=by)


def _made_link(suggestion):
    link = Link.objects.filter(pk=suggestion.result_id).live().first()
    if link is None:
        raise Refused("Somebody has withdrawn or revised the link since; it cannot be taken back from here.")
    return link


def _take_back_origin(suggestion, by):
    made = _made_link(suggestion)
    links.revise(link=made, why=MISTAKEN, by=by, acknowledged=True, **_values_of(made.supersedes))


def _unmerge(suggestion, by):
    merging.unmerge(claim=suggestion.claim, reason=MISTAKEN, by=by)


def _check_claim_to_link(suggestion, by):
    links.check_addition(claim=suggestion.claim, by=by)


def _check_link_to_judge(suggestion, by):
    links.check_change(link=_judged_link(suggestion), by=by)


def _check_merge(suggestion, by):
    merging.check_merge(claim=suggestion.claim, by=by)


CHECKS = {
    SuggestionKind.LINK: _check_claim_to_link,
    SuggestionKind.ORIGIN: _check_link_to_judge,
    SuggestionKind.MERGE: _check_merge,
}
MAKERS = {
    SuggestionKind.CLAIM: _make_claim,
    SuggestionKind.LINK: _make_link,
    SuggestionKind.ORIGIN: _mark_same_origin,
    SuggestionKind.MERGE: _merge,
}
TAKERS = {
    SuggestionKind.CLAIM: _take_back_claim,
    SuggestionKind.LINK: _take_back_link,
    SuggestionKind.ORIGIN: _take_back_origin,
    SuggestionKind.MERGE: _unmerge,
}
