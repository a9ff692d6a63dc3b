"""What stands beside each paragraph of an article: how many claims, supports, conflicts and suggestions it holds."""

from dataclasses import dataclass

from claims.reports.reading import GLYPHS
from claims.text.marks import marks_over
from claims.text.spans import Span
from claims.vocabulary import Stance

SUGGESTED, SUGGESTED_GLYPH = "suggested", "◌"
# What each is called, one and several.
NAMES = {
    Stance.ASSERTS: ("claim", "claims"),
    Stance.SUPPORTS: ("support", "supports"),
    Stance.REFUTES: ("conflict", "conflicts"),
    SUGGESTED: ("suggestion", "suggestions"),
}


@dataclass(frozen=True, slots=True)
class Count:
    """How many marks of a `kind` (a stance, or "suggested") the paragraph that begins at `start` holds.

    `panel` is the name of the panel that lists them.
    """

    kind: str
    number: int
    panel: str

    @property
    def glyph(self):
        return GLYPHS.get(self.kind, SUGGESTED_GLYPH)

    @property
    def words(self):
        """The number in words, for who does not see the glyph.

        >>> Count("supports", 2, "marks-0-supports").words
        '2 supports'
        """
        return f"{self.number} {NAMES[self.kind][self.number != 1]}"


def margins(reading, suggested=()):
    """Return {start of a block: its counts} for the blocks of `reading` that hold a mark or words `suggested`.

    Marks that are not drawn count as well, so that hiding them says nothing else about the text. A link whose words
    run over two paragraphs counts in both.
    """
    spans = [Span(block.start, block.end) for block in reading.blocks]
    marked = marks_over(spans, [(card.span, card) for card in reading.placed])
    offered = marks_over(spans, [(words.span, words) for words in suggested])
    found = {}
    for span, cards, words in zip(spans, marked, offered, strict=True):
        counts = tuple(_counts(span, [card for _, card in cards], [each for _, each in words]))
        if counts:
            found[span.start] = counts
    return found


def _counts(span, cards, suggested):
    for stance in (Stance.ASSERTS, Stance.SUPPORTS, Stance.REFUTES):
        number = sum(card.link.stance == stance for card in cards)
        if number:
            yield Count(stance, number, f"marks-{span.start}-{stance.value}")
    number = sum(len(words.offers) for words in suggested)
    if number:
        yield Count(SUGGESTED, number, f"suggested-{span.start}-{span.end}")
