"""Somebody who belongs to whom a claim names: the driver of a hostage is not the hostage."""

import re

from claims.text.evidence.reading import Reading
from claims.text.evidence.terms import terms

_THEIRS = (
    r"(?:wife|husband|widow|son|daughter|brother|sister|father|mother|parents?|cousin|uncle|aunt|nephew|niece|relatives?|"
    r"family|friends?|driver|bodyguards?|aides?|deputy|assistant)"
)
_OF_THEM = re.compile(rf"\b({_THEIRS})\s{{1,3}}(?:of|to)\s{{1,3}}(?:[a-z]{{2,20}}\s{{1,3}}){{0,3}}\Z")
_OWN = re.compile(rf"[’']s?\s{{1,3}}(?:[a-z]{{2,20}}\s{{1,3}})?({_THEIRS})\b")


def other_of_theirs(passage: Reading, claim: Reading) -> str:
    """Return who belongs to somebody of `claim` and stands for him in `passage`, if the claim names no such person.

    >>> other_of_theirs(Reading("The driver of Nora Weiss was killed."), Reading("Nora Weiss was killed"))
    'driver of Nora Weiss'
    """
    for name in passage.names:
        if name.place or not any(name.same_as(one) for one in claim.names):
            continue
        text = passage.text
        found = _OF_THEM.search(text, max(name.span.start - 60, 0), name.span.start) or _OWN.match(
            text, name.span.end
        )
        if found and not set(terms(found[1])) & set(claim.terms):
            return f"{found[1]} of {name.text}"
    return ""
