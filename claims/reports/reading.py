"""An article for the reader: its text cut where marks begin and end, what was made of it, and what is suggested."""

from dataclasses import dataclass, field

from claims.models import Link
from claims.reports.facts import figures_for
from claims.reports.offers import SuggestedWords
from claims.text.marks import marks_over, paragraphs, split_into_segments
from claims.text.spans import Span
from claims.vocabulary import Stance, Uncounted

GLYPHS = {Stance.ASSERTS: "●", Stance.SUPPORTS: "▲", Stance.REFUTES: "▼", Stance.QUALIFIES: "◆", Stance.CONTEXT: "○"}


@dataclass(frozen=True, slots=True)
class Card:
    """A link made in this article. `uncounted` says why it does not count (None: it does, or it is not said)."""

    link: Link
    span: Span | None
    uncounted: Uncounted | None = None

    @property
    def is_suspended(self):
        return self.uncounted == Uncounted.SUSPENDED

    @property
    def glyph(self):
        return GLYPHS[self.link.stance]

    @property
    def claim_pk(self):
        """The claim that the link counts for: its own, or the one that this was merged into."""
        return self.link.claim.merged_into_id or self.link.claim_id

    @property
    def doubt(self):
        """Why the link does not count, where its stance alone does not say so."""
        return None if self.uncounted in {Uncounted.CONTEXT, Uncounted.QUALIFIES} else self.uncounted


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text under the same marks. `cards` stand over it, `starts` and `ends` begin and end with it.

    Of the suggested words over it, `suggested` are the fewest; `suggestions` are those whose words begin with it, and
    the words of `suggested_ends` end with it.
    """

    text: str
    cards: tuple[Card, ...] = ()
    starts: tuple[int, ...] = ()
    ends: tuple[Card, ...] = ()
    suggested: SuggestedWords | None = None
    suggestions: tuple[int, ...] = ()
    suggested_ends: tuple[SuggestedWords, ...] = ()

    @property
    def marks(self):
        """(passage, stance) of every mark here, each once, in the same order for both attributes of a page."""
        return list(dict.fromkeys((card.link.passage_id, card.link.stance) for card in self.cards))

    @property
    def by_size(self):
        """The cards, first the one whose words are the fewest: that one a click here means."""
        return sorted(self.cards, key=lambda card: (len(card.span), card.link.pk))

    @property
    def links(self):
        """The link, its maker, passage and stance of every card, in the order of `by_size`, for the browser."""
        links = [card.link for card in self.by_size]
        return " ".join(f"{link.pk}/{link.created_by_id}/{link.passage_id}/{link.stance}" for link in links)

    @property
    def passages(self):
        return " ".join(str(passage) for passage, _ in self.marks)

    @property
    def stances(self):
        return " ".join(stance for _, stance in self.marks)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or the headline: the code points from `start` up to `end` of the text."""

    start: int
    end: int
    is_headline: bool
    pieces: tuple[Piece, ...]

    @property
    def text(self):
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Reading:
    """The text in blocks; the links whose words stand in it, in text order; those whose words do not; sentences."""

    blocks: tuple[Block, ...]
    placed: tuple[Card, ...] = field(default=())
    displaced: tuple[Card, ...] = field(default=())
    sentences: tuple[Span, ...] = field(default=())

    @property
    def cards(self):
        return self.placed + self.displaced


def read_version(version, suggested=(), *, hidden=None):
    """Return `version` with the live links made in its article, and the words `suggested` drawn in its text.

    A card for which `hidden` is true is listed and not drawn. The number of queries does not grow with anything.
    """
    cards = cards_of(version)
    placed = sorted((card for card in cards if card.span), key=lambda card: (card.span, card.link.pk))
    drawn = [card for card in placed if not (hidden and hidden(card))]
    return Reading(
        blocks=tuple(_blocks(version, [*drawn, *suggested])),
        placed=tuple(placed),
        displaced=tuple(card for card in cards if not card.span),
        sentences=tuple(Span(*place) for place in version.sentences.order_by("ordinal").values_list("start", "end")),
    )


def cards_of(version):
    """Return the live links made in the article of `version`, placed where their words stand in it."""
    links = list(_links(version.article))
    places = {key: Span(*place) for key, *place in version.anchors.order_by().values_list("passage", "start", "end")}
    uncounted = _uncounted(links)
    return [Card(link, places.get(link.passage_id), uncounted.get(link.pk)) for link in links]


def _links(article):
    links = Link.objects.filter(passage__article=article).live().for_detail()
    return links.select_related("claim__figures", "claim__merged_into")


def _uncounted(links):
    claims = {link.claim.merged_into or link.claim for link in links}
    return {
        link: why
        for figures in figures_for(list(claims), as_loaded=True).values()
        for link, why in figures.uncounted.items()
    }


def _blocks(version, drawn):
    """Yield the blocks of `version` with what is `drawn` in them: cards and suggested words, each in text order."""
    spans = [part for line in paragraphs(version.text) for part in _parted(line, version)]
    marks = sorted((drawing.span, key) for key, drawing in enumerate(drawn))
    cut = [
        split_into_segments(version.text, over, within=span)
        for span, over in zip(spans, marks_over(spans, marks), strict=True)
    ]
    first, last = _edges(cut)
    for span, segments in zip(spans, cut, strict=True):
        pieces = tuple(_piece(segment, drawn, first, last) for segment in segments)
        yield Block(span.start, span.end, span.end <= version.headline_end, pieces)


def _edges(cut):
    """Return ({key: the segment where its mark begins}, {key: where it ends})."""
    first, last = {}, {}
    for segment in (segment for segments in cut for segment in segments):
        for key in segment.keys:
            first.setdefault(key, segment)
            last[key] = segment
    return first, last


def _parted(line, version):
    """The headline may end within a line; what follows it is a paragraph of its own."""
    end = version.headline_end
    if not line.start < end < line.end:
        return [line]
    parts = Span(line.start, end).trimmed(version.text), Span(end, line.end).trimmed(version.text)
    return [part for part in parts if part]


def _piece(segment, drawn, first, last):
    over = [(key, drawn[key]) for key in segment.keys]
    cards = [(key, card) for key, card in over if isinstance(card, Card)]
    suggested = [(key, words) for key, words in over if isinstance(words, SuggestedWords)]
    starting = [card.link.passage_id for key, card in cards if first[key] is segment]
    return Piece(
        text=segment.text,
        cards=tuple(card for _, card in cards),
        starts=tuple(dict.fromkeys(starting)),
        ends=tuple(card for key, card in cards if last[key] is segment),
        suggested=min((words for _, words in suggested), key=lambda words: len(words.span), default=None),
        suggestions=tuple(pk for key, words in suggested if first[key] is segment for pk in words.suggestions),
        suggested_ends=tuple(words for key, words in suggested if last[key] is segment),
    )
