"""Words in their paragraph, with the paragraph before and after: enough to judge them by."""

from dataclasses import dataclass

from claims.text.marks import paragraphs
from claims.text.spans import Span
from claims.text.words_around import beginning, ending

BESIDE = 700
BEYOND = 400


@dataclass(frozen=True, slots=True)
class InParagraph:
    """`words` as they stand, what precedes and follows them in their paragraph, and the paragraphs around it.

    Where a text is cut short, an ellipsis says so.
    """

    before: str
    opening: str
    words: str
    closing: str
    after: str


def in_paragraph(text: str, span: Span, *, body: int = 0) -> InParagraph:
    """Return the words at `span` of `text` as they stand there; the paragraph before counts from offset `body` on.

    >>> in_paragraph("KABUL\\n\\nIt rained.\\nThey met today. All went.\\nIt snowed.", Span(18, 27), body=5)
    InParagraph(before='It rained.', opening='', words='They met ', closing='today. All went.', after='It snowed.')
    """
    lines = paragraphs(text)
    own = [line for line in lines if line.overlaps(span)] or [span]
    earlier = [line for line in lines if body < line.end <= own[0].start]
    later = [line for line in lines if line.start >= own[-1].end]
    return InParagraph(
        before=ending(earlier[-1].of(text), BEYOND) if earlier else "",
        opening=ending(text[own[0].start : span.start], BESIDE),
        words=span.of(text),
        closing=beginning(text[span.end : own[-1].end], BESIDE),
        after=beginning(later[0].of(text), BEYOND) if later else "",
    )
