"""What stands between a cue and the words: the hearer, the day, the occasion."""

from collections.abc import Sequence

from claims.text.attribution.phrases import Places, phrase_after
from claims.text.attribution.tokens import Token, word_at
from claims.text.attribution.words import (
    DAYS,
    HEARERS,
    MONTHS,
    PREPOSITIONS,
    QUESTION_WORDS,
    TIMES,
    is_adverb,
    is_mark,
    is_subject_pronoun,
)

OCCASIONS = PREPOSITIONS | frozenset("as when while because before after".split())
_NOT_BEFORE_WORDS = frozenset("both all even only not never".split())
_PARTS_OF_DAY = frozenset(["morning", "afternoon", "evening", "night"])
_LONGEST_DETOUR = 18
_LONGEST_ASIDE = 8
_SHORT_QUOTATION = 25


def hearer_at(tokens: Sequence[Token], place: int, ceiling: int) -> Places | None:
    """The hearer of "told AFP that" or "asked the minister if", who stands at `place`."""
    if place >= ceiling or not tokens[place].is_word or tokens[place].low in ("that", "to", *QUESTION_WORDS):
        return None
    if tokens[place].low in HEARERS:
        return place, place
    named = place + 1 if tokens[place].low == "the" else place
    last = _last_of_name(tokens, named, ceiling)
    if last >= named:
        return place, last
    return phrase_after(tokens, place, ceiling)


def _last_of_name(tokens: Sequence[Token], place: int, ceiling: int) -> int:
    while place < ceiling and (tokens[place].capital or tokens[place].low in ("of", "and")):
        if is_subject_pronoun(tokens[place]):
            break
        place += 1
    return place - 1


def past_circumstance(tokens: Sequence[Token], place: int, ceiling: int) -> int:
    """The place after "on Monday", "in a statement" or "earlier this week", or `place` itself."""
    place = past_times(tokens, place, ceiling)
    if place < ceiling and word_at(tokens, place) in OCCASIONS - {"of", "about"}:
        return _past_occasion(tokens, place, ceiling)
    if place + 1 < ceiling and is_mark(tokens[place], ","):
        return _past_aside(tokens, place, ceiling)
    return place


def past_times(tokens: Sequence[Token], place: int, ceiling: int) -> int:
    """The place after days, months and adverbs."""
    while place < ceiling:
        step = _length_of_time(tokens, place, ceiling)
        if not step:
            break
        place += step
    return place


def _length_of_time(tokens: Sequence[Token], place: int, ceiling: int) -> int:
    low, following = word_at(tokens, place), word_at(tokens, place + 1) if place + 1 < ceiling else ""
    if low in DAYS or (is_adverb(tokens[place]) and low not in _NOT_BEFORE_WORDS):
        return 1
    if low in ("there", "here") and (following in ("that", "on") or following in DAYS):
        return 1
    in_pairs = (low == "on" and following in DAYS) or (low == "in" and following in MONTHS)
    if low in _PARTS_OF_DAY and place and word_at(tokens, place - 1) in DAYS:
        return 1
    this_week = low in ("last", "this", "next", "earlier") and following in TIMES
    return 2 if in_pairs or this_week or (low in MONTHS and following[:1].isdigit()) else 0


def _past_occasion(tokens: Sequence[Token], place: int, ceiling: int) -> int:
    """To the "that", the quotation or the colon after an occasion; nowhere when none comes."""
    for i in range(place, min(ceiling, place + _LONGEST_DETOUR)):
        token = tokens[i]
        if (token.kind == "quote" and len(token.span) > _SHORT_QUOTATION) or is_mark(token, ":"):
            return i
        if word_at(tokens, i) == "that" and i > place + 1:
            return i
        if is_mark(token, ",") and i + 1 < ceiling:
            after = _past_aside(tokens, i, ceiling)
            if after > i or tokens[i + 1].kind != "quote":
                return after if after > i else place
        if is_mark(token, ".;!?"):
            return place
    return place


def _past_aside(tokens: Sequence[Token], comma: int, ceiling: int) -> int:
    """Over ", seen by PTI," when "that" follows."""
    for i in range(comma + 2, min(ceiling - 1, comma + _LONGEST_ASIDE)):
        if is_mark(tokens[i], ","):
            return i + 1 if word_at(tokens, i + 1) == "that" else comma
    return comma
