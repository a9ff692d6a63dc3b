"""One score for how near two texts are, the same whichever comes first, with its reasons in words."""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from claims.text.evidence.names import Name
from claims.text.evidence.rarity import (
    ARTICLE_LENGTH,
    LEAD_LENGTH,
    SENTENCE_LENGTH,
    Rarity,
    Words,
    overlap,
    share_held,
)
from claims.text.evidence.reading import Reading
from claims.text.evidence.terms import as_written, terms

# What each part can add; together 1. Measured: a claim's words in the whole article tell most, on headlines and
# posts alike, then those in its heading and first sentences, and how many of them it has named by the end of its
# beginning, for an article begins with what it is about; names that count for more than this make the order worse.
_ARTICLE, _LEAD, _BEGINNING, _WORDS, _MEANING = 0.42, 0.17, 0.13, 0.09, 0.12
_NAMES, _EVENT, _DAYS = 0.035, 0.02, 0.015
_MOST_LEADS_KEPT = 1_024
_MOST_NAMED = 4
_MOST_OF_AN_ARTICLE = 8


@dataclass(frozen=True, slots=True)
class Score:
    """From 0 to 1, and what it rests on."""

    value: float
    reasons: tuple[str, ...]

    def __post_init__(self) -> None:
        if not 0 <= self.value <= 1:
            raise ValueError(f"no score: {self.value}")


def score_pair(a: Reading, b: Reading, rarity: Rarity, similarity: float | None = None) -> Score:
    """Return how near two texts are: rare words, of what stands around too, meaning, names, kind of event and days.

    `similarity` is the cosine of their embeddings; without it the other parts carry the score.

    >>> claim, passage = Reading("Muttaqi will visit Islamabad"), Reading("Amir Khan Muttaqi arrived in Islamabad.")
    >>> score_pair(claim, passage, Rarity(100)).reasons
    ('shared words: islamabad, muttaqi', 'both name Muttaqi, Islamabad', 'same kind of event: visit')
    """
    names, families = _both_name(a, b), sorted(a.families & b.families)
    rest = _NAMES * min(len(names), 2) / 2 + _EVENT * bool(families) + _DAYS * _share_of_days(a, b)
    most = 1 - (_MEANING if similarity is None else 0)
    value = (quick_score(a, b, rarity, similarity) + rest) / most
    return Score(round(min(value, 1.0), 4), tuple(_reasons(a, b, rarity, names, families)))


def quick_score(a: Reading, b: Reading, rarity: Rarity, similarity: float | None = None) -> float:
    """Return what words and meaning alone add to the score: enough to choose what is read in full."""
    return _of_articles(a, b, rarity) + _of_sentences(a, b, rarity, similarity)


def _of_articles(a: Reading, b: Reading, rarity: Rarity) -> float:
    return (
        _ARTICLE * overlap(a.words_around, b.words_around, rarity, ARTICLE_LENGTH)
        + _LEAD * overlap(_lead(a), _lead(b), rarity, LEAD_LENGTH)
        + _BEGINNING * share_held(_beginning(a), _beginning(b), rarity)
    )


def _of_sentences(a: Reading, b: Reading, rarity: Rarity, similarity: float | None) -> float:
    return _WORDS * overlap(a.words, b.words, rarity, SENTENCE_LENGTH) + _MEANING * min(
        max(similarity or 0.0, 0.0), 1.0
    )


def _lead(reading: Reading) -> Words:
    """The words of the heading and of the first sentences of its article; of a text that stands alone, its own."""
    if not reading.opening.sentences:
        return reading.words
    return _lead_words(reading.heading, reading.opening.stems)


def _beginning(reading: Reading) -> Set[str]:
    """The stems with which its article begins; of a text that stands alone, its own."""
    return reading.begins or reading.words.counts.keys()


@lru_cache(_MOST_LEADS_KEPT)
def _lead_words(heading: str, opening: frozenset[str]) -> Words:
    return Words.of(sorted(opening.union(terms(heading))))


def best_first(
    claim: Reading, passages: Sequence[Reading], rarity: Rarity, similarities: Sequence[float], most: int
) -> list[tuple[int, Score]]:
    """Return which of `passages` score best, by their places in the list: `most` of them, read in full.

    Of one article, whose readings share its words, eight are read at most. Equal ones stand as they were given.
    """
    of_articles = _scores_of_articles(claim, passages, rarity)
    quick = [
        of_article + _of_sentences(claim, one, rarity, near)
        for of_article, one, near in zip(of_articles, passages, similarities, strict=True)
    ]
    ordered = sorted(range(len(passages)), key=lambda i: -quick[i])
    articles = [id(one.article) if one.article else -i for i, one in enumerate(passages, 1)]
    chosen = at_most(_MOST_OF_AN_ARTICLE, ordered, articles)[:most]
    scored = [(i, score_pair(claim, passages[i], rarity, similarities[i])) for i in chosen]
    return sorted(scored, key=lambda one: (-one[1].value, one[0]))


def _scores_of_articles(claim: Reading, passages: Sequence[Reading], rarity: Rarity) -> list[float]:
    """What its article adds to each passage, reckoned once where some are of one article and know how it opens."""
    keys = [id(one.article if one.article and one.opening.sentences else one) for one in passages]
    firsts = dict(zip(reversed(keys), reversed(passages), strict=True))
    found = {key: _of_articles(claim, one, rarity) for key, one in firsts.items()}
    return [found[key] for key in keys]


def at_most(number: int, ordered: Sequence[int], groups: Sequence[Hashable]) -> list[int]:
    """Return the first `number` places of each group, in the order of `ordered`.

    >>> at_most(1, [2, 0, 1], ["a", "b", "a"])
    [2, 1]
    """
    counted: Counter[Hashable] = Counter()
    kept = []
    for place in ordered:
        counted[groups[place]] += 1
        if counted[groups[place]] <= number:
            kept.append(place)
    return kept


def _both_name(a: Reading, b: Reading) -> list[str]:
    """Names in the shorter form of the two, people before places: in one order for both directions."""
    paired = {name for one in a.names for other in b.names if one.same_as(other) for name in (one, other)}
    kept: list[Name] = []
    for name in sorted(paired, key=lambda name: (len(name.text), name.text, name.span)):
        if not any(name.same_as(one) for one in kept):
            kept.append(name)
    return [name.text for name in sorted(kept, key=lambda name: (name.place is not None, name.text))]


def _share_of_days(a: Reading, b: Reading) -> float:
    """1 where they name days in common, 0 where they name other days, half where one names none."""
    if not a.days or not b.days:
        return 0.5
    return float(any(one.days.meets(other.days) for one in a.days for other in b.days))


def _reasons(a: Reading, b: Reading, rarity: Rarity, names: list[str], families: list[str]) -> Iterable[str]:
    here = a.words.counts.keys() & b.words.counts.keys()
    beside = (a.words_around.counts.keys() & b.words_around.counts.keys()) - here
    if here:
        yield f"shared words: {_rarest(here, rarity, a, b)}"
    if beside:
        yield f"shared elsewhere in the article: {_rarest(beside, rarity, a, b)}"
    if names:
        yield f"both name {', '.join(names)}"
    for reading in (a, b):
        yield from (f"“{one.span.of(reading.text)}” means {one.text}" for one in reading.meant)
    if families:
        yield f"same kind of event: {', '.join(families)}"


def _rarest(shared: Iterable[str], rarity: Rarity, a: Reading, b: Reading) -> str:
    rarest = sorted(shared, key=lambda term: (-rarity.of(term), term))[:_MOST_NAMED]
    return ", ".join(as_written(rarest, a.text, b.text))
