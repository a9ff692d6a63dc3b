"""Since when the evidence of claims conflicts, or what a decision rests on has changed, for many claims at once."""

import numpy as np

from claims.reports.at_scale.columns import NOTHING, moments_of
from claims.reports.at_scale.each import (
    ASSERTS,
    BEARING_PLACES,
    EXPECTATION,
    OUTCOME,
    REFUTES,
    SUPPORTS,
    is_own,
)


def in_conflict_since(each):
    """Return {claim id: when the later of the two sides of its conflict got its first link that counts}.

    Only of claims whose evidence conflicts is that a moment with a meaning.
    """
    return _by_claim(each, conflict_moments(each))


def moved_since(each):
    """Return {claim id: when what its decision rests on changed first after it}, of those where something did.

    An amendment is that which the claim remembers, its last: those before it are told by the log.
    """
    return _by_claim(each, move_moments(each))


def conflict_moments(each):
    """Return the moments of `in_conflict_since`, a column of the claims."""
    links, forecast = each.links, each.claims.is_forecast
    own = each.counted & is_own(links)
    denied = each.first_moment(own & (links.stance == REFUTES) & (links.basis == OUTCOME))
    happened = each.first_moment(own & (links.stance == SUPPORTS) & (links.basis == OUTCOME))
    foretold = each.first_moment(own & (links.stance == REFUTES) & (links.basis == EXPECTATION))
    # What makes or supports the claim is the other side; where nothing does, the claim itself is.
    made = each.first_moment(each.counted & ((links.stance == ASSERTS) | (links.stance == SUPPORTS)))
    of_outcomes = forecast & (denied != NOTHING) & (happened != NOTHING)
    of_claim = np.maximum(np.where(forecast, foretold, denied), made)
    return np.where(of_outcomes, np.maximum(denied, happened), of_claim)


def move_moments(each):
    """Return the moments of `moved_since`, a column of the claims; `NOTHING` where nothing changed."""
    links, claims = each.links, each.claims
    decided_at = claims.decided_at[links.holder]
    stood = np.isin(links.stance, BEARING_PLACES) & (links.recorded_at <= decided_at)
    moves = [
        each.first_moment(each.counted & (links.recorded_at > decided_at)),
        each.first_moment(stood & (links.withdrawn_at > decided_at), links.withdrawn_at),
        each.first_moment(stood & (links.suspended_since > decided_at), links.suspended_since),
        np.where(claims.amended_at > claims.decided_at, claims.amended_at, NOTHING),
    ]
    is_decided = claims.decided_at != NOTHING
    return np.where(is_decided, _first(moves), NOTHING)


def _first(columns):
    """Return the earliest moment of each row, `NOTHING` where there is none."""
    told = np.ma.masked_equal(np.vstack(columns), NOTHING)
    return told.min(axis=0).filled(NOTHING)


def _by_claim(each, moments):
    found = zip(each.claims.keys.tolist(), moments_of(moments), strict=True)
    return {pk: moment for pk, moment in found if moment is not None}
