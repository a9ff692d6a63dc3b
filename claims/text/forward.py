"""Whether a sentence looks ahead, how sure it sounds, and whether it affirms or denies."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from claims.text.forward_cues import CUES, HEADLINE_CUE, Certainty, Cue
from claims.text.forward_times import TIME_CUES
from claims.text.sentences import LONGEST
from claims.text.spans import Span
from claims.text.time.direction import has_verb

Polarity = Literal["positive", "negative"]

_MOST_WORDS_OF_A_HEADLINE = 16
# The less a cue says by itself, the later it is asked how sure the sentence sounds.
_TELLING = "will|planned|headline|expected|would|intended|may|considered|feared|soon|asked for".split("|")
_NEGATION = re.compile(r"\b(?:no|not|never|unlikely|unwilling|reluctant|refus\w{1,4})\b|n[’']t\b", re.IGNORECASE)
_NEGATION_BEFORE = re.compile(
    r"\b(?:no|not|never|nobody|neither|without|den(?:y|ies|ied)|ruled? out|no longer|has no|have no)"
    r"(?:\s{1,3}\S{1,20}){0,2}\s{1,3}\Z|n[’']t\s{1,3}\Z",
    re.IGNORECASE,
)
# "Who would sit across from them is not clear": what is asked is not foretold.
_ASKED = re.compile(
    r"\b(?:not (?:yet )?(?:clear|known|certain)|unclear|unknown|uncertain|remains to be seen)\b", re.IGNORECASE
)
_QUESTION_WORD = re.compile(r"\b(?:who|whom|what|which|how|why|where)\s(?:\S{1,20}\s){0,3}\Z", re.IGNORECASE)
# "We’ll be back after this": of the broadcast itself.
_ON_AIR = re.compile(
    r"\bwe(?:[’']ll| will|[’']re (?:now )?going to| are (?:now )?going to) (?:now |also )?"
    r"(?:be (?:right )?back|come back|go back|go (?:now )?to|take a (?:look|break)|turn to|hear (?:from|more)|talk"
    r"|tell you|have more|look at)\b",
    re.IGNORECASE,
)
_WHETHER = re.compile(r"\b(?:whether|if|when)\s(?:\S{1,20}\s){0,6}\Z", re.IGNORECASE)
# "By Friday they had left", "would often come": what is told of the past.
_TOLD_OF_THE_PAST = re.compile(
    r"\b(?:if (?:\S{1,20}\s){1,4}(?:had|were|did)|used to|(?:to|at|for) each|every (?:time|day|night|week|year))\b",
    re.IGNORECASE,
)
# "The first politician to be received".
_RANKED = re.compile(r"\b(?:first|second|third|last|only|latest|most)\b", re.IGNORECASE)
# "Their role was to help": told of what it is.
_IS_BY_NATURE = re.compile(
    r"\b(?:role|key|answer|way|point|thing|trick|job|task|purpose|problem|reason|promise|idea|effect|result)s?\b"
    r"(?:\s\S{1,20}){0,4}\s\Z",
    re.IGNORECASE,
)
_COMPARED = re.compile(r"\b(?:more|less|most|least|as|had)\s{1,3}\Z", re.IGNORECASE)
_NEVER_ASKED = re.compile(r"\b(?:never|did not|had not|didn[’']t|hadn[’']t)\s{1,3}\Z", re.IGNORECASE)
# "They kept their promise to pay": it is done, or will not be.
_KEPT = re.compile(
    r"\b(?:had|did not|didn[’']t)\s(?:[a-z]{2,12}ly\s)?\Z|"
    r"\b(?:kept|broke|broken|honou?red|fulfilled|abandoned|dropped|reneged on)\s(?:\S{1,12}\s){0,2}\Z",
    re.IGNORECASE,
)
# "Asked if it is true", "even if it is": nothing hangs on it.
_ASKED_IF = re.compile(
    r"\b(?:ask|asks|asked|asking|see|know|wonders?|wondered|determine|clear|say|tell|confirm|check|sure|even|as|decide|decided|out|unsure|knows?|knew|matter|what)\s"
    r"(?:\S{1,12}\s)?\Z",
    re.IGNORECASE,
)
# By kind of cue: what must not stand before it.
_UNDONE_BY = {
    "to be done": _RANKED,
    "asked for": _NEVER_ASKED,
    "intended": _KEPT,
    "condition": _ASKED_IF,
    "planned": _IS_BY_NATURE,
    "expected": _COMPARED,
}
_HAD = re.compile(r"\b(?:had|was|were|became|began|[a-z]{3,20}ed)\b", re.IGNORECASE)
_TO_COME = re.compile(
    r"\b(?:will|would|to|must|should|could|may|might|shall|expects?|expected|plans?|planned|promised)\b",
    re.IGNORECASE,
)
_OPINION = re.compile(r"\bit\s{1,3}would\s{1,3}be\s{1,3}[a-z]{3,20}\s{1,3}(?:to|if|that|for)\b", re.IGNORECASE)
_FEARED = re.compile(
    r"\b(?:fears?|feared|hopes?|hoped|risk|possibility|chance|perhaps|maybe)\b[^,;]{0,80}\Z", re.IGNORECASE
)
_PROBABLY = re.compile(r"\b(?:probably|likely|reportedly|presumably)\b", re.IGNORECASE)
_HEADLINE = re.compile(
    r"(?P<before>(?:[\w’'-]{1,30}[:,]?\s){1,10})(?P<cue>to)(?=\s(?:meet|visit|attend|hold|travel|arrive|discuss|host|"
    r"sign|launch|open|resume|withdraw|send|join|lead|address|begin|start|end|release|receive|seek|push|review|raise|cut|"
    r"ban|restore|take|give|talk|skip|build|buy|sell|face|leave|return|head|pull|stop|provide|get|make|run|close)\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Forward:
    """What in a sentence looks ahead: its words in order, and how it sounds."""

    cues: tuple[Span, ...]
    certainty: Certainty
    polarity: Polarity
    reasons: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.cues or len(self.cues) != len(self.reasons):
            raise ValueError("a sentence looks ahead by words, each with its reason")


def forward_looking(sentence: str) -> Forward | None:
    """Return what in `sentence` looks ahead, None where nothing does. Longer than a sentence is cut.

    >>> sentence = "Muttaqi is not expected to visit Islamabad next week."
    >>> found = forward_looking(sentence)
    >>> [cue.of(sentence) for cue in found.cues], found.certainty, found.polarity
    (['is not expected to', 'next week'], 'probable', 'negative')
    """
    found = list(_disjoint(_found_in(_small_if_shouted(sentence[:LONGEST]))))
    if not found:
        return None
    deciding, span = min(found, key=lambda one: _rank(one[0]))
    return Forward(
        cues=tuple(span for _, span in found),
        certainty=_certainty(deciding, span, sentence),
        polarity=_polarity(span, sentence),
        reasons=tuple(f"{cue.kind}: {' '.join(span.of(sentence).split())}" for cue, span in found),
    )


def _small_if_shouted(sentence: str) -> str:
    """A heading in capitals is read like any other."""
    small = sentence.lower()
    return small if sentence.isupper() and len(small) == len(sentence) else sentence


def _found_in(sentence: str) -> list[tuple[Cue, Span]]:
    small = sentence.lower()
    cues = [cue for cue in (*CUES, *TIME_CUES) if cue.may_be_in(small)]
    found = [(cue, Span(*one.span())) for cue in cues for one in cue.pattern.finditer(sentence)]
    kept = [(cue, span) for cue, span in found if _looks_ahead(cue, span, sentence)]
    return kept or _headline_cue(sentence)


def _looks_ahead(cue: Cue, span: Span, sentence: str) -> bool:
    """Whether the cue stands: not asked after, and not told of the past."""
    before = sentence[max(span.start - 120, 0) : span.start]
    if cue.kind in ("will", "planned") and _ON_AIR.search(sentence):
        return False
    if cue.kind in ("will", "would", "may") and _QUESTION_WORD.search(before) and _ASKED.search(sentence):
        return False
    undone = _UNDONE_BY.get(cue.kind)
    if undone and undone.search(before):
        return False
    if cue.kind == "deadline" or span.of(sentence).lower().startswith("within "):
        around = sentence[max(span.start - 60, 0) : span.end + 60]
        return not _HAD.search(around) or (_TO_COME.search(around) is not None and " had " not in around)
    return cue.kind != "would" or not (_TOLD_OF_THE_PAST.search(sentence) or _OPINION.search(sentence))


def _headline_cue(sentence: str) -> list[tuple[Cue, Span]]:
    """ "US envoy to meet Taliban": in a headline, which has no other verb, the infinitive is the future."""
    if sentence.rstrip().endswith(("!", "?", "”", '"')) or len(sentence.split()) > _MOST_WORDS_OF_A_HEADLINE:
        return []
    found = _HEADLINE.match(sentence)
    if not found or has_verb(found["before"]):
        return []
    return [(HEADLINE_CUE, Span(*found.span("cue")))]


def _disjoint(found: list[tuple[Cue, Span]]) -> Iterator[tuple[Cue, Span]]:
    """From left to right; of two that overlap the longer one."""
    end = 0
    for cue, span in sorted(found, key=lambda one: (one[1].start, -one[1].end)):
        if span.start >= end:
            yield cue, span
            end = span.end


def _rank(cue: Cue) -> int:
    return _TELLING.index(cue.kind) if cue.kind in _TELLING else len(_TELLING)


def _certainty(cue: Cue, span: Span, sentence: str) -> Certainty:
    """As sure as the cue, unless it is only asked whether, feared, or said with "probably"."""
    before = sentence[max(span.start - 120, 0) : span.start]
    if _ASKED.search(sentence) and _WHETHER.search(before):
        return "uncommitted"
    if _FEARED.search(before):
        return "possible"
    return "probable" if cue.certainty == "certain" and _PROBABLY.search(span.of(sentence)) else cue.certainty


def _polarity(span: Span, sentence: str) -> Polarity:
    before = sentence[max(span.start - 60, 0) : span.start]
    denied = _NEGATION.search(span.of(sentence)) or _NEGATION_BEFORE.search(before)
    return "negative" if denied else "positive"
