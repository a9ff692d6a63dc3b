"""The statements for `quick_search`: one interface over SQLite and PostgreSQL. Words are letters and digits alone."""

from django.db import connection

from claims.vocabulary import PUT_ASIDE

# Under so many letters a beginning is that of every other word; more must be left of a word that is cut.
SHORTEST = 3
# The indexes hold stems, and a word that is being typed may be longer than its stem by the beginning of an ending.
ENDINGS = """
    abilities ability able ably ally ances ational ations ed ences ers es fully ibilities ibility ible ically ies ied
    ings ions isation ised ises ising isms ists ities ively ization ized izes izing lessly ly ments nesses ors ously y
""".split()
BEGUN = {ending[:length] for ending in ENDINGS for length in range(1, len(ending) + 1)}
# So many sentences are followed to their passages.
MOST_SENTENCES = 1_000


def statements_holding(words, limit):
    """Return (number, statement) of the newest claims, but those put aside, that hold all `words`, in any case."""
    if not words:
        return []
    condition, patterns = _holding("statement", words)
    sql = STATEMENTS.format(condition=condition, put_aside=", ".join(["%s"] * len(PUT_ASIDE)))
    return _rows(sql, *patterns, *PUT_ASIDE, limit)


def titles_holding(words, limit, *, outlet=None):
    """Return the ids of the newest articles, those of `outlet` alone, with words in their title that begin alike."""
    if not words:
        return []
    condition, matched = TITLE_HOLDING[connection.vendor](words)
    return [pk for (pk,) in _rows(TITLES.format(condition=condition), *matched, outlet, outlet, limit)]


def texts_holding(words, limit):
    """Return the ids of articles with words in their title or text that begin alike, the newest of them first."""
    if not words:
        return []
    vendor = connection.vendor
    return sorted((pk for (pk,) in _rows(TEXTS[vendor], WORDS_HOLDING[vendor](words), limit)), reverse=True)


def passages_holding(words, limit):
    """Return the ids of the newest passages that stand in sentences with words that begin alike."""
    if not words:
        return []
    matched = WORDS_HOLDING[connection.vendor](words)
    statement = PASSAGES.format(sentences=SENTENCES[connection.vendor])
    return [pk for (pk,) in _rows(statement, matched, MOST_SENTENCES, limit)]


def _rows(statement, *parameters):
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return cursor.fetchall()


def _holding(column, words):
    """Return the condition that `column` holds all `words`, and its parameters."""
    holds = HOLDS[connection.vendor].format(column=column)
    # The longest word is the rarest, as a rule: where it is not, the others need no look.
    spelled = [_spellings(word) for word in sorted(words, key=len, reverse=True)]
    condition = " AND ".join(f"({' OR '.join([holds] * len(spellings))})" for spellings in spelled)
    return condition, [f"%{spelling}%" for spellings in spelled for spelling in spellings]


def _spellings(word):
    """Comparisons know the two cases of ASCII letters only."""
    return [word] if word.isascii() else [word, word.capitalize(), word.upper()]


def _beginning(word):
    """Return `word` without what may be an ending, whole or begun."""
    cuts = (word[:end] for end in range(SHORTEST + 1, len(word)) if word[end:] in BEGUN)
    return next(cuts, word)


def _fts5(words):
    either = ('("{0}" OR "{1}"*)' if len(word) >= SHORTEST else '"{0}"' for word in words)
    return " AND ".join(one.format(word, _beginning(word)) for one, word in zip(either, words, strict=True))


def _tsquery(words):
    either = ("('{0}' | '{1}':*)" if len(word) >= SHORTEST else "'{0}'" for word in words)
    return " & ".join(one.format(word, _beginning(word)) for one, word in zip(either, words, strict=True))


# In the language of the database, PostgreSQL takes two to three times as long.
HOLDS = {"sqlite": "{column} LIKE %s", "postgresql": '{column} COLLATE "C" ILIKE %s'}
STATEMENTS = """
    SELECT number, statement FROM claims_claim WHERE {condition} AND state NOT IN ({put_aside})
    ORDER BY number DESC LIMIT %s
"""
# PostgreSQL's index does not know which words are of the title: to look into all that it finds would take longer.
TITLE_HOLDING = {
    "sqlite": lambda words: (
        "id IN (SELECT rowid FROM claims_articlesearch WHERE claims_articlesearch MATCH %s)",
        [f"{{title}} : ({_fts5(words)})"],
    ),
    "postgresql": lambda words: _holding("title", [_beginning(word) for word in words]),
}
TITLES = """
    SELECT id FROM claims_article WHERE {condition} AND (CAST(%s AS bigint) IS NULL OR outlet_id = %s)
    ORDER BY id DESC LIMIT %s
"""
# PostgreSQL would sort all that it finds before it can tell the newest.
TEXTS = {
    "sqlite": """
        SELECT rowid FROM claims_articlesearch WHERE claims_articlesearch MATCH %s ORDER BY rowid DESC LIMIT %s
    """,
    "postgresql": "SELECT rowid FROM claims_articlesearch WHERE words @@ to_tsquery('english', %s) LIMIT %s",
}
SENTENCES = {
    "sqlite": """
        SELECT rowid FROM claims_sentencesearch WHERE claims_sentencesearch MATCH %s ORDER BY rowid DESC LIMIT %s
    """,
    "postgresql": "SELECT rowid FROM claims_sentencesearch WHERE words @@ to_tsquery('english', %s) LIMIT %s",
}
WORDS_HOLDING = {"sqlite": _fts5, "postgresql": _tsquery}
PASSAGES = """
    SELECT DISTINCT anchor.passage_id FROM ({sentences}) AS found
    JOIN claims_sentence AS sentence ON sentence.id = found.rowid
    JOIN claims_anchor AS anchor ON anchor.version_id = sentence.version_id
        AND anchor.start < sentence."end" AND anchor."end" > sentence.start
    ORDER BY anchor.passage_id DESC LIMIT %s
"""
