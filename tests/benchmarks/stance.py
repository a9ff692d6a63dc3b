"""What a report does to a headline: supports, refutes, context or nothing, against people's labels (FNC-1).

Labels are of whole articles. An article does to a headline what the first passage does that the product offers of it
for that headline as a statement: agree where it supports, disagree where it refutes, discuss where it is context, and
unrelated where nothing is offered. Macro-F1, never the set's weighted score. A second row is the share of right ones
among the articles that the product calls conflicting: what a person would be shown as a conflict.
"""

import re
import time
from collections import Counter

from claims.reports.meaning import vectors
from claims.text.evidence.claim import AskedClaim
from claims.text.evidence.debunking import with_debunking_openings
from claims.text.evidence.rarity import Rarity
from claims.text.evidence.reading import readings_of_article
from claims.text.evidence.score import best_first
from claims.text.evidence.stance import propose_stance
from claims.text.evidence.worth import best_of_each_first, is_worth_offering, worth
from claims.text.sentences import split_sentences
from tests.benchmarks.halves import Row, parts_read, read

PAIRS, BODIES = "stance/pairs_train.jsonl.gz", "retrieval/bodies.jsonl.gz"
LABELS = ("agree", "disagree", "discuss", "unrelated")
LABEL_OF = {"supports": "agree", "refutes": "disagree", "context": "discuss"}
PUBLISHED = "cue words .52"
BEFORE = "before it was read: read next .585 and .706 of 34, read last .570 and .476 of 21"
# As many as the product reads in full.
MOST_READ = 60
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
    for part, some in parts_read(pairs, "body"):
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
        refuted = [label == "disagree" for label in ours]
        by_words = [label == "disagree" for label in naive]
        figures = precision(gold, refuted), precision(gold, by_words)
        found.append(Row("stance, precision of refutes", part, sum(refuted), *figures, "", speed))
    return [*found, {"task": "", "note": BEFORE}]


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
    """Articles read once, whole, and asked as the product asks what it has stored."""

    def __init__(self, texts):
        self.readings = {key: _readings(text) for key, text in texts.items()}
        self.vectors = {key: vectors([one.text for one in held]) for key, held in self.readings.items() if held}
        self.held = Counter(term for held in self.readings.values() for one in held for term in set(one.terms))
        self.sentences = sum(map(len, self.readings.values()))
        self.claims = {}

    def asked(self, headline):
        """The claim that a headline makes, how rare its words are, and its meaning."""
        if headline not in self.claims:
            claim = AskedClaim.of(headline)
            counts = {term: self.held[term] for term in claim.reading.terms}
            [vector] = vectors([headline])
            self.claims[headline] = claim, Rarity(self.sentences, counts), vector
        return self.claims[headline]

    def label(self, headline, key):
        """What the first passage does that the product offers of the article."""
        claim, rarity, vector = self.asked(headline)
        asked = set(claim.reading.terms)
        places = [place for place, one in enumerate(self.readings[key]) if not asked.isdisjoint(one.terms)]
        passages = [self.readings[key][place] for place in places]
        meaning = [float(self.vectors[key][place] @ vector) for place in places]
        offered = []
        best = best_first(claim.reading, passages, rarity, meaning, MOST_READ)
        for i, score in with_debunking_openings(best, claim.reading, passages, rarity, meaning):
            proposed = propose_stance(claim, passages[i], rarity, meaning[i])
            if is_worth_offering(proposed.stance, score.value, proposed.reasons):
                offered.append((proposed.stance, score.value, proposed.reasons))
        order = best_of_each_first([worth(*one) for one in offered], [key] * len(offered))
        return LABEL_OF[offered[order[0]][0]] if order else "unrelated"


def _readings(text):
    sentences = [span.of(text) for span in split_sentences(text)]
    told = list(zip(sentences, ["", *sentences], strict=False))
    return readings_of_article("", None, told, len(text), opening=sentences)


def naive_label(headline, body):
    """Shared words, then two lists of words, as the baseline of the set does it."""
    words, told = set(_WORD.findall(headline.lower())), set(_WORD.findall(body.lower()))
    if len(words & told) < 0.25 * len(words):
        return "unrelated"
    opening = body[:400]
    if bool(_NAIVE_DENIED.search(opening)) != bool(_NAIVE_DENIED.search(headline)):
        return "disagree"
    return "discuss" if _NAIVE_HEDGED.search(f"{headline} {opening}") else "agree"
