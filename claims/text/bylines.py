"""A line of its own that says who wrote: "By Ayesha Khan and John R. Smith"."""

import calendar
import re
from dataclasses import dataclass

_BYLINE = re.compile(r"By ([^\n,.;:!?]{3,40}(?:\. [^\n,.;:!?]{2,40})?)[ \t]{0,20}(?=\n)")
_PARTICLE = re.compile(r"(?:al|bin|bint|da|de|del|der|di|dos|du|e|el|ibn|la|le|ul|ur|van|von)(?:-\w{1,30})?")
_NOT_NAMES = frozenset(word for word in (*calendar.day_name, *calendar.month_name, "Our", "The", "A") if word)


@dataclass(frozen=True, slots=True)
class Byline:
    """Who is said to have written, without the word "By"."""

    written: str
    names: str


def split_byline(text: str) -> tuple[Byline | None, str]:
    """Return the byline that `text` opens with, and the text after it.

    >>> split_byline("By Ayesha Khan\\n\\nKABUL: It rained.")
    (Byline(written='By Ayesha Khan', names='Ayesha Khan'), 'KABUL: It rained.')
    """
    found = _BYLINE.match(text)
    if not found or not text[found.end() :].strip() or not _are_names(found[1].strip()):
        return None, text
    return Byline(found[0].strip(), found[1].strip()), text[found.end() :].lstrip()


def _are_names(written: str) -> bool:
    return all(_is_name(name) for name in written.split(" and "))


def _is_name(written: str) -> bool:
    """Two to five words, each with a capital but for particles: "Ahmad Khan", "Rana al-Sayed"."""
    words = written.split()
    capitals = [word for word in words if any(c.isupper() for c in word)]
    rest = [word for word in words if not word[0].isupper() and not _PARTICLE.fullmatch(word)]
    return (
        2 <= len(words) <= 5
        and len(capitals) >= 2
        and not rest
        and not _NOT_NAMES.intersection(words)
        and not any(c.isdigit() for c in written)
    )
