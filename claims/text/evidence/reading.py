"""A text read once for all comparisons: its terms, names, events, days and what looks ahead."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from claims.text.evidence.aliases import Aliases
from claims.text.evidence.bodies import BODIES, BODY_NAMES
from claims.text.evidence.dates import Dated, days_in
from claims.text.evidence.events import Event, events_in
from claims.text.evidence.names import Name, names_in
from claims.text.evidence.opening import NO_OPENING, OPENING_SENTENCES, Opening
from claims.text.evidence.rarity import Words
from claims.text.evidence.terms import terms
from claims.text.evidence.told import NOTHING_TOLD, Told
from claims.text.forward import Forward, forward_looking

# What an article is about stands in so many characters. Measured: with fewer or more the order is worse.
BEGINNING = 800
# Of news text: how many characters there are to a telling word.
_CHARACTERS_A_WORD = 11


@dataclass(frozen=True)
class Reading:
    """A statement or a passage, with the day on which it was published, None where that is not known.

    `around` is what else tells what a passage is about: its heading and the sentence before it. `article` holds
    words of the whole article, where they are at hand, `opening` how it begins, and `begins` the stems with which it
    does, further on than that; `known` says whom words mean by the day of publication; `told` holds what the article
    says of its people, and `lent` whom the passage leaves to be understood.
    What is read of it all is read when it is asked for, and kept.
    """

    text: str
    published_on: date | None = None
    around: str = ""
    article: Words | None = None
    known: Aliases = BODIES
    opening: Opening = NO_OPENING
    begins: frozenset[str] = frozenset()
    told: Told = NOTHING_TOLD
    lent: tuple[Name, ...] = ()

    @cached_property
    def terms(self) -> tuple[str, ...]:
        """The stems of its telling words, and of the names of those whom it means by an alias of the desk.

        A body counts by the words that stand there: measured, those of its other name make the order worse.
        """
        people = (name.text for name in self.meant if name.text not in BODY_NAMES)
        return (*terms(self.text), *(stem for name in people for stem in terms(name)))

    @cached_property
    def words(self) -> Words:
        """The same, counted."""
        return Words.of(self.terms)

    @cached_property
    def words_around(self) -> Words:
        """Those of the article, as far as they are at hand: else of the passage and of what stands around it."""
        return self.article or Words.of((*self.terms, *terms(self.around)))

    @cached_property
    def meant(self) -> list[Name]:
        """Those whom it names by an alias, which held when it was published."""
        return self.known.names_in(self.text, self.published_on)

    @cached_property
    def names(self) -> list[Name]:
        """People, organisations and places; an alias stands for the person, not for what is named in it."""
        instead = [*self.meant, *self.lent]
        named = [name for name in names_in(self.text) if not any(name.span.overlaps(one.span) for one in instead)]
        return sorted([*named, *instead], key=lambda name: name.span)

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
    def heading(self) -> str:
        """The heading of its article."""
        return self.around.partition("\n")[0]

    @property
    def before(self) -> str:
        """The sentence before it."""
        return self.around.partition("\n")[2]

    @property
    def setting(self) -> str:
        """What stands around it, and how its article opens."""
        return f"{self.around} {self.opening.text}"

    @property
    def families(self) -> set[str]:
        """The families of its events."""
        return {event.family for event in self.events}


def readings_of_article(
    title: str,
    published_on: date | None,
    sentences: Sequence[tuple[str, str]],
    characters: int,
    known: Aliases = BODIES,
    opening: Sequence[str] = (),
) -> list[Reading]:
    """Return sentences of one article, each given with the one before it, as they are compared with claims.

    What is at hand of the article are its heading and these `sentences`; `characters` says how long it is as a whole,
    and `opening` holds its first sentences: the two that it opens with, then as many as are at hand.
    """
    begins = Opening(tuple(opening[:OPENING_SENTENCES]))
    told = Told((title, *(one for pair in sentences for one in pair)))
    readings = [
        Reading(text, published_on, f"{title}\n{before}", known=known, opening=begins, told=told)
        for text, before in sentences
    ]
    stems = [stem for reading in readings for stem in reading.terms]
    words = Words.of((*terms(title), *stems), characters // _CHARACTERS_A_WORD)
    first = frozenset(stem for text in (title, *_beginning(opening)) for stem in terms(text))
    return [replace(reading, article=words, begins=first) for reading in readings]


def _beginning(sentences: Sequence[str]) -> Iterator[str]:
    """Those that start in the first characters."""
    start = 0
    for sentence in sentences:
        if start >= BEGINNING:
            return
        yield sentence
        start += len(sentence) + 1
