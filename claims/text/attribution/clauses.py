"""A cue with its subject, and how the clauses of a sentence bound one another."""

from collections.abc import Sequence
from dataclasses import dataclass

from claims.text.attribution.circumstances import hearer_at, past_times
from claims.text.attribution.contents import content_before, is_aside
from claims.text.attribution.cues import Cue, find_cues
from claims.text.attribution.phrases import Places, ends_as_speech
from claims.text.attribution.sources import subject_after, subject_before
from claims.text.attribution.tokens import Token, word_at
from claims.text.attribution.words import CONJUNCTIONS, PREPOSITIONS, SUBORDINATORS, is_adverb, is_mark

_OPENS_CLAUSE = CONJUNCTIONS | frozenset("while although though whereas as because".split())
_PARTS_WITHOUT_COMMA = frozenset("but while although though".split())
_BEFORE_PARTICIPLE = frozenset("and while before after by".split())


@dataclass(frozen=True, slots=True)
class Clause:
    """A cue, its subject (unless it shares that of an earlier verb), and how they stand to each other."""

    cue: Cue
    subject: Places | None = None
    inverted: bool = False
    shares_subject: bool = False
    hearer: Places | None = None

    @property
    def start(self) -> int:
        """The first token of subject or hearer and verb."""
        before = self.hearer if self.cue.shape == "passive" else None if self.inverted else self.subject
        return before[0] if before else self.cue.first

    @property
    def end(self) -> int:
        """The last token of verb, inverted subject and hearer."""
        after = self.subject if self.inverted else None
        told = self.hearer if self.cue.shape == "verb" else None
        return max(self.cue.last, after[1] if after else 0, told[1] if told else 0)


def find_clauses(tokens: Sequence[Token]) -> list[Clause]:
    """Return the clauses of a sentence that could attribute, in the order of their verbs."""
    return [_clause_of(tokens, cue) for cue in find_cues(tokens)]


def _clause_of(tokens: Sequence[Token], cue: Cue) -> Clause:
    total = len(tokens)
    if cue.shape == "according":
        return Clause(cue, subject_after(tokens, cue.last + 1, total), inverted=True)
    if cue.shape == "passive":
        by = word_at(tokens, cue.head + 1) == "by"
        agent = subject_after(tokens, cue.head + 2, total) if by else None
        return Clause(cue, agent, inverted=True, hearer=subject_before(tokens, cue.first))
    inverted = _inverted_subject(tokens, cue)
    if inverted:
        return Clause(cue, inverted, inverted=True)
    hearer = hearer_at(tokens, cue.last + 1, total) if cue.verb.tells else None
    if _shares_subject(tokens, cue):
        return Clause(cue, shares_subject=True, hearer=hearer)
    return Clause(cue, subject_before(tokens, cue.first), hearer=hearer)


def _inverted_subject(tokens: Sequence[Token], cue: Cue) -> Places | None:
    """The subject of “…,” said Ross: after a mark or closed quotation, with nothing more to say."""
    before = tokens[cue.first - 1] if cue.first else None
    if before is None or not cue.verb.says or cue.form not in ("past", "s"):
        return None
    spoken = before.kind == "quote" and ends_as_speech(before)
    if not (spoken or is_mark(before, ",?!—–-")) or word_at(tokens, cue.last + 1) == "that":
        return None
    subject = subject_after(tokens, cue.last + 1, len(tokens))
    if subject and past_times(tokens, subject[0], len(tokens)) > subject[1]:
        # "…, she said last week."
        return None
    if not subject or spoken or subject[1] + 1 >= len(tokens):
        return subject
    return subject if tokens[subject[1] + 1].kind == "mark" else None


def _shares_subject(tokens: Sequence[Token], cue: Cue) -> bool:
    """Whether the verb has no subject of its own: "… and said", ", adding"."""
    if not cue.first:
        return cue.form == "ing"
    before = tokens[cue.first - 1]
    if cue.form == "ing" and cue.first == cue.head:
        apart = PREPOSITIONS | CONJUNCTIONS | SUBORDINATORS
        return not before.is_word or before.low in apart or is_adverb(before)
    return before.is_word and before.low in ("and", "but", "or", "then")


def cut_before(tokens: Sequence[Token], clause: Clause) -> int | None:
    """Where the clause ends what an earlier cue attributes; None when it may lie inside."""
    if not clause.start:
        return None
    before, place = tokens[clause.start - 1], clause.start - 1
    if before.kind == "quote":
        return clause.start if ends_as_speech(before) or clause.cue.form == "ing" else None
    if clause.shares_subject and clause.cue.form == "ing":
        return place if is_mark(before, ",—–") or word_at(tokens, place) in _BEFORE_PARTICIPLE else None
    if is_mark(before, ";—–"):
        return place
    if word_at(tokens, place) not in _OPENS_CLAUSE:
        return None
    if place and is_mark(tokens[place - 1], ",;"):
        return place - 1
    quoted = place > 0 and tokens[place - 1].kind == "quote"
    return place if clause.shares_subject or quoted or before.low in _PARTS_WITHOUT_COMMA else None


def inside_a_later_aside(tokens: Sequence[Token], clauses: Sequence[Clause]) -> tuple[set[int], set[int]]:
    """Which clauses lie in the words that a later ", he said." stands after, and which stand around others.

    The first are part of what he said. The second report a whole sentence with its own speaker:
    "He will go, sources said, adding that all is settled, Dawn reported".
    """
    inside: set[int] = set()
    around: set[int] = set()
    start = 0
    for i, clause in enumerate(clauses):
        content = _content_of_aside(tokens, clause, start)
        if not content:
            continue
        if any(c.cue.first == content[0] and c.shares_subject for c in clauses[:i]):
            around.add(i)
        else:
            inside |= {j for j in range(i) if clauses[j].start >= start}
        start = clause.end + 1
    return inside, around


def _content_of_aside(tokens: Sequence[Token], clause: Clause, start: int) -> Places | None:
    """What stands before a clause that is an aside with a comma before it."""
    if not clause.subject or not clause.cue.verb.reports or clause.cue.shape == "passive":
        return None
    content = content_before(tokens, clause.start, start)
    if not content or not is_mark(tokens[content[1] + 1], ",?!"):
        return None
    return content if is_aside(tokens, clause.end + 1, len(tokens)) else None
