"""What a report does to a headline: supports, refutes, context or nothing, against people's labels (FNC-1).

Labels are of whole articles, our rules of sentences, so an article is read by its sentences nearest to the headline.
Macro-F1, never the set's weighted score. A second row is the share of right ones among the articles that the
product's own same-event rules call conflicting: what a person would be shown as a conflict.
"""

import re
import time
from collections import Counter

from claims.text.evidence import cues
from claims.text.evidence.claim import AskedClaim
from claims.text.evidence.rarity import SENTENCE_LENGTH, Rarity, overlap
from claims.text.evidence.reading import Reading
from claims.text.evidence.stance import propose_stance
from claims.text.sentences import split_sentences
from tests.benchmarks.halves import Row, halves, read

PAIRS, BODIES = "stance/pairs_train.jsonl.gz", "retrieval/bodies.jsonl.gz"
LABELS = ("agree", "disagree", "discuss", "unrelated")
PUBLISHED = "cue words .52"
# Sentences read of an article, those near to the headline, and those that open it.
MOST_READ, NEAREST, OPENING = 12, 3, 2
# How much of the headline's rare words a related article holds.
RELATED = 0.15
# Beside the product's words for hearsay: an article that only passes on what others say discusses it.
_PASSED_ON = re.compile(
    r"\b(?:reports?\s(?:that|say|claim)|said\sto|investigat\w{1,5}|according\sto|sources?\s(?:say|said|told)|may\shave"
    r"|might|could|believed|suspected|possibl[ey]|told)\b|\?",
    re.IGNORECASE,
)
_WORD = re.compile(r"[a-z]{3,}")
_NAIVE_DENIED = re.compile(
    r"\b(?:fake|fraud|hoax|false|den(?:y|ies|ied)|not|despite|nope|doubts?|bogus|debunk\w*)\b", re.IGNORECASE
)
_NAIVE_HEDGED = re.compile(
    r"\b(?:reportedly|allegedly|claim\w*|report\w*|said|says|rumou?r\w*|might|may)\b", re.IGNORECASE
)


def rows(folder):
    """Return the rows of the table for the set in `folder`."""
    bodies = {one["id"]: one["text"] for one in read(folder / BODIES)}
    found = []
    pairs = [one | {"body": str(one["body_id"])} for one in read(folder / PAIRS)]
    for part, some in halves(pairs, "body"):
        reader = Articles({one["body_id"]: bodies[one["body_id"]] for one in some})
        started = time.perf_counter()
        ours = [reader.label(one["headline"], one["body_id"]) for one in some]
        seconds = time.perf_counter() - started
        naive = [naive_label(one["headline"], bodies[one["body_id"]]) for one in some]
        gold = [one["stance"] for one in some]
        speed = len(some) / seconds
        found.append(
            Row("stance, macro-F1", part, len(some), macro_f1(gold, ours), macro_f1(gold, naive), PUBLISHED, speed)
        )
        refuted = [reader.refutes(one["headline"], one["body_id"]) for one in some]
        by_words = [label == "disagree" for label in naive]
        figures = precision(gold, refuted), precision(gold, by_words)
        found.append(Row("stance, precision of refutes", part, sum(refuted), *figures, "", speed))
    return found


def macro_f1(gold, given):
    counted = Counter(zip(gold, given, strict=True))
    scores = []
    for label in LABELS:
        both = sum(count for pair, count in counted.items() for side in pair if side == label)
        scores.append(2 * counted[label, label] / both if both else 0.0)
    return sum(scores) / len(scores)


def precision(gold, refuted):
    """The share of "disagree" among the articles that are said to refute."""
    labels = [label for label, told in zip(gold, refuted, strict=True) if told]
    return labels.count("disagree") / len(labels) if labels else None


class Articles:
    """Articles read sentence by sentence, each once."""

    def __init__(self, texts):
        self.sentences = {
            key: [span.of(text) for span in split_sentences(text)][:MOST_READ] for key, text in texts.items()
        }
        self.readings = {key: [Reading(text) for text in texts] for key, texts in self.sentences.items()}
        held = Counter(term for texts in self.readings.values() for one in texts for term in set(one.terms))
        self.texts, self.held = sum(map(len, self.readings.values())), held
        self.claims = {}

    def asked(self, headline):
        """The claim that a headline makes, and how rare its words are."""
        if headline not in self.claims:
            claim = AskedClaim.of(headline, forecast=False)
            counts = {term: self.held[term] for term in claim.reading.terms}
            self.claims[headline] = claim, Rarity(self.texts, counts)
        return self.claims[headline]

    def nearest(self, headline, key):
        """The sentences of the article nearest to the headline."""
        claim, rarity = self.asked(headline)

        def shared(one):
            return overlap(claim.reading.words, one.words, rarity, SENTENCE_LENGTH)

        return sorted(self.readings[key], key=shared, reverse=True)[:NEAREST]

    def label(self, headline, key):
        """Related by shared rare words; then denied, hedged or neither, by the product's words for it."""
        claim, rarity = self.asked(headline)
        near = self.nearest(headline, key)
        shared = {term for one in self.readings[key] for term in one.terms} & set(claim.reading.terms)
        whole = rarity.total(claim.reading.terms)
        if not whole or rarity.total(shared) < RELATED * whole:
            return "unrelated"
        plain = not cues.NO_PLAIN_CLAIM.search(headline)
        if plain and any(cues.DENIED.search(one.text) for one in near):
            return "disagree"
        opening = " ".join(self.sentences[key][:OPENING])
        words = f"{headline} {opening}"
        return "discuss" if cues.HEARSAY.search(words) or _PASSED_ON.search(words) else "agree"

    def refutes(self, headline, key):
        claim, rarity = self.asked(headline)
        return any(propose_stance(claim, one, rarity).stance == "refutes" for one in self.nearest(headline, key))


def naive_label(headline, body):
    """Shared words, then two lists of words, as the baseline of the set does it."""
    words, told = set(_WORD.findall(headline.lower())), set(_WORD.findall(body.lower()))
    if len(words & told) < 0.25 * len(words):
        return "unrelated"
    opening = body[:400]
    if bool(_NAIVE_DENIED.search(opening)) != bool(_NAIVE_DENIED.search(headline)):
        return "disagree"
    return "discuss" if _NAIVE_HEDGED.search(f"{headline} {opening}") else "agree"
