"""One score for how near two texts are, the same whichever comes first, with its reasons in words."""

from collections.abc import Iterable
from dataclasses import dataclass

from claims.text.evidence.names import Name
from claims.text.evidence.rarity import Rarity, overlap
from claims.text.evidence.reading import Reading

# What each part can add; together 1.
_WORDS, _MEANING, _NAMES, _EVENT, _DAYS = 0.4, 0.3, 0.15, 0.1, 0.05
# The overlap at which words have added half of what they can: two or three rare words.
_HALF_WAY = 15.0
_MOST_NAMED = 4


@dataclass(frozen=True, slots=True)
class Score:
    """From 0 to 1, and what it rests on."""

    value: float
    reasons: tuple[str, ...]

    def __post_init__(self) -> None:
        if not 0 <= self.value <= 1:
            raise ValueError(f"no score: {self.value}")


def score_pair(a: Reading, b: Reading, rarity: Rarity, similarity: float | None = None) -> Score:
    """Return how near two texts are: rare words, meaning, names, kind of event and days, in this order of weight.

    `similarity` is the cosine of their embeddings; without it the other parts carry the score.

    >>> claim, passage = Reading("Muttaqi will visit Islamabad"), Reading("Amir Khan Muttaqi arrived in Islamabad.")
    >>> score_pair(claim, passage, Rarity(100)).reasons
    ('shared words: islamabad, muttaqi', 'both name Muttaqi, Islamabad', 'same kind of event: visit')
    """
    shared = sorted(set(a.terms) & set(b.terms), key=lambda term: (-rarity.of(term), term))
    # A heading says of the whole article what a sentence of it leaves out; half of what it says is the sentence's.
    weight = (overlap(a.terms, b.terms, rarity) + overlap(a.terms_around, b.terms_around, rarity)) / 2
    names = _both_name(a, b)
    families = sorted(a.families & b.families)
    parts = [
        (_WORDS, weight / (weight + _HALF_WAY)),
        (_NAMES, min(len(names), 2) / 2),
        (_EVENT, float(bool(families))),
        (_DAYS, _share_of_days(a, b)),
    ]
    if similarity is not None:
        parts.append((_MEANING, min(max(similarity, 0.0), 1.0)))
    value = sum(most * part for most, part in parts) / sum(most for most, _ in parts)
    return Score(round(value, 4), tuple(_reasons(shared[:_MOST_NAMED], names, families)))


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


def _reasons(words: Iterable[str], names: list[str], families: list[str]) -> Iterable[str]:
    listed = ", ".join(words)
    if listed:
        yield f"shared words: {listed}"
    if names:
        yield f"both name {', '.join(names)}"
    if families:
        yield f"same kind of event: {', '.join(families)}"
