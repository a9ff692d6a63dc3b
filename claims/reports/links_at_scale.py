"""What reports count of the links of many claims themselves, by column (`at_scale`), as of a day and a moment."""

import numpy as np

from claims.reports.at_scale.columns import NOTHING, days_of, number_of
from claims.reports.at_scale.each import (
    BEARING_PLACES,
    INDEPENDENCES,
    OUTCOME,
    SPEAKING_PLACES,
    Each,
    is_own,
)
from claims.reports.at_scale.loading import claim_columns, link_columns
from claims.reports.facts import last_day
from claims.vocabulary import Independence

UNDETERMINED = INDEPENDENCES.index(Independence.UNDETERMINED)


def first_outcomes(ids, *, as_of=None, past):
    """Return {claim id: the day of the first report that counts of how it came out}, where there is one."""
    each = _each(ids, as_of, past)
    links = each.links
    telling = each.counted & np.isin(links.stance, SPEAKING_PLACES) & (links.basis == OUTCOME) & is_own(links)
    first = each.first_day(telling)
    found = zip(each.claims.keys.tolist(), days_of(first), strict=True)
    return {pk: day for pk, day in found if day is not None}


def ailing_links(ids, *, as_of=None, past):
    """Return {ailment: {claim id: number of its links}}, of the bearing links published by the day or undated.

    The ailments are suspended, undetermined (independence), unsourced (no origin) and undated.
    """
    each = _each(ids, as_of, past)
    links = each.links
    standing = each.live & np.isin(links.stance, BEARING_PLACES) & (links.published_on <= each.as_of)
    speaking = np.isin(links.stance, SPEAKING_PLACES)
    ailing = {
        "suspended": links.suspended_since != NOTHING,
        "undetermined": speaking & (links.independence == UNDETERMINED),
        "unsourced": links.origin == NOTHING,
        "undated": links.published_on == NOTHING,
    }
    return {name: _by_claim(each, standing & chosen) for name, chosen in ailing.items()}


def _each(ids, as_of, past):
    day = as_of or last_day(past.at)
    claims = claim_columns(np.fromiter(ids, dtype=np.int64), past, day)
    return Each(claims, link_columns(claims, past), number_of(day))


def _by_claim(each, chosen):
    places, numbers = np.unique(each.links.holder[chosen], return_counts=True)
    return dict(zip(each.claims.keys[places].tolist(), numbers.tolist(), strict=True))
