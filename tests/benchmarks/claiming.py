"""Claims suggested: whether the forecasts among them are those that people saw, and whether no sentence lacks one."""

import time
from datetime import date

from claims.text.claiming.body import sentences_of_article
from claims.text.claiming.suggest import suggest_claims
from tests.benchmarks import forward
from tests.benchmarks.halves import Row, halves, read

SENTENCES, ARTICLES = forward.FILE, "time/timebank_aquaint.jsonl.gz"
# For speed: enough articles to tell, few enough to wait for.
MOST_ARTICLES = 60


def rows(folder):
    """Return the rows of the table for the sets in `folder`."""
    return [*forecast_rows(folder / SENTENCES), coverage_row(folder / ARTICLES)]


def forecast_rows(path):
    """Sentences in which a forecast is suggested, against those with an event after the day of publication."""
    found = []
    for part, sentences in halves(read(path), "doc"):
        started = time.perf_counter()
        ours = [_foretells(one["text"]) for one in sentences]
        seconds = time.perf_counter() - started
        naive = [forward._NAIVE.search(one["text"]) is not None for one in sentences]
        figures = forward.sentence_f1(sentences, ours), forward.sentence_f1(sentences, naive)
        speed = len(sentences) / seconds
        found.append(Row("claims: kind forecast, F1", part, len(sentences), *figures, "", speed))
    return found


def coverage_row(path):
    """The share of sentences with a suggestion; naively every sentence is one, whatever it says."""
    articles = read(path)[:MOST_ARTICLES]
    started = time.perf_counter()
    suggested = [suggest_claims(one["text"], published_on=date.fromisoformat(one["dct"][:10])) for one in articles]
    seconds = time.perf_counter() - started
    covered = [
        any(claim.span.overlaps(sentence.span) for claim in claims)
        for one, claims in zip(articles, suggested, strict=True)
        for sentence in sentences_of_article(one["text"])
    ]
    share = sum(covered) / len(covered)
    return Row("claims: sentences with one", "all", len(articles), share, 1.0, "", len(articles) / seconds)


def _foretells(sentence):
    return any(claim.kind == "forecast" for claim in suggest_claims(sentence, published_on=None))
