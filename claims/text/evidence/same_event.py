"""Whether a passage tells of the event of a claim: who, what, where. Whoever is in doubt is not let through."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claims.text.evidence.borrowing import lent_to
from claims.text.evidence.claim import AskedClaim
from claims.text.evidence.cues import RANKED, STAYING_AWAY
from claims.text.evidence.names import Name, shared_names
from claims.text.evidence.occurrence import Occurrence, occurrences, places_of, subject_of
from claims.text.evidence.proposal import CHECK
from claims.text.evidence.rarity import Rarity
from claims.text.evidence.reading import Reading

# Without a known kind of event, so much of the claim's rare words must stand in the passage.
_COVERED = 0.7
_WITH_SOMEBODY = frozenset("meet meets met see saw brief briefed briefs".split())
_HELD_IN = re.compile(r"\b(?:in|at)\s(?:the\s)?\Z")
# Words of how far an event has got: they say nothing without the event itself.
ASPECTS = frozenset(["opening", "ending"])


@dataclass(frozen=True, slots=True)
class Gate:
    """Whether the two tell of one event, where the passage tells of it, and why or why not."""

    passed: bool
    reason: str
    occurrences: tuple[Occurrence, ...] = ()


def same_event(claim: AskedClaim, passage: Reading, rarity: Rarity) -> Gate:
    """Return whether `passage` tells of the event of `claim`, by its own words or with what stands around it.

    >>> claim = AskedClaim.of("Muttaqi will visit Islamabad")
    >>> around = "\\nMuttaqi is likely to visit Islamabad."
    >>> same_event(claim, Reading("Muttaqi's trip is on the cards.", around=around), Rarity(100)).reason
    'place from the sentence before: Islamabad; tells of the same event'
    """
    gate = _gate(claim, passage, rarity)
    lent = None if gate.passed else lent_to(passage, claim.reading, subject_of(claim.reading))
    if not lent:
        return gate
    found = tuple(one for one in _gate(claim, lent.passage, rarity).occurrences if lent.allows(one))
    return Gate(True, f"{lent.reason}; tells of the same event", found) if found else gate


def _gate(claim: AskedClaim, passage: Reading, rarity: Rarity) -> Gate:
    subject = subject_of(claim.reading)
    if subject and not any(name.same_as(subject) for name in passage.names):
        return Gate(False, _other_people(claim, passage, subject))
    others = [name for name in claim.reading.names if subject and not name.same_as(subject)]
    missing = _missing(claim, passage, others)
    if missing:
        return Gate(False, f"does not name {_listed(missing)}")
    ranked = RANKED.search(claim.reading.text)
    if ranked and ranked[0].casefold() not in passage.text.casefold():
        return Gate(False, f"does not say “{ranked[0]}”")
    families = claim.reading.families - ASPECTS or claim.reading.families
    if not families:
        return _by_words(claim, passage, rarity)
    return _by_event(claim, passage, families, subject, others)


def _missing(claim: AskedClaim, passage: Reading, others: list[Name]) -> list[Name]:
    """Those of whom one should be named and none is: whom somebody meets, which meeting, where somebody goes."""
    first = claim.reading.events[0] if claim.reading.events else None
    if first and first.word.casefold() in _WITH_SOMEBODY:
        met = [name for name in others if name.span.start >= first.span.end][:1]
        return met if met and not shared_names(met, passage.names) else []
    # A meeting is named once, and then "the meeting"; where somebody went has to be said.
    of_meeting = "meeting" in claim.reading.families
    telling = [name for name in others if not name.place] if of_meeting else []
    asked = telling or others
    given = passage.names_around if of_meeting else passage.names
    words = f"{passage.text} {passage.around if of_meeting else ''}".casefold()
    named = shared_names(asked, given) or any(name.text.casefold() in words for name in asked)
    return [] if named else asked


def _by_event(
    claim: AskedClaim, passage: Reading, families: set[str], subject: Name | None, others: list[Name]
) -> Gate:
    aspects = claim.reading.families & ASPECTS
    if aspects - passage.families and families != aspects:
        return Gate(False, "does not tell how far the event has got")
    places = places_of(claim.reading, subject)
    found = tuple(occurrences(passage, families, subject, places))
    if found:
        return Gate(True, "tells of the same event", found)
    shown = tuple(_meetings_to_come(passage, subject, places)) if "visit" in families else ()
    if shown:
        return Gate(True, "whoever meets there goes there", shown)
    return Gate(False, "tells of no such event of the claim's subject and place")


def _meetings_to_come(passage: Reading, subject: Name | None, places: list[Name]) -> Iterator[Occurrence]:
    """Meetings that are foretold in one of `places`: that one is not, says nothing of a visit."""
    for one in occurrences(passage, {"meeting"}, subject, places):
        foretold = one.forward and one.forward.polarity == "positive" and not STAYING_AWAY.search(passage.text)
        if foretold and any(_is_held_in(passage, one, name, places) for name in passage.names):
            yield one


def _is_held_in(passage: Reading, one: Occurrence, name: Name, places: list[Name]) -> bool:
    within = one.event.span.end <= name.span.start < one.clause.end
    held = _HELD_IN.search(passage.text[one.event.span.end : name.span.start]) if within else None
    return held is not None and any(name.same_as(place) for place in places)


def _by_words(claim: AskedClaim, passage: Reading, rarity: Rarity) -> Gate:
    whole = rarity.total(claim.reading.terms)
    covered = rarity.total(set(claim.reading.terms) & set(passage.terms)) / whole if whole else 0.0
    if covered < _COVERED:
        return Gate(False, "shares too few of the claim's words to tell of the same event")
    return Gate(True, f"holds {covered:.0%} of the claim's words by weight")


def _other_people(claim: AskedClaim, passage: Reading, subject: Name) -> str:
    """Somebody else in the same place at the same kind of event is for a person to compare."""
    known = shared_names(claim.reading.names, passage.names)
    people = [one for one in passage.names if one.is_person and one not in known]
    others = [name for name in claim.reading.names if not name.same_as(subject)]
    # Somebody else on a trip is no rival; somebody else at the same meeting may be.
    alike = claim.reading.families & passage.families - {"visit"} and shared_names(others, passage.names)
    if people and alike and not subject.place:
        return f"{CHECK}: {_listed(people)} here, {subject.text} in the claim"
    return f"does not name {subject.text}"


def _listed(names: list[Name]) -> str:
    return ", ".join(dict.fromkeys(name.text for name in names))
