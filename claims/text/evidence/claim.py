"""A claim as it is compared: its statement read, its window, and whether it foretells."""

from dataclasses import dataclass
from datetime import date

from claims.text.evidence.aliases import NO_ALIASES, Aliases
from claims.text.evidence.cues import NEGATIVE
from claims.text.evidence.dates import Days
from claims.text.evidence.reading import Reading


@dataclass(frozen=True)
class AskedClaim:
    """A statement with the days in which its event is to happen; `published_on` is when it was first made."""

    reading: Reading
    forecast: bool
    window: Days

    @classmethod
    def of(
        cls,
        statement: str,
        published_on: date | None = None,
        *,
        forecast: bool | None = None,
        window: Days | None = None,
        known: Aliases = NO_ALIASES,
    ) -> "AskedClaim":
        """Return a claim; what is not given is read from the statement itself."""
        reading = Reading(statement, published_on, known=known)
        stated = next((one.days for one in reading.days), Days())
        return cls(reading, reading.forward is not None if forecast is None else forecast, window or stated)

    @property
    def start(self) -> date | None:
        """From when on a report can tell its outcome (E2)."""
        return self.window.first or self.reading.published_on

    @property
    def is_negative(self) -> bool:
        """Whether it says that something does not happen."""
        return NEGATIVE.search(self.reading.text) is not None
