"""What is proposed of a passage: stance, basis and why."""

from dataclasses import dataclass
from typing import Literal

Stance = Literal["supports", "refutes", "context"]
Basis = Literal["expectation", "outcome"]
# What a person has to compare begins so.
CHECK = "check these two"


@dataclass(frozen=True, slots=True)
class Proposal:
    """Stance, basis and why. Context has no basis."""

    stance: Stance
    basis: Basis | None
    reasons: tuple[str, ...]

    def __post_init__(self) -> None:
        if (self.basis is None) != (self.stance == "context") or not self.reasons:
            raise ValueError("what speaks for or against a claim has a basis, and everything a reason")


def context(*reasons: str) -> Proposal:
    """Return that the passage is no more than context, and why."""
    return Proposal("context", None, reasons)
