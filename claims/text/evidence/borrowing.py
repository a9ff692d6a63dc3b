"""What a passage may borrow from what stands around it, where that leaves no choice: its subject, or the place.

"Muttaqi's visit was on the cards", after a sentence that names Islamabad and no other place to go to; "the foreign
minister arrives", in an article that explains by one name who that is; "it will be his first visit".
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from claims.text.attribution.media import is_media
from claims.text.attribution.offices import is_role, kind_of_office
from claims.text.evidence.cues import CALLED_OFF, COUNTERFACTUAL, DENIED, NEGATED, NEGATIVE, STAYED, STAYING_AWAY
from claims.text.evidence.names import Name, names_in
from claims.text.evidence.occurrence import Occurrence, places_of
from claims.text.evidence.places import place_of
from claims.text.evidence.reading import Reading
from claims.text.spans import Span

_PRONOUN = re.compile(r"\b(?:he|she|him|his|her)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_][\w’'-]{0,30}")
_TAKEN_BACK = (CALLED_OFF, COUNTERFACTUAL, DENIED, NEGATIVE, STAYED, STAYING_AWAY)
# Before a word for an office: what it is an office of.
_LONGEST_OFFICE = 6


@dataclass(frozen=True, slots=True)
class Lent:
    """A passage with the name that it borrowed, and from where; `outcomes`: it may tell even that it happened."""

    passage: Reading
    reason: str
    outcomes: bool = False

    def allows(self, at: Occurrence) -> bool:
        """Whether the borrowed name may be relied on here: never to deny anything."""
        if any(cue.search(self.passage.text) for cue in _TAKEN_BACK) or NEGATED.search(
            self.passage.text[: at.event.span.start]
        ):
            return False
        return at.forward is not None or (self.outcomes and at.happened)


def lent_to(passage: Reading, claim: Reading, subject: Name | None) -> Lent | None:
    """Return `passage` with whom or where it leaves to be understood, if that is `subject` or the claim's place."""
    if not subject or subject.place or not claim.families & passage.families:
        return None
    if not any(name.same_as(subject) for name in passage.names):
        return _with_officer(passage, subject) or _with_person(passage, subject)
    return _with_place(passage, places_of(claim, subject)) if "visit" in claim.families else None


def _with_officer(passage: Reading, subject: Name) -> Lent | None:
    """By an office that the article explains by one name."""
    for span, words in _offices(passage.text):
        named = {one.person for one in passage.told.offices if _same_office(words, one.words)}
        people = [Name(person, span) for person in named]
        if people and all(one.is_person and one.same_as(subject) for one in people):
            lent = replace(passage, lent=(Name(people[0].text, span),))
            return Lent(lent, f"“{words}” is {people[0].text} in this article", outcomes=True)
    return None


def _offices(text: str) -> list[tuple[Span, str]]:
    """The words for offices in `text`, each with what stands before it and qualifies it."""
    words = list(_WORD.finditer(text))
    found: list[tuple[Span, str]] = []
    for i, word in enumerate(words):
        if not is_role(word[0]) or (i + 1 < len(words) and is_role(words[i + 1][0])):
            continue
        first = i
        while first > 0 and i - first < _LONGEST_OFFICE and _qualifies(text, words[first - 1], words[first]):
            first -= 1
        span = Span(words[first].start(), word.end())
        found.append((span, span.of(text)))
    return found


def _qualifies(text: str, word: re.Match[str], following: re.Match[str]) -> bool:
    joined = text[word.end() : following.start()] == " "
    return joined and (
        word[0][0].isupper() or bool(kind_of_office(f"{word[0]} minister")[1:]) or word[0] == "interim"
    )


def _same_office(ours: str, theirs: str) -> bool:
    """Whether two phrases can be of one office: that of two countries is two, and "former" is another."""
    if kind_of_office(ours) != kind_of_office(theirs) or ("former" in ours.casefold()) != (
        "former" in theirs.casefold()
    ):
        return False
    mine, other = _places(ours), _places(theirs)
    return not mine or not other or any(one.same_as(place) for one in mine for place in other)


def _places(words: str) -> list[Name]:
    return [
        Name(one[0], Span(*one.span()), place) for one in _WORD.finditer(words) if (place := place_of(_bare(one[0])))
    ]


def _bare(word: str) -> str:
    return word.removesuffix("’s").removesuffix("'s")


def _with_person(passage: Reading, subject: Name) -> Lent | None:
    """By "he" or "his", where the sentence before names one person only, and this one nobody."""
    pronoun = _PRONOUN.search(passage.text)
    if not pronoun or _people(passage.names):
        return None
    people = _people(names_in(passage.before))
    if not people or not all(one.same_as(subject) for one in people):
        return None
    lent = replace(passage, lent=(Name(people[0].text, Span(*pronoun.span())),))
    return Lent(lent, f"“{pronoun[0]}” from the sentence before: {people[0].text}")


def _people(names: Sequence[Name]) -> list[Name]:
    return [name for name in names if not name.place and not name.is_organisation and not is_media(name.text)]


def _with_place(passage: Reading, asked: Sequence[Name]) -> Lent | None:
    """Where the passage names no place at all, and what stands around it one to go to."""
    if not asked or any(name.place for name in passage.names):
        return None
    before, heading = _goals(passage.before), _goals(passage.heading)
    goals = [*before, *heading]
    if not goals or not all(one.same_as(other) for one in goals for other in asked) or not _are_one(goals):
        return None
    visit = next((event.span for event in passage.events if event.family == "visit"), None)
    if visit is None:
        return None
    whence = "the sentence before" if before else "the heading"
    lent = replace(passage, lent=(replace(goals[0], span=visit),))
    return Lent(lent, f"place from {whence}: {goals[0].text}")


def _goals(text: str) -> list[Name]:
    """The places to which somebody goes, or where something is."""
    return places_of(Reading(text), None) if text else []


def _are_one(goals: Sequence[Name]) -> bool:
    return all(one.same_as(other) for one in goals for other in goals)
