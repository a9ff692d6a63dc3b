"""Finding quoted words in a text, and finding them again in a later version of it.

A quote is evidence, so it is looked for as it stands: "an 11-member team" is 98 % similar to "a
12-member team" and means something else. What is merely similar is offered to a person, never taken.
"""

import re
import unicodedata
from collections.abc import Iterator

from rapidfuzz.fuzz import partial_ratio_alignment

from claims.text.spans import Span

_SIMILAR_ENOUGH = 70
_JOINING = "-'’"
# How much of its surroundings tells a quote from its like.
_WIDTH = 32
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*(?:\s+|$)|\n+")


def find_quote(quote: str, text: str, *, near: int = 0) -> Span | None:
    """Return where `quote` stands in `text`, the occurrence nearest to offset `near`.

    Offsets are Unicode code points, half open. Exact: an edited quote is not found.

    >>> find_quote("an 11-member team", "He said an 11-member team will go.")
    Span(start=8, end=25)
    """
    if not quote:
        return None
    # Two searches, not all occurrences: a short quote in a long text may have a million of them.
    before, after = text.rfind(quote, 0, max(near, 0) + len(quote)), text.find(quote, max(near, 0))
    starts = [start for start in (before, after) if start >= 0]
    start = min(starts, key=lambda start: abs(start - near), default=None)
    return None if start is None else Span(start, start + len(quote))


def find_all(quote: str, text: str) -> list[Span]:
    """Return every place where `quote` stands in `text`, overlapping ones included.

    >>> find_all("aa", "aaa")
    [Span(start=0, end=2), Span(start=1, end=3)]
    """
    return list(_occurrences(quote, text))


def find_selection(quote: str, text: str, *, near: int = 0) -> Span | None:
    """Return where words selected in a browser stand in the stored `text`.

    A browser changes white space only (the end of a paragraph becomes one newline or two, a line
    break a space), so white space is matched as such and every other character as it is. Words that
    stand at `near` so read are taken before words that stand elsewhere to the letter.

    >>> find_selection("fell.\\nThe rest", "Kabul fell.\\n\\nThe rest fled.")
    Span(start=6, end=21)
    """
    return (
        _at(near, quote.split(), text)
        or find_quote(quote.strip(), text, near=near)
        or _find_loosely_spaced(quote, text, near)
    )


def context_of(span: Span, text: str, width: int = _WIDTH) -> tuple[str, str]:
    """Return up to `width` characters before and after `span`, by which it is told from its like."""
    span.of(text)
    return text[max(0, span.start - width) : span.start], text[span.end : span.end + width]


def reanchor(exact: str, prefix: str, suffix: str, text: str, near: int = 0) -> Span | None:
    """Return where the quote `exact` stands in `text`, a later version of the text it was made in.

    Only the very same words will do. Where they occur more than once, the place whose surroundings
    agree most with `prefix` and `suffix` is taken, then the one nearest to `near`.

    >>> reanchor("Doha", "talks in ", ".", "Doha is hot. They left for talks in Doha.")
    Span(start=36, end=40)
    """

    def fitness(span: Span) -> tuple[int, int]:
        return _agreement(span, prefix, suffix, text), -abs(span.start - near)

    return max(_occurrences(exact, text), key=fitness, default=None)


def carry_over(span: Span, text: str, other: str) -> Span | None:
    """Return where the words at `span` of `text` stand in `other`, another version of it; None where they do not.

    >>> carry_over(Span(0, 4), "Doha is hot.", "They say: Doha is hot.")
    Span(start=10, end=14)
    """
    prefix, suffix = context_of(span, text)
    return reanchor(span.of(text), prefix, suffix, other, span.start)


def find_unchanged(span: Span, text: str, other: str) -> Span | None:
    """Return where the words at `span` of `text` stand in `other`, in the same sentence; None where not.

    >>> find_unchanged(Span(0, 4), "Doha is hot.", "They say: Doha is hot.") is None
    True
    >>> find_unchanged(Span(0, 4), "Doha is hot.", "It is June. Doha is hot.")
    Span(start=12, end=16)
    """
    place = carry_over(span, text, other)
    return place if place and stands_unchanged(span, text, place, other) else None


