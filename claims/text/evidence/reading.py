"""A text read once for all comparisons: its terms, names, events, days and what looks ahead."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from claims.text.evidence.dates import Dated, days_in
from claims.text.evidence.events import Event, events_in
from claims.text.evidence.names import Name, names_in
from claims.text.evidence.terms import terms
from claims.text.forward import Forward, forward_looking


@dataclass(frozen=True)
class Reading:
    """A statement or a passage, with the day on which it was published, None where that is not known.

    `around` is what else tells what a passage is about: its heading and the sentence before it. What is read of it
    all is read when it is asked for, and kept.
    """

    text: str
    published_on: date | None = None
    around: str = ""

    @cached_property
    def terms(self) -> tuple[str, ...]:
        """The stems of its telling words."""
        return terms(self.text)

    @cached_property
    def terms_around(self) -> tuple[str, ...]:
        """The stems of the telling words of the passage and of what stands around it."""
        return (*self.terms, *terms(self.around))

    @cached_property
    def names(self) -> list[Name]:
        """People, organisations and places."""
        return names_in(self.text)

    @cached_property
    def names_around(self) -> list[Name]:
        """People, organisations and places of the passage and of what stands around it."""
        return [*self.names, *names_in(self.around)]

    @cached_property
    def events(self) -> list[Event]:
        """What is said to be done."""
        return events_in(self.text)

    @cached_property
    def days(self) -> list[Dated]:
        """Words for days that bound a time."""
        return days_in(self.text, self.published_on)

    @cached_property
    def forward(self) -> Forward | None:
        """What in it looks ahead."""
        return forward_looking(self.text)

    @property
    def families(self) -> set[str]:
        """The families of its events."""
        return {event.family for event in self.events}
