"""What an article says of its people, as far as it is at hand: to whom it gives which office."""

from dataclasses import dataclass
from functools import cached_property

from claims.text.attribution.offices import Office, offices_in


@dataclass(frozen=True)
class Told:
    """The sentences of one article that are at hand, shared by all that is read of it."""

    sentences: tuple[str, ...] = ()

    @cached_property
    def offices(self) -> tuple[Office, ...]:
        """The offices that it explains by a name, or a name by them."""
        found = (one for sentence in dict.fromkeys(self.sentences) for one in offices_in(sentence))
        return tuple(dict.fromkeys(one for one in found if one.explains))


NOTHING_TOLD = Told()
