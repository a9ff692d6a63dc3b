"""Claims found by what somebody typed, or by what they say."""

from claims.models import Claim
from claims.text.similarity import rank_statements
from claims.vocabulary import State

PUT_ASIDE = [State.REJECTED, State.MERGED]
ALIKE = 65
FEWEST_WORDS = 3


def find_claims(query, limit=8):
    """Return the claims that `query` finds, best first: a number, or words of the statement, slips forgiven.

    Claims that were rejected or merged are left out: nothing can be linked to them.
    """
    return _load(rank_statements(query, _statements(), limit))


def similar_claims(statement, limit=3):
    """Return the claims that say nearly what `statement` says, the nearest first; a word or two say nothing yet."""
    if len(statement.split()) < FEWEST_WORDS:
        return []
    ranked = rank_statements(statement, _statements(), limit)
    return _load((number, score) for number, score in ranked if score >= ALIKE)


def _statements():
    return list(Claim.objects.exclude(state__in=PUT_ASIDE).values_list("number", "statement"))


def _load(ranked):
    numbers = [number for number, _ in ranked]
    rows = {claim.number: claim for claim in Claim.objects.filter(number__in=numbers).select_related("figures")}
    return [rows[number] for number in numbers if number in rows]
