"""Sentences that share the rarest words of a statement: one interface over FTS5 and PostgreSQL's index."""

import json

from django.db import connection

from claims.models import Sentence
from claims.text.evidence.asking import rarity_of, too_common, words_to_ask, words_to_weigh
from claims.text.evidence.terms import stem


def search_sentences(statement, limit=500, *, also=""):
    """Return (ids of the sentences that share rare words with `statement`, best first, how rare its words are).

    `also` holds other words for those whom the statement names; what stands in both is asked for once.
    """
    words, sentences = words_to_weigh(f"{statement} {also}"), Sentence.objects.count()
    counts = dict(_rows(COUNTS, *COUNT_PARAMETERS[connection.vendor](words, too_common(sentences) + 1)))
    rarity = rarity_of(counts, sentences)
    asked = words_to_ask(counts, sentences)
    if not asked or limit < 1:
        return [], rarity
    weights = [rarity.of(stem(word)) for word in asked]
    found = _rows(MATCHES, *MATCH_PARAMETERS[connection.vendor](asked, weights, limit))
    return [pk for (pk,) in found], rarity


def _rows(statements, *parameters):
    with connection.cursor() as cursor:
        cursor.execute(statements[connection.vendor], parameters)
        return cursor.fetchall()


# Counting stops at what is too common to ask for.
COUNTS = {
    "sqlite": """
        SELECT value, (SELECT count(*) FROM (
            SELECT 1 FROM claims_sentencesearch WHERE claims_sentencesearch MATCH '"' || value || '"' LIMIT %s
        )) FROM json_each(%s)
    """,
    "postgresql": """
        SELECT word, (SELECT count(*) FROM (
            SELECT 1 FROM claims_sentencesearch WHERE words @@ plainto_tsquery('english', word) LIMIT %s
        ) AS found) FROM unnest(%s::text[]) AS word
    """,
}
COUNT_PARAMETERS = {
    "sqlite": lambda words, most: (most, json.dumps(words)),
    "postgresql": lambda words, most: (most, words),
}
MATCHES = {
    "sqlite": """
        SELECT rowid FROM claims_sentencesearch WHERE claims_sentencesearch MATCH %s
        ORDER BY bm25(claims_sentencesearch), rowid LIMIT %s
    """,
    # A sum of rarities orders better than ts_rank, and takes less than half the time.
    "postgresql": """
        SELECT rowid FROM unnest(%s::text[], %s::float8[]) AS asked (word, weight)
        JOIN claims_sentencesearch ON words @@ plainto_tsquery('english', word)
        GROUP BY rowid ORDER BY sum(weight) DESC, rowid LIMIT %s
    """,
}
MATCH_PARAMETERS = {
    "sqlite": lambda words, weights, limit: (" OR ".join(f'"{word}"' for word in words), limit),
    "postgresql": lambda words, weights, limit: (words, weights, limit),
}
