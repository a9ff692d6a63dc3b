"""What the evidence of a claim adds up to: one pure function, DESIGN §4 line by line.

It sees plain facts, asks nobody for the time and reads no table, so the same facts give the same figures in a page,
a list, a command and a test.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from claims.vocabulary import (
    BEARING,
    Basis,
    ClaimKind,
    EvidenceStatus,
    Flag,
    Independence,
    Stance,
    Step,
    Timing,
    Uncounted,
    Verdict,
)


@dataclass(frozen=True, slots=True)
class ClaimFacts:
    """A claim as the records held it at the record cut-off."""

    kind: str
    window_start: date | None = None
    window_end: date | None = None
    review_on: date | None = None
    amended_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class LinkFacts:
    """A link, with what was known by the record cut-off of its article and its passage."""

    id: int
    article: int
    stance: str
    recorded_at: datetime
    basis: str = ""
    independence: str = ""
    origin: int | None = None
    published_on: date | None = None
    withdrawn_at: datetime | None = None
    suspended_since: datetime | None = None

    def is_telling(self, stance, basis):
        """Whether it is of that stance and basis, and independent: words whose origin nobody knows are of nothing."""
        kind = (self.stance, self.basis, self.independence)
        return kind == (stance, basis, Independence.INDEPENDENT) and self.origin is not None


@dataclass(frozen=True, slots=True)
class AssessmentFacts:
    """A proposal or decision that stood at the record cut-off."""

    step: str
    verdict: str
    as_of: date
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class Figures:
    """What stands on one claim, as of a publication day and a record moment.

    `articles` counts the articles that make, support or contradict the claim; `origins` the sources these go back
    to, where that is settled; `supporting_origins` those of them that make or support the claim; `supports` and
    `conflicts` articles, each once however many passages are linked (E5). `origin_ids` names the sources that
    `origins` counts.
    """

    evidence_status: EvidenceStatus
    timing: Timing | None
    verdict: Verdict | None
    flags: tuple[Flag, ...]
    articles: int
    origins: int
    supporting_origins: int
    supports: int
    conflicts: int
    first_made_on: date | None
    uncounted: Mapping[int, Uncounted] = field(default_factory=dict)
    origin_ids: frozenset[int] = frozenset()

    @property
    def is_closed(self):
        return self.timing == Timing.CLOSED


def figures(
    claim: ClaimFacts,
    links: Collection[LinkFacts],
    assessments: Sequence[AssessmentFacts] = (),
    *,
    as_of: date,
    grace_days: int,
) -> Figures:
    """Return the figures of `claim` for what was published by `as_of`.

    The facts are those known at the record cut-off: a link withdrawn by then carries its `withdrawn_at`, and later
    ones are not among them. The order of the links never matters.
    """
    live = [link for link in links if link.withdrawn_at is None]
    first_made_on = _first_made_on(live)
    uncounted = _uncounted(claim, live, first_made_on, as_of)
    counted = [link for link in live if link.id not in uncounted]
    decision = standing_decision(assessments, as_of)
    origins = _origins(counted)
    status = _status(claim, counted)
    return Figures(
        evidence_status=status,
        timing=_timing(claim, counted, decision, as_of, grace_days),
        verdict=Verdict(decision.verdict) if decision else None,
        flags=tuple(_flags(claim, live, links, counted, assessments, decision, as_of)),
        articles=len({link.article for link in counted}),
        origins=len(origins),
        supporting_origins=len(_origins(link for link in counted if link.stance != Stance.REFUTES)),
        supports=_articles_with(counted, Stance.SUPPORTS),
        conflicts=_articles_with(counted, Stance.REFUTES),
        first_made_on=first_made_on,
        uncounted=uncounted,
        origin_ids=frozenset(origins),
    )


def earliest_outcome_day(window_start: date | None, first_made_on: date | None) -> date | None:
    """Return the first publication day that can report the outcome of a forecast (E2, E3); None if any can."""
    return max((day for day in (window_start, first_made_on) if day), default=None)


def _first_made_on(live):
    """Return when the claim was first made. As of a day before it, an early report must not count either."""
    made = [link.published_on for link in live if link.stance == Stance.ASSERTS and link.published_on]
    return min(made, default=None)


def _uncounted(claim, live, first_made_on, as_of):
    asserting = {link.article for link in live if link.stance == Stance.ASSERTS}
    earliest = earliest_outcome_day(claim.window_start, first_made_on)
    reasons = {}
    for link in live:
        reason = _why_uncounted(claim, link, asserting, earliest, as_of)
        if reason:
            reasons[link.id] = reason
    return reasons


def _why_uncounted(claim, link, asserting, earliest, as_of):
    """Return the first rule that keeps `link` from counting, or None when it counts."""
    if link.stance == Stance.CONTEXT:
        return Uncounted.CONTEXT
    if link.stance == Stance.QUALIFIES:
        return Uncounted.QUALIFIES
    if link.suspended_since is not None:
        return Uncounted.SUSPENDED
    if link.published_on is None:
        return Uncounted.UNDATED
    if link.published_on > as_of:
        return Uncounted.LATER
    if link.stance == Stance.SUPPORTS and link.article in asserting:
        return Uncounted.OWN_ARTICLE
    foretold_outcome = claim.kind == ClaimKind.FORECAST and link.basis == Basis.OUTCOME
    if foretold_outcome and earliest and link.published_on < earliest:
        return Uncounted.TOO_EARLY
    return None


def _status(claim, counted):
    rule = _forecast_status if claim.kind == ClaimKind.FORECAST else _settled_status
    return rule(counted) or _thin_status(counted)


def _forecast_status(counted):
    happened = _independent(counted, Stance.SUPPORTS, Basis.OUTCOME)
    failed = _independent(counted, Stance.REFUTES, Basis.OUTCOME)
    if happened and failed:
        return EvidenceStatus.CONFLICTING
    if happened:
        return EvidenceStatus.OUTCOME_REPORTED
    if failed:
        return EvidenceStatus.NON_OCCURRENCE_REPORTED
    if _independent(counted, Stance.REFUTES, Basis.EXPECTATION):
        return EvidenceStatus.CONFLICTING
    if _independent(counted, Stance.SUPPORTS, Basis.EXPECTATION) - _asserting(counted):
        return EvidenceStatus.CORROBORATED
    return None


def _settled_status(counted):
    if _independent(counted, Stance.REFUTES, Basis.OUTCOME):
        return EvidenceStatus.CONFLICTING
    supporting = _independent(counted, Stance.SUPPORTS, Basis.OUTCOME) | _independent(
        counted, Stance.SUPPORTS, Basis.EXPECTATION
    )
    if supporting - _asserting(counted):
        return EvidenceStatus.CORROBORATED
    return None


def _thin_status(counted):
    asserting = {link.article for link in counted if link.stance == Stance.ASSERTS}
    if len(asserting) > 1 or any(link.stance == Stance.SUPPORTS for link in counted):
        return EvidenceStatus.REPEATED
    return EvidenceStatus.SINGLE_SOURCE if asserting else EvidenceStatus.NO_EVIDENCE


def _independent(counted, stance, basis):
    """Return G(stance, basis): the distinct origins of the independent links of that stance and basis."""
    return {link.origin for link in counted if link.is_telling(stance, basis)}


def _asserting(counted):
    return {link.origin for link in counted if link.stance == Stance.ASSERTS and link.origin is not None}


def _origins(counted):
    counts = (
        link for link in counted if link.stance == Stance.ASSERTS or link.independence == Independence.INDEPENDENT
    )
    return {link.origin for link in counts if link.origin is not None}


def _articles_with(counted, stance):
    return len({link.article for link in counted if link.stance == stance})


def standing_decision(assessments, as_of):
    """Return the decision that stood, unless it speaks of a day after the one asked for."""
    standing = [one for one in assessments if one.step == Step.DECISION and one.as_of <= as_of]
    return max(standing, key=lambda one: one.recorded_at, default=None)


def proposals(assessments, as_of):
    """Return the proposals that stood, but for those that speak of a day after the one asked for."""
    return [one for one in assessments if one.step == Step.PROPOSAL and one.as_of <= as_of]


def _timing(claim, counted, decision, as_of, grace_days):
    if claim.kind != ClaimKind.FORECAST:
        return None
    outcomes = _independent(counted, Stance.SUPPORTS, Basis.OUTCOME) | _independent(
        counted, Stance.REFUTES, Basis.OUTCOME
    )
    if outcomes or decision:
        return Timing.CLOSED
    if claim.window_end is None:
        return Timing.REVIEW_DUE if claim.review_on and as_of > claim.review_on else Timing.UNDATED
    if as_of <= claim.window_end:
        return Timing.NOT_DUE
    return Timing.DUE if as_of - claim.window_end <= timedelta(days=grace_days) else Timing.OVERDUE


def _flags(claim, live, links, counted, assessments, decision, as_of):
    if any(_qualifies_by(link, as_of) for link in live):
        yield Flag.QUALIFIED
    if len({one.verdict for one in proposals(assessments, as_of)}) > 1:
        yield Flag.DISPUTED
    if decision and any(moves_since(claim, links, counted, decision.recorded_at)):
        yield Flag.NEEDS_REVIEW


def _qualifies_by(link, as_of):
    published = link.published_on is not None and link.published_on <= as_of
    return link.stance == Stance.QUALIFIES and published and link.suspended_since is None


def moves_since(claim, links, counted, decided_at):
    """Yield when what a decision of `decided_at` rests on changed after it (DESIGN §4, flags).

    That is: the claim itself was amended, a link that counts was made, or one that could count fell away.
    """
    if claim.amended_at and claim.amended_at > decided_at:
        yield claim.amended_at
    yield from (link.recorded_at for link in counted if link.recorded_at > decided_at)
    for link in links:
        if link.stance in BEARING and link.recorded_at <= decided_at:
            moments = (link.withdrawn_at, link.suspended_since)
            yield from (moment for moment in moments if moment and moment > decided_at)
