"""Sentences that look ahead, against what people said of every event in them: TimeBank-Dense."""

import re
import time

from claims.text.forward import forward_looking
from tests.benchmarks.halves import Row, f1, halves, read

FILE = "forward/tbdense_train.jsonl"
PUBLISHED = "30 cues .55"
_BEFORE_TO = (
    "expected|likely|due|scheduled|planned|set|poised|slated|plans?|hopes?|intends?|wants?|vowed|promised|pledged|agreed"
    "|decided|ready|prepared"
)
_NAIVE = re.compile(
    r"\b(?:will|won['’]t|would|shall|may|might|could|going to|about to|(?:is|are|was|were|be) to|tomorrow"
    rf"|(?:{_BEFORE_TO}) to|next (?:week|month|year))\b",
    re.IGNORECASE,
)


def rows(folder):
    """Return the rows of the table for the set in `folder`."""
    found = []
    for part, sentences in halves(read(folder / FILE), "doc"):
        started = time.perf_counter()
        ours = [forward_looking(one["text"]) is not None for one in sentences]
        seconds = time.perf_counter() - started
        naive = [_NAIVE.search(one["text"]) is not None for one in sentences]
        figures = sentence_f1(sentences, ours), sentence_f1(sentences, naive)
        found.append(Row("forward-looking, F1", part, len(sentences), *figures, PUBLISHED, len(sentences) / seconds))
    return found


def sentence_f1(sentences, predicted):
    """F1 of the sentences with an event after the day of publication."""
    wanted = [bool(one["label"]) for one in sentences]
    right = sum(one and other for one, other in zip(wanted, predicted, strict=True))
    return f1(right, sum(predicted), sum(wanted))
