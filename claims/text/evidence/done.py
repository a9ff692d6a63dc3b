"""Whether a passage tells as done what a claim foretells, where no known kind of event is told of."""

import re

from claims.text.evidence.cues import AHEAD_OF, NEGATED
from claims.text.evidence.events import is_not_done
from claims.text.evidence.irregular import other_forms
from claims.text.evidence.reading import Reading
from claims.text.evidence.terms import stem, terms

# What follows on "will": "be", and words of manner, stand before the verb.
_VERB = re.compile(r"\s{1,3}(?:(?:also|soon|then|only|be|have|get|\w{2,20}ly)\s{1,3}){0,3}(?P<verb>[a-z]{3,20})\b")
_WORD = re.compile(r"\b[a-z]{3,20}\b")
_BEFORE = 80


def told_as_done(claim: Reading, passage: Reading) -> str:
    """Return the word by which `passage` tells as done what `claim` foretells, nothing where that is in doubt.

    It is the claim's own verb, in a form that only tells the past: "cut" and "put" are left to a person.

    >>> claim = Reading("The central bank will raise interest rates")
    >>> told_as_done(claim, Reading("The central bank raised interest rates."))
    'raised'
    >>> told_as_done(claim, Reading("The central bank would have raised interest rates."))
    ''
    """
    verb = _foretold(claim)
    if not verb:
        return ""
    for word in _WORD.finditer(passage.text):
        before = passage.text[max(word.start() - _BEFORE, 0) : word.start()]
        if _is_past_of(word[0], verb) and not (NEGATED.search(before) or AHEAD_OF.search(before)):
            done = _is_done_by_those(claim, passage, word.start()) and not is_not_done(passage.text, word.start())
            return word[0] if done else ""
    return ""


def _is_done_by_those(claim: Reading, passage: Reading, start: int) -> bool:
    """Whether whoever is named last before the verb is one of those whom the claim names, and it names other days."""
    before = [name for name in passage.names if name.span.end <= start]
    if before and not (_is_of(claim, before[-1].text) or any(before[-1].same_as(name) for name in claim.names)):
        return False
    if passage.days and all(one.days.ends_before(claim.published_on) for one in passage.days):
        return False
    return not (claim.days and passage.days) or any(
        one.days.meets(other.days) for one in claim.days for other in passage.days
    )


def _is_of(claim: Reading, words: str) -> bool:
    """Whether words with a capital are the claim's own, as the first of a sentence may be."""
    return set(terms(words)) <= set(claim.terms)


def _foretold(claim: Reading) -> str:
    """The stem of the verb that follows on the first cue that has one."""
    cues = claim.forward.cues if claim.forward else ()
    found = (_VERB.match(claim.text, cue.end) for cue in cues)
    return next((stem(one["verb"]) for one in found if one), "")


def _is_past_of(word: str, verb: str) -> bool:
    form = stem(word)
    return (form == verb and word.endswith("ed")) or (form != verb and form in other_forms(verb))
