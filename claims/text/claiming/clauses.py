"""Whether words belong to the main clause of a claim, or to one that hangs on another."""

import re

from claims.text.time.direction import has_verb

_OPENS = re.compile(
    r"\b(?:that|which|who|whom|whose|what|where|because|so|when|while|how|whether|than|although|though)\s",
    re.IGNORECASE,
)
# "No hint of how they might win", "plans that would fail", "While it may rain, …": never the main clause.
_ASKED_AFTER = re.compile(r"\b(?:how|what|why|whether|where)\s(?:[^\s,;]{1,25}\s){0,6}\Z", re.IGNORECASE)
_OF_A_NOUN = re.compile(r"[\w”\"’)]\s(?:who|which|that)\s(?:(?:also|then|now)\s)?\Z")
_GRANTED_FIRST = re.compile(r"\A(?:While|Although|Though|Whenever|When|As|Because|Since|Whatever)\s[^,;]*\Z")
# How far back a clause may begin.
_REACH = 90


def hangs(words: str, place: int) -> bool:
    """Whether the verb at `place` is of a clause that hangs on one before it, which has a verb of its own.

    >>> words = "We had all that we could need, and it would be late"
    >>> hangs(words, words.index("could")), hangs(words, words.index("would"))
    (True, False)
    """
    before = words[max(place - _REACH, 0) : place]
    if _ASKED_AFTER.search(before) or _OF_A_NOUN.search(before):
        return True
    if _GRANTED_FIRST.match(words[:place]) and "," in words[place:]:
        return True
    for found in reversed(list(_OPENS.finditer(before))):
        inner = before[found.end() :]
        if "," in inner or ";" in inner or has_verb(inner):
            return False
        if has_verb(words[: max(place - _REACH, 0) + found.start()]):
            return True
    return False
