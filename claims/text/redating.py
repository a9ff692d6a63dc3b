"""A statement of an event that was put off or brought forward, written with the new day in place of the old one."""

import re
from datetime import date

from claims.text.spans import Span
from claims.text.time.expression import TimeExpression
from claims.text.time.find import find_times

Days = tuple[date | None, date | None]
_JOINED = re.compile(r"\s(?:to|and|through|until|till)\s|\s?[-–—]\s?", re.IGNORECASE)
_FROM = re.compile(r"\b(?:from|between)\s(?:the\s)?\Z", re.IGNORECASE)


def redated(statement: str, *, old: Days, new: Days, said_on: date | None) -> str:
    """Return `statement`, made on `said_on`, with the days of `old` that it names written as those of `new`.

    Both are a first and a last day. It stays as it is where it names none, or where it is not plain what to write.

    >>> day = date(2021, 8, 31), date(2021, 9, 10)
    >>> redated("It will end by August 31", old=(None, day[0]), new=(None, day[1]), said_on=date(2021, 7, 14))
    'It will end by 10 September 2021'
    """
    named = [one for one in find_times(statement, published_on=said_on) if _is_inside(one, old, said_on)]
    days = [_day(one) for one in named]
    if len(named) == 1:
        return _with_one(statement, named[0].span, _written(days[0], old, new))
    if (
        len(named) == 2
        and tuple(days) == old
        and _JOINED.fullmatch(statement, named[0].span.end, named[1].span.start)
    ):
        return _with_both(statement, named[0].span, named[1].span, new)
    return statement


def _is_inside(one: TimeExpression, old: Days, said_on: date | None) -> bool:
    """Whether it names a day of the old window, which begins as it was said where it has no first day."""
    day, (start, end) = _day(one), old
    first = start or said_on or end
    return bool(day and (first is None or first <= day) and (end is None or day <= end))


def _written(day: date | None, old: Days, new: Days) -> date | None:
    """The day to write for the only one named; None where it is no edge of the old window, or became several days."""
    was_one_day = old[0] is not None and old[0] == old[1]
    if was_one_day and new[0] != new[1]:
        return None
    return next((now for then, now in zip(old[::-1], new[::-1], strict=True) if then == day), None)


def _with_one(statement: str, span: Span, day: date | None) -> str:
    if day is None:
        return statement
    return f"{statement[: span.start]}{_in_words(day)}{statement[span.end :]}"


def _with_both(statement: str, first: Span, last: Span, new: Days) -> str:
    """Write the new window for the stretch from `first` to `last`: "from 7 to 14 November" may become one day."""
    start, end = new
    before, between, after = statement[: first.start], statement[first.end : last.start], statement[last.end :]
    if start is None or end is None:
        return statement
    if start == end:
        return f"{_FROM.sub(_on, before)}{_in_words(start)}{after}"
    joined = between if between.strip().isalpha() else " to "
    return f"{before}{_in_words(start)}{joined}{_in_words(end)}{after}"


def _on(found: re.Match[str]) -> str:
    return "On " if found[0][0].isupper() else "on "


def _in_words(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def _day(one: TimeExpression) -> date | None:
    try:
        return date.fromisoformat(one.value) if len(one.value) == len("2021-11-10") else None
    except ValueError:
        return None
