"""People's names: where they stand, and whether two of them can be one person's.

Names are matched by parts, never by overall likeness: "Imran Khan" and "Amir Khan" are two thirds
alike and two people.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from claims.text.attribution.name_lists import (
    FAMILY_FIRST,
    NO_NAMES,
    ORGANISATIONS,
    PARTICLES,
    SHARED,
    SUFFIXES,
    TITLES,
)
from claims.text.spans import Span

_PART = r"(?:[A-Z]\.|[A-ZÀ-ÖØ-Þ][^\W\d_]{0,30}(?:[-’'][^\W\d_]{1,30}){0,3})"
_PARTICLE = "|".join(sorted(PARTICLES))
_LINK = rf"(?:[ \xa0]{{1,2}}(?:(?:{_PARTICLE})[ \xa0-]{{1,2}}){{0,2}}|(?<=\.)|-)"
_RUN = re.compile(rf"(?<![\w’'.])(?:(?:al|el)-)?{_PART}(?:{_LINK}{_PART}){{0,7}}")
_POSSESSIVE = re.compile(r"[’']s\b")
_MOST_KEPT = 8_192
# "I’ve", "Don’t".
_CONTRACTED = re.compile(r"[’'](?:ve|re|ll|d|m|s)\Z")
_OWNER = re.compile(r"[’']s(?=\s)")
_WORD = re.compile(r"[^\W\d_]{1,40}")
_VOWELS = str.maketrans("", "", "aeiouy")
_OFFICES = frozenset(
    """
    attorney minister secretary
    president senator sen gen adviser advisor spokesman spokeswoman spokesperson chancellor
    governor gov ambassador director chairman chairwoman commissioner envoy representative premier congressman
    congresswoman lawmaker
    """.split()
)
_MALE, _FEMALE = frozenset(["mr", "sir"]), frozenset(["mrs", "ms", "miss", "lady", "dame"])


def capitalised_names(sentence: str) -> list[Span]:
    """Return the runs of capitalised words in `sentence` that can be names, without titles before them.

    >>> text = "Foreign Minister Shah Mahmood Qureshi met Mr Khan's envoy in Kabul."
    >>> [name.of(text) for name in capitalised_names(text)]
    ['Shah Mahmood Qureshi', 'Khan', 'Kabul']
    """
    names = (_as_name(sentence, piece) for found in _RUN.finditer(sentence) for piece in _owners_apart(found))
    return [name for name in names if name]


def untitled(name: str) -> str:
    """Return a name without an office before it, of which a title is the last word.

    >>> untitled("Water Minister Seleshi Bekele"), untitled("Imran Khan")
    ('Seleshi Bekele', 'Imran Khan')
    """
    words = name.split(" ")
    last = max((i for i, word in enumerate(words[:-1]) if word.casefold().rstrip(".") in _OFFICES), default=-1)
    return " ".join(words[last + 1 :])


def same_person(a: str, b: str) -> bool:
    """Whether the names can be those of one person: the same surname, and nothing that contradicts.

    A name that many share shows nothing by itself, not even beside itself. Spellings may differ in
    their vowels where another part of the name agrees.

    >>> same_person("Muttaqi", "Amir Khan Muttaqi"), same_person("Khan", "Imran Khan")
    (True, False)
    >>> same_person("Shah Mehmood Qureshi", "Shah Mahmood Qureshi")
    True
    """
    if _contradict(_all_words(a), _all_words(b)):
        return False
    shorter, longer = sorted((name_parts(a), name_parts(b)), key=len)
    if not shorter:
        return False
    if len(shorter) == 1:
        return shorter[0] not in SHARED and _is_surname_of(shorter[0], longer)
    if shorter == longer:
        return True
    if not _same_part(shorter[-1], longer[-1]):
        return False
    agreed = _agreed_parts(shorter[:-1], longer[:-1])
    exact = shorter[-1] == longer[-1]
    return agreed is not None and _distinguishes(agreed, longer[-1], exact=exact)


def name_parts(name: str) -> list[str]:
    """The parts of a name in small letters, without titles and suffixes: "Lt Gen Faiz Hameed" has two.

    >>> name_parts("Lt Gen Faiz Hameed")
    ['faiz', 'hameed']
    """
    words = _all_words(name)
    start = 0
    while start < len(words) - 1 and words[start] in TITLES:
        start += 1
    return [word for word in words[start:] if word not in SUFFIXES and word not in PARTICLES]


@lru_cache(maxsize=_MOST_KEPT)
def _all_words(name: str) -> tuple[str, ...]:
    """The words of a name in small letters; kept, for an article's few names are compared again and again."""
    return tuple(word.casefold() for word in _WORD.findall(_POSSESSIVE.sub("", name[:200])))


