"""Offices and titles that a text gives to people: beside a name, or in an apposition to it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claims.text.attribution.name_lists import TITLES
from claims.text.attribution.names import capitalised_names
from claims.text.spans import Span

_WORD = re.compile(r"[^\W\d_][\w-]{0,30}")
_NO_HEADS = frozenset(
    "state press former acting interim foreign democrat republican national external gop prime vice".split()
)
_ROLES = TITLES - _NO_HEADS
# Part of an office by which it is told from others: "foreign minister", not "new minister".
_OF_AN_OFFICE = TITLES - frozenset("acting interim former mr mrs ms miss".split())
_REACH = 90
# ", the interim foreign minister of the Emirate," after a name; "Pakistan's foreign minister, " before it.
_AFTER = re.compile(r"(?:[’']s)?,\s(?P<office>[^,;:.“”\"]{3,80})(?:[,;.]|\Z)")
_BEFORE = re.compile(
    r"(?:\A|[,;.:“”\"]\s{0,2}|\b(?:with|and|by|to|that|from|met|of)\s)(?P<office>[^,;:.“”\"]{3,80}?)(?P<comma>,?)\s\Z"
)
_BUILT_ON = re.compile(r"\s(?:of|for|to|in|at|on)\s")


@dataclass(frozen=True, slots=True)
class Office:
    """Words for an office, and the name of the person to whom they are given.

    It `explains` the name where a comma parts the two, and does not only stand before it as a title.
    """

    words: str
    person: str
    explains: bool


def has_office(sentence: str, name: Span) -> bool:
    """Whether a title or office stands right beside the name."""
    return any(True for _ in _offices_of(sentence, name))


def offices_in(sentence: str) -> list[Office]:
    """Return the offices that `sentence` gives to the people it names.

    >>> [(one.words, one.person) for one in offices_in("Afghanistan's foreign minister, Amir Khan Muttaqi, came.")]
    [("Afghanistan's foreign minister", 'Amir Khan Muttaqi')]
    """
    return [office for name in capitalised_names(sentence) for office in _offices_of(sentence, name)]


def kind_of_office(words: str) -> tuple[str, ...]:
    """Return which office words are built on, in small letters: () where they are no office.

    >>> kind_of_office("the interim foreign minister of the Emirate"), kind_of_office("the talks")
    (('foreign', 'minister'), ())
    """
    head = [word.casefold() for word in _WORD.findall(_BUILT_ON.split(words, maxsplit=1)[0])]
    if not head or head[-1] not in _ROLES:
        return ()
    start = len(head) - 1
    while start > 0 and head[start - 1] in _OF_AN_OFFICE:
        start -= 1
    return tuple(head[start:])


def is_role(word: str) -> bool:
    """Whether offices may be built on `word`: "minister", "envoy"."""
    return word.casefold() in _ROLES


def _offices_of(sentence: str, name: Span) -> Iterator[Office]:
    before = _BEFORE.search(sentence[max(name.start - _REACH, 0) : name.start])
    if before and kind_of_office(before["office"]):
        explains = bool(before["comma"])
        # "The minister of the Islamic Emirate" gives no office to the Emirate.
        if explains or is_role(before["office"].split()[-1]):
            yield Office(before["office"], name.of(sentence), explains)
    after = _AFTER.match(sentence, name.end)
    if after and kind_of_office(after["office"]):
        yield Office(after["office"], name.of(sentence), explains=True)
