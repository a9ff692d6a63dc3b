"""Passages that may bear on a claim, found over all stored sentences, with a stance proposed and the reasons."""

from dataclasses import dataclass, replace
from datetime import date

from django.db.models import OuterRef, Subquery
from django.db.models.functions import Length

from claims.models import Anchor, Article, Link, Sentence
from claims.reports.known_aliases import known_aliases
from claims.reports.meaning import similarities
from claims.reports.same_origin import same_origins
from claims.reports.sentence_search import search_sentences
from claims.text.evidence.claim import AskedClaim
from claims.text.evidence.dates import Days
from claims.text.evidence.debunking import with_debunking_openings
from claims.text.evidence.opening import OPENING_SENTENCES
from claims.text.evidence.reading import BEGINNING, readings_of_article
from claims.text.evidence.score import at_most, best_first
from claims.text.evidence.stance import propose_stance
from claims.text.evidence.worth import best_of_each_first, is_to_check, is_worth_offering, worth
from claims.text.spans import Span
from claims.vocabulary import ClaimKind, Stance, Standing

# Ordered by shared words and meaning.
MOST_SCORED = 500
# Of these, read in full: as many again as are asked for, but not fewer than these.
FEWEST_READ = 60
# Of one article, sentences that say neither yes nor no.
MOST_CONTEXT = 2
# More surfaces than these are not asked for: a claim names few people, and each has few aliases.
MOST_ALIASES = 4
OWN_ARTICLE = "E1: the article makes the claim itself"
WITHDRAWN = "the article was withdrawn"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence of an article's newest version, and what it may do to the claim. `stance` context has no basis.

    `same_origin` says why its origin is presumed to be that of the passages which make the claim (E4), or nothing.
    """

    article: Article
    version: int
    start: int
    end: int
    quote: str
    score: float
    stance: str
    basis: str | None
    reasons: tuple[str, ...]
    same_origin: str = ""

    @property
    def only_touches(self):
        """Whether it neither speaks for or against the claim nor has to be compared with it."""
        return self.stance == Stance.CONTEXT and not is_to_check(self.reasons)

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


def candidates_for(claim, *, limit=20, exclude_file=None, propose=propose_stance):
    """Return the best candidates for a stored claim, without the passages that make it or are linked to it.

    `propose` says what a passage does to the claim: `propose_unasked` where nobody asked for evidence.
    """
    links = list(Link.objects.filter(claim=claim).live().select_related("passage__article"))
    asserting = [link.passage for link in links if link.stance == Stance.ASSERTS]
    made_on = min((one.article.published_on for one in asserting if one.article.published_on), default=None)
    known = known_aliases()
    asked = AskedClaim.of(
        claim.statement,
        made_on,
        forecast=claim.kind == ClaimKind.FORECAST,
        window=Days(claim.window_start, claim.window_end),
        known=known,
    )
    linked = Linked(_spans_by_version(links), frozenset(one.article.pk for one in asserting))
    return _with_origins(_candidates(asked, known, limit, linked, exclude_file, propose), asserting)


def candidates_for_statement(statement, published_on: date | None = None, *, limit=20, exclude_file=None):
    """Return the best candidates for a statement that need not be stored, without articles from `exclude_file`."""
    known = known_aliases()
    asked = AskedClaim.of(statement, published_on, known=known)
    return _candidates(asked, known, limit, NOTHING_LINKED, exclude_file)


def _spans_by_version(links):
    spans = {}
    for anchor in Anchor.objects.filter(passage__in=[link.passage_id for link in links]):
        spans.setdefault(anchor.version_id, []).append(Span(anchor.start, anchor.end))
    return spans


def _candidates(asked, known, limit, linked, exclude_file, propose=propose_stance):
    statement = asked.reading.text
    ids, rarity = search_sentences(statement, max(limit, MOST_SCORED), also=_also_called(asked, known))
    found = _load(ids)
    readings = _readings(found, known)
    offered = [sentence for sentence in found if _is_offered(sentence, linked, exclude_file)]
    meaning = similarities(statement, [sentence.text for sentence in offered])
    passages = [readings[sentence.pk] for sentence in offered]
    best = best_first(asked.reading, passages, rarity, meaning, max(2 * limit, FEWEST_READ))
    ranked = with_debunking_openings(best, asked.reading, passages, rarity, meaning)
    read = [
        _candidate(
            offered[i],
            score,
            propose(asked, passages[i], rarity, meaning[i], barred=_barred(offered[i], linked)),
        )
        for i, score in ranked
    ]
    offered_at_all = [one for one in read if is_worth_offering(one.stance, one.score, one.reasons)]
    return _without_much_context(_telling_first(offered_at_all))[: max(limit, 0)]


def _telling_first(found):
    """Return each article where its best passage puts it, and of each article first what tells most."""
    values = [worth(one.stance, one.score, one.reasons) for one in found]
    return [found[i] for i in best_of_each_first(values, [one.version for one in found])]


def _without_much_context(found):
    """Return what tells something, or is to be compared, and of each article the best sentences that do neither."""
    groups = [(one.version, None if one.only_touches else i) for i, one in enumerate(found)]
    return [found[i] for i in at_most(MOST_CONTEXT, range(len(found)), groups)]


def _also_called(asked, known):
    """Return by which other words people of the claim may be meant, and whom it means itself by such words."""
    surfaces = known.surfaces_for(name for name in asked.reading.names if not name.place)
    return " ".join([*(name.text for name in asked.reading.meant), *surfaces][:MOST_ALIASES])


def _load(ids):
    """Return the sentences in the order of `ids`, with article and `characters`.

    `before` is the sentence before each; `opens` and `goes_on` are the first two of its version.
    """
    same = Sentence.objects.filter(version=OuterRef("version")).values("text")
    rows = (
        Sentence.objects.filter(pk__in=ids)
        .select_related("version__article__outlet")
        .defer("version__text")
        .annotate(
            before=Subquery(same.filter(ordinal=OuterRef("ordinal") - 1)),
            opens=Subquery(same.filter(ordinal=0)),
            goes_on=Subquery(same.filter(ordinal=1)),
            characters=Length("version__text"),
        )
    )
    by_id = {sentence.pk: sentence for sentence in rows}
    return [by_id[pk] for pk in ids if pk in by_id]


def _readings(found, known):
    """Return {sentence id: Reading}; what is known of an article are its heading and those of its sentences found."""
    of_version = {}
    for sentence in found:
        of_version.setdefault(sentence.version_id, []).append(sentence)
    return {
        sentence.pk: reading
        for sentences in of_version.values()
        for sentence, reading in zip(sentences, _of_one_article(sentences, known), strict=True)
    }


def _of_one_article(sentences, known):
    first, article = sentences[0], sentences[0].version.article
    told = [(one.text, one.before or "") for one in sentences]
    begins = _beginning(sentences)
    return readings_of_article(article.title or "", article.published_on, told, first.characters, known, begins)


def _beginning(sentences):
    """The first two sentences of an article, and those of its beginning that were found, in order."""
    found = sorted(one.ordinal for one in sentences if one.start < BEGINNING)
    texts = {one.ordinal: one.text for one in sentences}
    opening = [text for text in (sentences[0].opens, sentences[0].goes_on) if text]
    return [*opening, *(texts[ordinal] for ordinal in found if ordinal >= OPENING_SENTENCES)]


def _is_offered(sentence, linked, exclude_file):
    place = Span(sentence.start, sentence.end)
    if exclude_file and sentence.version.article.imported_from == exclude_file:
        return False
    return not any(place.overlaps(span) for span in linked.spans.get(sentence.version_id, []))


def _candidate(sentence, score, proposed):
    return Candidate(
        article=sentence.version.article,
        version=sentence.version_id,
        start=sentence.start,
        end=sentence.end,
        quote=sentence.text,
        score=score.value,
        stance=proposed.stance,
        basis=proposed.basis,
        reasons=(*proposed.reasons, *score.reasons),
    )


def _barred(sentence, linked):
    article = sentence.version.article
    if article.pk in linked.own_articles:
        return OWN_ARTICLE
    return WITHDRAWN if article.standing == Standing.WITHDRAWN else ""


def _with_origins(found, asserting):
    """Return the candidates with why each is presumed to come from where the claim came from."""
    shared = same_origins([one for one in found if one.stance != Stance.CONTEXT], asserting)
    return [
        replace(one, same_origin=shared[one], reasons=(*one.reasons, shared[one])) if one in shared else one
        for one in found
    ]
