"""What the evidence of many claims adds up to: `evidence.figures` line by line, for arrays of claims and of links."""

from dataclasses import dataclass

import numpy as np

from claims.reports.at_scale.columns import NOTHING
from claims.reports.at_scale.each import (
    ASSERTS,
    BEARING_PLACES,
    EXPECTATION,
    OUTCOME,
    QUALIFIES,
    REFUTES,
    SUPPORTS,
    Each,
    is_own,
)
from claims.vocabulary import EvidenceStatus, Flag, Timing


@dataclass(frozen=True, slots=True, eq=False)
class Judged:
    """The figures of each claim; `evidence_status` and `timing` are places in their enums, days are numbers."""

    evidence_status: np.ndarray
    timing: np.ndarray
    verdict: np.ndarray
    flags: dict
    articles: np.ndarray
    origins: np.ndarray
    supporting_origins: np.ndarray
    supports: np.ndarray
    conflicts: np.ndarray


def judge(claims, links, *, as_of, grace_days):
    """Return what stands on each of `claims` for what was published by the day `as_of`, a number."""
    each = Each(claims, links, as_of)
    asserting, supporting, refuting = (each.counted & (links.stance == one) for one in (ASSERTS, SUPPORTS, REFUTES))
    from_known = asserting & (links.origin != NOTHING)
    from_own = each.counted & (links.stance != ASSERTS) & is_own(links)
    return Judged(
        evidence_status=_status(each, asserting, supporting, refuting),
        timing=_timing(each, supporting | refuting, grace_days),
        verdict=claims.verdict,
        flags={
            Flag.QUALIFIED: each.any(
                each.live & (links.stance == QUALIFIES) & each.published & (links.suspended_since == NOTHING)
            ),
            Flag.DISPUTED: claims.is_disputed,
            Flag.NEEDS_REVIEW: _moved(each),
        },
        articles=each.distinct(each.counted, links.article),
        origins=each.distinct(from_own | from_known, links.origin),
        supporting_origins=each.distinct((from_own | from_known) & ~refuting, links.origin),
        supports=each.distinct(supporting, links.article),
        conflicts=each.distinct(refuting, links.article),
    )


def _status(each, asserting, supporting, refuting):
    links, forecast = each.links, each.claims.is_forecast
    own = is_own(links)
    outcome, expectation = links.basis == OUTCOME, links.basis == EXPECTATION
    happened, failed = each.any(supporting & outcome & own), each.any(refuting & outcome & own)
    denied = each.any(refuting & expectation & own)
    told = supporting & own & (expectation | outcome)
    beside = told & ~each.among(told, asserting & (links.origin != NOTHING), links.origin)
    foretold, borne_out = each.any(beside & expectation), each.any(beside)
    makers = each.distinct(asserting, links.article)
    lines = [
        (EvidenceStatus.CONFLICTING, failed & (happened | ~forecast)),
        (EvidenceStatus.OUTCOME_REPORTED, forecast & happened),
        (EvidenceStatus.NON_OCCURRENCE_REPORTED, forecast & failed),
        (EvidenceStatus.CONFLICTING, forecast & denied),
        (EvidenceStatus.CORROBORATED, np.where(forecast, foretold, borne_out)),
        (EvidenceStatus.REPEATED, (makers > 1) | each.any(supporting)),
        (EvidenceStatus.SINGLE_SOURCE, makers == 1),
        (EvidenceStatus.NO_EVIDENCE, True),
    ]
    return _first_that_holds(lines, EvidenceStatus.values, len(forecast))


def _timing(each, speaking, grace_days):
    links, claims, as_of = each.links, each.claims, each.as_of
    reported = each.any(speaking & is_own(links) & (links.basis == OUTCOME))
    no_window = claims.window_end == NOTHING
    to_review = (claims.review_on != NOTHING) & (as_of > claims.review_on)
    lines = [
        (None, ~claims.is_forecast),
        (Timing.CLOSED, reported | (claims.decided_at != NOTHING)),
        (Timing.REVIEW_DUE, no_window & to_review),
        (Timing.UNDATED, no_window),
        (Timing.NOT_DUE, as_of <= claims.window_end),
        (Timing.DUE, as_of - claims.window_end <= grace_days),
        (Timing.OVERDUE, True),
    ]
    return _first_that_holds(lines, Timing.values, len(claims.keys))


def _first_that_holds(lines, words, size):
    """Return for each claim the place among `words` of the first of the (word, condition) that holds."""
    found = np.full(size, NOTHING)
    for word, condition in reversed(lines):
        found[condition] = NOTHING if word is None else words.index(word)
    return found


def _moved(each):
    """Whether what a decision rests on changed after it: a counted link, or the claim itself."""
    links, claims = each.links, each.claims
    decided_at = claims.decided_at[links.holder]
    added = each.counted & (links.recorded_at > decided_at)
    lost = (links.withdrawn_at > decided_at) | (links.suspended_since > decided_at)
    fell_away = np.isin(links.stance, BEARING_PLACES) & lost & (links.recorded_at <= decided_at)
    moved = each.any(added | fell_away) | (claims.amended_at > claims.decided_at)
    return moved & (claims.decided_at != NOTHING)
