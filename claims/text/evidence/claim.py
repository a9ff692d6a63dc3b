"""A claim as it is compared: its statement read, its window, and whether it foretells."""

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from claims.text.evidence.aliases import Aliases
from claims.text.evidence.bodies import BODIES
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
        known: Aliases = BODIES,
    ) -> "AskedClaim":
        """Return a claim; what is not given is read from the statement itself."""
        reading = Reading(statement, published_on, known=known)
        stated = next((one.days for one in reading.days), Days())
        return cls(reading, reading.forward is not None if forecast is None else forecast, window or stated)

    def as_written_in(self, passage: Reading) -> "AskedClaim":
        """Return the claim with those words in small letters that the article of `passage` shows to be no names."""
        statement = passage.told.letters.write(self.reading.text)
        if statement == self.reading.text:
            return self
        if statement not in self._written:
            self._written[statement] = replace(self, reading=replace(self.reading, text=statement))
        return self._written[statement]

    @cached_property
    def _written(self) -> dict[str, "AskedClaim"]:
        """As articles write it: there are few ways, and many articles."""
        return {}

    @property
    def start(self) -> date | None:
        """From when on a report can tell its outcome (E2)."""
        return self.window.first or self.reading.published_on

    @property
    def is_negative(self) -> bool:
        """Whether it says that something does not happen."""
        return NEGATIVE.search(self.reading.text) is not None
