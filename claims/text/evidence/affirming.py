"""Whether an article affirms what one of its sentences tells: how it opens, and how much of it is hearsay."""

from claims.text.evidence.bearing import held_in
from claims.text.evidence.denying import denials_in
from claims.text.evidence.hearsay import uncited_hearsay_in
from claims.text.evidence.reading import Reading
from claims.text.evidence.terms import terms

NOT_AFFIRMED = "told by others, not affirmed"


def not_affirmed_by_article(passage: Reading, stems: frozenset[str]) -> str:
    """Return why the article of `passage` does not affirm what it tells of a claim with these `stems`, or nothing."""
    opening = passage.opening
    for one in denials_in(opening.text):
        if one.standing != "past" and (not one.of or held_in(set(stems), frozenset(terms(one.of.of(opening.text))))):
            return f"{NOT_AFFIRMED}: the article opens with “{one.words}”"
    if not stems.isdisjoint(opening.stems):
        found = uncited_hearsay_in(opening.text)
        if found:
            return f"{NOT_AFFIRMED}: the article opens with “{found}”"
        if any(one.rstrip('”’" ').endswith("?") for one in opening.sentences):
            return f"{NOT_AFFIRMED}: the article opens with a question"
    return f"{NOT_AFFIRMED}: much of the article is hearsay" if passage.told.is_much_hearsay else ""
