"""What reports count of the links of many claims themselves, by column (`at_scale`), as of a day and a moment."""

import numpy as np
from django.db.models import Q

from claims.reports.at_scale.columns import NOTHING
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


def with_outcomes(ids, as_of, past):
    """Return the claims `ids` (`each_of`) with as many of their links as tell how they came out."""
    # Words that make the claim are needed as well: none of their article can tell how it came out, nor any before.
    return each_of(ids, as_of, past, among=Q(basis=Basis.OUTCOME) | Q(stance=Stance.ASSERTS))


def outcome_days(each):
    """Return the day of the first report that counts of how each claim came out; `NOTHING` where there is none."""
    links = each.links
    return each.first_day(
        each.counted & np.isin(links.stance, SPEAKING_PLACES) & (links.basis == OUTCOME) & is_own(links)
    )


def ailing_links(ids, *, as_of=None, past):
    """Return {ailment: (claim, link)}, columns of ids of the bearing links published by the day or undated.

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
    holder, key = each.claims.keys[links.holder], links.key
    return {name: (holder[standing & chosen], key[standing & chosen]) for name, chosen in ailing.items()}