def stands_unchanged(span: Span, text: str, place: Span, other: str) -> bool:
    """Whether the words at `place` of `other` stand in the sentence in which those at `span` of `text` stood.

    Words mean what their sentence makes of them: "will attend" is not the same in "denied that they will attend". As
    far as 32 characters before and after, nothing but white space may differ, up to the ends of the sentence.

    >>> old, new = "Officials: they will attend.", "They denied that they will attend."
    >>> stands_unchanged(Span(16, 27), old, Span(22, 33), new)
    False
    >>> stands_unchanged(Span(16, 27), old, Span(23, 34), f"Today. {old} Talks follow.")
    True
    """
    then, now = _sentence_around(span, text), _sentence_around(place, other)
    return _same_until_cut(then[0][::-1], now[0][::-1]) and _same_until_cut(then[1], now[1])


def _sentence_around(span: Span, text: str) -> tuple[str, str]:
    """Return what of the sentence stands before and after `span`; "|" marks its ends where they are in sight."""
    before, after = context_of(span, text)
    if span.start <= _WIDTH:
        before = f"\n{before}"
    if len(text) - span.end <= _WIDTH:
        after = f"{after}\n"
    *_, head = _SENTENCE_END.split(before)
    end = _SENTENCE_END.search(after)
    tail = after[: end.start()] if end else after
    starts = "|" if len(head) < len(before) else ""
    # A question does not say what a statement says.
    ends = f"{'?' * end[0].startswith('?')}|" if end else ""
    return starts + " ".join(head.split()), " ".join(tail.split()) + ends


def _same_until_cut(one: str, other: str) -> bool:
    """Whether two contexts, from the quote outwards, agree as far as both are known; "|" is the end of a sentence."""
    if "|" in (one[-1:], other[-1:]):
        return one == other
    return _shared_start(one, other) == min(len(one), len(other))


def closest_words(quote: str, text: str) -> Span | None:
    """Return the whole words of `text` most like `quote`, for a person to look at; never an anchor.

    >>> text = "He said a 12-member team will go."
    >>> closest_words("an 11-member team", text).of(text)
    'a 12-member team'
    """
    if not quote.strip() or not text.strip():
        return None
    found = partial_ratio_alignment(_small_letters(quote), _small_letters(text), score_cutoff=_SIMILAR_ENOUGH)
    if found is None or found.dest_end <= found.dest_start:
        return None
    return _widened_to_words(Span(found.dest_start, found.dest_end), text)


def _occurrences(quote: str, text: str) -> Iterator[Span]:
    start = text.find(quote) if quote else -1
    while start >= 0:
        yield Span(start, start + len(quote))
        start = text.find(quote, start + 1)


def _at(start: int, words: list[str], text: str) -> Span | None:
    """Return where `words`, whatever white space parts them, stand from `start` on."""
    # The place is fixed and words hold no white space, so that nothing is tried twice however long a space is.
    found = re.compile(r"\s+".join(re.escape(word) for word in words)).match(text, max(start, 0)) if words else None
    return Span(*found.span()) if found else None


def _find_loosely_spaced(quote: str, text: str, near: int) -> Span | None:
    words = quote.split()
    if not words:
        return None
    # Words hold no white space, so that there is one way only to match and nothing to backtrack over.
    pattern = re.compile(r"\s{1,50}".join(re.escape(word) for word in words))
    found = min(pattern.finditer(text), key=lambda found: abs(found.start() - near), default=None)
    return Span(*found.span()) if found else None


def _agreement(span: Span, prefix: str, suffix: str, text: str) -> int:
    """How many characters next to `span`, on both sides, are those of `prefix` and `suffix`."""
    before, after = context_of(span, text, max(len(prefix), len(suffix)))
    return _shared_start(before[::-1], prefix[::-1]) + _shared_start(after, suffix)


def _shared_start(one: str, other: str) -> int:
    pairs = zip(one, other, strict=False)
    return next((i for i, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _small_letters(text: str) -> str:
    """`text` in small letters and at the same offsets: the few letters that would grow stay as they are."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _widened_to_words(span: Span, text: str) -> Span | None:
    start, end = span.start, span.end
    while start > 0 and _in_one_word(text[start - 1 : start + 1]):
        start -= 1
    while end < len(text) and _in_one_word(text[end - 1 : end + 1]):
        end += 1
    return Span(start, end).trimmed(text)


def _in_one_word(pair: str) -> bool:
    """Whether no word ends or begins between two characters; a full stop or a quotation mark is no part of one."""
    return all(c in _JOINING or not (c.isspace() or unicodedata.category(c)[0] in "ZP") for c in pair)
