"""Whether an article affirms what one of its sentences tells: how it opens, and how much of it is hearsay."""

from claims.text.evidence.bearing import held_in
from claims.text.evidence.calling_false import called_false, says_so_again
from claims.text.evidence.denying import denials_in
from claims.text.evidence.hearsay import uncited_hearsay_in
from claims.text.evidence.reading import Reading
from claims.text.evidence.terms import terms

NOT_AFFIRMED = "told by others, not affirmed"


def opening_calls_false(passage: Reading, stems: frozenset[str]) -> bool:
    """Whether the article of `passage` opens by calling a story false that has words with these `stems`."""
    opening = passage.opening
    return bool(stems & opening.stems) and any(called_false(one) for one in opening.sentences)


def denied_by_opening(passage: Reading, stems: frozenset[str], fewest: int = 1) -> str:
    """Return why the article of `passage` opens against a claim with these `stems`, or nothing: somebody denies it.

    What is denied must hold so many of them, at the `fewest`, where it is said.
    """
    opening = passage.opening
    for one in denials_in(opening.text):
        denied = held_in(set(stems), frozenset(terms(one.of.of(opening.text)))) if one.of else stems
        if one.standing != "past" and len(denied) >= fewest:
            return f"{NOT_AFFIRMED}: the article opens with “{one.words}”"
    return ""


def not_affirmed_by_article(passage: Reading, stems: frozenset[str]) -> str:
    """Return why the article of `passage` does not affirm what it tells of a claim with these `stems`, or nothing."""
    opening = passage.opening
    denied = denied_by_opening(passage, stems)
    if denied:
        return denied
    if not stems.isdisjoint(opening.stems):
        found = uncited_hearsay_in(opening.text)
        if found:
            return f"{NOT_AFFIRMED}: the article opens with “{found}”"
        if any(one.rstrip('”’" ').endswith("?") for one in opening.sentences):
            return f"{NOT_AFFIRMED}: the article opens with a question"
    if opening_calls_false(passage, stems):
        return f"{NOT_AFFIRMED}: the article opens by calling it false"
    if says_so_again(passage.told.sentences):
        return f"{NOT_AFFIRMED}: the article calls a story false more than once"
    return f"{NOT_AFFIRMED}: much of the article is hearsay" if passage.told.is_much_hearsay else ""
