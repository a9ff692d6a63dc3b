"""Stored claims as passages are compared with them: read once, with who made each and when."""

from dataclasses import dataclass
from functools import cache, lru_cache, partial

from claims.models import Claim, Link
from claims.reports.known_aliases import known_aliases
from claims.text.evidence.claim import AskedClaim
from claims.text.evidence.dates import Days
from claims.vocabulary import ClaimKind, Stance

# A desk's open claims; each takes some kilobytes.
MOST_KEPT = 20_000


@dataclass(frozen=True, slots=True)
class KnownClaim:
    """A claim, what is compared of it, and the articles that make it."""

    claim: Claim
    asked: AskedClaim
    own_articles: frozenset[int]


def known_claims(ids, aliases=None):
    """Return {id: KnownClaim} of the claims `ids` that there are, in three queries; two where `aliases` are known."""
    rows = Claim.objects.filter(pk__in=ids).select_related("figures", "owner")
    made = {}
    asserting = Link.objects.filter(claim__in=ids, stance=Stance.ASSERTS).live()
    for claim, article, day in asserting.values_list("claim", "passage__article", "passage__article__published_on"):
        made.setdefault(claim, []).append((article, day))
    read = _reader(known_aliases() if aliases is None else aliases)
    return {claim.pk: _known(claim, made.get(claim.pk, []), read) for claim in rows}


def _known(claim, made, read):
    made_on = min((day for _, day in made if day), default=None)
    forecast = claim.kind == ClaimKind.FORECAST
    asked = read(claim.statement, made_on, forecast, claim.window_start, claim.window_end)
    return KnownClaim(claim, asked, frozenset(article for article, _ in made))


def _reader(known):
    """Return what reads claims with the aliases that are `known` now, and keeps what it has read."""
    kept = _kept()
    if kept.get("aliases") != known:
        kept |= {"aliases": known, "read": lru_cache(MOST_KEPT)(partial(_read, known))}
    return kept["read"]


@cache
def _kept():
    """What this process keeps between calls: by everything that is read, so that a changed claim is another entry."""
    return {}


def _read(known, statement, made_on, forecast, first, last):
    return AskedClaim.of(statement, made_on, forecast=forecast, window=Days(first, last), known=known)
