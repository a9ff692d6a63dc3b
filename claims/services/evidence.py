"""Evidence: words of an article tied to a claim in one act, and what the rules say of that act beforehand."""

from dataclasses import dataclass, replace

from django.db import transaction
from django.utils import timezone

from claims.models import Link, Source
from claims.reports import rules
from claims.reports.evidence import earliest_outcome_day
from claims.reports.facts import figures_for
from claims.services import attribution as attributions
from claims.services import link_values, links, passages, sources
from claims.vocabulary import Basis, Independence, SourceKind


@transaction.atomic
def link_words(*, claim, article, quote, by, near=0, attribution=None, **values):
    """Mark `quote` in `article`, link it to `claim`, and return the link; where the link is refused, no mark stays.

    `values` are those of `links.add`: stance, basis, independence, credibility, occurred_on, reason, acknowledged.
    The same sent twice makes one link.
    """
    passage = passages.mark(article=article, quote=quote, near=near, attribution=attribution, by=by)
    made = _made_just_now(claim, passage, by, **values)
    return made or links.add(claim=claim, passage=passage, by=by, **values)


def _made_just_now(claim, passage, by, acknowledged=False, **values):
    """Return the live link that `by` made with the same `values` a moment ago, or None: a form may be sent twice."""
    since = timezone.now() - links.SENT_TWICE_WITHIN
    mine = Link.objects.filter(claim=claim, passage=passage, created_by=by, created_at__gt=since).live().first()
    said = {name: values.get(name, Link._meta.get_field(name).get_default()) for name in links.COPIED}
    return mine if mine and links.says(mine, link_values.checked(passage, **said)) else None


@dataclass(frozen=True, slots=True)
class Foreseen:
    """The judgement on a link that somebody is about to make, and the independence that E4 presumes of it.

    `closed` holds the stances and bases that no link of these words can have, each with the reason (E1 to E3).
    """

    judgement: rules.Judgement
    presumption: rules.Presumption
    closed: dict[str, str]


def _foreseen(draft):
    links = rules.standing(draft)
    return Foreseen(rules.judge(draft, links), rules.presume(draft, links), rules.closed_choices(draft, links))


def foresee(*, claim, article, quote, attribution=None, values=None):
    """Return what the rules say of linking `quote` of `article` to `claim` with `values` (stance, basis, …).

    Reads only, so that a form may ask at every change: no source is recorded.
    """
    draft = draft_of_words(claim, article, quote, attribution or attributions.Attribution(), values or {})
    return _foreseen(draft)


def lacks_origin(*, claim, article, quote, attribution, values):
    """Whether words are said to be independent though nobody knows their origin, which is counted on (E4)."""
    draft = draft_of_words(claim, article, quote, attribution, values)
    return draft.independence == Independence.INDEPENDENT and draft.origin is None


def likely_basis(claim, article):
    """Return the basis that words of `article` can only have, or "".

    An early article foretells; claims that are no forecasts are about what is.
    """
    if not claim.is_forecast:
        return Basis.OUTCOME
    first_made_on = figures_for([claim], as_loaded=True)[claim.pk].first_made_on
    earliest, published = earliest_outcome_day(claim.window_start, first_made_on), article.published_on
    return Basis.EXPECTATION if earliest and published and published < earliest else ""


def draft_of_words(claim, article, quote, attribution, values):
    """Return the draft of a link to words that are no passage yet, as the rules of evidence want it."""
    chain = _chain(attribution, article.outlet)
    return rules.Draft(
        claim=claim,
        article=article,
        stance=values.get("stance", ""),
        basis=values.get("basis", ""),
        independence=values.get("independence", ""),
        origin=_origin(attribution, chain, article.outlet),
        chain=tuple(chain),
        exact=quote.strip(),
    )


def _chain(attribution, outlet):
    chain = [_relay(name) for name in attribution.through if name.strip()]
    kind = attributions.SPEAKER_SOURCES.get(attribution.speaker_kind)
    if kind and attribution.speaker.strip():
        chain.append(_speaker(attribution.speaker.strip(), kind, chain[-1] if chain else outlet))
    return chain


def _relay(name):
    return sources.find(name) or Source(kind=SourceKind.OUTLET, name=name.strip())


def _speaker(name, kind, nearest):
    if kind == SourceKind.ANONYMOUS and nearest:
        name = f"{name}, to {nearest}"
    return sources.find(name, kinds=[kind]) or Source(kind=kind, name=name)


def _origin(attribution, chain, outlet):
    if attribution.origin.strip():
        return _relay(attribution.origin)
    return next((source for source in reversed(chain) if not source.is_anonymous), outlet)


def foresee_revision(*, link, values):
    """Return what the rules say of revising `link` to `values`."""
    return _foreseen(replace(link_values.draft_of(link.claim, link.passage, values), replaces=link))
