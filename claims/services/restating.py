"""A claim in the words of another: it may be meant, but nobody is to make it without having seen the other."""

from claims.errors import NeedsConfirmation
from claims.reports.twins import near_claims
from claims.vocabulary import ClaimKind


def must_be_new(statement, kind, article, *, acknowledged):
    """Raise `NeedsConfirmation` where a claim of the same truth condition says `statement` in the same words.

    Case, spaces and the signs at the end make no other words; `article` says from which day its days are counted.
    """
    if acknowledged:
        return
    is_forecast = kind == ClaimKind.FORECAST
    near = near_claims(statement or "", published_on=article.published_on, forecast=is_forecast)
    alike = [one.claim for one in near if one.is_same and _words(one.claim.statement) == _words(statement)]
    if alike:
        raise NeedsConfirmation([f"{claim.label} says this in the same words: {claim.statement}" for claim in alike])


def _words(statement):
    return " ".join(statement.split()).rstrip(".!").casefold()
