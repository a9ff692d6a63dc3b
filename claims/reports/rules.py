"""The rules of evidence (DESIGN §4, E1–E6) put to a link before it is made. Reads only."""

from dataclasses import dataclass, replace

from claims.models import Link
from claims.reports.credits import credits_by_article
from claims.reports.evidence import earliest_outcome_day
from claims.text.attribution.chains import Link as Hand
from claims.text.origins import Told, same_origin
from claims.vocabulary import SPEAKING, Basis, ClaimKind, Independence, SourceKind, Stance, Standing


@dataclass(frozen=True, slots=True)
class Draft:
    """A link that somebody is about to make. `origin` and `chain` are sources, nearest first; `exact` the words.

    `replaces` is the live link that falls away when this one is made.
    """

    claim: object
    article: object
    stance: str
    basis: str = ""
    independence: str = ""
    origin: object = None
    chain: tuple = ()
    exact: str = ""
    replaces: object = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the rules say of a draft: what forbids it, and what speaks against it without forbidding it."""

    refusals: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Presumption:
    """Which independence the rules presume of a draft, by which rule, in words, and beside which link (its id)."""

    independence: str
    rule: str
    link: int | None = None


def standing(draft):
    """Return the links that stand beside the draft, as the rules want them."""
    links = Link.objects.filter(claim=draft.claim).live().for_detail()
    return list(links.exclude(pk=draft.replaces.pk) if draft.replaces else links)


def judge(draft, links):
    """Return what E1 to E5 say of `draft` beside the `links` that are `standing`."""
    asserting = _asserting(links)
    return Judgement(
        refusals=tuple(_refusals(draft, asserting)),
        warnings=tuple(_warnings(draft, links, asserting)),
    )


def closed_choices(draft, links):
    """Return which stances and bases E1 to E3 leave no link of the words of `draft`: {value: why}.

    What `draft` itself says of its stance, basis and independence makes no difference.
    """
    asserting = _asserting(links)
    probes = {
        Stance.SUPPORTS: replace(draft, stance=Stance.SUPPORTS, basis=""),
        Stance.ASSERTS: replace(draft, stance=Stance.ASSERTS, basis=""),
        Basis.OUTCOME: replace(draft, stance=Stance.REFUTES, basis=Basis.OUTCOME),
    }
    against = {
        value: [*_against_stance(probe, asserting), *_against_basis(probe, asserting)]
        for value, probe in probes.items()
    }
    return {value.value: sentences[0] for value, sentences in against.items() if sentences}


def _asserting(links):
    return [link for link in links if link.stance == Stance.ASSERTS]


def _refusals(draft, asserting):
    yield from _against_stance(draft, asserting)
    yield from _against_basis(draft, asserting)
    yield from _against_independence(draft, asserting)


def _against_stance(draft, asserting):
    own = any(link.passage.article_id == draft.article.pk for link in asserting)
    if draft.stance == Stance.SUPPORTS and own:
        yield "E1: this article makes the claim, so it cannot support it. Link it as context, or use another article."
    if draft.stance == Stance.ASSERTS and asserting and not own:
        yield "Another article makes this claim already. A repetition is support: link it as “Supports”."


def _against_basis(draft, asserting):
    earliest = _earliest(draft, asserting)
    if _is_foretold_outcome(draft) and earliest and _published(draft) and _published(draft) < earliest:
        yield (
            f"{'E2' if draft.claim.window_start == earliest else 'E3'}: published on {_published(draft):%-d %B %Y}, "
            f"before {earliest:%-d %B %Y}, so it can foretell the event but not report its outcome. "
            "Choose “Still foretold”."
        )


def _against_independence(draft, asserting):
    if draft.independence == Independence.INDEPENDENT and draft.origin is None:
        yield (
            "E4: independence is counted on origins. Say where these words come from first, or leave it undetermined."
        )
    if _repeats_own_origin(draft, asserting):
        yield (
            f"E4: {draft.origin} is the origin of the claim itself, so this is the same origin. "
            "Independent support needs another origin."
        )


def _warnings(draft, links, asserting):
    if _published(draft) is None and draft.stance != Stance.CONTEXT:
        yield "The article has no publication date. The link is kept, and counts once somebody sets the date."
    if draft.article.standing == Standing.WITHDRAWN:
        yield "E8: the outlet withdrew this article. It cannot carry a confirmation."
    earliest = _earliest(draft, asserting)
    if _is_foretold_outcome(draft) and earliest and _published(draft) == earliest:
        yield (
            "E2: published on the very day from which an outcome can be reported. "
            "Make sure that it tells what happened."
        )
    if draft.independence == Independence.INDEPENDENT:
        presumed = presume(draft, links)
        if presumed.independence == Independence.SAME_ORIGIN:
            yield f"E4: the same origin is presumed: {presumed.rule}"
    if draft.stance in SPEAKING and _counts_already(draft, links):
        yield (
            "E5: this article already counts for this claim with this stance. "
            "It counts once, however many passages are linked."
        )


def presume(draft, links):
    """Return what E4 presumes of the independence of `draft` from the `links` that are `standing`, and why."""
    told = [link for link in links if link.stance != Stance.CONTEXT]
    others = [link for link in told if link.passage.article_id != draft.article.pk]
    credited = credits_by_article({draft.article.pk, *(link.passage.article_id for link in others)}) if others else {}
    mine = _told(draft.exact, draft.chain, draft.origin, draft.article, credited)
    for link in others:
        shared = same_origin(mine, _told_of(link.passage, credited))
        if shared:
            return Presumption(Independence.SAME_ORIGIN, f"{shared} (also {_where(link.passage)}).", link.pk)
    nothing = "Nothing that is shared was found; only you can call it independent."
    return Presumption(Independence.UNDETERMINED, nothing)


def _told_of(passage, credited):
    chain = [step.source for step in passage.chain_steps.all()]
    return _told(passage.exact, chain, passage.origin, passage.article, credited)


def _told(words, chain, origin, article, credited):
    """Return the words with the hands through which they came: first the agencies that the article credits."""
    hands = [*chain, origin] if origin and origin not in chain else chain
    agencies = [Hand(name, SourceKind.AGENCY.value) for name in credited.get(article.pk, ())]
    known = [Hand(source.name, source.kind) for source in hands]
    return Told(words, (*agencies, *known), article.outlet.name if article.outlet else "")


def _where(passage):
    return f"in {passage.article.outlet or 'an article whose outlet is not stated'}, “{passage.article}”"


def _published(draft):
    return draft.article.published_on


def _is_foretold_outcome(draft):
    speaks = draft.stance in SPEAKING and draft.basis == Basis.OUTCOME
    return speaks and draft.claim.kind == ClaimKind.FORECAST


def _earliest(draft, asserting):
    made = [link.passage.article.published_on for link in asserting if link.passage.article.published_on]
    return earliest_outcome_day(draft.claim.window_start, min(made, default=None))


def _repeats_own_origin(draft, asserting):
    """An outcome is another matter: who foretold an event may well report it."""
    independent = draft.independence == Independence.INDEPENDENT and draft.stance == Stance.SUPPORTS
    foretells = draft.basis == Basis.EXPECTATION or draft.claim.kind != ClaimKind.FORECAST
    return independent and foretells and draft.origin in [link.passage.origin for link in asserting] and draft.origin


def _counts_already(draft, links):
    said = (draft.article.pk, draft.stance, draft.basis)
    return any((link.passage.article_id, link.stance, link.basis) == said for link in links)
