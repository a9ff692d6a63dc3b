"""Full-text search over articles, the same on SQLite (FTS5) and PostgreSQL."""

import json
import re
from dataclasses import dataclass

from django.db import connection

# Characters that no stored text holds: they mark the words found, and pages turn them into highlights.
OPENING, CLOSING = "\x02", "\x03"
WORD = re.compile(r"\w+")
MOST_WORDS = 16
# The indexes' own snippets take time by the square of the matches: from here on, an excerpt is cut without them.
LONG = 20_000


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
    rows = _rows(SNIPPETS, query, list(articles))
    return {pk: _parts(_excerpt(text, _words(query)) if len(text) > LONG else text) for pk, text in rows}


def _words(query):
    return list(dict.fromkeys(WORD.findall(query.casefold())))[:MOST_WORDS]


def _excerpt(body, words):
    """Cut out of a long `body` what stands around the first word that begins like one of `words`, marked."""
    alike = re.compile(rf"\b(?:{'|'.join(words)})\w*", re.IGNORECASE)
    found = alike.search(body)
    start = body.rfind(" ", 0, max(0, found.start() - 60)) + 1 if found else 0
    cut = body[start : start + 200].rpartition(" ")[0] or body[start : start + 200]
    return ("…" if start else "") + alike.sub(rf"{OPENING}\g<0>{CLOSING}", cut) + "…"


def _rows(statements, query, parameter):
    words = _words(query)
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
    "sqlite": f"""
        SELECT rowid, CASE WHEN length(body) > {LONG} THEN body
            ELSE snippet(claims_articlesearch, 1, char(2), char(3), '…', 28) END
        FROM claims_articlesearch WHERE claims_articlesearch MATCH %s
        AND rowid IN (SELECT value FROM json_each(%s))
    """,  # noqa: S608 - LONG is a number of ours
    "postgresql": f"""
        SELECT rowid, CASE WHEN length(body) > {LONG} THEN body
            ELSE ts_headline('english', body, query,
                'StartSel=' || chr(2) || ',StopSel=' || chr(3) || ',MaxWords=28,MinWords=12,MaxFragments=1') END
        FROM claims_articlesearch, to_tsquery('english', %s) AS query
        WHERE words @@ query AND rowid = ANY(%s)
    """,  # noqa: S608 - LONG is a number of ours
}
MATCH_OF = {
    "sqlite": lambda words: " ".join(f'"{word}"' for word in words),
    "postgresql": lambda words: " & ".join(f"'{word}'" for word in words),
}
VALUE_OF = {
    "sqlite": lambda value: json.dumps(value),
    "postgresql": lambda value: value,
}
