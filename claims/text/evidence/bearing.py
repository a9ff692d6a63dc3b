"""Which words of a claim a text holds: as they are, in another form, or by another word for the same event."""

from claims.text.evidence import cues
from claims.text.evidence.irregular import other_forms
from claims.text.evidence.reading import Reading
from claims.text.evidence.terms import terms

_SHORTEST_ROOT = 5


def borne(known: set[str], claim: Reading, passage: Reading) -> set[str]:
    """The claim's words that the passage holds: as they are, in another form, or by a word for the same event."""
    told = frozenset(passage.terms)
    if speaks_of_the_story(passage.text):
        told = told.union(terms(passage.around))
    events = {term for event in claim.events if event.family in passage.families for term in terms(event.word)}
    return {term for term in known if term in told or term in events or _in_another_form(term, told)}


def speaks_of_the_story(text: str) -> bool:
    """Whether it calls what stands before it false: "the video is a fake"."""
    return bool(cues.TOLD_FALSE.search(text) and cues.OF_THE_STORY.search(text))


def held_in(known: set[str], told: frozenset[str]) -> set[str]:
    """Return those of `known` that stand in `told`, as they are or in another form."""
    return {term for term in known if term in told or _in_another_form(term, told)}


def _in_another_form(term: str, told: frozenset[str]) -> bool:
    """ "Infest" and "infestation", "Israel" and "Israeli", "sink" and "sank"."""
    if not told.isdisjoint(other_forms(term)):
        return True
    if len(term) < _SHORTEST_ROOT:
        return False
    return any(len(one) >= _SHORTEST_ROOT and (one.startswith(term) or term.startswith(one)) for one in told)
