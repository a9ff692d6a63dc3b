"""What bears on a headline or a post: our half words, half meaning against plain bm25, by MAP of the first five."""

import math
import re
import time
from collections import Counter, defaultdict

from claims.reports.meaning import model
from claims.text.evidence.asking import words_to_ask, words_to_weigh
from claims.text.evidence.rarity import Rarity, blended, overlap
from claims.text.evidence.terms import stem, terms
from tests.benchmarks.halves import Row, halves, read

SETS = [
    ("headlines → bodies", "retrieval/bodies.jsonl.gz", "retrieval/queries_headlines.jsonl"),
    ("posts → claims", "retrieval/checkthat_docs.jsonl.gz", "retrieval/checkthat_queries.jsonl"),
]
PUBLISHED = "bm25 .60 and .91"
FIRST = 5
# As many as the product scores.
MOST_SCORED = 300
_WORD = re.compile(r"\w+")
_K1, _B = 1.5, 0.75


def rows(folder):
    """Return the rows of the table for both sets in `folder`."""
    return [row for name, documents, queries in SETS for row in _rows(name, folder / documents, folder / queries)]


def _rows(name, documents, queries):
    texts = {str(one["id"]): f"{one.get('title') or ''} {one['text']}".strip() for one in read(documents)}
    asked = [one for one in read(queries) if one["relevant"]]
    plain, ours = Plain(texts), Ours(texts)
    naive = {one["id"]: average_precision(plain.ranked(one["text"]), one["relevant"]) for one in asked}
    started = time.perf_counter()
    reached = {one["id"]: average_precision(ours.ranked(one["text"]), one["relevant"]) for one in asked}
    seconds = time.perf_counter() - started
    return [
        Row(
            f"retrieval, {name}, MAP@{FIRST}", part, len(some), mean(reached, some), mean(naive, some), PUBLISHED,
            len(asked) / seconds,
        )
        for part, some in halves(asked, "id")
    ]  # fmt: skip


def mean(figures, queries):
    return sum(figures[one["id"]] for one in queries) / len(queries)


def average_precision(ranked, relevant):
    """How early the relevant ones stand among the first five."""
    wanted, found, total = {str(one) for one in relevant}, 0, 0.0
    for place, key in enumerate(ranked[:FIRST], 1):
        if key in wanted:
            found += 1
            total += found / place
    return total / min(len(wanted), FIRST)


class Plain:
    """Okapi bm25 over whole words in small letters: no stems, no stop words."""

    def __init__(self, texts):
        self.lengths = {}
        self.places = defaultdict(list)
        for key, text in texts.items():
            counted = Counter(_WORD.findall(text.lower()))
            self.lengths[key] = counted.total()
            for word, count in counted.items():
                self.places[word].append((key, count))
        self.average = sum(self.lengths.values()) / len(texts)

    def ranked(self, query):
        scores = defaultdict(float)
        for word in _WORD.findall(query.lower()):
            found = self.places.get(word, [])
            rarity = math.log(1 + (len(self.lengths) - len(found) + 0.5) / (len(found) + 0.5))
            for key, count in found:
                damping = _K1 * (1 - _B + _B * self.lengths[key] / self.average)
                scores[key] += rarity * count * (_K1 + 1) / (count + damping)
        return sorted(scores, key=lambda key: -scores[key])[:FIRST]


class Ours:
    """As in the product: the rarest words find candidates, then words and meaning order them, half by half."""

    def __init__(self, texts):
        self.keys = list(texts)
        self.terms = {key: terms(text) for key, text in texts.items()}
        self.holding = defaultdict(list)
        for key, found in self.terms.items():
            for term in set(found):
                self.holding[term].append(key)
        average = sum(map(len, self.terms.values())) / len(texts)
        self.rarity = Rarity(len(texts), {term: len(keys) for term, keys in self.holding.items()}, average)
        vectors = model().embed(list(texts.values()), norm=True)
        self.vectors = dict(zip(self.keys, vectors, strict=True))

    def ranked(self, query):
        found = self.candidates(query)
        [vector] = model().embed([query], norm=True)
        meaning = [float(self.vectors[key] @ vector) for key in found]
        words = [overlap(terms(query), self.terms[key], self.rarity) for key in found]
        order = blended(words, meaning)
        return [found[i] for i in sorted(range(len(found)), key=lambda i: (-order[i], i))[:FIRST]]

    def candidates(self, query):
        """The documents with most of the rarest words, as PostgreSQL is asked for them."""
        counts = {word: len(self.holding.get(stem(word), [])) for word in words_to_weigh(query)}
        scores = Counter()
        for term in {stem(word) for word in words_to_ask(counts, len(self.keys))}:
            for key in self.holding[term]:
                scores[key] += self.rarity.of(term)
        return [key for key, _ in scores.most_common(MOST_SCORED)]
