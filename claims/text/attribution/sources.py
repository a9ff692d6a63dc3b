"""Who is speaking, by token places: the subject before a verb, the one after it, the one of the sentence."""

from collections.abc import Sequence

from claims.text.attribution.phrases import Places, looks_like_verb, phrase_after, phrase_before
from claims.text.attribution.tokens import Token, word_at
from claims.text.attribution.words import (
    AUXILIARIES,
    CONJUNCTIONS,
    DAYS,
    PREPOSITIONS,
    SUBORDINATORS,
    TIMES,
    is_adverb,
    is_mark,
    is_subject_pronoun,
)

_LONGEST_ASIDE = 40
_LONGEST_RELATIVE = 14
_LONG_QUOTATION = 60


def subject_before(tokens: Sequence[Token], verb: int, floor: int = 0) -> Places | None:
    """The subject that stands before the verb group at `verb`, apposition and "who" included."""
    last = _before_time(tokens, verb - 1, floor)
    if last < floor:
        return None
    if is_mark(tokens[last], ","):
        return _around_aside(tokens, last, floor)
    if word_at(tokens, last) in ("who", "which", "that"):
        return _with_antecedent(tokens, last, floor)
    return _around_relative(tokens, last, floor) or _around_agent(tokens, phrase_before(tokens, last, floor), floor)


def subject_after(tokens: Sequence[Token], place: int, ceiling: int) -> Places | None:
    """The inverted subject of "…, said Ned Price, the spokesman", apposition included."""
    phrase = phrase_after(tokens, place, ceiling)
    if not phrase or is_subject_pronoun(tokens[phrase[0]]) or phrase[1] + 2 >= ceiling:
        return phrase
    if not is_mark(tokens[phrase[1] + 1], ",") or tokens[phrase[1] + 2].low.endswith("ing"):
        return phrase
    aside = phrase_after(tokens, phrase[1] + 2, ceiling)
    if not aside or is_subject_pronoun(tokens[aside[0]]):
        return phrase
    closed = aside[1] + 1 >= ceiling or tokens[aside[1] + 1].kind == "mark"
    return (phrase[0], aside[1]) if closed else phrase


def subject_of_sentence(tokens: Sequence[Token], before: int, floor: int) -> Places | None:
    """The first subject, past "On Monday," and its like: the one that "…, saying" refers to."""
    place = floor
    while place < before:
        token = tokens[place]
        if _opens_circumstance(token):
            place = _past_comma(tokens, place, before)
        elif not token.is_word or token.low in CONJUNCTIONS or token.low in DAYS or is_adverb(token):
            place += 1
        else:
            phrase = phrase_after(tokens, place, before)
            after = phrase[1] + 1 if phrase else place + 1
            if phrase and not _is_circumstance(tokens, place, after, before):
                return phrase
            place = after
    return None


def _around_relative(tokens: Sequence[Token], last: int, floor: int) -> Places | None:
    """ "The minister who led the talks said": from the phrase that "who" stands for, if its verb follows at once."""
    for place in range(last - 1, max(floor, last - _LONGEST_RELATIVE), -1):
        if tokens[place].kind != "word":
            return None
        if tokens[place].low == "who":
            verb = tokens[place + 1].low in AUXILIARIES or looks_like_verb(tokens, place + 1)
            antecedent = phrase_before(tokens, place - 1, floor) if verb else None
            return (antecedent[0], last) if antecedent else None
    return None


def _around_agent(tokens: Sequence[Token], phrase: Places | None, floor: int) -> Places | None:
    """ "A voter polled by the paper said": from the phrase that the participle explains, not its agent."""
    by = phrase[0] - 1 if phrase else -1
    if not phrase or by - 2 < floor or word_at(tokens, by) != "by" or not _is_participle(word_at(tokens, by - 1)):
        return phrase
    explained = phrase_before(tokens, by - 2, floor)
    return (explained[0], phrase[1]) if explained and not is_subject_pronoun(tokens[by - 2]) else phrase


def _is_participle(word: str) -> bool:
    return word.endswith("ed") or word in ("seen", "written", "led", "run", "made", "held", "shown", "sent")


def _before_time(tokens: Sequence[Token], last: int, floor: int) -> int:
    """Back over "on Friday" and "this month", which may part a subject from its verb."""
    while last > floor and tokens[last].is_word:
        before = word_at(tokens, last - 1)
        if tokens[last].low in TIMES and before in ("this", "last", "earlier"):
            last -= 2
        elif tokens[last].low in DAYS:
            last -= 2 if before == "on" else 1
        else:
            break
    return last


def _with_antecedent(tokens: Sequence[Token], relative: int, floor: int) -> Places:
    """From the phrase that "who" or "which" stands for, over a comma, to the word itself."""
    last = relative - 1
    if last >= floor and is_mark(tokens[last], ","):
        last -= 1
    phrase = phrase_before(tokens, last, floor)
    return (phrase[0] if phrase else relative), relative


def _around_aside(tokens: Sequence[Token], closing: int, floor: int) -> Places | None:
    """ "Ned Price, the spokesman, said": back over the aside to the phrase that it explains.

    The commas of "Cory James, 22, of Flint, Mich., said" are many: a name that opens the clause wins.
    """
    best: Places | None = None
    for opening in range(closing - 2, max(floor, closing - _LONGEST_ASIDE), -1):
        token = tokens[opening]
        if is_mark(token, ";:") or (token.kind == "quote" and len(token.span) > _LONG_QUOTATION):
            break
        phrase = phrase_before(tokens, opening - 1, floor) if is_mark(token, ",") else None
        if not phrase:
            continue
        opens = _opens_clause(tokens, phrase[0], floor)
        if best is None or (tokens[phrase[0]].capital and opens):
            best = phrase
        if best == phrase and opens:
            break
    return (best[0], closing - 1) if best else None


def _opens_clause(tokens: Sequence[Token], place: int, floor: int) -> bool:
    if place <= floor:
        return True
    before = tokens[place - 1]
    return before.kind == "quote" or is_mark(before, ';:—–-"') or before.low in CONJUNCTIONS | SUBORDINATORS


def _opens_circumstance(token: Token) -> bool:
    """ "In Kabul, …", "While …, …", "Speaking in Kabul, …"."""
    if not token.is_word:
        return False
    participle = token.low.endswith("ing") and not token.low.endswith("thing")
    return participle or token.low in PREPOSITIONS or token.low in SUBORDINATORS


def _is_circumstance(tokens: Sequence[Token], first: int, after: int, before: int) -> bool:
    """ "A few minutes later, …", or a dateline: closed by a mark before any verb."""
    if after >= before:
        return False
    return is_mark(tokens[after], "—–") or (is_mark(tokens[after], ",-") and not tokens[first].capital)


def _past_comma(tokens: Sequence[Token], place: int, before: int) -> int:
    return next((i + 1 for i in range(place, before) if is_mark(tokens[i], ",")), before)
