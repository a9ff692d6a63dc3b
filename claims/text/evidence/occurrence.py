"""Where a passage tells of a claim's event: the word for it, its subject, its places and its days."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from claims.text.evidence.cues import (
    AHEAD_OF,
    BEGUN_TO,
    BOUNDARY,
    HELD_AFTER,
    HELD_BEFORE,
    OTHERWISE,
    REPORTED_CLAUSE,
)
from claims.text.evidence.dates import Dated
from claims.text.evidence.events import Event
from claims.text.evidence.names import Name
from claims.text.evidence.reading import Reading
from claims.text.forward import Forward
from claims.text.spans import Span
from claims.text.time.direction import has_verb

_CUE_BEFORE, _CUE_AFTER = 70, 60
# Whom somebody met, has met as well.
_MUTUAL = frozenset("meet meets met meeting meetings talks".split())
_WITHIN = 120
# Whoever met people in Moscow was there.
_SHOWN_BY = {"visit": "meeting"}
_WHERE = re.compile(r"\b(?:in|at|to|into|from|near|for)\s{1,3}(?:the\s{1,3})?\Z", re.IGNORECASE)
_AFTER = re.compile(r"\b(?:after|following)\s{1,3}(?:[\w’'-]{1,20}\s{1,3}){0,3}\Z", re.IGNORECASE)
# Of "will speak after a meeting" both may be still to come.
_PROMISED = re.compile(r"(?:pledg|agre|vow|promis|commit|decid|resolv|offer|threaten)\w{0,4}ed\b", re.IGNORECASE)
# "The driver of hostage Weiss was killed."
_OF_HIM = re.compile(r"\b[a-z]{3,20}\sof\s(?:the\s)?(?:[a-z]{3,20}\s){0,2}\Z")
# "Sall said that the minister had signed."
_SAID_OF_OTHERS = re.compile(
    r"\b(?:said|says|announced|claimed|added|confirmed|knew)\s{1,3}(?:that\s{1,3})?(?:the|an?|his|her|their|its)\s{1,3}[a-z]"
)
_BY = (" by ", " of ", " with ")


@dataclass(frozen=True, slots=True)
class Occurrence:
    """An event of the passage that can be the claim's. It is `led` where its subject stands before it."""

    event: Event
    clause: Span
    happened: bool
    forward: Forward | None
    days: tuple[Dated, ...]
    led: bool


def subject_of(claim: Reading) -> Name | None:
    """Return whom the claim is about: the first person or body named before its first event, else its first name."""
    first = claim.events[0].span.start if claim.events else len(claim.text)
    before = [name for name in claim.names if name.span.end <= first]
    people = [name for name in before if not name.place]
    return next(iter(people or before or claim.names), None)


def places_of(claim: Reading, subject: Name | None) -> list[Name]:
    """Return where the claim's event is to be: "in Doha", "to Qatar", "visit Islamabad"; not "represent China"."""
    ends = {event.span.end for event in claim.events if event.family == "visit"}
    return [
        name
        for name in claim.names
        if name.place and name != subject
        and (_WHERE.search(claim.text[: name.span.start]) or len(claim.text[: name.span.start].rstrip()) in ends)
    ]  # fmt: skip


def occurrences(
    passage: Reading, families: set[str], subject: Name | None, places: list[Name]
) -> Iterator[Occurrence]:
    """Yield where the passage tells of such an event, of this subject, in one of these places.

    A place that is not named rules nothing out; another place does.
    """
    for event in passage.events:
        shown = any(_SHOWN_BY.get(family) == event.family for family in families - {event.family})
        if event.family not in families and not (shown and event.happened and places):
            continue
        clause = clause_around(passage.text, event.span)
        subjects = [name for name in passage.names if subject and name.same_as(subject)]
        if subject and not any(_governs(passage, event, name) for name in subjects):
            continue
        if places and not _place_fits(passage, event, clause, places, must_be_named=event.family not in families):
            continue
        forward = _forward_at(passage, event, clause)
        led = not subject or any(name.span.end <= event.span.start for name in subjects)
        yield Occurrence(event, clause, _happened(passage.text, event), forward, _days_of(passage, event), led)


