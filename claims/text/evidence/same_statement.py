"""Whether a passage tells what a claim says, where no known kind of event tells the two apart or together.

Rare words weigh most, and names are the rarest: what is shared of them, in the passage and in what stands around it,
decides. Words that only deny a statement, or call it false, are no part of what it says.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from claims.text.evidence import cues
from claims.text.evidence.bearing import borne, held_in
from claims.text.evidence.casing import is_in_title_case
from claims.text.evidence.claim import AskedClaim
from claims.text.evidence.names import Name, shared_names
from claims.text.evidence.rarity import Rarity
from claims.text.evidence.reading import Reading
from claims.text.evidence.terms import terms

# So much of the claim's rare words must stand in the passage, and so much with what is around it.
_HERE, _AROUND = 0.25, 0.4
# Fewer words than these tell the same only where they are much of the claim.
_FEWEST_SHARED, _ALONE = 2, 0.4
# So much of what is no name.
_DOING = 0.2
# So much of them where the article opens, and so high a mean with the cosine: measured against articles on other
# stories of the same people, this tells them apart best. What tells nearly all may stand further down.
_OPENED, _OPENED_AND_NEAR = 0.2, 0.4
# A cosine from which other words are taken to tell the same.
_NEAR, _VERY_NEAR = 0.45, 0.5
# With so much of the claim, the passage tells it by whatever verb.
_MOST = 0.75
_PRONOUN = re.compile(r"\W{0,3}(?:he|she|it|they|his|her|its|their)\b", re.IGNORECASE)
_SMALL_WORD = re.compile(r"(?<![\w’'-])[a-z]{2,30}\b")
_SUM = re.compile(r"[$£€]\s?\d[\d,.]{0,15}")
_KEPT = 512


@dataclass(frozen=True, slots=True)
class Alike:
    """Which of the claim's words the passage holds, by stem, and which share they and those around have by weight."""

    stems: frozenset[str]
    here: float
    around: float


@dataclass(frozen=True, slots=True)
class Core:
    """What a statement says without words that deny it: `denies` where it says that this is not so."""

    stems: frozenset[str]
    denies: bool
    in_title_case: bool


@lru_cache(_KEPT)
def core_of(statement: str) -> Core:
    """Return what `statement` says, and whether it says that this is not so.

    >>> core_of("The arrest of Banksy is a hoax").denies, sorted(core_of("The arrest of Banksy is a hoax").stems)
    (True, ['arrest', 'banksy'])
    """
    plain = cues.CALLED_FALSE.sub(" ", statement)
    denies = plain != statement or cues.NEGATIVE.search(statement) or cues.BARE_NOT.search(statement)
    return Core(frozenset(terms(plain)), bool(denies), is_in_title_case(statement))


def same_statement(
    claim: AskedClaim, passage: Reading, rarity: Rarity, similarity: float | None = None
) -> Alike | None:
    """Return what the two share where `passage` tells what `claim` says, and nothing where that is in doubt.

    `similarity` is the cosine of their embeddings: near in meaning, other words may tell the same of whom both name.
    """
    core = core_of(claim.reading.text)
    known = {term for term in core.stems if rarity.knows(term)}
    shared = borne(known, claim.reading, passage)
    whole = rarity.total(known)
    here = rarity.total(shared) / whole if whole else 0.0
    beside = shared | held_in(known, _stems_around(passage))
    if not _is_enough(here, shared) or rarity.total(beside) < _AROUND * whole:
        return None
    opened = rarity.total(held_in(known, _stems_of_opening(passage))) / whole
    if here < _MOST and not _is_of_the_story(opened, similarity):
        return None
    if not _told_of(claim, passage, core, beside):
        return None
    if (similarity or 0.0) < _NEAR and not _does_the_same(claim, passage, core, rarity, shared):
        return None
    near = (similarity or 0.0) >= _VERY_NEAR or here >= _MOST
    if not core.in_title_case and not _acts_alike(claim.reading, passage, shared, beside) and not near:
        return None
    return Alike(frozenset(shared), here, rarity.total(beside) / whole)


