"""What an act would do to claims, as figures before and after; computed from facts, and nothing is written."""

from dataclasses import dataclass

from claims.models import Claim
from claims.reports.evidence import Figures
from claims.vocabulary import EvidenceStatus, Flag, State, Timing, Verdict


@dataclass(frozen=True, slots=True)
class ClaimEffect:
    """The figures of `claim` as they are and as they would be; the states too where the act changes these."""

    claim: Claim
    before: Figures
    after: Figures
    state: str = ""

    @property
    def changes(self):
        """(what, before, after) in words, of all that would not stay as it is."""
        return list(_changes(self))

    @property
    def is_flagged(self):
        """Whether a decision on the claim would have to be looked at again because of the act."""
        return Flag.NEEDS_REVIEW in self.after.flags and Flag.NEEDS_REVIEW not in self.before.flags


def _changes(effect):
    before, after = effect.before, effect.after
    if effect.state and effect.state != effect.claim.state:
        yield "State", effect.claim.get_state_display(), State(effect.state).label
    for what, enum, name in (
        ("Evidence", EvidenceStatus, "evidence_status"),
        ("Timing", Timing, "timing"),
        ("Verdict", Verdict, "verdict"),
    ):
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            yield what, _label(enum, old), _label(enum, new)
    for what, name in (
        ("Articles", "articles"),
        ("Origins", "origins"),
        ("For", "supports"),
        ("Against", "conflicts"),
    ):
        if getattr(before, name) != getattr(after, name):
            yield what, str(getattr(before, name)), str(getattr(after, name))
    if set(before.flags) != set(after.flags):
        yield "Flags", _flags(before), _flags(after)


def _label(enum, value):
    return enum(value).label if value else "none"


def _flags(figures):
    return ", ".join(Flag(flag).label for flag in figures.flags) or "none"
