"""Where, when and by which agency a report was filed: "Kabul, 9 November 2021 (TDI):"."""

import re
from dataclasses import dataclass

from claims.text.known_names import is_agency, is_city
from claims.text.written_days import DAY_PATTERN, WrittenDay, read_day

_WORD = r"[A-ZÀ-ÖØ-Þ][\w.'’-]{0,20}"
_WORDS = rf"{_WORD}(?: {_WORD}){{0,3}}"
_DATELINE = re.compile(
    rf"(?P<place>{_WORDS})"
    rf"(?:, {_WORDS}| ?\[(?P<country>{_WORDS})\])?"
    rf"(?:,? (?P<day>{DAY_PATTERN}))?"
    rf",?(?: ?\((?P<credit>[A-Z][\w&/., -]{{1,40}})\))?"
    rf"(?P<mark>:(?=\s)| ?(?:--|[–—―])| -(?=\s))"
)

# Words in capitals before a colon that are labels of what follows, whatever date comes with them.
_LABEL = re.compile(
    r"(?:ANALYSIS|ANSWER|BACKGROUND|BREAKING|COMMENT|CORRECTION|EDITORIAL|EXCLUSIVE|EXPLAINE[DR]|FACTBOX|FILE|INTERVIEW"
    r"|LIVE|NOTE|OPINION|QUESTION|STATEMENT|SUMMARY|TIMELINE|UPDATED?|WATCH)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline as written (without the mark that ends it), its agency credit and its day."""

    removed: str
    written: str
    credit: str | None
    day: WrittenDay | None


def split_dateline(text: str) -> tuple[Dateline | None, str]:
    """Return the dateline that `text` opens with, and the text after it.

    Not every word before a colon is a place: what could be a label or a speaker stays in the text.

    >>> split_dateline("ISLAMABAD: The envoy left.")[1]
    'The envoy left.'
    >>> split_dateline("BIDEN: We are leaving.")[1]
    'BIDEN: We are leaving.'
    """
    found = _DATELINE.match(text)
    if not found or not text[found.end() :].strip():
        return None, text
    day = read_day(found["day"]) if found["day"] else None
    if (found["day"] and not day) or not _names_a_place(found, dated=bool(day)):
        return None, text
    written = text[: found.start("mark")].rstrip(" ,")
    return Dateline(found[0].strip(), written, found["credit"], day), text[found.end() :].lstrip()


def _names_a_place(found: re.Match[str], *, dated: bool) -> bool:
    """Whether the rest of the dateline makes up for a place that could be something else."""
    place, credit = found["place"], found["credit"]
    known, capitals = is_city(place), place == place.upper()
    if _LABEL.match(place) or place.startswith("By "):
        return False
    if dated:
        return known or capitals or credit is not None or found["country"] is not None
    if credit:
        return known or is_agency(credit)
    return known and capitals
