"""Which words a cue attributes: those after it, those before it, or both, by token places."""

from collections.abc import Sequence
from itertools import takewhile

from claims.text.attribution.circumstances import OCCASIONS, hearer_at, past_circumstance, past_times
from claims.text.attribution.cues import Cue
from claims.text.attribution.phrases import Places, ends_as_speech, looks_like_verb, phrase_after
from claims.text.attribution.tokens import Token, word_at
from claims.text.attribution.verbs import read_verb
from claims.text.attribution.words import (
    AUXILIARIES,
    CONJUNCTIONS,
    HEARERS,
    PREPOSITIONS,
    QUESTION_WORDS,
    is_adverb,
    is_mark,
    is_subject_pronoun,
)

_PART_OF_CONTENT = "%)]!?'’"
_OPENS_CONTENT = "([$£€#@"
_NOT_RESUMED = frozenset(
    "who which where when according citing as while after though although because even".split()
) | frozenset(CONJUNCTIONS)
# "called off", "backed up": another verb than ours.
_PARTICLES = frozenset("off up out away down back over apart".split())
_BEFORE_QUANTITY = frozenset("up about around over under between".split())
# "In Kabul, he said, …" is a place and no content, unless the sentence is long enough to have both.
_CIRCUMSTANTIAL = frozenset("in on at during after as when while for with before despite to".split())
_LONG_ENOUGH = 9
_FEWEST = 3
# How far off the verb may stand that makes a clause of "up to 300 people were".
_REACH = 12


def content_after(tokens: Sequence[Token], cue: Cue, start: int, ceiling: int) -> Places | None:
    """What follows the cue, where its verb can govern it; `start` is the first token after it."""
    place = start
    if cue.verb.tells and cue.shape == "verb":
        hearer = hearer_at(tokens, start, ceiling)
        place = hearer[1] + 1 if hearer else start
    place = _past_opening_mark(tokens, past_circumstance(tokens, place, ceiling), ceiling)
    if place >= ceiling or not _governs(tokens, cue, place, start):
        return None
    content = trimmed(tokens, place, ceiling - 1)
    # "He denied that." refers to words that stand elsewhere.
    return None if content and content[0] == content[1] and word_at(tokens, content[0]) == "that" else content


def content_before(tokens: Sequence[Token], start: int, floor: int) -> Places | None:
    """The words before ", he said", from `floor` on, when a mark or a closed quotation parts them."""
    last = start - 1
    if last < floor:
        return None
    if tokens[last].kind == "quote":
        return (floor, last) if ends_as_speech(tokens[last]) else None
    if is_mark(tokens[last], ",—–-"):
        return trimmed(tokens, floor, last - 1)
    return trimmed(tokens, floor, last) if is_mark(tokens[last], "?!") else None


def content_resumed(tokens: Sequence[Token], start: int, ceiling: int) -> Places | None:
    """The rest of a sentence that an aside interrupts: "The plan, he said, will fail"."""
    place = past_circumstance(tokens, start, ceiling)
    if place + 1 >= ceiling or not is_mark(tokens[place], ",—–:-"):
        return None
    rest = tokens[place + 1]
    quoted = place + 2 < ceiling and tokens[place + 2].kind == "quote"
    spoken = rest.kind == "quote" or (quoted and rest.low in ("and", "but"))
    # "…, he said, likely referring to him": what the speaker does.
    does = tokens[past_times(tokens, place + 1, ceiling - 1)]
    resumed = rest.is_word and not does.low.endswith("ing") and rest.low not in _NOT_RESUMED
    if not (spoken or resumed):
        return None
    return trimmed(tokens, place + 1, ceiling - 1)


