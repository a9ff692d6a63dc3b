"""Which words of a statement an index is asked for: the rare ones, for the common ones cost much and find nothing."""

from collections.abc import Mapping

from claims.text.evidence.rarity import Rarity
from claims.text.evidence.terms import stem, telling_words

# Measured at a million sentences: every word takes 1.7 s, the twelve rarest 55 ms. Of a long post twenty find more
# than twelve; few claims have as many.
_MOST_ASKED, _MOST_WEIGHED = 20, 32
# A word of one text in twenty asks for too much, unless there are few texts.
_COMMON_SHARE, _FEWEST_COMMON = 20, 1_000


def words_to_weigh(statement: str) -> list[str]:
    """Return the different telling words of `statement`, 32 at most: those whose texts are to be counted.

    >>> words_to_weigh("Muttaqi will visit Islamabad, and Islamabad waits")
    ['muttaqi', 'visit', 'islamabad', 'waits']
    """
    return list(dict.fromkeys(telling_words(statement)))[:_MOST_WEIGHED]


def too_common(texts: int) -> int:
    """Return in how many of `texts` a word may stand and still be asked for."""
    return max(texts // _COMMON_SHARE, _FEWEST_COMMON)


def words_to_ask(counts: Mapping[str, int], texts: int) -> list[str]:
    """Return the twenty rarest words of `counts` (word: texts that hold it) that some text holds.

    >>> words_to_ask({"muttaqi": 2, "visit": 40, "zzz": 0}, texts=100)
    ['muttaqi', 'visit']
    """
    known = [word for word, count in counts.items() if 0 < count <= too_common(texts)]
    return sorted(known, key=lambda word: (counts[word], word))[:_MOST_ASKED]


def rarity_of(counts: Mapping[str, int], texts: int) -> Rarity:
    """Return how rare the stems of the counted words are; of words with one stem the commonest counts."""
    by_stem: dict[str, int] = {}
    for word, count in counts.items():
        by_stem[stem(word)] = max(count, by_stem.get(stem(word), 0))
    return Rarity(max(texts, 1), by_stem)
