"""Who made claims: the words that assert them, with origin and outlet, now or as of two cut-offs, as columns."""

from dataclasses import dataclass, fields

import numpy as np
from django.db.models import F

from claims.models import Article, Link
from claims.reports.at_scale.columns import (
    NOTHING,
    DayNumber,
    by_key,
    held_before,
    looked_up,
    number_of,
    place_in,
    table_of,
    whole_numbers,
    with_earlier,
)
from claims.reports.merges import every_merge
from claims.vocabulary import Noun, SpeakerKind, Standing

STANDINGS, ANONYMOUS = Standing.values, [SpeakerKind.ANONYMOUS.value]


@dataclass(frozen=True, slots=True, eq=False)
class Assertions:
    """Links to words that make a claim, by link; a merged claim's count in its target.

    `standing` is a place in its enum, a source that nobody knows is `NOTHING`.
    """

    link: np.ndarray
    claim: np.ndarray
    article: np.ndarray
    outlet: np.ndarray
    origin: np.ndarray
    published_on: np.ndarray
    standing: np.ndarray
    is_anonymous: np.ndarray

    def only(self, chosen):
        """Return the `chosen` ones."""
        return Assertions(*(getattr(self, column.name)[chosen] for column in fields(self)))


def assertions(as_of, past):
    """Return what was on record of the making of claims, in articles published by the day `as_of`.

    Words of an article that was withdrawn are among them: they were published.
    """
    anonymous = place_in("passage__speaker_kind", ANONYMOUS)
    links = Link.objects.live(past.at).asserting()
    columns = whole_numbers(links, "pk", "claim", "passage", "passage__article", "passage__origin", anonymous)
    in_order = np.argsort(columns[0])
    link, claim, passage, article, origin, speaker = (column[in_order] for column in columns)
    target = looked_up(table_of(every_merge(past=past)), claim)
    changed = past.of(Noun.PASSAGE)
    made = Assertions(
        link=link,
        claim=np.where(target == NOTHING, claim, target),
        article=article,
        origin=with_earlier(passage, origin, held_before(changed, "origin")),
        is_anonymous=with_earlier(passage, speaker, held_before(changed, "speaker_kind", ANONYMOUS)) != NOTHING,
        **_of_articles(article, past),
    )
    return made.only((made.published_on != NOTHING) & (made.published_on <= number_of(as_of)))


def _of_articles(article, past):
    day, standing = DayNumber(F("published_on")), place_in("standing", STANDINGS)
    key, *columns = whole_numbers(Article.objects.all(), "pk", "outlet", day, standing)
    changed = past.of(Noun.ARTICLE)
    named = zip(("outlet", "published_on", "standing"), columns, strict=True)
    return {
        name: looked_up(by_key(key, with_earlier(key, column, held_before(changed, name, STANDINGS))), article)
        for name, column in named
    }