def clause_around(text: str, span: Span) -> Span:
    """Return the clause that holds `span`, cut at colons, dashes and relative clauses."""
    start = max((found.end() for found in BOUNDARY.finditer(text, 0, span.start)), default=0)
    after = BOUNDARY.search(text, span.end)
    return Span(start, after.start() if after else len(text))


def _governs(passage: Reading, event: Event, name: Name) -> bool:
    """Whether the name stands before the event with nobody else's verb between, or after it with "by"."""
    text = passage.text
    if name.span.start >= event.span.end:
        between = text[event.span.end : name.span.start]
        joined = event.word.casefold() in _MUTUAL or any(word in f"{between} " for word in _BY)
        return joined and len(between) < _WITHIN and not has_verb(between) and not OTHERWISE.search(between)
    if event.happened and _OF_HIM.search(text, max(name.span.start - 40, 0), name.span.start):
        return False
    others = [
        one for one in passage.names
        if not one.place and not one.is_organisation and not one.text.isupper() and not one.same_as(name)
        and name.span.end <= one.span.start and one.span.end <= event.span.start
    ]  # fmt: skip
    if any(has_verb(text[name.span.end : one.span.start]) for one in others):
        return False
    between = text[name.span.end : event.span.start]
    if _SAID_OF_OTHERS.search(between):
        return False
    anew = REPORTED_CLAUSE.search(between)
    return not (anew and any(one.span.start >= name.span.end + anew.start() for one in passage.names
                             if one.span.end <= event.span.start and not one.same_as(name)))  # fmt: skip


def _place_fits(passage: Reading, event: Event, clause: Span, places: list[Name], *, must_be_named: bool) -> bool:
    """Whether the places named after the event, before the next verb of its clause, can be the claim's.

    `must_be_named` asks for "in" one of them: that somebody met an Indian says nothing of India.
    """
    following = (name for name in passage.names if name.place and event.span.end <= name.span.start < clause.end)
    # Behind the first verb all belongs to that verb; behind many words, to something else.
    after = list(takewhile(lambda name: _is_near(passage.text, event.span.end, name.span.start), following))
    if event.family != "visit":
        after = [name for name in after if passage.text[: name.span.start].rstrip().endswith((" in", " at", " from"))]
    if must_be_named and not after:
        return False
    return not after or any(one.same_as(other) for one in after for other in places)


def _is_near(text: str, end: int, start: int) -> bool:
    return start - end <= _WITHIN and not has_verb(text[end:start])


def _forward_at(passage: Reading, event: Event, clause: Span) -> Forward | None:
    """What looks ahead to the event: a cue shortly before it, or, of a noun, after it."""
    if event.happened or not passage.forward:
        return None
    reach = Span(max(event.span.start - _CUE_BEFORE, clause.start), min(event.span.end + _CUE_AFTER, clause.end))
    near = [cue for cue in passage.forward.cues if cue.overlaps(reach)]
    return passage.forward if near and not _is_over(passage.text, event, near[-1]) else None


def _is_over(text: str, event: Event, cue: Span) -> bool:
    """Whether what the cue tells of was said once the event was over: "pledged to help after a meeting"."""
    after = _AFTER.search(text, max(event.span.start - _CUE_BEFORE, 0), event.span.start)
    return bool(after and cue.end <= after.start() and _PROMISED.match(text, cue.start))


def _happened(text: str, event: Event) -> bool:
    before, after = (
        text[max(event.span.start - 80, 0) : event.span.start],
        text[event.span.end : event.span.end + 100],
    )
    if AHEAD_OF.search(before) or BEGUN_TO.search(before):
        return False
    return event.happened or bool(HELD_BEFORE.search(before) or HELD_AFTER.search(after))


def _days_of(passage: Reading, event: Event) -> tuple[Dated, ...]:
    """The days named of the event: no other verb stands between."""
    return tuple(one for one in passage.days if not has_verb(_between(passage.text, one.span, event.span)))


def _between(text: str, a: Span, b: Span) -> str:
    first, last = sorted((a, b))
    return text[first.end : last.start]
