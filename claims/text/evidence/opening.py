"""How an article opens: its first sentences say how far it stands by what it goes on to tell."""

from dataclasses import dataclass
from functools import cached_property

from claims.text.evidence.names import Name, names_in
from claims.text.evidence.terms import terms


@dataclass(frozen=True)
class Opening:
    """The first sentences of an article, read when they are asked for."""

    sentences: tuple[str, ...] = ()

    @cached_property
    def text(self) -> str:
        """All of them."""
        return " ".join(self.sentences)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of their telling words."""
        return frozenset(terms(self.text))

    @cached_property
    def names(self) -> list[Name]:
        """Whom and what they name."""
        return names_in(self.text)


NO_OPENING = Opening()
# So many sentences tell how an article opens.
OPENING_SENTENCES = 2
