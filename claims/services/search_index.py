"""Keeps the full-text index of articles in step with their titles and newest texts."""

from django.db import connection, transaction

from claims.models import Article

# PostgreSQL refuses to index a text with more words than fit in a megabyte.
MOST_INDEXED = 300_000


def index(article):
    """Put the title and the newest text of `article` in the index, in place of what stood there."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM claims_articlesearch WHERE rowid = %s", [article.pk])
        cursor.execute(
            "INSERT INTO claims_articlesearch (rowid, title, body) VALUES (%s, %s, %s)",
            [article.pk, article.title or "", _body(article)],
        )


def _body(article):
    version = article.newest_version()
    return version.text[version.headline_end :][:MOST_INDEXED] if version else ""


@transaction.atomic
def rebuild():
    """Index every article anew; return how many there are."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM claims_articlesearch")
    count = 0
    for article in Article.objects.order_by("pk").iterator():
        index(article)
        count += 1
    return count
