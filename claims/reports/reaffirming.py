"""What a person needs to see to re-affirm a suspended link. Reads only."""

from dataclasses import dataclass

from claims.text.differences import Piece, is_typed_otherwise, word_differences
from claims.text.quotes import closest_words


@dataclass(frozen=True, slots=True)
class Place:
    """The words in the newest version that are most like those of a passage that has no place there.

    `is_typed_otherwise` where they are the same but for their type: white space, quotation marks, dashes.
    """

    words: str
    start: int
    differences: tuple[Piece, ...]
    is_typed_otherwise: bool = False


def needs_place(passage):
    """Whether `passage` has no place in the newest version of its article."""
    return not passage.anchors.filter(version=passage.article.newest_version()).exists()


def closest_place(passage):
    """Return where the newest version says nearly what `passage` quotes, or None."""
    text = passage.article.newest_version().text
    span = closest_words(passage.exact, text)
    if span is None:
        return None
    words = span.of(text)
    differences = tuple(word_differences(passage.exact, words))
    return Place(words, span.start, differences, is_typed_otherwise(passage.exact, words))
