"""What bears on a headline or a post: the product's search over sentences against bm25, by MAP of the first five.

Documents stand in the order in which a sentence of them is first offered.
"""

import math
import re
import sqlite3
import time
from collections import Counter, defaultdict

from claims.reports.meaning import vectors
from claims.text.evidence.asking import rarity_of, words_to_ask, words_to_weigh
from claims.text.evidence.opening import OPENING_SENTENCES
from claims.text.evidence.reading import BEGINNING, Reading, readings_of_article
from claims.text.evidence.score import best_first
from claims.text.sentences import split_sentences
from tests.benchmarks.halves import Row, halves, read
from tests.benchmarks.margin import margin, stories_of

SETS = [
    ("headlines → bodies", "retrieval/bodies.jsonl.gz", "retrieval/queries_headlines.jsonl"),
    ("posts → claims", "retrieval/checkthat_docs.jsonl.gz", "retrieval/checkthat_queries.jsonl"),
]
PUBLISHED = "bm25 .60 and .91"
FIRST = 5
# As many as the product scores, and reads in full.
MOST_SCORED, MOST_READ = 500, 60
_WORD = re.compile(r"\w+")
_K1, _B = 1.5, 0.75


def rows(folder):
    """Return the rows of the table for both sets in `folder`."""
    return [row for name, documents, queries in SETS for row in _rows(name, folder / documents, folder / queries)]


def _rows(name, documents, queries):
    texts = {str(one["id"]): f"{one.get('title') or ''}\n{one['text']}".strip() for one in read(documents)}
    asked = [one for one in read(queries) if one["relevant"]]
    plain, ours = Plain(texts), Ours(texts)
    naive = {one["id"]: plain.ranked(one["text"]) for one in asked}
    started = time.perf_counter()
    reached = {one["id"]: ours.ranked(one["text"]) for one in asked}
    speed = len(asked) / (time.perf_counter() - started)
    story = dict(zip((one["id"] for one in asked), stories_of([one["relevant"] for one in asked]), strict=True))
    wanted = {one["id"]: one["relevant"] for one in asked}
    task = f"retrieval, {name}, MAP@{FIRST}"
    for part, some in halves(asked, "id"):
        ids = [one["id"] for one in some]
        yield from _compared(task, part, ids, (reached, naive, wanted), story, PUBLISHED, speed)
        if len(set(story.values())) < len(asked):
            yield from _compared(
                f"{task}, by story", part, ids, (reached, naive, _of(story, wanted)), story, "", speed
            )


def _of(story, wanted):
    """Return for each query every document that any query of its story is to find.

    The set pairs a headline with a few reports of its story; the others that are found are no mistakes either.
    """
    documents = defaultdict(set)
    for key, of_query in wanted.items():
        documents[story[key]].update(of_query)
    return {key: documents[story[key]] for key in wanted}


def _compared(task, part, ids, ranked, story, published, speed):
    """Yield the row of the queries `ids` and how far its margin is from noise; `ranked` is ours, naive and wanted."""
    reached, naive, wanted = ranked
    figures = [[average_precision(of[key], wanted[key]) for key in ids] for of in (reached, naive)]
    yield Row(task, part, len(ids), *(sum(of) / len(ids) for of in figures), published, speed)
    yield {"task": "", "note": str(margin(*figures, [story[key] for key in ids]))}


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
    """As in the product: rare words find sentences, the score orders them, and the first of a document counts."""

    def __init__(self, texts):
        placed = [(key, span, span.of(text)) for key, text in texts.items() for span in split_sentences(text)]
        self.sentences = [(key, text) for key, _, text in placed]
        self.starts = [span.start for _, span, _ in placed]
        self.characters = {key: len(text) for key, text in texts.items()}
        self.openings = defaultdict(list)
        for key, text in self.sentences:
            if len(self.openings[key]) < OPENING_SENTENCES:
                self.openings[key].append(text)
        self.index = sqlite3.connect(":memory:")
        self.index.execute("CREATE VIRTUAL TABLE search USING fts5(text, tokenize = 'porter unicode61')")
        rows = ((place, text) for place, (_, text) in enumerate(self.sentences))
        self.index.executemany("INSERT INTO search (rowid, text) VALUES (?, ?)", rows)
        self.vectors = vectors([text for _, text in self.sentences])

    def ranked(self, query):
        places, rarity = self.found(query)
        [vector] = vectors([query])
        by_document = defaultdict(list)
        for place in places:
            by_document[self.sentences[place][0]].append(place)
        ordered = [place for held in by_document.values() for place in held]
        readings = [reading for key, held in by_document.items() for reading in self.readings(key, held)]
        meaning = [float(self.vectors[place] @ vector) for place in ordered]
        best = best_first(Reading(query), readings, rarity, meaning, MOST_READ)
        return list(dict.fromkeys(self.sentences[ordered[i]][0] for i, _ in best))[:FIRST]

    def found(self, query):
        """The sentences with the rarest words of the query, and how rare these are."""
        counts = {word: self.counted(word) for word in words_to_weigh(query)}
        asked = " OR ".join(f'"{word}"' for word in words_to_ask(counts, len(self.sentences)))
        by_rank = "SELECT rowid FROM search WHERE search MATCH ? ORDER BY bm25(search), rowid LIMIT ?"
        rows = self.index.execute(by_rank, (asked, MOST_SCORED)).fetchall() if asked else []
        return [place for (place,) in rows], rarity_of(counts, len(self.sentences))

    def counted(self, word):
        [(found,)] = self.index.execute("SELECT count(*) FROM search WHERE search MATCH ?", (f'"{word}"',))
        return found

    def readings(self, key, places):
        told = [(self.sentences[place][1], "") for place in places]
        return readings_of_article("", None, told, self.characters[key], opening=self.beginning(key, places))

    def beginning(self, key, places):
        """As in the product: the first two sentences, and those of the beginning that were found."""
        found = [self.sentences[place][1] for place in sorted(places) if self.starts[place] < BEGINNING]
        return [*self.openings[key], *(text for text in found if text not in self.openings[key])]
