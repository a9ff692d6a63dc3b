"""How much it says that two texts share a word: a rare word says much, a common one little."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field
from functools import lru_cache

# Measured on public sets of headlines and bodies, posts and claims: best order with one constant for both.
_POWER = 1.25
_SATURATION, _FLAT = 1.2, 0.25
# Telling words of a sentence, and of an article. How an article opens is short by nature, and hardly dampened.
SENTENCE_LENGTH, ARTICLE_LENGTH, LEAD_LENGTH = 14.0, 200.0, 250.0
# A claim's words have few counts, and a pair of texts asks for each several times.
_MOST_KEPT = 4_096


@dataclass(frozen=True, slots=True)
class Words:
    """Stems of a text, how often each stands there, and how many it has in all: more than are counted, perhaps."""

    counts: Mapping[str, int]
    length: int

    @classmethod
    def of(cls, terms: Iterable[str], length: int = 0) -> "Words":
        """Return the words of `terms`; `length` says where the whole text is longer than these."""
        counts = Counter(terms)
        return cls(counts, max(length, counts.total()))


@dataclass(frozen=True, slots=True)
class Rarity:
    """How many texts there are, and in how many of them each term stands."""

    texts: int
    counts: Mapping[str, int] = field(default_factory=dict)

    def of(self, term: str) -> float:
        """How rare a term is: what is in no text is rarest.

        >>> rarity = Rarity(100, {"kabul": 50, "muttaqi": 2})
        >>> rarity.of("muttaqi") > rarity.of("kabul")
        True
        """
        return _rarity(min(self.counts.get(term, 0), self.texts), self.texts)

    def knows(self, term: str) -> bool:
        """Whether the term was counted; where nothing was, all terms are taken for known."""
        return not self.counts or term in self.counts

    def weight(self, term: str) -> float:
        """What a shared term adds, at most."""
        return _weight(min(self.counts.get(term, 0), self.texts), self.texts)

    def total(self, terms: Iterable[str]) -> float:
        """What all different terms add, at most."""
        return sum(self.weight(term) for term in sorted(set(terms)))

    def surprise(self, terms: Iterable[str]) -> float:
        """How unlikely it is that two texts share all of `terms` by chance, counted in words that no text holds.

        >>> round(Rarity(100, {"kabul": 50}).surprise(["kabul", "muttaqi"]), 2)
        1.13
        """
        return sum(self.of(term) for term in sorted(set(terms))) / _rarity(0, self.texts)


@lru_cache(_MOST_KEPT)
def _rarity(count: int, texts: int) -> float:
    return math.log(1 + (texts - count + 0.5) / (count + 0.5))


@lru_cache(_MOST_KEPT)
def _weight(count: int, texts: int) -> float:
    return math.pow(_rarity(count, texts), _POWER)


def overlap(a: Words, b: Words, rarity: Rarity, usual_length: float) -> float:
    """Return which share of the weightier text's known words both have: 0 to 1, the same whichever is named first.

    As in bm25, a word counts for more where it is repeated, and for less where the two are longer than
    `usual_length`: their lengths are added up, so that neither need be known for the one that asks. Where `rarity`
    counts a claim's words only, it is those of the claim that are to be shared.

    >>> rarity = Rarity(100, {"kabul": 50, "muttaqi": 2})
    >>> claim = Words.of(["muttaqi", "kabul"])
    >>> near, far = (Words.of([word, "talk", "trade"]) for word in ("muttaqi", "kabul"))
    >>> overlap(claim, near, rarity, 14) > overlap(claim, far, rarity, 14)
    True
    """
    dampening = _SATURATION * (_FLAT + (1 - _FLAT) * (a.length + b.length) / usual_length)
    shared = sorted(a.counts.keys() & b.counts.keys())
    counts = [max(a.counts[term], b.counts[term]) for term in shared]
    weight = sum(
        rarity.weight(term) * count / (count + dampening) for term, count in zip(shared, counts, strict=True)
    )
    whole = max(rarity.total(filter(rarity.knows, one.counts)) for one in (a, b))
    return min(weight / whole, 1.0) if whole else 0.0


def share_held(a: Set[str], b: Set[str], rarity: Rarity) -> float:
    """Return which share of the weightier text's known words both have, however often and however long they are.

    >>> rarity = Rarity(100, {"kabul": 50, "muttaqi": 2})
    >>> share_held({"muttaqi", "kabul"}, {"kabul", "muttaqi", "talk"}, rarity)
    1.0
    """
    known = [one & rarity.counts.keys() if rarity.counts else one for one in (a, b)]
    whole = max(map(rarity.total, known))
    return min(rarity.total(a & b) / whole, 1.0) if whole else 0.0
