"""A name in a passage where a claim has another: "won the Nevada vote" does not bear out "won the Iowa vote"."""

import re

from claims.text.evidence.names import Name, shared_names
from claims.text.evidence.reading import Reading
from claims.text.evidence.terms import terms

_WHERE = re.compile(r"\b(?:in|at|from|near|outside)\s(?:the\s)?\Z")
_NEXT = re.compile(r"(?:\s[A-Z][\w’'-]{1,20}){0,2}\s(?P<noun>[a-z]{4,20})\b")
_BEFORE = 14


def elsewhere(claim: Reading, passage: Reading) -> tuple[str, str] | None:
    """Return the name of `claim` that `passage` does not give, and which it gives in its place; None if it does not.

    Two names stand in one place before the same noun, or behind "in" or a word like it.

    >>> elsewhere(Reading("Lee won the Iowa vote"), Reading("Lee won the Nevada vote on Friday."))
    ('Iowa', 'Nevada')
    >>> elsewhere(Reading("Lee won the Iowa vote"), Reading("Lee won the vote in Iowa."))
    """
    ours = [name for name in claim.names if not _is_told(name, passage)]
    theirs = [name for name in passage.names if not _is_told(name, claim)]
    for mine in ours:
        places = _places(claim.text, mine)
        other = next((one for one in theirs if places & _places(passage.text, one)), None)
        if other:
            return mine.text, other.text
    return None


def _is_told(name: Name, reading: Reading) -> bool:
    return not set(terms(name.text)).isdisjoint(reading.terms) or bool(shared_names([name], reading.names))


def _places(text: str, name: Name) -> set[str]:
    """Where a name stands: before which noun, and whether behind a word that says where."""
    found = {"where"} if _WHERE.search(text, max(name.span.start - _BEFORE, 0), name.span.start) else set()
    following = _NEXT.match(text, name.span.end)
    return found.union(terms(following["noun"])) if following else found
