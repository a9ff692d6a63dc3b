"""An article as the reader shows it: its text cut at the edges of marks, and what was made of its words."""

from dataclasses import dataclass, field

from claims.models import Link
from claims.reports.facts import figures_for
from claims.text.marks import paragraphs, split_into_segments
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
    def doubt(self):
        """Why the link does not count, where its stance alone does not say so."""
        return None if self.uncounted in {Uncounted.CONTEXT, Uncounted.QUALIFIES} else self.uncounted


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text under the same marks. `cards` stand over it, `starts` and `ends` begin and end with it."""

    text: str
    cards: tuple[Card, ...] = ()
    starts: tuple[int, ...] = ()
    ends: tuple[Card, ...] = ()

    @property
    def marks(self):
        """(passage, stance) of every mark here, each once, in the same order for both attributes of a page."""
        return list(dict.fromkeys((card.link.passage_id, card.link.stance) for card in self.cards))

    @property
    def passages(self):
        return " ".join(str(passage) for passage, _ in self.marks)

    @property
    def stances(self):
        return " ".join(stance for _, stance in self.marks)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or the headline, from code point `start` of the text."""

    start: int
    is_headline: bool
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """The text in blocks; the links whose words stand in it, in text order; those whose words do not."""

    blocks: tuple[Block, ...]
    placed: tuple[Card, ...] = field(default=())
    displaced: tuple[Card, ...] = field(default=())


def read_version(version):
    """Return `version` with the live links made in its article. The number of queries does not grow with them."""
    links = list(_links(version.article))
    places = {anchor.passage_id: Span(anchor.start, anchor.end) for anchor in version.anchors.all()}
    uncounted = _uncounted(links)
    cards = [Card(link, places.get(link.passage_id), uncounted.get(link.pk)) for link in links]
    placed = sorted((card for card in cards if card.span), key=lambda card: (card.span, card.link.pk))
    marks = [(card.span, card.link.pk) for card in placed]
    return Reading(
        blocks=tuple(_blocks(version, marks, {card.link.pk: card for card in placed})),
        placed=tuple(placed),
        displaced=tuple(card for card in cards if not card.span),
    )


def _links(article):
    links = Link.objects.filter(passage__article=article).live().for_detail()
    return links.select_related(
        "claim__figures", "claim__merged_into", "passage__article__outlet", "passage__origin", "created_by"
    )


def _uncounted(links):
    claims = {link.claim.merged_into or link.claim for link in links}
    return {link: why for figures in figures_for(list(claims)).values() for link, why in figures.uncounted.items()}


def _blocks(version, marks, cards):
    spans = [part for line in paragraphs(version.text) for part in _parted(line, version)]
    drawn = [split_into_segments(version.text, marks, within=span) for span in spans]
    first, last = {}, {}
    for segment in (segment for segments in drawn for segment in segments):
        for key in segment.keys:
            first.setdefault(key, segment)
            last[key] = segment
    for span, segments in zip(spans, drawn, strict=True):
        pieces = tuple(_piece(segment, cards, first, last) for segment in segments)
        yield Block(span.start, span.end <= version.headline_end, pieces)


def _parted(line, version):
    """The headline may end within a line; what follows it is a paragraph of its own."""
    end = version.headline_end
    if not line.start < end < line.end:
        return [line]
    parts = Span(line.start, end).trimmed(version.text), Span(end, line.end).trimmed(version.text)
    return [part for part in parts if part]


def _piece(segment, cards, first, last):
    starting = [cards[key].link.passage_id for key in segment.keys if first[key] is segment]
    return Piece(
        text=segment.text,
        cards=tuple(cards[key] for key in segment.keys),
        starts=tuple(dict.fromkeys(starting)),
        ends=tuple(cards[key] for key in segment.keys if last[key] is segment),
    )
