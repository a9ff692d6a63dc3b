"""What reports count of the links of many claims themselves, by column (`at_scale`), as of a day and a moment."""

from collections import defaultdict

import numpy as np
from django.db.models import Q

from claims.reports.at_scale.columns import NOTHING, days_of
from claims.reports.at_scale.each import (
    BEARING_PLACES,
    INDEPENDENCES,
    OUTCOME,
    SPEAKING_PLACES,
    is_own,
)
from claims.reports.at_scale.loading import each_of
from claims.vocabulary import Basis, Independence, Stance

UNDETERMINED = INDEPENDENCES.index(Independence.UNDETERMINED)


def first_outcomes(ids, *, as_of=None, past):
    """Return {claim id: the day of the first report that counts of how it came out}, where there is one."""
    # Words that make the claim are needed as well: none of their article can tell how it came out, nor any before.
    each = each_of(ids, as_of, past, among=Q(basis=Basis.OUTCOME) | Q(stance=Stance.ASSERTS))
    links = each.links
    telling = each.counted & np.isin(links.stance, SPEAKING_PLACES) & (links.basis == OUTCOME) & is_own(links)
    first = each.first_day(telling)
    found = zip(each.claims.keys.tolist(), days_of(first), strict=True)
    return {pk: day for pk, day in found if day is not None}


def ailing_links(ids, *, as_of=None, past):
    """Return {ailment: {claim id: its links}}, ids of the bearing links published by the day or undated, in order.

    The ailments are suspended, undetermined (independence), unsourced (no origin) and undated.
    """
    each = each_of(ids, as_of, past)
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


def _by_claim(each, chosen):
    found = defaultdict(list)
    holders = each.claims.keys[each.links.holder[chosen]]
    for claim, link in sorted(zip(holders.tolist(), each.links.key[chosen].tolist(), strict=True)):
        found[claim].append(link)
    return found
