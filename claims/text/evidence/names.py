"""Whom and which places a text names."""

import re
from dataclasses import dataclass

from claims.text.attribution.name_lists import ORGANISATIONS
from claims.text.attribution.names import capitalised_names, name_parts, same_person
from claims.text.evidence.places import Place, place_of
from claims.text.spans import Span

_WORD = re.compile(r"[^\W_][\w.’'-]*")
_MOST_WORDS_OF_A_PLACE = 2
_CALENDAR = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december
    """.split()
)


@dataclass(frozen=True, slots=True)
class Name:
    """A name and where it stands; `place` is set where it is a place, or a people's adjective."""

    text: str
    span: Span
    place: Place | None = None

    @property
    def is_organisation(self) -> bool:
        """Whether a word of the name says so: a ministry is no person."""
        return any(word.casefold() in ORGANISATIONS for word in self.text.split())

    @property
    def is_person(self) -> bool:
        """Whether it can be nothing but a person's name: of two parts or more, and no office or body."""
        return not self.place and not self.is_organisation and len(name_parts(self.text)) > 1

    def same_as(self, other: "Name") -> bool:
        """Whether the two can name one person, organisation or place."""
        if self.place or other.place:
            return self.place is not None and other.place is not None and self.place.fits(other.place)
        return self.text.casefold() == other.text.casefold() or same_person(self.text, other.text)


def names_in(text: str) -> list[Name]:
    """Return the names of `text` in order; places within longer runs stand by themselves.

    >>> [(name.text, bool(name.place)) for name in names_in("Afghan envoy Amir Khan Muttaqi flew to Islamabad.")]
    [('Afghan', True), ('Amir Khan Muttaqi', False), ('Islamabad', True)]
    """
    return [name for span in capitalised_names(text) for name in _parted(text, span)]


def shared_names(ours: list[Name], theirs: list[Name]) -> list[Name]:
    """Return those of `theirs` that can be one of `ours`, each person or place once."""
    shared: list[Name] = []
    for name in theirs:
        if any(name.same_as(one) for one in ours) and not any(name.same_as(one) for one in shared):
            shared.append(name)
    return shared


def _parted(text: str, run: Span) -> list[Name]:
    """ "US Special Representative Thomas West" names a country and a man."""
    words = [Span(run.start + found.start(), run.start + found.end()) for found in _WORD.finditer(run.of(text))]
    found: list[Name] = []
    rest: list[Span] = []
    at = 0
    while at < len(words):
        size = next((n for n in range(_MOST_WORDS_OF_A_PLACE, 0, -1) if _place(text, words[at : at + n], n)), 0)
        if not size:
            rest.append(words[at])
            at += 1
            continue
        found += _person(text, rest)
        span = Span(words[at].start, words[at + size - 1].end)
        found.append(Name(span.of(text), span, _place(text, words[at : at + size], size)))
        rest, at = [], at + size
    return found + _person(text, rest)


def _place(text: str, words: list[Span], size: int) -> Place | None:
    return place_of(Span(words[0].start, words[-1].end).of(text)) if len(words) == size else None


def _person(text: str, words: list[Span]) -> list[Name]:
    """The name without titles before it; nothing where titles or a month are all there is."""
    if not words:
        return []
    whole = Span(words[0].start, words[-1].end)
    if all(word.of(text).casefold() in _CALENDAR for word in words):
        return []
    inner = capitalised_names(whole.of(text))
    return [
        Name(span.shift(whole.start).of(text), span.shift(whole.start))
        for span in inner
        if name_parts(span.of(whole.of(text)))
    ]
