"""What is offered: a claim that a text makes, with all that was read of it."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from claims.text.attribution.chains import Link
from claims.text.attribution.speaker_kinds import SpeakerKind
from claims.text.forward import Polarity
from claims.text.forward_cues import Certainty
from claims.text.spans import Span

Kind = Literal["event", "forecast", "position", "statistic", "background"]


@dataclass(frozen=True, slots=True)
class ClaimWindow:
    """The days of a claim as its words state them: `text`, its TIMEX3 `value`, and the edges that it gives.

    An edge is None where the words leave it open; both are for "soon", which a person has to bound.
    """

    start: date | None
    end: date | None
    text: str
    value: str

    def __post_init__(self) -> None:
        if not self.text or not self.value:
            raise ValueError("a window is read from words and has a value")
        if self.start and self.end and self.start > self.end:
            raise ValueError(f"a window does not end before it begins: {self}")


@dataclass(frozen=True, slots=True)
class ClaimSuggestion:
    """A claim read from `span`, whose words are `quote`; `score` ranks it among the others of its text.

    `chain` holds the hands through which the words came, nearest to the reader first; it is empty, and
    `speaker` too, where nobody but the article itself speaks.
    """

    span: Span
    quote: str
    statement: str
    kind: Kind
    score: float
    reasons: tuple[str, ...]
    certainty: Certainty
    polarity: Polarity
    speaker: str = ""
    speaker_kind: SpeakerKind = "unattributed"
    chain: tuple[Link, ...] = ()
    window: ClaimWindow | None = None

    def __post_init__(self) -> None:
        if len(self.quote) != len(self.span) or not self.statement or not self.reasons:
            raise ValueError("a suggestion has its words, a statement and a reason")
        if not 0 <= self.score <= 1:
            raise ValueError(f"a score lies between 0 and 1: {self.score}")
