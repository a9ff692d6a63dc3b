"""Visits that a text foretells, so that "his trip was on the cards" can be said in full."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claims.text.attribution.name_lists import COUNTRIES
from claims.text.attribution.names import capitalised_names, same_person
from claims.text.attribution.speaker_kinds import person_in
from claims.text.forward import forward_looking
from claims.text.known_names import is_city
from claims.text.sentences import LONGEST

_GOING = r"(?:visit|travel\sto|fly\sto|go\sto|come\sto|arrive\sin|(?:visit|trip)\sto)"
_PLACE = r"(?P<place>(?:the\s)?[A-Z][\w’'-]{1,25}(?:\s[A-Z][\w’'-]{1,25}){0,2})"
_TO_PLACE = re.compile(rf"\b{_GOING}\s{_PLACE}")
_WHOSE = r"(?P<who>[A-Z][\w’'-]{0,25}(?:\s[A-Z][\w’'-]{0,25}){0,3}|[Tt]he|[Hh]is|[Hh]er|[Tt]his|[Ss]uch\sa)"
_FORETOLD = re.compile(
    rf"\A(?:that\s)?{_WHOSE}(?:[’']s)?\s(?:(?:upcoming|planned|proposed|possible|first)\s)?(?:visit|trip)"
    rf"(?:\sto\s{_PLACE})?\s(?:is|was|will\sbe|would\sbe)\s"
    r"(?:(?:also|now)\s)?(?:on\sthe\scards|in\sthe\soffing|on\sthe\shorizon|imminent|in\sthe\sworks|expected|planned"
    r"|scheduled|likely|due)\b"
)
_MOST = 40


@dataclass(frozen=True, slots=True)
class Visit:
    """Who is said to go where."""

    person: str
    place: str


def visits_in(clauses: Sequence[str]) -> list[Visit]:
    """Return the visits that `clauses` say are to come, where both person and place are named.

    >>> visits_in(["Amir Khan Muttaqi, the minister, is likely to visit Islamabad"])
    [Visit(person='Amir Khan Muttaqi', place='Islamabad')]
    """
    found = (_visit(words[:LONGEST]) for words in clauses)
    return [visit for visit in found if visit][:_MOST]


def statement_of_visit(words: str, visits: Sequence[Visit]) -> str | None:
    """Return "Muttaqi will visit Islamabad" for "Muttaqi's visit was on the cards"; None for anything else.

    Whose visit it is, and where, may stand elsewhere in the text, if all visits that are foretold there agree.

    >>> statement_of_visit("the trip was on the cards", [Visit("Amir Khan Muttaqi", "Islamabad")])
    'Amir Khan Muttaqi will visit Islamabad'
    >>> statement_of_visit("the trip was on the cards", [])
    """
    found = _FORETOLD.match(words)
    if not found:
        return None
    who = found["who"].removesuffix("’s").removesuffix("'s")
    named = bool(capitalised_names(who)) and who.casefold() not in ("the", "his", "her", "this", "such a")
    known = [visit for visit in visits if not named or same_person(who, visit.person)]
    place = found["place"] or _only([visit.place for visit in known])
    if not named and not _one_person(known):
        return None
    person = who if named else known[0].person
    return f"{person} will visit {place}" if place else None


def _visit(words: str) -> Visit | None:
    going = _TO_PLACE.search(words)
    if not going or not _is_place(going["place"]) or forward_looking(words) is None:
        return None
    # The subject stands first; what follows a relative pronoun is of somebody else.
    person = person_in(words[: going.start()])
    return Visit(person, going["place"]) if person else None


def _is_place(name: str) -> bool:
    return is_city(name) or name.casefold().removeprefix("the ") in COUNTRIES


def _only(places: Sequence[str]) -> str | None:
    """The place that all name."""
    return places[0] if places and len(set(places)) == 1 else None


def _one_person(visits: Sequence[Visit]) -> bool:
    return bool(visits) and all(same_person(visits[0].person, visit.person) for visit in visits)
