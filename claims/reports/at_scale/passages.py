"""Reads what links take from their passages and articles, as the records held it at a moment."""

import numpy as np
from django.db.models import F, Q

from claims.models import Article, ArticleVersion, Passage
from claims.reports.at_scale.columns import (
    NOTHING,
    DayNumber,
    by_key,
    looked_up,
    number_of,
    table_of,
    whole_numbers,
)
from claims.reports.facts import typed, with_loss
from claims.vocabulary import Noun, Standing

STANDING = ("standing", "standing_at")


def passage_columns(passage, recorded_at, past):
    """Return {name: column} of links of those passages that were recorded at those moments."""
    article = looked_up(by_key(*whole_numbers(Passage.objects.all(), "pk", "article")), passage)
    # The database answers each from an index alone; one query for both would read the words of every passage.
    origins = _then(
        whole_numbers(Passage.objects.exclude(origin=None), "pk", "origin"), past.of(Noun.PASSAGE), "origin"
    )
    days = whole_numbers(Article.objects.all(), "pk", DayNumber(F("published_on")))
    withdrawn = looked_up(table_of(_withdrawals(past)), article)
    lost = looked_up(table_of(_losses(past)), passage)
    return {
        "article": article,
        "origin": looked_up(origins, passage),
        "published_on": looked_up(_then(days, past.of(Noun.ARTICLE), "published_on"), article),
        "suspended_since": np.where((withdrawn != NOTHING) & (recorded_at <= withdrawn), withdrawn, lost),
    }


def _then(columns, changed, name):
    """Return the table (`by_key`) of two columns, keys and values, with what the field `name` held before."""
    earlier = {key: _number(name, fields[name]) for key, fields in changed.items() if name in fields}
    more = np.fromiter(earlier, dtype=np.int64), np.fromiter(earlier.values(), dtype=np.int64)
    return by_key(*(np.concatenate(pair) for pair in zip(columns, more, strict=True)))


def _number(name, value):
    """Return what the log holds of a field as a number."""
    return value if name == "origin" and value is not None else number_of(typed(name, value))


def _withdrawals(past):
    """Return {article: number of the moment of its withdrawal} as it stood then."""
    earlier = {
        pk: {name: typed(name, values[name]) for name in STANDING if name in values}
        for pk, values in past.of(Noun.ARTICLE).items()
        if values.keys() & set(STANDING)
    }
    rows = Article.objects.filter(Q(standing=Standing.WITHDRAWN) | Q(pk__in=list(earlier)))
    held = {
        pk: {"standing": one, "standing_at": at} | earlier.get(pk, {})
        for pk, one, at in rows.values_list("pk", *STANDING)
    }
    return {pk: number_of(row["standing_at"]) for pk, row in held.items() if row["standing"] == Standing.WITHDRAWN}


def _losses(past):
    """Return {passage: number of the moment when a version came without its words}.

    A passage has a place in the version in which it was marked, so only articles with a second one can lose it.
    """
    versions = ArticleVersion.objects.filter(number__gt=1)
    if past.at is not None:
        versions = versions.filter(recorded_at__lte=past.at)
    passages = Passage.objects.filter(article__in=versions.values("article"))
    rows = with_loss(passages, past.at, passage="pk", article="article").order_by().values_list("pk", "lost_at")
    return {pk: number_of(lost_at) for pk, lost_at in rows if lost_at}
