"""Which open claims a new article bears on: its sentences against all of them, the best pairs read in full."""

from collections import Counter
from dataclasses import dataclass

from claims.models import Anchor, Claim
from claims.reports.claim_index import claims_sharing_words
from claims.reports.known_aliases import known_aliases
from claims.reports.known_claims import known_claims
from claims.reports.meaning import vectors
from claims.reports.rarities import rarities
from claims.text.evidence.reading import readings_of_article
from claims.text.evidence.score import score_pair
from claims.text.evidence.unasked import propose_unasked
from claims.text.evidence.worth import is_worth_a_look, worth
from claims.text.spans import Span
from claims.vocabulary import Stance, Standing

# The claims that share a sentence's rarest words; so many are read in full.
MOST_READ = 12
MOST_A_SENTENCE, MOST_A_CLAIM = 5, 3


@dataclass(frozen=True, slots=True)
class Touch:
    """A sentence of a version that may bear on a claim, and how. `stance` context has no basis."""

    claim: Claim
    start: int
    end: int
    quote: str
    score: float
    stance: str
    basis: str | None
    reasons: tuple[str, ...]

    @property
    def speaks(self):
        """Whether it says something for or against the claim."""
        return self.stance != Stance.CONTEXT

    @property
    def order(self):
        """What is worth most first."""
        return -worth(self.stance, self.score, self.reasons), self.start, self.claim.pk


def claims_touched_by(version):
    """Return how the sentences of `version` bear on claims that are not finished, what tells most first.

    Left out are words that are linked to a claim already, and all that its own article (E1) and a withdrawn one (E8)
    say of it, which could be no more than context. At most 5 claims a sentence, 3 sentences a claim.
    """
    if version.article.standing == Standing.WITHDRAWN:
        return []
    sentences = list(version.sentences.order_by("ordinal"))
    aliases = known_aliases()
    readings = _readings(version, sentences, aliases)
    found = claims_sharing_words([_asked(reading) for reading in readings], most=MOST_READ)
    known = known_claims({key for best in found for key, _ in best}, aliases)
    linked = _linked_in(version, known)
    pairs = [
        (sentence, reading, known[key])
        for sentence, reading, best in zip(sentences, readings, found, strict=True)
        for key, _ in best
        if _is_new(sentence, version.article_id, known.get(key), linked.get(key, ()))
    ]
    return _few_of_each(filter(_is_enough, _touches(pairs)))


def _asked(reading):
    """The words of a sentence, and the names of those whom it means by an alias."""
    return " ".join([reading.text, *(name.text for name in reading.meant)])


def _linked_in(version, known):
    """{claim: spans of the passages in `version` that are linked to it}."""
    links = Anchor.objects.filter(
        version=version, passage__links__claim__in=list(known), passage__links__withdrawn_at=None
    )
    spans = {}
    for claim, start, end in links.values_list("passage__links__claim", "start", "end"):
        spans.setdefault(claim, []).append(Span(start, end))
    return spans


def _is_new(sentence, article, known, linked):
    """Whether the claim is still there, made elsewhere, and not linked to words of the sentence."""
    if known is None or article in known.own_articles:
        return False
    return not any(Span(sentence.start, sentence.end).overlaps(span) for span in linked)


def _touches(pairs):
    rarity = rarities({known.claim.statement for _, _, known in pairs})
    for (sentence, reading, known), similarity in zip(pairs, _similarities(pairs), strict=True):
        rare = rarity[known.claim.statement]
        score = score_pair(known.asked.reading, reading, rare, similarity)
        proposed = propose_unasked(known.asked, reading, rare, similarity)
        yield Touch(
            claim=known.claim,
            start=sentence.start,
            end=sentence.end,
            quote=sentence.text,
            score=score.value,
            stance=proposed.stance,
            basis=proposed.basis,
            reasons=(*proposed.reasons, *score.reasons),
        )


def _readings(version, sentences, known):
    article, texts = version.article, [sentence.text for sentence in sentences]
    told = list(zip(texts, ["", *texts[:-1]], strict=True))
    return readings_of_article(article.title or "", article.published_on, told, len(version.text), known, texts)


def _similarities(pairs):
    """The cosine of each pair; every text is embedded once."""
    both = [(sentence.text, known.claim.statement) for sentence, _, known in pairs]
    texts = sorted({text for pair in both for text in pair})
    found = dict(zip(texts, vectors(texts), strict=True)) if texts else {}
    return [float(found[text] @ found[statement]) for text, statement in both]


def _is_enough(touch):
    return is_worth_a_look(touch.stance, touch.score, touch.reasons)


def _few_of_each(touches):
    of_sentence, of_claim, kept = Counter(), Counter(), []
    for touch in sorted(touches, key=lambda touch: touch.order):
        if of_sentence[touch.start] < MOST_A_SENTENCE and of_claim[touch.claim.pk] < MOST_A_CLAIM:
            kept.append(touch)
            of_sentence[touch.start] += 1
            of_claim[touch.claim.pk] += 1
    return kept
