"""Whether two claims are one, only related, or neither, and why. Whatever is in doubt keeps them apart."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from claims.text.evidence.claim import AskedClaim
from claims.text.evidence.dates import Days
from claims.text.evidence.names import Name
from claims.text.evidence.numbers import other_number, quantities
from claims.text.sameness.parts import Parts

Relation = Literal["same", "related"]

# For how long after it is made a forecast without a window may be meant, and how old what is told may be.
_USUAL_WAIT = timedelta(days=30)
# So much of what they are about is shared by related claims of one subject, and of two.
_SHARED_OF_ONE, _SHARED_OF_TWO = 0.4, 0.5
_FEWEST_SHARED, _MOST_LISTED = 2, 4


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two claims stand to each other, and why: what they share, or what keeps them apart."""

    relation: Relation
    reasons: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.reasons:
            raise ValueError("whoever compares two claims has a reason")


def compare_claims(a: AskedClaim, b: AskedClaim) -> Comparison | None:
    """Return how two claims stand to each other, None where they have little to do with each other.

    >>> visit, other = AskedClaim.of("Muttaqi will visit Islamabad"), AskedClaim.of("Muttaqi will travel to Pakistan")
    >>> compare_claims(visit, other)
    Comparison(relation='related', reasons=('other places: Islamabad, Pakistan',))
    >>> compare_claims(visit, AskedClaim.of("Amir Khan Muttaqi will arrive in Islamabad")).relation
    'same'
    """
    ours, theirs = Parts(a, b.reading.text), Parts(b, a.reading.text)
    apart = tuple(_differences(ours, theirs))
    if not apart:
        shared = _shared(ours, theirs)
        return Comparison("same", shared) if shared else None
    return Comparison("related", apart) if _are_related(ours, theirs, apart) else None


def _differences(a: Parts, b: Parts) -> Iterator[str]:
    """Yield what keeps the claims apart, in words."""
    yield from _of_names(a, b)
    if a.acts != b.acts:
        yield f"another act: {_listed(a.acts - b.acts)} – {_listed(b.acts - a.acts)}"
    if a.claim.is_negative != b.claim.is_negative:
        yield "one of them says that it does not happen"
    if a.is_question != b.is_question:
        yield "one of them asks"
    if a.claim.forecast != b.claim.forecast:
        yield "one foretells what the other tells as done"
    if not _days_agree(a.claim, b.claim):
        yield "of other days"
    yield from _of_words(a, b)


def _of_names(a: Parts, b: Parts) -> Iterator[str]:
    people = [*_unmatched(a.people, b.people), *_unmatched(b.people, a.people)]
    if people:
        yield f"other names: {_texts(people)}"
    places = [*_elsewhere(a.places, b.places), *_elsewhere(b.places, a.places)]
    if places:
        yield f"other places: {_texts(places)}"
    if not people and not places and _changed_places(a, b):
        yield "the same names in other roles"


def _of_words(a: Parts, b: Parts) -> Iterator[str]:
    numbers = other_number(*(quantities(one.claim.reading.text, one.claim.reading.days) for one in (a, b)))
    if numbers:
        yield f"other numbers: {numbers[0]}, {numbers[1]}"
    words = [said[stem] for said, other in ((a.rest, b.rest), (b.rest, a.rest)) for stem in said if stem not in other]
    if words and not numbers:
        yield f"only one of them says: {', '.join(words[:_MOST_LISTED])}"


def _unmatched(ours: list[Name], theirs: list[Name]) -> list[Name]:
    return [name for name in ours if not any(name.same_as(one) for one in theirs)]


def _elsewhere(ours: list[Name], theirs: list[Name]) -> list[Name]:
    """A city is not its country: who visits one may not visit the other."""
    return [name for name in ours if not any(name.place == one.place for one in theirs)]


def _changed_places(a: Parts, b: Parts) -> bool:
    """Whether who does it to whom is told otherwise."""
    if a.roles != b.roles or a.suffers != b.suffers:
        return True
    if a.is_mutual and b.is_mutual:
        return False
    one, other = a.subject, b.subject
    if one and other and not one.same_as(other):
        return True
    return any(not mine.same_as(yours) for mine, yours in zip(a.people, b.people, strict=False))


def _days_agree(a: AskedClaim, b: AskedClaim) -> bool:
    """Whether both may be of one time: days that both state are the same, and when each may be meant meets."""
    ours, theirs = ({one.days for one in claim.reading.days} for claim in (a, b))
    if ours and theirs and ours != theirs:
        return False
    return _meant(a).meets(_meant(b))


def _meant(claim: AskedClaim) -> Days:
    """When its event is meant to be; without a window, some days around the one on which the claim was made."""
    made, window = claim.reading.published_on, claim.window
    if not made:
        return window
    if window:
        return window if window.first or not claim.forecast else Days(min(made, window.last or made), window.last)
    return Days(made, made + _USUAL_WAIT) if claim.forecast else Days(made - _USUAL_WAIT, made)


def _are_related(a: Parts, b: Parts, apart: tuple[str, ...]) -> bool:
    """Whether both are of one subject's doings, or differ in one thing alone."""
    one, other = a.subject, b.subject
    share = _share_of_words(a, b)
    if one and other and one.same_as(other):
        return share >= _SHARED_OF_ONE
    return share >= _SHARED_OF_TWO and (len(apart) == 1 or not (one or other))


def _share_of_words(a: Parts, b: Parts) -> float:
    shared = len(a.content & b.content)
    return shared / len(a.content | b.content) if shared >= _FEWEST_SHARED else 0.0


def _shared(a: Parts, b: Parts) -> tuple[str, ...]:
    """What both say, in words; nothing where that is too little to be a claim."""
    names = [*b.people, *b.places]
    found = [
        f"the same names: {_texts(names)}" if names else "",
        f"the same act: {_listed(b.acts)}" if b.acts else "",
        f"the same words: {', '.join(b.rest.values())}" if b.rest else "",
    ]
    said = len(names) + len(b.acts) + len(b.rest)
    return tuple(filter(None, found)) if said >= _FEWEST_SHARED else ()


def _listed(words: frozenset[str]) -> str:
    return ", ".join(sorted(words)) or "none"


def _texts(names: list[Name]) -> str:
    return ", ".join(dict.fromkeys(name.text for name in names))
