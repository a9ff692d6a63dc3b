"""Words that say the opposite: whoever rejected a law did not pass it, however much else two texts share."""

from collections.abc import Set

from claims.text.evidence.irregular import other_forms
from claims.text.evidence.terms import terms

# What one side says, the other takes back; a pair of groups a line. Only words that are opposite of whatever is told.
_PAIRS = """
pass passes adopt adopts approve approves accept accepts ratify back | reject rejects veto vetoes refuse
positive | negative
guilty convict convicts | innocent acquit acquits acquittal cleared
dead died dies killed | alive
win wins victory | lose loses defeat
rise rises increase increases grow | fall falls drop drops decrease decreases shrink decline
marry married marries wed | divorce divorces
open opens reopen | close closes shut
arrive arrives | leave leaves depart departs
hire hires appoint appoints | sack sacks fire fires dismiss
ban bans forbid forbids outlaw outlaws | allow allows permit permits legalise legalize
"""


def _read_pairs() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for line in _PAIRS.strip().split("\n"):
        sides = [_with_all_forms(side) for side in line.split("|")]
        for mine, others in (sides, sides[::-1]):
            found |= dict.fromkeys(mine, others)
    return found


def _with_all_forms(words: str) -> frozenset[str]:
    return frozenset(form for term in terms(words) for form in (term, *other_forms(term)))


_OPPOSITES = _read_pairs()


def opposite_in(mine: Set[str], theirs: Set[str]) -> tuple[str, str] | None:
    """Return a stem of `mine` and its opposite where `theirs` has that alone, None where there is none.

    >>> opposite_in({"law", "pass"}, {"law", "reject"})
    ('pass', 'reject')
    """
    for term in sorted(mine):
        others = _OPPOSITES.get(term, frozenset())
        against = others & theirs
        if against and theirs.isdisjoint(_OPPOSITES[min(others)]):
            return term, min(against)
    return None
