"""Reads what links take from their passages and articles, as the records held it at a moment."""

from collections import defaultdict

import numpy as np
from django.db.models import F, Q

from claims.models import Anchor, Article, ArticleVersion, Passage
from claims.reports.at_scale.columns import (
    NOTHING,
    DayNumber,
    by_key,
    held_before,
    looked_up,
    number_of,
    table_of,
    whole_numbers,
    with_earlier,
)
from claims.reports.history import typed
from claims.vocabulary import Noun, Standing

STANDING = ("standing", "standing_at")


# What a link itself can be asked for of these, in the order of `_in_bulk`.
OF_LINK = ("passage__article", "passage__origin", DayNumber(F("passage__article__published_on")))


def passage_columns(passage, recorded_at, past, held=()):
    """Return {name: column} of links of those passages that were recorded at those moments.

    `held` are columns of what stands now (`OF_LINK`), where they have been read with the links.
    """
    article, origin, published_on = held or _in_bulk(passage)
    withdrawn = looked_up(table_of(_withdrawals(past)), article)
    lost = looked_up(table_of(_losses(past)), passage)
    return {
        "article": article,
        "origin": with_earlier(passage, origin, held_before(past.of(Noun.PASSAGE), "origin")),
        "published_on": with_earlier(article, published_on, held_before(past.of(Noun.ARTICLE), "published_on")),
        "suspended_since": np.where((withdrawn != NOTHING) & (recorded_at <= withdrawn), withdrawn, lost),
    }


def _in_bulk(passage):
    """Return the columns of article, origin and publication day, for so many links that all passages are read."""
    article = looked_up(by_key(*whole_numbers(Passage.objects.all(), "pk", "article")), passage)
    # The database answers each from an index alone; one query for both would read the words of every passage.
    origin = looked_up(by_key(*whole_numbers(Passage.objects.exclude(origin=None), "pk", "origin")), passage)
    days = by_key(*whole_numbers(Article.objects.all(), "pk", DayNumber(F("published_on"))))
    return article, origin, looked_up(days, article)


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
    later, anchors = ArticleVersion.objects.filter(number__gt=1), Anchor.objects.all()
    if past.at is not None:
        later, anchors = later.filter(recorded_at__lte=past.at), anchors.filter(created_at__lte=past.at)
    versions = defaultdict(list)
    for article, number, at in later.order_by("number").values_list("article", "number", "recorded_at"):
        versions[article].append((number, number_of(at)))
    anchors = anchors.filter(version__article__in=later.order_by().values("article"))
    passage, article, number = _last_places(*whole_numbers(anchors, "passage", "version__article", "version__number"))
    newest = looked_up(table_of({pk: of_article[-1][0] for pk, of_article in versions.items()}), article)
    lost = np.flatnonzero(number < newest)
    found = zip(*(column[lost].tolist() for column in (passage, article, number)), strict=True)
    return {pk: next(at for later, at in versions[article] if later > last) for pk, article, last in found}


def _last_places(passage, article, number):
    """Return the three columns of the last place only of each passage."""
    in_order = np.lexsort((number, passage))
    is_last = np.ones(len(passage), dtype=bool)
    is_last[:-1] = passage[in_order][1:] != passage[in_order][:-1]
    last = in_order[is_last]
    return passage[last], article[last], number[last]