def is_aside(tokens: Sequence[Token], start: int, ceiling: int) -> bool:
    """Whether nothing but hearer, time and occasion follows, so that the words before are meant."""
    place = start + 1 if word_at(tokens, start) in HEARERS and start < ceiling else start
    place = past_times(tokens, place, ceiling)
    if place >= ceiling:
        return True
    token = tokens[place]
    if token.is_word:
        return token.low in OCCASIONS
    before_quotation = is_mark(token, ",") and place + 1 < ceiling and tokens[place + 1].kind == "quote"
    return is_mark(token, ".,;!?)—–-") and not before_quotation


def is_substantial(tokens: Sequence[Token], content: Places, *, resumed: bool) -> bool:
    """Whether words before an aside are said, and not only where or when it was said."""
    first, last = content
    if resumed or any(token.kind == "quote" for token in tokens[first : last + 1]):
        return True
    length = last - first + 1
    return length >= _FEWEST and (length >= _LONG_ENOUGH or word_at(tokens, first) not in _CIRCUMSTANTIAL)


def trimmed(tokens: Sequence[Token], first: int, last: int) -> Places | None:
    """Without the marks and conjunctions at the edges that belong to the sentence around."""
    while last >= first and _is_edge(tokens[last], _PART_OF_CONTENT):
        last -= 1
    while last > first and word_at(tokens, last) in CONJUNCTIONS:
        last -= 1
    while last >= first and _is_edge(tokens[last], _PART_OF_CONTENT):
        last -= 1
    while first <= last and _is_edge(tokens[first], _OPENS_CONTENT):
        first += 1
    return (first, last) if first <= last else None


def _is_edge(token: Token, kept: str) -> bool:
    return token.kind == "mark" and token.low not in kept


def _past_opening_mark(tokens: Sequence[Token], place: int, ceiling: int) -> int:
    """Over the comma before a quotation, and the colon before anything."""
    if place < ceiling and is_mark(tokens[place], ":"):
        return place + 1
    if place + 1 < ceiling and is_mark(tokens[place], ",") and tokens[place + 1].kind == "quote":
        return place + 1
    return place


def _governs(tokens: Sequence[Token], cue: Cue, place: int, start: int) -> bool:
    """Whether the verb can govern what stands at `place`: a clause, a thing, "to" and a verb, a quotation."""
    token, verb = tokens[place], cue.verb
    if token.kind == "quote":
        return True
    if token.kind == "mark":
        return token.low in _OPENS_CONTENT
    if cue.preposition:
        return True
    if token.low == "that" or token.low in QUESTION_WORDS:
        return verb.reports or (token.low == "what" and verb.judges)
    if token.low == "to":
        return verb.wants or verb.tells
    if token.low in PREPOSITIONS or token.low in CONJUNCTIONS or token.low in _PARTICLES:
        return verb.says and _opens_quantity(tokens, place)
    if verb.tells:
        return place > start
    return verb.says or verb.judges or verb.shows or (verb.thinks and _is_clause(tokens, place))


def _opens_quantity(tokens: Sequence[Token], place: int) -> bool:
    """ "Up to 100,000 soldiers", "around 30 towns": what begins like a place and is a subject."""
    after = place + (2 if word_at(tokens, place + 1) == "to" else 1)
    if tokens[place].low not in _BEFORE_QUANTITY or not word_at(tokens, after)[:1].isdigit():
        return False
    clause = takewhile(
        lambda i: tokens[i].is_word or is_mark(tokens[i], ","), range(after, min(len(tokens), after + _REACH))
    )
    return any(tokens[i].low in AUXILIARIES or looks_like_verb(tokens, i) for i in clause)


def _is_clause(tokens: Sequence[Token], place: int) -> bool:
    """Whether a subject with a verb after it begins here: "he is", "the deal will"."""
    if is_subject_pronoun(tokens[place]):
        return True
    phrase = phrase_after(tokens, place, len(tokens))
    if not phrase or phrase[1] + 1 >= len(tokens) or not tokens[phrase[1] + 1].is_word:
        return False
    after = tokens[phrase[1] + 1]
    return after.low in AUXILIARIES or is_adverb(after) or read_verb(after.low) is not None
