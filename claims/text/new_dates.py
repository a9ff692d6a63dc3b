"""The new date of an event that was put off or brought forward, as words of an article state it."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from claims.text.spans import Span
from claims.text.time.expression import TimeExpression
from claims.text.time.find import find_times
from claims.text.time.page import Page

# "Rescheduled from Sunday": the day that holds no longer.
_NO_LONGER = re.compile(
    r"\b(?:from|instead of|rather than|not(?: on)?|(?:originally|initially|first|earlier|previously)"
    r"(?: \w{1,12}ed)?(?: for| on)?)\s(?:the\s)?\Z",
    re.IGNORECASE,
)
# "Not on November 10 or 11", "first for 9 November and then for 11 November": neither does the next one.
_NOR = re.compile(r",?\s(?:or|nor|and)(?:\s(?:then|later))?(?:\s(?:for|on|to))?\s(?:the\s)?", re.IGNORECASE)
_ARRIVES_AT = re.compile(r"\b(?:to|until|till)\s(?:the\s)?\Z", re.IGNORECASE)
_LOOKS_BACK = 40
# "Until mid-November" is not all of November.
_PART = re.compile(
    r"\b(?:early|mid|middle|late|later|beginning|start|end|close|first|second|last|half)\b", re.IGNORECASE
)
_WEEK = re.compile(r"(\d{4})-W(\d\d)")
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_YEAR = re.compile(r"\d{4}")


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
    off = _called_off(text, times)
    new = [one for one in times if one not in off and _is_new(text, one, published_on, old)]
    chosen = next((one for one in new if _ARRIVES_AT.search(_before(text, one))), new[0] if new else None)
    if chosen is None:
        return None
    start, end = _days(text, chosen, published_on)
    return NewDays(start, end, chosen.text, f"“{chosen.text}”: {chosen.reason}")


def _called_off(text: str, times: list[TimeExpression]) -> list[TimeExpression]:
    """Those of `times` that hold no longer, as the words say."""
    off: list[TimeExpression] = []
    for one in times:
        goes_on = off and _NOR.fullmatch(text[off[-1].span.end : one.span.start])
        if goes_on or _holds_no_longer(text, one):
            off.append(one)
    return off


def _holds_no_longer(text: str, one: TimeExpression) -> bool:
    """Whether it is told as the date of old; "from 10 to 12 November" is told of all these days."""
    found, window = _NO_LONGER.search(_before(text, one)), one.window
    lasts = bool(window and window.earliest and window.latest and window.earliest < window.latest)
    return found is not None and not (lasts and found[0].lower().startswith("from"))


def _is_new(text: str, one: TimeExpression, published_on: date | None, old: tuple[date | None, date | None]) -> bool:
    if one.window is None or one.type in ("DURATION", "SET"):
        return False
    start, end = _days(text, one, published_on)
    if (start, end) == old or (_day(one) in old and _day(one) is not None):
        return False
    last = end or start
    if published_on is None or last is None or last > published_on:
        return True
    return last == published_on and _is_awaited(text, one)


def _is_awaited(text: str, one: TimeExpression) -> bool:
    """Whether something will be on the day of publication, on which it may also have been said or decided."""
    setting = Page.of(text, None).setting(one.span, None, ())
    return setting.direction == "future" or _ARRIVES_AT.search(setting.before) is not None


def _days(text: str, one: TimeExpression, published_on: date | None) -> tuple[date | None, date | None]:
    """The days that the words stand for: "put off until next week" is that week, not all days up to its end."""
    window = one.window
    if window is None:
        return None, None
    is_stretch = window.earliest not in (None, published_on)
    is_whole = not is_stretch and _ARRIVES_AT.search(_before(text, one)) and not _PART.search(one.text)
    return (_whole(one.value) if is_whole else None) or (window.earliest, window.latest)


def _whole(value: str) -> tuple[date, date] | None:
    """The first and the last day of a TIMEX3 value that is a day, a week, a month or a year."""
    if week := _WEEK.fullmatch(value):
        monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
        return monday, monday + timedelta(days=6)
    if month := _MONTH.fullmatch(value):
        year, number = int(month[1]), int(month[2])
        return date(year, number, 1), date(year, number, monthrange(year, number)[1])
    if _YEAR.fullmatch(value):
        return date(int(value), 1, 1), date(int(value), 12, 31)
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
