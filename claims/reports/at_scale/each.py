"""Claims and their links as columns, and what is said of the links of each claim together."""

from dataclasses import dataclass

import numpy as np

from claims.reports.at_scale.columns import NOTHING
from claims.vocabulary import BEARING, SPEAKING, Basis, Independence, Stance

STANCES, BASES, INDEPENDENCES = Stance.values, Basis.values, Independence.values
ASSERTS, SUPPORTS, REFUTES, QUALIFIES = map(
    STANCES.index, (Stance.ASSERTS, Stance.SUPPORTS, Stance.REFUTES, Stance.QUALIFIES)
)
EXPECTATION, OUTCOME = map(BASES.index, (Basis.EXPECTATION, Basis.OUTCOME))
INDEPENDENT = INDEPENDENCES.index(Independence.INDEPENDENT)
BEARING_PLACES, SPEAKING_PLACES = ([STANCES.index(one) for one in some] for some in (BEARING, SPEAKING))
NEVER = -NOTHING


@dataclass(frozen=True, slots=True, eq=False)
class ClaimColumns:
    """Claims as they were on record; `decided_at` and `verdict` are of the decision that stood."""

    keys: np.ndarray
    is_forecast: np.ndarray
    window_start: np.ndarray
    window_end: np.ndarray
    review_on: np.ndarray
    amended_at: np.ndarray
    decided_at: np.ndarray
    verdict: np.ndarray
    is_disputed: np.ndarray


@dataclass(frozen=True, slots=True, eq=False)
class LinkColumns:
    """Links on record; `holder` is the place of a claim for which one counts, and one may stand here for two."""

    holder: np.ndarray
    key: np.ndarray
    article: np.ndarray
    origin: np.ndarray
    published_on: np.ndarray
    stance: np.ndarray
    basis: np.ndarray
    independence: np.ndarray
    recorded_at: np.ndarray
    withdrawn_at: np.ndarray
    suspended_since: np.ndarray


def is_own(links):
    """Which links are independent: words whose origin nobody knows are independent of nothing."""
    return (links.independence == INDEPENDENT) & (links.origin != NOTHING)


class Each:
    """The links of each claim: which of them are live and count, and what is said of those of a claim together."""

    def __init__(self, claims, links, as_of):
        self.claims, self.links, self.as_of = claims, links, as_of
        self.live = links.withdrawn_at == NOTHING
        self.published = (links.published_on != NOTHING) & (links.published_on <= as_of)
        known = self.live & (links.published_on != NOTHING)
        self.first_made_on = self.first_day(known & (links.stance == ASSERTS))
        self.counted = self._counted()

    def any(self, chosen):
        """Whether each claim has one of the `chosen` links."""
        found = np.zeros(len(self.claims.keys), dtype=bool)
        found[self.links.holder[chosen]] = True
        return found

    def first_day(self, chosen):
        """When the first of the `chosen` links of each claim was published; `NOTHING` where there is none."""
        return self._first(chosen, self.links.published_on)

    def first_moment(self, chosen, moments=None):
        """When the first of the `chosen` links of each claim was made, or had its first of `moments`."""
        return self._first(chosen, self.links.recorded_at if moments is None else moments)

    def _first(self, chosen, values):
        first = np.full(len(self.claims.keys), NEVER)
        np.minimum.at(first, self.links.holder[chosen], values[chosen])
        return np.where(first == NEVER, NOTHING, first)

    def distinct(self, chosen, values):
        """How many different `values` the `chosen` links of each claim have."""
        pairs, span = self._pairs(chosen, values)
        pairs.sort()
        is_first = np.ones(len(pairs), dtype=bool)
        is_first[1:] = pairs[1:] != pairs[:-1]
        return np.bincount(pairs[is_first] // span, minlength=len(self.claims.keys))

    def among(self, chosen, others, values):
        """Which of the `chosen` links have a value in common with one of the `others` of the same claim."""
        pairs, _ = self._pairs(chosen, values)
        shared = np.zeros(len(chosen), dtype=bool)
        shared[chosen] = np.isin(pairs, self._pairs(others, values)[0])
        return shared

    def _pairs(self, chosen, values):
        span = values.max(initial=0) + 1
        return self.links.holder[chosen] * span + values[chosen], span

    def _counted(self):
        links, claims = self.links, self.claims
        bearing = np.isin(links.stance, BEARING_PLACES)
        counted = self.live & bearing & (links.suspended_since == NOTHING) & self.published
        supporting = counted & (links.stance == SUPPORTS)
        counted &= ~self.among(supporting, self.live & (links.stance == ASSERTS), links.article)
        earliest = np.maximum(claims.window_start, self.first_made_on)[links.holder]
        foretold_outcome = claims.is_forecast[links.holder] & (links.basis == OUTCOME)
        return counted & ~(foretold_outcome & (links.published_on < earliest))
