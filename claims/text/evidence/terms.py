"""The words of a text that can tell it from others, cut to their stems."""

import re
from collections.abc import Iterable
from functools import lru_cache

from claims.text.spans import Span

_WORD = re.compile(r"[^\W_]{1,60}")
# The "s" of an owner and the scraps of a web address are no words.
_NO_WORDS = re.compile(r"[’']s\b|https?://\S{1,500}|\bpic\.twitter\.com/\S{1,50}")
# Words that say nothing of what a text is about.
STOP_WORDS = frozenset(
    """
    a about after all also an and any are as at be because been before being but by can could did do does during for
    from had has have he her here his how i if in into is it its just may me might more most my new no nor not now of
    on one only or other our out over own said say saying says she should so some such than that the their them then
    there these they this those to told too under until up upon us was we were what when where which while who whom
    whose why will with would you your yet
    """.split()
) - {"us"}
_SHORTEST_STEM = 3
# A search compares some hundred sentences, and asks for the stems of each again and again.
_MOST_KEPT = 4_096


@lru_cache(_MOST_KEPT)
def terms(text: str) -> tuple[str, ...]:
    """Return the stems of the telling words of `text`, in order, repeats included.

    >>> terms("The envoys' visit to Kabul is over, and Muttaqi's visits begin.")
    ('envoy', 'visit', 'kabul', 'muttaqi', 'visit', 'begin')
    """
    return tuple(stem(word) for word in telling_words(text))


def telling_words(text: str) -> list[str]:
    """Return the telling words of `text` in small letters, whole: what a full-text index is asked for.

    >>> telling_words("Muttaqi will visit Islamabad. https://example.org/x1?id=2")
    ['muttaqi', 'visit', 'islamabad']
    """
    words = _WORD.findall(_NO_WORDS.sub("", text).casefold())
    return [word for word in words if word not in STOP_WORDS and (len(word) > 1 or word.isdigit())]


def as_written(stems: Iterable[str], *texts: str) -> list[str]:
    """Return a word of `texts` for each stem, in small letters: the shortest of which it is one, or itself.

    >>> as_written(["releas", "hostag"], "They will release hostages.", "Two hostages were released.")
    ['release', 'hostages']
    """
    forms: dict[str, str] = {}
    for word in sorted((word for text in texts for word in telling_words(text)), key=lambda word: (len(word), word)):
        forms.setdefault(stem(word), word)
    return [forms.get(one, one) for one in stems]


def spans_of_words(text: str) -> list[tuple[str, Span]]:
    """Return all words of `text` in small letters and where they stand; the "s" of an owner stands by itself.

    >>> [word for word, _ in spans_of_words("Pakistan’s FM")]
    ['pakistan', 's', 'fm']
    """
    return [(found[0].casefold(), Span(*found.span())) for found in _WORD.finditer(text)]


def stem(word: str) -> str:
    """Return `word` without the endings of plurals and verbs: near enough for counting what two texts share.

    >>> stem("visited"), stem("visits"), stem("meetings"), stem("countries")
    ('visit', 'visit', 'meet', 'country')
    """
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith("s") and not word.endswith("ss") and len(word) > _SHORTEST_STEM:
        word = word[:-1]
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return _tidied(word[: -len(ending)])
    return _tidied(word)


def _tidied(word: str) -> str:
    """Without a doubled last consonant ("stopp") or a silent e ("arrive")."""
    if len(word) > _SHORTEST_STEM and word[-1] == word[-2] and word[-1] not in "aeious":
        return word[:-1]
    return word[:-1] if word.endswith("e") and len(word) > _SHORTEST_STEM else word
