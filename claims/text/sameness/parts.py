"""A claim taken apart: who, where, what is done, how many, and every other word that can make a difference."""

import re
from dataclasses import dataclass
from functools import cached_property

from claims.text.attribution.name_lists import TITLES
from claims.text.evidence.claim import AskedClaim
from claims.text.evidence.names import Name
from claims.text.evidence.occurrence import subject_of
from claims.text.evidence.terms import STOP_WORDS, stem
from claims.text.sameness.acts import MUTUAL, OF_PROGRESS, act_of
from claims.text.spans import Span

_WORD = re.compile(r"[^\W_]{1,60}")
# Of the words that tell nothing of what a text is about, those that turn a claim into another.
_TURNING = frozenset("after before can could may might more most only other over should some under until".split())
# How it is said, and how sure: a claim is stated without these.
_BESIDE = frozenset(
    """
    also conduct due expected held hold likely make official officially paid pay planned scheduled set soon tomorrow
    upcoming
    """.split()
)
_ROLE = re.compile(r"\b(by|from|against|without|for)\s{1,3}(?:the\s{1,3})?\Z", re.IGNORECASE)
_BEEN = re.compile(r"\b(?:be|been|being|is|are|was|were|gets?|got)\s{1,3}(?:\w{2,20}ly\s{1,3})?\Z", re.IGNORECASE)
_PASSIVE = re.compile(r"(?:ed|en|wn|shot|held|met|done)\Z", re.IGNORECASE)
_BETWEEN_COMMAS = re.compile(r",\s(?P<title>[^,]{1,100}),")
_JOINING = frozenset("s the of for".split())
_PARTING = re.compile(r"[,;:–—-]")
_MOST_TITLES = 8


@dataclass(frozen=True)
class Parts:
    """A claim and what it consists of. Whatever is in doubt stays in, so that it tells two claims apart.

    `beside` is the statement with which it is compared: what begins a claim and stands there in small letters is
    no name.
    """

    claim: AskedClaim
    beside: str = ""

    @cached_property
    def names(self) -> list[Name]:
        """People, bodies and places."""
        return [name for name in self.claim.reading.names if not (name.span.start == 0 and self._is_small(name))]

    @cached_property
    def people(self) -> list[Name]:
        """People and bodies, in order, but for those that only say whose minister somebody is."""
        return [name for name in self.names if not name.place and not self._describes(name.span)]

    @cached_property
    def places(self) -> list[Name]:
        """Places, likewise."""
        return [name for name in self.names if name.place and not self._describes(name.span)]

    @property
    def subject(self) -> Name | None:
        """Whom the claim is about."""
        found = subject_of(self.claim.reading)
        kept = [*self.people, *self.places]
        return found if found is None or found in kept else next(iter(kept), None)

    @cached_property
    def acts(self) -> frozenset[str]:
        """What is done."""
        return frozenset(act_of(event) for event in self.claim.reading.events)

    @property
    def is_question(self) -> bool:
        return self.claim.reading.text.rstrip("”’\"' ").endswith("?")

    @property
    def is_mutual(self) -> bool:
        """Whether who and whom may change places."""
        return bool(self.acts & MUTUAL) and self.acts <= MUTUAL | {"visit"}

    @cached_property
    def roles(self) -> frozenset[tuple[str, str]]:
        """Who or what is said to be acted by, against or from: (word before the name, last word of the name)."""
        text = self.claim.reading.text
        found = ((_ROLE.search(text[: name.span.start]), name) for name in self.names)
        return frozenset((role[1].casefold(), _last_word(name)) for role, name in found if role)

    @cached_property
    def suffers(self) -> bool:
        """Whether the act is done to the subject: "will be recognised"."""
        text = self.claim.reading.text
        return any(
            _BEEN.search(text[: event.span.start])
            and _PASSIVE.search(event.word)
            and act_of(event) not in OF_PROGRESS
            for event in self.claim.reading.events
        )

    @cached_property
    def rest(self) -> dict[str, str]:
        """All other words, and those that turn a claim into another, by their stems."""
        text = self.claim.reading.text
        words = (word[0].casefold() for word in _WORD.finditer(text) if not self._is_taken(Span(*word.span())))
        return {stem(word): word for word in words if _tells(word)}

    @cached_property
    def content(self) -> frozenset[str]:
        """Everything but numbers and days: what the claim is about."""
        return self.acts | self.rest.keys() | {_last_word(name) for name in self.names}

    def _is_small(self, name: Name) -> bool:
        return re.search(rf"\b{re.escape(name.text.casefold())}\b", self.beside) is not None

    def _is_taken(self, word: Span) -> bool:
        reading = self.claim.reading
        taken = [one.span for found in (self.names, reading.events, reading.days) for one in found]
        return any(span.overlaps(word) for span in taken) or self._describes(word)

    def _describes(self, word: Span) -> bool:
        """Whether the word belongs to somebody's title, which is no part of what is claimed."""
        return any(span.overlaps(word) for span in self._titles)

    @cached_property
    def _titles(self) -> list[Span]:
        people = (name for name in self.names if name.is_person or _is_surname(name))
        return [span for name in people for span in self._title_of(name)]

    def _title_of(self, person: Name) -> list[Span]:
        """ "Afghan foreign minister" before the name, or after it between commas."""
        text = self.claim.reading.text
        start = self._where_title_begins(person.span.start)
        found = [Span(start, person.span.start)] if start < person.span.start else []
        after = _BETWEEN_COMMAS.match(text, person.span.end)
        if after and self._where_title_begins(after.end() - 1) <= after.start("title"):
            found.append(Span(*after.span("title")))
        return found

    def _where_title_begins(self, end: int) -> int:
        """Where the title begins that ends at `end`: names and words of a title, one of these at least."""
        text, start, titled = self.claim.reading.text, end, False
        words = [Span(*found.span()) for found in _WORD.finditer(text, 0, end)]
        for word in reversed(words[-_MOST_TITLES:]):
            said = word.of(text).casefold()
            named = any(name.span.overlaps(word) for name in self.names)
            if not (named or said in TITLES or said in _JOINING) or _PARTING.search(text[word.end : start]):
                break
            titled = titled or said in TITLES
            start = word.start
        return start if titled else end


def _tells(word: str) -> bool:
    if word in _TURNING:
        return True
    return word not in STOP_WORDS and word not in _BESIDE and (len(word) > 1 or word.isdigit())


def _is_surname(name: Name) -> bool:
    return not name.place and not name.is_organisation and " " not in name.text


def _last_word(name: Name) -> str:
    return name.place.country if name.place else name.text.split()[-1].casefold()
