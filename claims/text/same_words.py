"""When two stretches of text are the same words: copies of one report differ in case, marks and articles."""

import re

_WORD = re.compile(r"[^\W_]{1,100}")
# What an editor adds or takes away, and nothing else: a number, a name or a "not" makes another statement.
_LIGHT = frozenset({"a", "an", "the", "that"})
_FEWEST = 5


def same_words_key(text: str) -> str:
    """Return what is the same for texts of the same words, or "" for so few words that they are alike by chance.

    >>> same_words_key("The envoy’s team will visit Kabul") == same_words_key("Envoy's team WILL visit Kabul,")
    True
    >>> same_words_key("They did not agree on the terms") == same_words_key("They did agree on the terms")
    False
    >>> same_words_key("Talks follow.")
    ''
    """
    words = [word for word in _WORD.findall(text.casefold()) if word not in _LIGHT]
    return " ".join(words) if len(words) >= _FEWEST else ""
