"""How rare the words of statements are among the stored sentences: one table for both directions of matching."""

from django.db import connection

from claims.models import Sentence
from claims.reports.sentence_search import COUNT_PARAMETERS, COUNTS
from claims.text.evidence.asking import rarity_of, too_common, words_to_weigh


def rarities(statements):
    """Return {statement: Rarity}, of each the same as when sentences are searched for it alone; in two queries."""
    weighed = {statement: words_to_weigh(statement) for statement in statements}
    sentences = Sentence.objects.count()
    counts = _counts(sorted({word for words in weighed.values() for word in words}), sentences)
    return {
        statement: rarity_of({word: counts[word] for word in words}, sentences)
        for statement, words in weighed.items()
    }


def _counts(words, sentences):
    if not words:
        return {}
    parameters = COUNT_PARAMETERS[connection.vendor](words, too_common(sentences) + 1)
    with connection.cursor() as cursor:
        cursor.execute(COUNTS[connection.vendor], parameters)
        return dict(cursor.fetchall())
