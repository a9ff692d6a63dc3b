"""What differs between two texts, word by word, for a person to look at."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

_WORD = re.compile(r"\s+|\w+|[^\w\s]")
_TYPE = str.maketrans(dict.fromkeys('"“”„‟«»‘’‚‛`´', "'") | dict.fromkeys("–—―−‐‑", "-"))
# After a number it is a minute or a second, a foot or an inch.
_PRIMES = re.compile(r"(?<=\d)[\"“”„‟]")
# Comparing takes the square of the length; beyond this nobody reads word by word.
_MOST_WORDS = 4000


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stand in both texts ("same"), in the first alone ("gone") or in the second alone ("new")."""

    text: str
    kind: Literal["same", "gone", "new"]


def word_differences(old: str, new: str) -> list[Piece]:
    """Return how `old` becomes `new`: the pieces that are not new join to `old`, those not gone to `new`.

    >>> [(piece.kind, piece.text) for piece in word_differences("an 11-member team", "a 12-member team")]
    [('gone', 'an'), ('new', 'a'), ('same', ' '), ('gone', '11'), ('new', '12'), ('same', '-member team')]
    """
    before, after = _words(old), _words(new)
    pieces: list[Piece] = []
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            pieces.append(Piece("".join(before[a:b]), "same"))
            continue
        if b > a:
            pieces.append(Piece("".join(before[a:b]), "gone"))
        if d > c:
            pieces.append(Piece("".join(after[c:d]), "new"))
    return pieces


def both_sides(one: str, other: str) -> tuple[list[Piece], list[Piece]] | None:
    """Return the pieces of either text, those not "same" being in it alone; None for texts that say it otherwise.

    Texts of which less than half stands in both are not marked: each is to be read as a whole then.

    >>> one, other = both_sides("He came on Monday.", "He came on Friday.") or ([], [])
    >>> [piece.text for piece in one if piece.kind == "gone"], [piece.text for piece in other if piece.kind == "new"]
    (['Monday'], ['Friday'])
    >>> both_sides("He came on Monday.", "Two reports deny it.") is None
    True
    """
    pieces = word_differences(one, other)
    same = sum(len(piece.text.strip()) for piece in pieces if piece.kind == "same")
    if 2 * same < max(len(one), len(other)):
        return None
    return [piece for piece in pieces if piece.kind != "new"], [piece for piece in pieces if piece.kind != "gone"]


def is_typed_otherwise(old: str, new: str) -> bool:
    """Whether nothing but white space, quotation marks and dashes differs between two texts: how they are typed.

    >>> is_typed_otherwise("the envoy's “visit” – to  Kabul", "the envoy’s 'visit' — to Kabul")
    True
    >>> is_typed_otherwise("a wall of 6' height", 'a wall of 6" height')
    False
    >>> is_typed_otherwise("1.5 million", "15 million"), is_typed_otherwise("Yes", "yes")
    (False, False)
    """
    return _plain(old) == _plain(new)


def _plain(text: str) -> str:
    return " ".join(_PRIMES.sub("″", text).translate(_TYPE).split())


def words_of(text: str) -> list[str]:
    """Return words, single signs and stretches of white space, which join to `text`.

    >>> words_of("He came, late.")
    ['He', ' ', 'came', ',', ' ', 'late', '.']
    """
    return _WORD.findall(text)


def _words(text: str) -> list[str]:
    words = words_of(text)
    return words if len(words) <= _MOST_WORDS else [text]
