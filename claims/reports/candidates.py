"""Passages that may bear on a claim, found over all stored sentences, with a stance proposed and the reasons."""

from dataclasses import dataclass
from datetime import date

from django.db.models import OuterRef, Subquery

from claims.models import Anchor, Article, Link, Sentence
from claims.reports.meaning import similarities
from claims.reports.sentence_search import search_sentences
from claims.text.evidence.claim import AskedClaim
from claims.text.evidence.dates import Days
from claims.text.evidence.rarity import blended, overlap
from claims.text.evidence.reading import Reading
from claims.text.evidence.score import score_pair
from claims.text.evidence.stance import propose_stance
from claims.text.spans import Span
from claims.vocabulary import ClaimKind, Standing

# Ordered by shared words and meaning.
MOST_SCORED = 300
# Of these, read in full: as many again as are asked for, but not fewer than these.
FEWEST_READ = 60
OWN_ARTICLE = "E1: the article makes the claim itself"
WITHDRAWN = "the article was withdrawn"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence of an article's newest version, and what it may do to the claim. `stance` context has no basis."""

    article: Article
    version: int
    start: int
    end: int
    quote: str
    score: float
    stance: str
    basis: str | None
    reasons: tuple[str, ...]

    def as_object(self):
        """Return the candidate in plain values, as the command prints it."""
        article = self.article
        return {
            "article": article.pk,
            "file": article.imported_from,
            "published_on": article.published_on and article.published_on.isoformat(),
            "start": self.start,
            "end": self.end,
            "quote": self.quote,
            "score": self.score,
            "stance": self.stance,
            "basis": self.basis,
            "reasons": list(self.reasons),
        }


@dataclass(frozen=True, slots=True)
class Linked:
    """What is known of a claim already: {version id: spans of linked passages}, and the articles that make it."""

    spans: dict[int, list[Span]]
    own_articles: frozenset[int]


NOTHING_LINKED = Linked({}, frozenset())


def candidates_for(claim, *, limit=20, exclude_file=None):
    """Return the best candidates for a stored claim, without the passages that make it or are linked to it."""
    links = list(Link.objects.filter(claim=claim).live().select_related("passage__article"))
    asserting = [link.passage.article for link in links if link.stance == "asserts"]
    made_on = min((article.published_on for article in asserting if article.published_on), default=None)
    asked = AskedClaim.of(
        claim.statement,
        made_on,
        forecast=claim.kind == ClaimKind.FORECAST,
        window=Days(claim.window_start, claim.window_end),
    )
    linked = Linked(_spans_by_version(links), frozenset(article.pk for article in asserting))
    return _candidates(asked, limit, linked, exclude_file)


def candidates_for_statement(statement, published_on: date | None = None, *, limit=20, exclude_file=None):
    """Return the best candidates for a statement that need not be stored, without articles from `exclude_file`."""
    return _candidates(AskedClaim.of(statement, published_on), limit, NOTHING_LINKED, exclude_file)


def _spans_by_version(links):
    spans = {}
    for anchor in Anchor.objects.filter(passage__in=[link.passage_id for link in links]):
        spans.setdefault(anchor.version_id, []).append(Span(anchor.start, anchor.end))
    return spans


def _candidates(asked, limit, linked, exclude_file):
    statement = asked.reading.text
    ids, rarity = search_sentences(statement, max(limit, MOST_SCORED))
    found = [
        sentence
        for sentence in _load(ids)
        if not (exclude_file and sentence.version.article.imported_from == exclude_file)
        and not _is_linked(sentence, linked)
    ]
    meaning = similarities(statement, [sentence.text for sentence in found])
    readings = [_reading(sentence) for sentence in found]
    first_order = blended([overlap(asked.reading.terms, one.terms, rarity) for one in readings], meaning)
    ranked = sorted(range(len(found)), key=lambda i: (-first_order[i], found[i].pk))[: max(2 * limit, FEWEST_READ)]
    read = [_candidate(asked, found[i], readings[i], rarity, meaning[i], linked) for i in ranked]
    return sorted(read, key=lambda one: (-one.score, one.article.pk, one.start))[: max(limit, 0)]


def _load(ids):
    """Return the sentences in the order of `ids`, each with its article and `before`, the sentence before it."""
    before = Sentence.objects.filter(version=OuterRef("version"), ordinal=OuterRef("ordinal") - 1).values("text")
    rows = Sentence.objects.filter(pk__in=ids).select_related("version__article").annotate(before=Subquery(before))
    by_id = {sentence.pk: sentence for sentence in rows}
    return [by_id[pk] for pk in ids if pk in by_id]


def _is_linked(sentence, linked):
    place = Span(sentence.start, sentence.end)
    return any(place.overlaps(span) for span in linked.spans.get(sentence.version_id, []))


def _reading(sentence):
    article = sentence.version.article
    around = f"{article.title or ''}\n{sentence.before or ''}"
    return Reading(sentence.text, article.published_on, around)


def _candidate(asked, sentence, reading, rarity, similarity, linked):
    article = sentence.version.article
    score = score_pair(asked.reading, reading, rarity, similarity)
    proposed = propose_stance(asked, reading, rarity, barred=_barred(article, linked))
    return Candidate(
        article=article,
        version=sentence.version_id,
        start=sentence.start,
        end=sentence.end,
        quote=sentence.text,
        score=score.value,
        stance=proposed.stance,
        basis=proposed.basis,
        reasons=(*proposed.reasons, *score.reasons),
    )


def _barred(article, linked):
    if article.pk in linked.own_articles:
        return OWN_ARTICLE
    return WITHDRAWN if article.standing == Standing.WITHDRAWN else ""