def shares_enough(claim: AskedClaim, passage: Reading, rarity: Rarity) -> bool:
    """Whether `passage` and what it follows on hold so much of the claim that a word for an event can be its own."""
    known = {term for term in claim.reading.terms if rarity.knows(term)}
    shared = borne(known, claim.reading, passage) | held_in(known, frozenset(terms(passage.around)))
    here = rarity.total(shared) / (rarity.total(known) or 1.0)
    # Who names nobody may mean anybody.
    return _is_enough(here, shared) and (bool(claim.reading.names) or here >= _MOST)


def _is_enough(here: float, shared: set[str]) -> bool:
    return here >= (_HERE if len(shared) >= _FEWEST_SHARED else _ALONE)


def _is_of_the_story(opened: float, similarity: float | None) -> bool:
    near = _VERY_NEAR if similarity is None else similarity
    return opened >= _OPENED and (opened + near) / 2 >= _OPENED_AND_NEAR


def _stems_of_opening(passage: Reading) -> frozenset[str]:
    """Of the heading and the first sentences of its article; of a passage that stands alone, its own."""
    return passage.opening.stems.union(terms(passage.heading if passage.opening.sentences else passage.text))


def _told_of(claim: AskedClaim, passage: Reading, core: Core, beside: set[str]) -> bool:
    """Whether names, sums and ranks of the claim are borne by the passage or what stands around it."""
    text, families = claim.reading.text, claim.reading.families
    if families and not core.in_title_case and not families & passage.families:
        return False
    ranked = cues.RANKED.search(text)
    if ranked and ranked[0].casefold() not in f"{passage.text} {passage.setting}".casefold():
        return False
    if any(not beside.issuperset(terms(found[0])) for found in _SUM.finditer(text)):
        return False
    return names_are_told(claim, passage, beside)


def names_are_told(claim: AskedClaim, passage: Reading, beside: set[str]) -> bool:
    """Whether all whom the claim names are named in or around the passage; a heading in capitals names nobody."""
    if core_of(claim.reading.text).in_title_case:
        return True
    names = [name for name in claim.reading.names if name.place or name.span.start > 0 or len(name.text.split()) > 1]
    return not _missing(names, passage, beside)


def _is_named(subject: Name, passage: Reading) -> bool:
    """Whether the passage names whom the claim is about, or begins with "he" after a sentence that does."""
    last = terms(subject.text)[-1:]
    told = passage.text if not _PRONOUN.match(passage.text) else f"{passage.text} {passage.around}"
    named = passage.names if told is passage.text else passage.names_around
    return bool(set(last).intersection(terms(told)) or shared_names([subject], named))


def _does_the_same(claim: AskedClaim, passage: Reading, core: Core, rarity: Rarity, shared: set[str]) -> bool:
    """Whether they share more than names: what is said of those whom they name."""
    names = passage.names if core.in_title_case else [*passage.names, *claim.reading.names]
    named = {term for name in names for term in terms(name.text)}
    telling = {term for term in core.stems if rarity.knows(term)} - named
    return 0.0 < rarity.total(shared - named) >= _DOING * rarity.total(telling)


def _acts_alike(claim: Reading, passage: Reading, shared: set[str], told: set[str]) -> bool:
    """Whether what the subject of the claim does is `told`, in the passage itself where that does not name it."""
    if not claim.names:
        return True
    done = _does(claim, claim.names[0])
    return not done or done in (told if _is_named(claim.names[0], passage) else shared)


def _does(claim: Reading, subject: Name) -> str:
    """The stem of what the subject is said to do: the first telling word after its name."""
    stems = core_of(claim.text).stems
    following = _SMALL_WORD.findall(claim.text[subject.span.end :])
    return next((term for word in following if not word.endswith("ly") for term in terms(word) if term in stems), "")


def _missing(names: list[Name], passage: Reading, beside: set[str]) -> bool:
    """Whether somebody named is named nowhere: neither in one of the forms of the name nor by its last part."""
    unnamed = [name for name in names if not beside.intersection(terms(name.text)[-1:])]
    if not unnamed:
        return False
    given = [*passage.names_around, *passage.opening.names]
    return any(not shared_names([name], given) for name in unnamed)


def _stems_around(passage: Reading) -> frozenset[str]:
    held = passage.article.counts.keys() if passage.article else terms(passage.around)
    return passage.opening.stems.union(held)
