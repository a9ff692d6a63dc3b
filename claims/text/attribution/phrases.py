"""Noun phrases that end or begin at a word, without an apposition, by token places."""

from collections.abc import Sequence

from claims.text.attribution.tokens import Token, word_at
from claims.text.attribution.verb_lists import OTHER_PASTS
from claims.text.attribution.verbs import read_verb
from claims.text.attribution.words import (
    AUXILIARIES,
    CONJUNCTIONS,
    DAYS,
    DETERMINERS,
    MONTHS,
    OTHER_PRONOUNS,
    POSSESSIVES,
    PREPOSITIONS,
    SUBORDINATORS,
    is_adverb,
    is_mark,
    is_subject_pronoun,
)

Places = tuple[int, int]
"""First and last token, both included."""

_LONGEST = 30
_SHORT_QUOTATION = 40
_INNER = frozenset("of for at in from with on to".split())
# "A person close to the talks", "people familiar with the matter".
_BOUND = (("familiar", "with"), ("close", "to"))
_SMALL = AUXILIARIES | PREPOSITIONS | CONJUNCTIONS | SUBORDINATORS


def phrase_before(tokens: Sequence[Token], last: int, floor: int) -> Places | None:
    """The noun phrase that ends at `last` and begins at `floor` or later."""
    if last < floor or not _may_end(tokens[last]):
        return None
    if is_subject_pronoun(tokens[last]):
        return last, last
    start = last
    while start > floor and last - start < _LONGEST and _goes_on_before(tokens, start, floor):
        start -= 1
    return _without_opening(tokens, start, last)


def phrase_after(tokens: Sequence[Token], first: int, ceiling: int) -> Places | None:
    """The noun phrase that begins at `first` and ends before `ceiling`."""
    if first >= ceiling or not _may_begin(tokens[first]):
        return None
    last = first
    if is_subject_pronoun(tokens[first]):
        return first, first
    while last + 1 < ceiling and last - first < _LONGEST and _goes_on_after(tokens, last, ceiling):
        last += 1
    return first, last


def _may_end(token: Token) -> bool:
    if token.kind == "quote" or is_mark(token, ")]"):
        return True
    return token.is_word and (token.low not in _SMALL or token.low in ("that", "who"))


def _may_begin(token: Token) -> bool:
    if not token.is_word or token.low in DAYS or (token.low in _SMALL and token.low != "that"):
        return False
    return not is_adverb(token) or token.low in ("all", "both")


def _goes_on_before(tokens: Sequence[Token], start: int, floor: int) -> bool:
    """Whether the token before `start` still belongs to the phrase."""
    before = tokens[start - 1]
    if before.kind == "quote":
        return len(before.span) < _SHORT_QUOTATION and not ends_as_speech(before)
    if before.kind == "mark":
        stop = before.low == "." and (_is_initial(tokens, start - 2) or is_mark(tokens[start], ")"))
        return stop or before.low in "()[]%&-'’/#@"
    if before.low in ("and", "or"):
        return start - 2 >= floor and _joins_nouns(tokens, start - 1)
    if before.low in _INNER:
        return start - 2 >= floor and _is_nominal(tokens[start - 2])
    if before.low in DETERMINERS | OTHER_PRONOUNS and before.low != "that":
        return True
    return not (before.low in _SMALL or is_subject_pronoun(before) or looks_like_verb(tokens, start - 1))


def _goes_on_after(tokens: Sequence[Token], last: int, ceiling: int) -> bool:
    """Whether the token after `last` still belongs to the phrase."""
    after = tokens[last + 1]
    beyond = tokens[last + 2] if last + 2 < ceiling else None
    if after.kind == "quote":
        return len(after.span) < _SHORT_QUOTATION
    if after.kind == "mark":
        return after.low in "()&-'’/#@" or (after.low == "." and _is_initial(tokens, last))
    if after.low in ("and", "or"):
        return beyond is not None and _joins_nouns(tokens, last + 1)
    if after.low in ("of", "for", "at", "with", "from", "in", "to"):
        bound = after.low == "of" or (tokens[last].low, after.low) in _BOUND
        if after.low == "to" and not bound:
            return False
        if beyond is None or is_subject_pronoun(beyond):
            return False
        return bound or _is_place_within(tokens[last], beyond)
    if after.low in DETERMINERS:
        return tokens[last].low in _INNER or tokens[last].low in ("all", "both", "and", "half")
    if after.low in _SMALL or after.low in DAYS or is_subject_pronoun(after) or is_adverb(after):
        return False
    return not looks_like_verb(tokens, last + 1)


def _is_place_within(last: Token, beyond: Token) -> bool:
    """ "the foreign office in Islamabad", but not "Mr Price in Islamabad"."""
    return not last.capital and (beyond.low in DETERMINERS or beyond.capital) and beyond.low not in DAYS | MONTHS


def ends_as_speech(quotation: Token) -> bool:
    """Whether a mark stands inside the closing one: “I will go,” but not a “shame”."""
    return quotation.low.rstrip("\"”’' ").endswith((",", "?", "!", ".", "—", "–", "-", "…"))


def _is_initial(tokens: Sequence[Token], place: int) -> bool:
    return place >= 0 and tokens[place].capital and len(tokens[place].low) <= 2


def _is_nominal(token: Token) -> bool:
    other = token.low in _SMALL or token.low in DAYS or token.low == "according"
    return token.is_word and not other and not is_adverb(token)


def _joins_nouns(tokens: Sequence[Token], conjunction: int) -> bool:
    """Whether "and" joins two names or two nouns, not two clauses."""
    left, right = tokens[conjunction - 1], tokens[conjunction + 1]
    if not (left.is_word and right.is_word) or is_subject_pronoun(right) or is_adverb(right):
        return False
    if right.low in DETERMINERS - POSSESSIVES or left.capital != right.capital:
        return False
    return left.capital or (_is_nominal(left) and not looks_like_verb(tokens, conjunction - 1))


def looks_like_verb(tokens: Sequence[Token], place: int) -> bool:
    """Whether a small word is a verb of our list, or ends as past forms do, with no article before it."""
    token, before = tokens[place], word_at(tokens, place - 1)
    if token.capital or not token.is_word:
        return False
    if before in DETERMINERS or before in PREPOSITIONS or before.endswith("'s"):
        return False
    reading = read_verb(token.low)
    if token.low in OTHER_PASTS or (reading and reading[1] in ("past", "s")):
        return True
    return token.low.endswith("ed") and len(token.low) > 4 and "-" not in token.low


def _without_opening(tokens: Sequence[Token], start: int, last: int) -> Places | None:
    """Without the mark, adverb, day or preposition that no subject begins with."""
    while start <= last:
        token = tokens[start]
        if token.is_word and token.low in PREPOSITIONS:
            return _after_preposition(tokens, start, last)
        dangling = token.kind == "mark" and token.low not in "#@([$"
        if not (dangling or token.low in CONJUNCTIONS or token.low in DAYS or is_adverb(token)):
            return start, last
        start += 1
    return None


def _after_preposition(tokens: Sequence[Token], start: int, last: int) -> Places:
    """ "In a statement Monday Mr Trump": the last name, or what the last article begins."""
    place = last
    while place > start + 1:
        token, before = tokens[place], tokens[place - 1]
        if token.low in DETERMINERS or before.low in DAYS | MONTHS:
            break
        if token.capital and not before.capital and before.low not in _INNER | DETERMINERS:
            break
        place -= 1
    return place, last
