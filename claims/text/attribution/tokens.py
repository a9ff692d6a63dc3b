"""Words, marks and whole quotations, in a row: what the rules of attribution read."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from claims.text.spans import Span

Kind = Literal["word", "mark", "quote"]

_TOKEN = re.compile(
    r"""
      (?P<word> (?:Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Gen|Lt|Col|Prof|St|Jr|Sr|Sgt|Capt|Rev|Adm|Maj|Hon
      |Co|Corp|Inc|Ltd)\.
      | (?:[A-Z]\.){1,5}
      | [$£€@\#]?[^\W_]{1,60}(?:[’'./&_-][^\W_]{1,60}){0,6}
      )
      | (?P<mark> -- | [^\w\s])
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a mark, or a quotation as one, with the same in small letters and straight apostrophes."""

    span: Span
    kind: Kind
    low: str
    capital: bool = False

    @property
    def is_word(self) -> bool:
        return self.kind == "word"


def read_tokens(text: str, stretch: Span, quotations: Sequence[Span]) -> list[Token]:
    """Return the tokens of `stretch`; each of `quotations`, which are ordered, becomes a single one.

    >>> text = 'Mr. Khan said "no way", twice.'
    >>> [token.low for token in read_tokens(text, Span(0, 30), [Span(14, 22)])]
    ['mr.', 'khan', 'said', '"no way"', ',', 'twice', '.']
    """
    tokens: list[Token] = []
    start = stretch.start
    for quotation in _within(stretch, quotations):
        tokens.extend(_plain(text, start, quotation.start))
        tokens.append(Token(quotation, "quote", quotation.of(text)))
        start = quotation.end
    tokens.extend(_plain(text, start, stretch.end))
    return tokens


def word_at(tokens: Sequence[Token], place: int) -> str:
    """The word at `place` in small letters; nothing where there is no word."""
    return tokens[place].low if 0 <= place < len(tokens) and tokens[place].is_word else ""


def _within(stretch: Span, quotations: Sequence[Span]) -> Iterator[Span]:
    for i in range(bisect_right(quotations, Span(stretch.start, stretch.start + 1)) - 1, len(quotations)):
        if i >= 0 and quotations[i].start >= stretch.end:
            return
        if i >= 0 and stretch.contains(quotations[i]):
            yield quotations[i]


def _plain(text: str, start: int, end: int) -> Iterator[Token]:
    for found in _TOKEN.finditer(text, start, end):
        word = found[0]
        kind: Kind = "word" if found["word"] else "mark"
        capital = word[0].isupper()
        yield Token(Span(*found.span()), kind, word.lower().replace("’", "'"), capital)
