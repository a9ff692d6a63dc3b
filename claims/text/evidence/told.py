"""What an article says, as far as it is at hand: to whom it gives which office, and how much of it is hearsay."""

from dataclasses import dataclass
from functools import cached_property

from claims.text.attribution.offices import Office, offices_in
from claims.text.evidence.casing import Letters
from claims.text.evidence.hearsay import uncited_hearsay_in

# From these on, plain sentences of an article tell no more than its others: measured on a public set of headlines and
# bodies, every third was affirmed, above that two in three.
_FEWEST_HEARSAY, _HEARSAY_SHARE = 2, 0.15


@dataclass(frozen=True)
class Told:
    """The sentences of one article that are at hand, shared by all that is read of it."""

    sentences: tuple[str, ...] = ()

    @cached_property
    def offices(self) -> tuple[Office, ...]:
        """The offices that it explains by a name, or a name by them."""
        found = (one for sentence in dict.fromkeys(self.sentences) for one in offices_in(sentence))
        return tuple(dict.fromkeys(one for one in found if one.explains))

    @cached_property
    def letters(self) -> Letters:
        """Which words it writes in small letters, and which with a capital."""
        return Letters.of(dict.fromkeys(self.sentences))

    @cached_property
    def is_much_hearsay(self) -> bool:
        """Whether it passes on what others say again and again."""
        different = dict.fromkeys(self.sentences)
        hearsay = sum(1 for one in different if uncited_hearsay_in(one))
        return hearsay >= max(_FEWEST_HEARSAY, _HEARSAY_SHARE * len(different))


NOTHING_TOLD = Told()