def _contradict(a: Sequence[str], b: Sequence[str]) -> bool:
    """Mr is not Mrs, and the son is not the father."""
    one, other = set(a), set(b)
    if (one & _MALE and other & _FEMALE) or (one & _FEMALE and other & _MALE):
        return True
    return one & SUFFIXES != other & SUFFIXES and min(len(a), len(b)) > 1


def _is_surname_of(part: str, parts: list[str]) -> bool:
    """The last part, spelt the same; the first, where families stand first."""
    return part == parts[-1] or (part in FAMILY_FIRST and part == parts[0])


def _agreed_parts(shorter: list[str], longer: list[str]) -> list[str] | None:
    """The given names of `shorter` as found in `longer`, in order; None when one is missing."""
    found: list[str] = []
    rest = iter(longer)
    for part in shorter:
        match = next((other for other in rest if _same_part(part, other)), None)
        if match is None:
            return None
        found.append(match if len(part) > 1 else part)
    return found


def _same_part(one: str, other: str) -> bool:
    """Equal, an initial of the other, or differing in vowels only."""
    if one == other or (len(one) == 1 and other.startswith(one)) or (len(other) == 1 and one.startswith(other)):
        return True
    if one[:1] != other[:1] or min(len(one), len(other)) < 4:
        return False
    return _skeleton(one) == _skeleton(other)


def _skeleton(part: str) -> str:
    """The consonants, doubled ones once: "Hussein" and "Husain" have the same."""
    bones = part.translate(_VOWELS)
    return bones[:1] + "".join(b for a, b in pairwise(bones) if a != b)


def _distinguishes(given: list[str], surname: str, *, exact: bool) -> bool:
    """Whether what the names share tells people apart: a rare part, and more where spellings differ."""
    spelt_out = [part for part in given if len(part) > 1]
    rare = any(part not in SHARED for part in (*spelt_out, surname))
    return rare and (exact or bool(spelt_out))


def _owners_apart(run: re.Match[str]) -> list[Span]:
    """ "India's Ajit Doval" are two names."""
    edges = [run.start(), *(run.start() + owner.end() for owner in _OWNER.finditer(run[0])), run.end()]
    return [Span(start, end) for start, end in pairwise(edges) if start < end]


def _as_name(sentence: str, run: Span) -> Span | None:
    """The run without titles, possessive "s" and words that only begin a sentence."""
    words = list(re.finditer(r"\S+", run.of(sentence)))
    while words and _is_no_name(words[0][0], words[1][0] if len(words) > 1 else ""):
        words.pop(0)
    if not words:
        return None
    possessive = words[-1][0].endswith(("'s", "’s"))
    return Span(run.start + words[0].start(), run.start + words[-1].end() - 2 * possessive)


def _is_no_name(word: str, following: str) -> bool:
    """Whether a name does not begin here; "State" is part of "State Department" and a title elsewhere."""
    small = _CONTRACTED.sub("", word.casefold().rstrip("."))
    if small in NO_NAMES or small.endswith(("n't", "n’t")):
        return True
    return small in TITLES and following.casefold() not in ORGANISATIONS
