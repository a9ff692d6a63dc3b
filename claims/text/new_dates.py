"""The new date of an event that was put off or brought forward, as words of an article state it."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from claims.text.spans import Span
from claims.text.time.expression import TimeExpression
from claims.text.time.find import find_times

# "Rescheduled from Sunday": the day that holds no longer.
_NO_LONGER = re.compile(
    r"\b(?:from|instead of|rather than|not(?: on)?|(?:originally|initially|first|earlier|previously)"
    r"(?: \w{1,12}ed)?(?: for| on)?)\s(?:the\s)?\Z",
    re.IGNORECASE,
)
_ARRIVES_AT = re.compile(r"\b(?:to|until|till)\s(?:the\s)?\Z", re.IGNORECASE)
_LOOKS_BACK = 40
_WEEK = re.compile(r"(\d{4})-W(\d\d)")


@dataclass(frozen=True, slots=True)
class NewDays:
    """The days that `words` state, both included and one of them perhaps open, and the `reason` in words."""

    start: date | None
    end: date | None
    words: str
    reason: str


def new_days(
    text: str, span: Span, *, published_on: date | None, old: tuple[date | None, date | None]
) -> NewDays | None:
    """Return the new days that the words of `text` at `span` give an event, whose first and last day were `old`.

    None where they name no other day, or only days that were past when the text was published.

    >>> said = "The visit was moved from 7 November to November 10, he said."
    >>> found = new_days(said, Span(0, 60), published_on=date(2021, 11, 5), old=(None, date(2021, 11, 7)))
    >>> found.words, found.start.isoformat(), found.end.isoformat()
    ('November 10', '2021-11-10', '2021-11-10')
    """
    times = [one for one in find_times(text, published_on=published_on) if span.contains(one.span)]
    new = [one for one in times if _is_new(text, one, published_on, old)]
    chosen = next((one for one in new if _ARRIVES_AT.search(_before(text, one))), new[0] if new else None)
    if chosen is None:
        return None
    start, end = _days(text, chosen, published_on)
    return NewDays(start, end, chosen.text, f"“{chosen.text}”: {chosen.reason}")


def redated(
    statement: str,
    *,
    old: tuple[date | None, date | None],
    new: tuple[date | None, date | None],
    said_on: date | None,
) -> str:
    """Return `statement`, made on `said_on`, with its old day written as the new one; as it is where it names none.

    >>> day = date(2021, 8, 31), date(2021, 9, 10)
    >>> redated("It will end by August 31", old=(None, day[0]), new=(None, day[1]), said_on=date(2021, 7, 14))
    'It will end by 10 September 2021'
    """
    for old_day, new_day in zip(old[::-1], new[::-1], strict=True):
        named = [one for one in find_times(statement, published_on=said_on) if old_day and _day(one) == old_day]
        if new_day and len(named) == 1:
            before, after = statement[: named[0].span.start], statement[named[0].span.end :]
            return f"{before}{new_day.day} {new_day:%B} {new_day.year}{after}"
    return statement


def _is_new(text: str, one: TimeExpression, published_on: date | None, old: tuple[date | None, date | None]) -> bool:
    if one.window is None or one.type in ("DURATION", "SET"):
        return False
    start, end = _days(text, one, published_on)
    if (start, end) == old or (_day(one) in old and _day(one) is not None):
        return False
    last = end or start
    is_over = bool(published_on and last and last < published_on)
    lasts = bool(start and end and start < end)
    return not is_over and (lasts or not _NO_LONGER.search(_before(text, one)))


def _days(text: str, one: TimeExpression, published_on: date | None) -> tuple[date | None, date | None]:
    """The days that the words stand for: "put off until next week" is that week, not all days up to its end."""
    window = one.window
    if window is None:
        return None, None
    is_stretch = window.earliest not in (None, published_on)
    whole = None if is_stretch or not _ARRIVES_AT.search(_before(text, one)) else _whole(one.value)
    return whole or (window.earliest, window.latest)


def _whole(value: str) -> tuple[date, date] | None:
    """The days of a TIMEX3 value that is a day or a week."""
    week = _WEEK.fullmatch(value)
    if week:
        monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
        return monday, monday + timedelta(days=6)
    day = _iso(value)
    return (day, day) if day else None


def _day(one: TimeExpression) -> date | None:
    return _iso(one.value)


def _iso(value: str) -> date | None:
    try:
        return date.fromisoformat(value) if len(value) == len("2021-11-10") else None
    except ValueError:
        return None


def _before(text: str, one: TimeExpression) -> str:
    return text[max(one.span.start - _LOOKS_BACK, 0) : one.span.start]
