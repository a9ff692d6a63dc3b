"""Full-text search over articles, the same on SQLite (FTS5) and PostgreSQL."""

import json
import re
from dataclasses import dataclass

from django.db import connection

# Characters that no stored text holds: they mark the words found, and pages turn them into highlights.
OPENING, CLOSING = "\x02", "\x03"
WORD = re.compile(r"\w+")
MOST_WORDS = 16


@dataclass(frozen=True, slots=True)
class Hit:
    """An article found: `snippet` is a run of (words, is it a match)."""

    article: int
    snippet: tuple[tuple[str, bool], ...]


def search_articles(query, limit=200):
    """Return the articles that hold every word of `query`, the best first; nothing when it has no word.

    Whatever people type is taken as plain words: operators and quotes of the index's language mean nothing.
    """
    found = matching_articles(query, limit)
    snippets = snippets_of(query, found)
    return [Hit(pk, snippets[pk]) for pk in found]


def matching_articles(query, limit):
    """Return the ids of the articles that `search_articles` finds; quicker, for it cuts no snippets."""
    return [pk for (pk,) in _rows(MATCHES, query, limit)]


def snippets_of(query, articles):
    """Return {article id: snippet} for those of the ids `articles` that hold every word of `query`."""
    return {pk: _parts(marked) for pk, marked in _rows(SNIPPETS, query, list(articles))}


def _rows(statements, query, parameter):
    words = list(dict.fromkeys(WORD.findall(query.casefold())))[:MOST_WORDS]
    if not words or not parameter:
        return []
    matched, value = MATCH_OF[connection.vendor](words), VALUE_OF[connection.vendor](parameter)
    with connection.cursor() as cursor:
        cursor.execute(statements[connection.vendor], [matched, value])
        return cursor.fetchall()


def _parts(marked):
    pieces = re.split(f"({OPENING}[^{CLOSING}]*{CLOSING})", marked)
    return tuple((piece.strip(OPENING + CLOSING), piece.startswith(OPENING)) for piece in pieces if piece)


MATCHES = {
    "sqlite": """
        SELECT rowid FROM claims_articlesearch WHERE claims_articlesearch MATCH %s
        ORDER BY bm25(claims_articlesearch, 4.0, 1.0), rowid LIMIT %s
    """,
    "postgresql": """
        SELECT rowid FROM claims_articlesearch, to_tsquery('english', %s) AS query WHERE words @@ query
        ORDER BY ts_rank(words, query) DESC, rowid LIMIT %s
    """,
}
SNIPPETS = {
    "sqlite": """
        SELECT rowid, snippet(claims_articlesearch, 1, char(2), char(3), '…', 28)
        FROM claims_articlesearch WHERE claims_articlesearch MATCH %s
        AND rowid IN (SELECT value FROM json_each(%s))
    """,
    "postgresql": """
        SELECT rowid, ts_headline('english', body, query,
            'StartSel=' || chr(2) || ',StopSel=' || chr(3) || ',MaxWords=28,MinWords=12,MaxFragments=1')
        FROM claims_articlesearch, to_tsquery('english', %s) AS query
        WHERE words @@ query AND rowid = ANY(%s)
    """,
}
MATCH_OF = {
    "sqlite": lambda words: " ".join(f'"{word}"' for word in words),
    "postgresql": lambda words: " & ".join(f"'{word}'" for word in words),
}
VALUE_OF = {
    "sqlite": lambda value: json.dumps(value),
    "postgresql": lambda value: value,
}
