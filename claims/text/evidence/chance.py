"""Whether what a passage shares with a claim may be shared by chance.

A desk that follows one matter holds the same names and words in hundreds of articles: a third of a claim is soon
found in a sentence that tells something else. It is not by chance that two texts share most of what one of them says,
or words which few texts hold, and fewer still together.
"""

from collections.abc import Iterable, Sequence

from claims.text.evidence.bearing import borne, held_in
from claims.text.evidence.borrowing import lent_to
from claims.text.evidence.claim import AskedClaim
from claims.text.evidence.names import Name
from claims.text.evidence.occurrence import subject_of
from claims.text.evidence.rarity import Rarity
from claims.text.evidence.reading import Reading
from claims.text.evidence.same_statement import core_of
from claims.text.evidence.terms import terms

BY_CHANCE = "shares too few of the claim's words, and none that is rare, to tell of the same"
# So much of the claim, by weight. Of 132 passages that were said to speak for or against claims of a desk on one
# matter, a reader who knew nothing of the rules found 19 right; of the 43 that these leave, 17. On a public set of
# headlines on many matters, the share of right ones among what is said to support rises too.
_MOST = 0.65
# How rare the rarest shared word is, and how rare all of them are together, counted in words that no text holds: more
# where all that tells of the same event is a word for its kind.
_RAREST, TOGETHER, _OF_AN_EVENT = 0.51, 1.43, 2.14
_HALF = 0.5
# So much of what is no name, short of nearly all: whoever shares only whom it is about tells anything of them.
_DOING, _NEARLY_ALL = 0.3, 0.8


def shared_by_chance(claim: AskedClaim, passage: Reading, rarity: Rarity, *, event: bool = False) -> bool:
    """Whether `passage` may tell of something else than `claim`, for all that the two share.

    `event`: they share a kind of event, and with it the words that stand around the passage.

    >>> claim, passage = AskedClaim.of("Muttaqi will visit Islamabad"), Reading("Muttaqi met traders in Quetta.")
    >>> shared_by_chance(claim, passage, Rarity(2_000, {"muttaqi": 900, "visit": 300, "islamabad": 400}))
    True
    """
    known = {term for term in core_of(claim.reading.text).stems if rarity.knows(term)}
    shared = _held_of_event(known, claim, passage) if event else borne(known, claim.reading, passage)
    told, whole = rarity.total(shared), rarity.total(known)
    if event:
        return told < _MOST * whole and rarity.surprise(shared) < _OF_AN_EVENT
    if told < _NEARLY_ALL * whole and not _does_the_same(claim, passage, known, shared, rarity):
        return True
    rarest = max((rarity.surprise([term]) for term in shared), default=0.0)
    return told < _MOST * whole and (rarest < _RAREST or rarity.surprise(shared) < TOGETHER)


def tells_half(claim: AskedClaim, passage: Reading, rarity: Rarity) -> bool:
    """Whether `passage` tells half of `claim`, with what stands around it: who refutes its event has to say which."""
    known = {term for term in core_of(claim.reading.text).stems if rarity.knows(term)}
    return rarity.total(_held_of_event(known, claim, passage)) >= _HALF * rarity.total(known)


def _held_of_event(known: set[str], claim: AskedClaim, passage: Reading) -> set[str]:
    beside = held_in(known, frozenset(terms(passage.around)))
    return borne(known, claim.reading, passage) | beside | named_in(passage, claim.reading, known)


def named_in(passage: Reading, claim: Reading, known: set[str]) -> set[str]:
    """Return those of `known` by which `claim` names whom or what the passage names, or means, in any form.

    "Pakistan" stands for "Islamabad", and "the foreign minister" for whom his article explains to be that.
    """
    lent = lent_to(passage, claim, subject_of(claim))
    names: Sequence[Name] = lent.passage.names if lent else passage.names
    both = [one for one in claim.names if any(one.same_as(other) for other in names)]
    return known & stems_of(both).union(*(terms(one.span.of(claim.text)) for one in both))


def stems_of(names: Iterable[Name]) -> set[str]:
    """The stems of all parts of `names`."""
    return {term for name in names for term in terms(name.text)}


def _does_the_same(claim: AskedClaim, passage: Reading, known: set[str], shared: set[str], rarity: Rarity) -> bool:
    """Whether they share enough of what is no name; a heading in capitals tells no names."""
    if core_of(claim.reading.text).in_title_case:
        return True
    named = stems_of([*claim.reading.names, *passage.names])
    return rarity.total(shared - named) >= _DOING * rarity.total(known - named)
