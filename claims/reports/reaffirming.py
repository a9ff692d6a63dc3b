"""What a person needs to see to re-affirm a suspended link. Reads only."""

from dataclasses import dataclass

from claims.text.differences import Piece, is_typed_otherwise, word_differences
from claims.text.quotes import carry_over, closest_words
from claims.text.spans import Span


@dataclass(frozen=True, slots=True)
class Place:
    """The words in the newest version that are most like those of a passage that has no place there.

    `is_same` where the words are the same, and their sentence changed; `is_typed_otherwise` where they are the same
    but for their type: white space, quotation marks, dashes.
    """

    words: str
    start: int
    differences: tuple[Piece, ...]
    is_same: bool = False
    is_typed_otherwise: bool = False


def needs_place(passage):
    """Whether `passage` has no place in the newest version of its article."""
    return not passage.anchors.filter(version=passage.article.newest_version()).exists()


def last_place(passage):
    """Return the anchor of `passage` in the newest of the versions in which it has a place."""
    return max(passage.anchors.all(), key=lambda anchor: anchor.version.number)


def closest_span(span, text, other):
    """Return where `other` says what stands at `span` of `text`, or nearly so; None where it says nothing like it."""
    return carry_over(span, text, other) or closest_words(span.of(text), other)


def closest_place(passage):
    """Return where the newest version says nearly what `passage` was last found to say, or None."""
    text, last = passage.article.newest_version().text, last_place(passage)
    span = Span(last.start, last.end)
    found = closest_span(span, last.version.text, text)
    if found is None:
        return None
    then, now = span.of(last.version.text), found.of(text)
    differences = tuple(word_differences(then, now))
    return Place(now, found.start, differences, then == now, is_typed_otherwise(then, now))
