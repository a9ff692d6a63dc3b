"""Who made the live claims: the words that assert them, with origin and outlet, now or as of two cut-offs."""

from dataclasses import dataclass
from datetime import date

from django.db.models import F

from claims.models import Link, Source
from claims.reports import history
from claims.reports.facts import every_merge
from claims.vocabulary import Noun, SpeakerKind

OF_ARTICLE = ("outlet", "published_on", "standing")
OF_PASSAGE = ("origin", "speaker_kind")


@dataclass(frozen=True, slots=True)
class Assertion:
    """A link to words that make `claim`, in an article with a publication day; sources by id."""

    link: int
    claim: int
    article: int
    passage: int
    outlet: int | None
    published_on: date
    standing: str
    origin: int | None
    speaker_kind: str

    @property
    def is_anonymous(self):
        return self.speaker_kind == SpeakerKind.ANONYMOUS


def assertions(scope):
    """Return what on record by the cut-offs of `scope` makes a claim, by link; a merged claim's count in its target.

    Words of an article that was withdrawn are among them: they were published.
    """
    articles, passages = _earlier(Noun.ARTICLE, scope), _earlier(Noun.PASSAGE, scope)
    merged, found = every_merge(scope.recorded_by), []
    for row in _rows(scope):
        row |= _changed(articles, row["article"], OF_ARTICLE) | _changed(passages, row["passage"], OF_PASSAGE)
        row["claim"] = merged.get(row["claim"], row["claim"])
        if row["published_on"] and row["published_on"] <= scope.day:
            found.append(Assertion(**row))
    return found


def _rows(scope):
    links = Link.objects.live(scope.recorded_by).asserting().order_by("pk")
    if scope.recorded_by is None:
        links = links.published_by(scope.day)
    of_article = {name: F(f"passage__article__{name}") for name in OF_ARTICLE}
    of_passage = {name: F(f"passage__{name}") for name in OF_PASSAGE}
    named = links.annotate(link=F("pk"), article=F("passage__article"), **of_article, **of_passage)
    return named.values("link", "claim", "article", "passage", *OF_ARTICLE, *OF_PASSAGE)


def _earlier(noun, scope):
    return history.earlier_values(noun, scope.recorded_by) if scope.recorded_by else {}


def _changed(earlier, pk, names):
    """Return the values that have changed since, with days as a row holds them."""
    values = {name: value for name, value in earlier.get(pk, {}).items() if name in names}
    if values.get("published_on"):
        values["published_on"] = date.fromisoformat(values["published_on"])
    return values


def sources(scope):
    """Return {id: (name, letter)} of every source, with the grade that it had at the record cut-off."""
    earlier = _earlier(Noun.SOURCE, scope)
    return {
        pk: (name, earlier.get(pk, {}).get("reliability", letter))
        for pk, name, letter in Source.objects.values_list("pk", "name", "reliability")
    }
