"""The words around a quotation, for people who judge it."""

from claims.text.spans import Span

_CUT = "…"


def words_around(span: Span, text: str, *, most: int = 200) -> tuple[str, str]:
    """Return what stands before and after `span` in its lines of `text`, at most about `most` characters of each.

    What is longer is cut between two words, and an ellipsis says so.

    >>> words_around(Span(13, 18), "KABUL: It is dusty, they say.\\nNo more.", most=9)
    ('…It is ', ', they…')
    """
    line_start = text.rfind("\n", 0, span.start) + 1
    line_end = text.find("\n", span.end)
    after = text[span.end : line_end if line_end >= 0 else len(text)]
    return ending(text[line_start : span.start], most), beginning(after, most)


def ending(text: str, most: int) -> str:
    """Return `text`, or its last words behind an ellipsis where it has more than `most` characters.

    >>> ending("He went to Kabul", 9)
    '…to Kabul'
    """
    return text if len(text) <= most else _CUT + text[-most:].partition(" ")[2]


def beginning(text: str, most: int) -> str:
    """Return `text`, or its first words before an ellipsis where it has more than `most` characters.

    >>> beginning("He went to Kabul", 9)
    'He went…'
    """
    return text if len(text) <= most else text[:most].rpartition(" ")[0] + _CUT
