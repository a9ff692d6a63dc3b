"""Claims to which somebody may want to link the words they marked, each with why it is offered. Reads only."""

from dataclasses import dataclass

from claims.models import Claim, Link, Suggestion
from claims.reports.lookup import find_claims
from claims.reports.twins import near_claims
from claims.vocabulary import PUT_ASIDE, Stance, SuggestionKind

# Of each sort so many at the most; the best match stands before them.
MOST_RECENT, MOST_HERE, MOST_ON_TOPIC = 3, 3, 1
# A person's newest links are looked through for the claims that they used last.
LINKS_READ = 40
MOST_REASONS = 2


@dataclass(frozen=True, slots=True)
class OfferedClaim:
    """A claim (with figures) and why it is offered, in words; `is_best` where the words themselves speak for it."""

    claim: Claim
    why: str = ""
    is_best: bool = False


def offered_claims(*, article, quote, near, by):
    """Return the claims that the words `quote` of `article` (at `near`) may be evidence for, in a few queries.

    The best match of the words comes first, then what `by` used lately, then claims of this article and of their
    topics. A claim that the article itself makes is no best match: its words cannot support it (E1).
    """
    here = _here(article)
    made_here = {key for key, made in here.items() if made}
    best = _suggested(article, quote, near) or _alike(article, quote)
    found = {key: (why, True) for key, why in best if key not in made_here}
    found = dict(list(found.items())[:1])
    for key in _recent(by)[:MOST_RECENT]:
        found.setdefault(key, ("You linked to it lately", False))
    for key in list(here)[:MOST_HERE]:
        found.setdefault(key, ("Made in this article" if here[key] else "Linked in this article", False))
    for key, topic in _on_topic(here):
        found.setdefault(key, (f"Topic: {topic}", False))
    claims = Claim.objects.exclude(state__in=PUT_ASIDE).select_related("figures").in_bulk(list(found))
    return [OfferedClaim(claims[key], *said) for key, said in found.items() if key in claims]


def _here(article):
    """Return {claim id: whether the article makes it} of the claims that `article` is linked to, newest first."""
    rows = Link.objects.filter(passage__article=article).live().order_by("-pk").values_list("claim", "stance")
    makes = {}
    for key, stance in rows[:LINKS_READ]:
        makes[key] = makes.get(key, False) or stance == Stance.ASSERTS
    return makes


def _suggested(article, quote, near):
    """Return (claim id, why) of what is suggested for these words, the likeliest first."""
    pending = Suggestion.objects.pending().filter(kind=SuggestionKind.LINK, version__article=article)
    over = pending.filter(start__lt=near + len(quote), end__gt=near).order_by("-score", "pk")
    return [(key, "Suggested for these words") for key in over.values_list("claim", flat=True)[:MOST_HERE]]


def _alike(article, quote):
    """Return (claim id, why) of claims that say the same or share the words, the best first."""
    twins = near_claims(quote, published_on=article.published_on)
    if twins:
        return [(twin.claim.pk, _why(twin)) for twin in twins]
    return [(claim.pk, "Shares words with it") for claim in find_claims(quote, limit=MOST_HERE)]


def _why(twin):
    return "Says the same" if twin.is_same else " · ".join(("Related", *twin.reasons[:MOST_REASONS]))


def _recent(by):
    """Return the ids of the claims that `by` linked passages to, the latest first."""
    return list(dict.fromkeys(
        Link.objects.filter(created_by=by).order_by("-pk").values_list("claim", flat=True)[:LINKS_READ]
    ))  # fmt: skip


def _on_topic(here):
    """Return (claim id, topic) of the newest claims that share a topic with claims of the article."""
    if not here:
        return []
    sharing = Claim.objects.filter(topics__claims__in=list(here)[:MOST_HERE]).exclude(pk__in=here)
    rows = sharing.exclude(state__in=PUT_ASIDE).order_by("-pk").values_list("pk", "topics__name")
    return list(rows[:MOST_ON_TOPIC])
