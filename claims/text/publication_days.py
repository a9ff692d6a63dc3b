"""Days on which an undated text may have been published, each with the words that show it; a person chooses.

Nothing here dates an article: an address may name the day of an upload, and a text any day before its own.
"""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from claims.text.hints import full_days
from claims.text.marks import paragraphs
from claims.text.spans import Span
from claims.text.time.find import find_times
from claims.text.words_around import beginning
from claims.text.written_days import DAY_PATTERN, read_day

Where = Literal["address", "header", "dateline", "trailer", "page", "file", "text"]

MOST_READ = 20_000
MOST_IN_TEXT = 3
# A line that states when its page was made is short, and stands at the top or at the end.
LONGEST_LINE, TOP, END = 160, 6, 3
SHOWN = 120

_DAY = re.compile(rf"(?<!\w)(?:{DAY_PATTERN}|\d{{4}}-\d\d-\d\d)(?!\w)")
_STATES = re.compile(r"\b(?:publi(?:shed|cation)|posted|updated|issued|released|dated?)\b", re.IGNORECASE)
_YEAR = re.compile(r"(?<![\w.,/-])(?:19|20)\d\d(?![\w/-])")
_MONTH_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)/([a-z]{3})/(\d{1,2})/", re.IGNORECASE)
_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name}
_OF_ROLE: dict[str, Where] = {"header": "header", "day": "page", "trailer": "trailer"}


@dataclass(frozen=True, slots=True)
class Removed:
    """Words that were taken out of the text, and what they were."""

    role: str
    text: str


@dataclass(frozen=True, slots=True)
class DayFound:
    """A day, where it was found, the words that show it, and what is presumed besides (empty: nothing)."""

    day: date
    where: Where
    words: str
    presumed: str = ""


def publication_days(
    text: str,
    *,
    until: date,
    address: str = "",
    file_name: str = "",
    dateline: str = "",
    removed: tuple[Removed, ...] = (),
) -> list[DayFound]:
    """Return the days up to `until` on which `text` may have been published, each once, what tells most first.

    >>> text = "Talks began on 9 November 2021."
    >>> found = publication_days(text, until=date(2022, 1, 1), address="/2021/nov/10/talks")
    >>> [(one.where, one.day.isoformat()) for one in found]
    [('address', '2021-11-10'), ('text', '2021-11-09')]
    """
    lines = list(_edge_lines(text))
    text = text[:MOST_READ]
    everything = [
        *_in_address(address),
        *_in_removed(removed),
        *_in_dateline(dateline, text, until),
        *_in_lines(lines),
        *(DayFound(day, "file", file_name) for day in full_days(file_name)),
        *_in_text(text, until),
    ]
    first: dict[date, DayFound] = {}
    for one in everything:
        if one.day <= until:
            first.setdefault(one.day, one)
    return list(first.values())


def _in_address(address: str) -> Iterator[DayFound]:
    for day in full_days(address):
        yield DayFound(day, "address", address)
    for year, month, number in _MONTH_IN_ADDRESS.findall(address[:MOST_READ]):
        named = _day(int(year), _MONTHS.get(month.lower(), 0), int(number))
        if named:
            yield DayFound(named, "address", address)


def _in_removed(removed: tuple[Removed, ...]) -> Iterator[DayFound]:
    for one in removed:
        for day in _days_in(one.text):
            if where := _OF_ROLE.get(one.role):
                yield DayFound(day, where, one.text)


def _in_dateline(dateline: str, text: str, until: date) -> Iterator[DayFound]:
    """The day of the dateline, in the latest year that the text names where it states none itself."""
    for found in _DAY.finditer(dateline):
        written = read_day(found[0])
        in_full = written and written.in_full()
        if in_full:
            yield DayFound(in_full, "dateline", dateline)
        elif written:
            yield from _in_named_year(written.month, written.day, dateline, text, until)


def _in_named_year(month: int, number: int, dateline: str, text: str, until: date) -> Iterator[DayFound]:
    days = (_day(int(year), month, number) for year in _YEAR.findall(text))
    past = [day for day in days if day and day <= until]
    if past:
        latest = max(past)
        yield DayFound(latest, "dateline", dateline, f"{latest.year} is the latest year that the text names")


def _edge_lines(text: str) -> Iterator[str]:
    """The first lines of a text and its last ones, however long it is in between."""
    top, end = text[:MOST_READ], text[-MOST_READ:]
    yield from (line.of(top).strip() for line in paragraphs(top)[:TOP])
    yield from (line.of(end).strip() for line in paragraphs(end)[-END:])


def _in_lines(lines: list[str]) -> Iterator[DayFound]:
    for words in dict.fromkeys(lines):
        for found in _DAY.finditer(words) if len(words) <= LONGEST_LINE else ():
            day = _in_full(found[0])
            if day and (found[0] == words or _STATES.search(words)):
                yield DayFound(day, "page", words)


def _in_text(text: str, until: date) -> list[DayFound]:
    """The latest days that the text names in full: it was hardly published before what it tells.

    A day by which something is to happen is none of them; one since which something is so may be.
    """
    named = [
        DayFound(one.window.earliest, "text", _sentence(text, one.span))
        for one in find_times(text, published_on=None)
        if one.window and one.window.earliest and one.value.startswith(one.window.earliest.isoformat())
        if one.window.latest in (None, one.window.earliest)
    ]
    named = [one for one in named if one.day <= until]
    by_day = {one.day: one for one in reversed(named)}
    return [by_day[day] for day in sorted(by_day, reverse=True)][:MOST_IN_TEXT]


def _sentence(text: str, span: Span) -> str:
    """The words around `span` within its line, cut short with an ellipsis."""
    line = next((line for line in paragraphs(text) if line.overlaps(span)), span)
    start = max(line.start, span.start - SHOWN // 2)
    while start > line.start and not text[start - 1].isspace():
        start -= 1
    return ("…" if start > line.start else "") + beginning(text[start : line.end].rstrip(), SHOWN)


def _days_in(words: str) -> Iterator[date]:
    for found in _DAY.finditer(words):
        day = _in_full(found[0])
        if day:
            yield day


def _in_full(words: str) -> date | None:
    if words[:4].isdigit():
        return next(iter(full_days(words)), None)
    written = read_day(words)
    return written.in_full() if written else None


def _day(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None
