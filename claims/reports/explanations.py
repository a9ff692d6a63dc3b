"""The state, evidence status, timing, verdict and flags of a claim, each explained in one sentence. Pure."""

from dataclasses import dataclass
from datetime import timedelta

from claims.vocabulary import PUT_ASIDE, EvidenceStatus, Flag, State, Step, Timing

STATES = {
    State.DRAFT: "A draft: open it to gather evidence, or reject it.",
    State.OPEN: "Evidence is being gathered; a verdict can be proposed.",
    State.DECIDED: "A verdict was decided; a reviewer can reopen it.",
    State.REJECTED: "Put aside as a draft; it is not being checked.",
    State.MERGED: "It says the same as another claim, and its evidence counts there.",
}
FLAGS = {
    Flag.QUALIFIED: "A passage qualifies the claim; read it before relying on a verdict.",
    Flag.DISPUTED: "Live proposals differ in their verdict.",
    Flag.NEEDS_REVIEW: "The evidence or the claim changed after the decision.",
}


@dataclass(frozen=True, slots=True)
class Explanation:
    """A sentence for each thing that stands on a claim; `flags` pairs each flag with its sentence."""

    state: str
    evidence: str
    timing: str
    verdict: str
    flags: tuple[tuple[Flag, str], ...]


def explain(claim, figures, assessments, *, as_of, grace_days, hidden=()):
    """Return the sentences for `claim` with these figures and standing assessments, as of a day.

    `hidden` are the proposals (`blindness.Spoken`) of which no more than this may be told.
    """
    return Explanation(
        state=_state(claim, assessments, [one for one in hidden if not one.ended]),
        evidence=explain_evidence(figures, is_forecast=claim.is_forecast),
        timing=explain_timing(claim, figures, as_of=as_of, grace_days=grace_days),
        verdict=_verdict(claim, assessments),
        flags=tuple((flag, FLAGS[flag]) for flag in figures.flags),
    )


def _state(claim, assessments, hidden):
    if claim.state != State.PROPOSED:
        return STATES[State(claim.state)]
    if hidden:
        return "A proposal is hidden until a second person has spoken, or a reviewer opens the round."
    proposals = [one for one in assessments if one.step == Step.PROPOSAL]
    if not proposals:
        return "A proposal awaits a reviewer; it speaks of a later day."
    waiting = "A proposal awaits" if len(proposals) == 1 else f"{len(proposals)} proposals await"
    return f"{waiting} a reviewer, who decides or sends back."


def counted(number, noun):
    """Return `number` with its noun, in the plural where it belongs: "1 origin", "2 articles"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def explain_evidence(figures, *, is_forecast):
    """Return what the evidence status rests on, with articles and origins counted."""
    sums = f"{counted(figures.articles, 'article')}, {counted(figures.origins, 'origin')}"
    match figures.evidence_status:
        case EvidenceStatus.CONFLICTING:
            sides = f"{figures.supports} in support, {figures.conflicts} in conflict"
            return f"{sums}: an independent report speaks against the claim ({sides})."
        case EvidenceStatus.OUTCOME_REPORTED:
            return f"{sums}: an independent report says that it happened, and none that it did not."
        case EvidenceStatus.NON_OCCURRENCE_REPORTED:
            return f"{sums}: an independent report says that it did not happen, and none that it did."
        case EvidenceStatus.CORROBORATED if is_forecast:
            return f"{sums}: foretold independently, with no outcome reported yet."
        case EvidenceStatus.CORROBORATED:
            return f"{sums}: an independent origin says the same."
        case EvidenceStatus.REPEATED:
            return f"{sums}: repeated, not corroborated."
        case EvidenceStatus.SINGLE_SOURCE:
            return f"{sums}: only the article that makes the claim."
    return "No passage that counts makes this claim."


def explain_timing(claim, figures, *, as_of, grace_days):
    """Return where the claim stands against its window, or that it has none."""
    end = claim.window_end
    if figures.timing and claim.state in PUT_ASIDE:
        return f"It was {State(claim.state).label.lower()}, so nothing is awaited."
    match figures.timing:
        case None:
            return "Only a forecast falls due."
        case Timing.NOT_DUE:
            return f"The window ends on {_day(end)}, {_in_days((end - as_of).days)}."
        case Timing.DUE:
            graced = _day(end + timedelta(days=grace_days))
            return f"The window ended on {_day(end)}; reports may still come in until {graced}."
        case Timing.OVERDUE:
            return f"The window ended {counted((as_of - end).days, 'day')} ago. Nothing found is not a refutation."
        case Timing.REVIEW_DUE:
            return f"It has no last day, and was to be looked at again on {_day(claim.review_on)}."
        case Timing.UNDATED if claim.review_on:
            return f"It has no last day; look at it again on {_day(claim.review_on)}."
        case Timing.UNDATED:
            return "It has no last day and no day of review."
    return "An outcome is reported or a verdict decided, so nothing is awaited."


def _day(day):
    return f"{day.day} {day:%B %Y}"


def _in_days(days):
    return "today" if days == 0 else f"in {counted(days, 'day')}"


def _verdict(claim, assessments):
    decision = next((one for one in assessments if one.step == Step.DECISION), None)
    if decision is None:
        return "The decision speaks of a later day." if claim.state == State.DECIDED else "Nobody has decided."
    confidence = decision.get_confidence_display().lower()
    return f"Decided by {decision.author} as of {_day(decision.as_of)}, with {confidence} confidence."
