"""Words that mean a person for a time: "Afghan foreign minister" is one man in July and another in November."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Self

from claims.text.evidence.names import Name
from claims.text.evidence.terms import spans_of_words
from claims.text.spans import Span


@dataclass(frozen=True, slots=True)
class Alias:
    """`surface` means whoever is called `name`, from one day to another, both included; a missing one is open."""

    surface: str
    name: str
    valid_from: date | None = None
    valid_to: date | None = None

    def holds_on(self, day: date | None) -> bool:
        """Whether it means that person on `day`; on an unknown day only what always does."""
        if day is None:
            return self.valid_from is None and self.valid_to is None
        return (self.valid_from or day) <= day <= (self.valid_to or day)


@dataclass(frozen=True, slots=True)
class Aliases:
    """The aliases that are known, by the words of which they consist."""

    by_first_word: Mapping[str, tuple[tuple[tuple[str, ...], Alias], ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, aliases: Iterable[Alias]) -> Self:
        """Return `aliases`, ready to be looked for; the longest words for one place come first."""
        found: dict[str, list[tuple[tuple[str, ...], Alias]]] = {}
        for alias in aliases:
            words = tuple(word for word, _ in spans_of_words(alias.surface))
            if words:
                found.setdefault(words[0], []).append((words, alias))
        longest_first = {first: sorted(held, key=lambda one: -len(one[0])) for first, held in found.items()}
        return cls({first: tuple(held) for first, held in longest_first.items()})

    def names_in(self, text: str, day: date | None) -> list[Name]:
        """Return whom `text`, published on `day`, names by an alias: by the person's own name, at the alias's place.

        Where an alias means two people on one day, it names neither.

        >>> minister = "Afghan foreign minister"
        >>> known = Aliases.of([Alias(minister, "Haneef Atmar", valid_to=date(2021, 8, 15)),
        ...                     Alias(minister, "Amir Khan Muttaqi", date(2021, 9, 7))])
        >>> [name.text for name in known.names_in("The Afghan Foreign Minister left.", date(2021, 11, 9))]
        ['Amir Khan Muttaqi']
        """
        if not self.by_first_word:
            return []
        words = spans_of_words(text)
        found: list[Name] = []
        for at in range(len(words)):
            name = self._name_at(words, at, day)
            if name and not any(name.span.overlaps(one.span) for one in found):
                found.append(name)
        return found

    def surfaces_for(self, names: Iterable[Name]) -> list[str]:
        """Return by which other words any of `names` may be meant, whenever that may be."""
        asked = list(names)
        held = (alias for found in self.by_first_word.values() for _, alias in found)
        return [alias.surface for alias in held if any(Name(alias.name, Span(0, 1)).same_as(one) for one in asked)]

    def _name_at(self, words: list[tuple[str, Span]], at: int, day: date | None) -> Name | None:
        fitting = [
            (len(surface), alias.name)
            for surface, alias in self.by_first_word.get(words[at][0], ())
            if alias.holds_on(day) and surface == tuple(word for word, _ in words[at : at + len(surface)])
        ]
        if not fitting:
            return None
        size = fitting[0][0]
        meant = {name for length, name in fitting if length == size}
        span = Span(words[at][1].start, words[at + size - 1][1].end)
        return Name(meant.pop(), span) if len(meant) == 1 else None
