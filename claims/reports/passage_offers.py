"""Sentences of an article in which somebody may find evidence for a claim. Reads only."""

import re
from dataclasses import dataclass

from claims.models import Sentence
from claims.text.evidence.terms import stem

WORD = re.compile(r"[^\W_]{4,50}")
MOST_OFFERED = 5


@dataclass(frozen=True, slots=True)
class OfferedWords:
    """A sentence as it stands in the newest version of its article, at the offset `start`, in code points."""

    quote: str
    start: int


def likely_sentences(article, claim):
    """Return the sentences of `article` that share most words with the statement of `claim`, in text order."""
    wanted = _stems(claim.statement)
    rows = Sentence.objects.filter(version=article.newest_version()).order_by("ordinal")
    shared = {row: len(wanted & _stems(row.text)) for row in rows}
    best = sorted((row for row in shared if shared[row]), key=lambda row: (-shared[row], row.ordinal))[:MOST_OFFERED]
    return [OfferedWords(row.text, row.start) for row in sorted(best, key=lambda row: row.ordinal)]


def _stems(text):
    return {stem(word) for word in WORD.findall(text.casefold())}
