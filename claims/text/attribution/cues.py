"""The words that attribute, found one by one, with the verb that they are a form of."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from claims.text.attribution.tokens import Token, word_at
from claims.text.attribution.verbs import ACCORDING, Form, Verb, read_verb
from claims.text.attribution.words import (
    AUXILIARIES,
    DETERMINERS,
    MODALS,
    POSSESSIVES,
    PREPOSITIONS,
    TO_BE,
    is_adverb,
    is_subject_pronoun,
)

Shape = Literal["verb", "according", "passive"]

# Plain forms and forms in -s that are nouns more often than verbs: "their claims", "a poll".
_NOUN_TOO = frozenset(
    """
    claim plan hope fear call support attack blame report comment note view question promise pledge praise vow tweet
    post challenge back mention feel hail answer demand state remark estimate joke wonder caution credit protest
    label favor favour wish echo signal reply boast dream figure offer slam show find focus talk read vote look
    stand march rally aim sign walk fire hit push care rule touch criticism insult list email
    """.split()
)
_NOUNS = frozenset(word + "s" for word in _NOUN_TOO) | {"rallies", "replies", "walks", "touches", "wishes"}
_PAPERS = frozenset(
    "poll polling survey study report data analysis research email document letter video ad tape".split()
)
_PLURAL_SUBJECTS = frozenset("people media police press public many some few most others both all".split())
_NOT_PLURAL = ("'s", "ss", "us")
_WITHIN_SUBJECT = frozenset("in of at from for on with".split())
_REACH = 5


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb group (or "according to") by the places of its first word, its verb and its last word."""

    first: int
    head: int
    last: int
    verb: Verb
    form: Form
    shape: Shape = "verb"
    preposition: str = ""


def find_cues(tokens: Sequence[Token]) -> list[Cue]:
    """Return every word group of a sentence that could attribute, in order, whatever it governs."""
    headline = is_headline(tokens)
    cues = (_cue_at(tokens, place, headline) for place in range(len(tokens)))
    return [cue for cue in cues if cue]


def is_headline(tokens: Sequence[Token]) -> bool:
    """Whether most longer words begin with a capital, so that a capital does not tell a name."""
    long = [token for token in tokens if token.is_word and len(token.low) > 3]
    return len(long) < 30 and sum(token.capital for token in long) > 0.7 * len(long)


def _cue_at(tokens: Sequence[Token], place: int, headline: bool) -> Cue | None:
    word = word_at(tokens, place)
    if word == "according" and word_at(tokens, place + 1) == "to":
        return Cue(place, place, place + 1, ACCORDING, "base", "according")
    reading = read_verb(word)
    if not reading or (tokens[place].capital and place and not headline):
        return None
    verb, form = reading
    first = _group_start(tokens, place)
    if not _is_verb_here(tokens, first, place, form):
        return None
    last = place + 1 if word_at(tokens, place + 1) in verb.prepositions else place
    shape: Shape = "passive" if form == "past" and _is_passive(tokens, first, place) else "verb"
    if shape == "passive" and not (verb.tells or (verb.says and word_at(tokens, place + 1) == "by")):
        return None
    return Cue(first, place, last, verb, form, shape, tokens[last].low if last > place else "")


def _group_start(tokens: Sequence[Token], place: int) -> int:
    """Back over auxiliaries and adverbs: the "has repeatedly" of "has repeatedly said"."""
    first = place
    while first > 0 and place - first < 6:
        before = word_at(tokens, first - 1)
        if before == "to" and _is_continued(tokens, first - 1):
            first -= 2 if word_at(tokens, first - 2) == "on" else 1
        elif before not in AUXILIARIES and not is_adverb(tokens[first - 1]):
            break
        first -= 1
    return first + 1 if first == 0 < place and is_adverb(tokens[0]) else first


def _is_continued(tokens: Sequence[Token], to: int) -> bool:
    """Whether "to" stands after "went on" or "continued", so that what follows is said indeed."""
    before = word_at(tokens, to - 1)
    return before in ("continued", "continues") or (before == "on" and word_at(tokens, to - 2) in ("went", "goes"))


def _is_passive(tokens: Sequence[Token], first: int, place: int) -> bool:
    """Whether the auxiliary nearest to the participle is a form of "to be": "was told", not "has said"."""
    for i in range(place - 1, first - 1, -1):
        if tokens[i].low in AUXILIARIES:
            return tokens[i].low in TO_BE
    before = tokens[first - 1] if first else None
    return bool(before and is_subject_pronoun(before) and before.low.endswith(("'s", "'re", "'m")))


def _is_verb_here(tokens: Sequence[Token], first: int, place: int, form: Form) -> bool:
    before = tokens[first - 1] if first else None
    if form == "base":
        return before is not None and _is_plain_verb(tokens, first, place, before)
    if form == "s":
        return before is not None and _is_third_person(tokens[place], before)
    governed = before is not None and before.is_word and before.low in DETERMINERS | POSSESSIVES
    return not governed or (form == "past" and before is not None and before.low == "that")


def _is_third_person(word: Token, before: Token) -> bool:
    if before.kind == "quote":
        return True
    if before.kind == "mark":
        return word.low not in _NOUNS
    if before.low in DETERMINERS | POSSESSIVES | PREPOSITIONS or before.low.endswith("'s"):
        return False
    return word.low not in _NOUNS or before.capital or is_subject_pronoun(before) or before.low in _PAPERS


def _is_plain_verb(tokens: Sequence[Token], first: int, place: int, before: Token) -> bool:
    """A modal or a plural subject stands before a plain form, or it is a noun."""
    if any(tokens[i].low in MODALS for i in range(first, place)):
        return True
    if not before.is_word or before.low in DETERMINERS | POSSESSIVES | PREPOSITIONS:
        return False
    if is_subject_pronoun(before):
        return before.low not in ("he", "she", "it")
    if before.low in _PLURAL_SUBJECTS or _is_plural(before):
        return True
    # "Organisers in Cleveland say".
    near = range(first - 2, max(first - _REACH, 0), -1)
    preposition = next((i for i in near if word_at(tokens, i) in _WITHIN_SUBJECT), 0)
    return tokens[place].low not in _NOUN_TOO and preposition > 0 and _is_plural(tokens[preposition - 1])


def _is_plural(noun: Token) -> bool:
    return noun.is_word and noun.low.endswith("s") and not noun.low.endswith(_NOT_PLURAL)
