"""The words by which a text calls a story false, and how often an article does."""

import re
from functools import lru_cache

from claims.text.evidence import cues

# How far back is looked for what takes it back: "no part of it was a hoax".
_BACK = 240
_KEPT = 256


def called_false(text: str, cue: re.Pattern[str] = cues.TOLD_FALSE) -> str:
    """Return the words by which `text` calls a story false, nothing where it takes them back.

    >>> called_false("The story is a hoax."), called_false("It is not a hoax.")
    ('hoax', '')
    """
    for found in cue.finditer(text):
        if not cues.NOT_SAID_FALSE.search(text[max(found.start() - _BACK, 0) : found.start()]):
            return " ".join(found[0].split())
    return ""


@lru_cache(_KEPT)
def times_called_false(sentences: tuple[str, ...]) -> int:
    """Return how many different ones of `sentences` call a story false.

    >>> times_called_false(("It is a hoax.", "He laughed.", "The photo is fake.", "It is a hoax."))
    2
    """
    return sum(1 for one in dict.fromkeys(sentences) if called_false(one))
