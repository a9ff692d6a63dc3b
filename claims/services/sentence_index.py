"""Keeps the full-text index of sentences in step with the newest version of each article."""

from django.db import connection, transaction

from claims.models import ArticleVersion

# FTS5 keeps no copy of the words, so it must be given those that it is to forget: once each, or its counts go wrong.
REMOVE = {
    "sqlite": """
        INSERT INTO claims_sentencesearch (claims_sentencesearch, rowid, text)
        SELECT 'delete', id, text FROM claims_sentence WHERE version_id = %s
    """,
    "postgresql": """
        DELETE FROM claims_sentencesearch WHERE rowid IN (SELECT id FROM claims_sentence WHERE version_id = %s)
    """,
}
ADD = {
    "sqlite": """
        INSERT INTO claims_sentencesearch (rowid, text) SELECT id, text FROM claims_sentence WHERE version_id = %s
    """,
    "postgresql": """
        INSERT INTO claims_sentencesearch (rowid, words)
        SELECT id, to_tsvector('english', text) FROM claims_sentence WHERE version_id = %s
    """,
}
EMPTY = {
    "sqlite": "INSERT INTO claims_sentencesearch (claims_sentencesearch) VALUES ('delete-all')",
    "postgresql": "DELETE FROM claims_sentencesearch",
}


@transaction.atomic
def index(version):
    """Put the sentences of `version`, the newest of its article, in place of those of the version before it."""
    former = ArticleVersion.objects.filter(article=version.article_id, number=version.number - 1).first()
    with connection.cursor() as cursor:
        if former:
            cursor.execute(REMOVE[connection.vendor], [former.pk])
        cursor.execute(ADD[connection.vendor], [version.pk])


@transaction.atomic
def rebuild():
    """Index the sentences of every newest version anew."""
    empty()
    newest = ArticleVersion.objects.order_by("article", "-number").values_list("pk", "article")
    done = set()
    with connection.cursor() as cursor:
        for version, article in list(newest):
            if article not in done:
                cursor.execute(ADD[connection.vendor], [version])
            done.add(article)


def empty():
    """Forget every sentence."""
    with connection.cursor() as cursor:
        cursor.execute(EMPTY[connection.vendor])
