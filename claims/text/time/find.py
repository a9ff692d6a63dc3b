"""Finding words for times in a text, and what they mean from the day on which it was published."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from claims.text.spans import Span
from claims.text.time import (
    ago,
    clock,
    clock_lengths,
    counted_days,
    day_parts,
    days,
    days_with_clock,
    holidays,
    lengths,
    like_periods,
    named_before,
    named_periods,
    numeric_days,
    quarters,
    quarters_by_days,
    ranges,
    relative_periods,
    seasons,
    sets,
    uncounted_lengths,
    vague,
    weekdays,
    years,
)
from claims.text.time.expression import TimeExpression, Window
from claims.text.time.page import Page
from claims.text.time.periods import Period
from claims.text.time.ranges import stretches
from claims.text.time.reading import Reading, Rule
from claims.text.time.windows import bounded

# Of two rules that read the same words the first one wins.
_RULES: tuple[Rule, ...] = (
    *holidays.RULES,
    *days_with_clock.RULES,
    *days.RULES,
    *weekdays.RULES,
    *numeric_days.RULES,
    *counted_days.RULES,
    *ranges.RULES,
    *clock.RULES,
    *day_parts.RULES,
    *quarters_by_days.RULES,
    *quarters.RULES,
    *like_periods.RULES,
    *relative_periods.RULES,
    *ago.RULES,
    *named_before.RULES,
    *named_periods.RULES,
    *years.RULES,
    *seasons.RULES,
    *sets.RULES,
    *vague.BEFORE_LENGTHS,
    *lengths.RULES,
    *clock_lengths.RULES,
    *uncounted_lengths.RULES,
    *vague.RULES,
)
_MOST_REMEMBERED = 20
_UNDATED_QUOTATION = "inside a quotation whose day is not stated, so the window is left open"


@dataclass(frozen=True, slots=True)
class _Candidate:
    """Words that a rule may read."""

    span: Span
    rank: int
    found: re.Match[str]

    @property
    def order(self) -> tuple[int, int, int]:
        """From left to right, the longest first."""
        return self.span.start, -self.span.end, self.rank


@dataclass(frozen=True, slots=True)
class _Found:
    """Words that were read, and what had been named before them."""

    candidate: _Candidate
    reading: Reading
    mentioned: tuple[Period, ...]


def find_times(text: str, *, published_on: date | None) -> list[TimeExpression]:
    """Return the words for times in `text`, in order and disjoint, resolved from the day of publication.

    Relative words inside a quotation are counted from the day on which it was uttered, where its sentence
    says so; else their value is that of the publication day and their window stays open. Without
    `published_on` relative words have a value with X in it, and no window. Nothing is counted from today.

    >>> [found] = find_times("He will arrive on Thursday.", published_on=date(2021, 11, 7))
    >>> found.text, found.value, found.window.latest.isoformat()
    ('Thursday', '2021-11-11', '2021-11-11')
    """
    page = Page.of(text, published_on)
    found = list(_read_in_order(page))
    days_named = [(one.candidate.span, one.reading.period) for one in found if one.reading.period]
    uttered = [page.uttered_on(one.candidate.span, days_named) for one in found]
    read = [(one.candidate.span, _counted_from(one, page, day)) for one, day in zip(found, uttered, strict=True)]
    whole = stretches(text, read)
    return [
        _expression(
            span,
            text,
            _within(reading, whole.get(place)) or bounded(reading, page.before(span), page.after(span), day),
        )
        for place, ((span, reading), day) in enumerate(
            zip(read, (one or published_on for one in uttered), strict=True)
        )
    ]


def _read_in_order(page: Page) -> Iterator[_Found]:
    """What can be read, from left to right: what was named before may tell what "that day" is."""
    mentioned: tuple[Period, ...] = ()
    end = 0
    for candidate in sorted(_candidates(page.text), key=lambda one: one.order):
        if candidate.span.start < end:
            continue
        reading = _read(candidate, page, page.published_on, mentioned)
        if reading:
            yield _Found(candidate, reading, mentioned)
            end = candidate.span.end
            mentioned = (*mentioned, reading.period)[-_MOST_REMEMBERED:] if reading.period else mentioned


def _candidates(text: str) -> Iterator[_Candidate]:
    small = text.lower()
    for rank, one in enumerate(_RULES):
        if not one.may_be_in(small):
            continue
        for found in one.pattern.finditer(text):
            yield _Candidate(Span(*found.span(one.group)), rank, found)


def _read(candidate: _Candidate, page: Page, day: date | None, mentioned: tuple[Period, ...]) -> Reading | None:
    """None also where the calendar ends: "9,000 years ago" is no day of it."""
    try:
        return _RULES[candidate.rank].read(candidate.found, page.setting(candidate.span, day, mentioned))
    except (ValueError, OverflowError):
        return None


def _counted_from(found: _Found, page: Page, uttered_on: date | None) -> Reading:
    """What was read, counted from the day of utterance where it stands in a quotation."""
    candidate, reading = found.candidate, found.reading
    if not reading.relative or not page.is_quoted(candidate.span):
        return reading
    if not uttered_on:
        return replace(reading, window=None, reason=f"{reading.reason}; {_UNDATED_QUOTATION}")
    reading = _read(candidate, page, uttered_on, found.mentioned) or reading
    return replace(reading, reason=f"{reading.reason}; uttered on {uttered_on.isoformat()}")


def _within(reading: Reading, whole: Window | None) -> Reading | None:
    return replace(reading, window=whole, reason=f"{reading.reason}; an end of what lasts longer") if whole else None


def _expression(span: Span, text: str, reading: Reading) -> TimeExpression:
    return TimeExpression(span, span.of(text), reading.type, reading.value, reading.window, reading.reason)
