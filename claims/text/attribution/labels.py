"""What may stand before the first word of a sentence: a dateline, a date, the name of who speaks."""

import re
from collections.abc import Sequence

from claims.text.attribution.tokens import Token, word_at
from claims.text.attribution.words import is_mark
from claims.text.known_names import is_city

_LONGEST_DATELINE = 14
_LONGEST_LABEL = 9
_SMALL_IN_NAMES = frozenset("of the and de al bin van von".split())
_LABELS = frozenset(
    """
    the latest|related|note|update|updated|correction|source|sources|background|q|a|question|answer|breaking|watch
    |photo|photos|video|read more|exclusive|analysis|opinion|editor's note|editors' note|poll|factbox|explainer|live
    |online|also|summary|comment
    """.replace("\n", "")
    .replace("    ", "")
    .split("|")
)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def past_dateline(tokens: Sequence[Token]) -> int:
    """The place after "WASHINGTON (AP) —" or a collector's "date 2021-11-07"; 0 where there is none."""
    if word_at(tokens, 0) == "date" and _DAY.fullmatch(word_at(tokens, 1)):
        return 2
    for i, token in enumerate(tokens[:_LONGEST_DATELINE]):
        if is_mark(token, "—–-:") and _is_dateline(tokens[:i], token) and i + 1 < len(tokens):
            return i + 1
    return 0


def _is_dateline(before: Sequence[Token], mark: Token) -> bool:
    if not before or not before[0].capital:
        return False
    credited = any(is_mark(token, ")") for token in before)
    written_as_one = all(t.kind == "mark" or t.capital or t.low[0].isdigit() for t in before)
    return written_as_one and (credited or not is_mark(mark, ":") or is_city(_words(before)))


def _words(tokens: Sequence[Token]) -> str:
    return " ".join(token.low for token in tokens)


def end_of_label(tokens: Sequence[Token]) -> int | None:
    """The place of the colon after the name of who speaks: "Trump: I will go", "A: Yes"."""
    for i, token in enumerate(tokens[:_LONGEST_LABEL]):
        if is_mark(token, ":"):
            return i if _is_speaker(tokens[:i]) and _is_said(tokens[i + 1 :]) else None
        if token.kind == "quote":
            return None
    return None


def _is_speaker(before: Sequence[Token]) -> bool:
    if not before or not before[0].capital or is_mark(before[-1], ")"):
        return False
    named = all(t.capital or t.low in _SMALL_IN_NAMES or is_mark(t, "-.,()") for t in before)
    return named and _words(before) not in _LABELS and not is_city(_words(before))


def _is_said(after: Sequence[Token]) -> bool:
    """Whether words follow and not only figures, as in a table."""
    words = [token for token in after if token.kind == "quote" or (token.is_word and not token.low[0].isdigit())]
    return len(after) > 1 and bool(words)
