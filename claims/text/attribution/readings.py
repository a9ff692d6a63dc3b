"""Attributions of one sentence, by token places."""

from collections.abc import Sequence
from dataclasses import dataclass

from claims.text.attribution.clauses import Clause, cut_before, find_clauses, inside_a_later_aside
from claims.text.attribution.contents import (
    content_after,
    content_before,
    content_resumed,
    is_aside,
    is_substantial,
    trimmed,
)
from claims.text.attribution.labels import end_of_label, past_dateline
from claims.text.attribution.phrases import Places
from claims.text.attribution.sources import subject_of_sentence
from claims.text.attribution.tokens import Token, word_at
from claims.text.attribution.words import AUXILIARIES, DETERMINERS, PREPOSITIONS, is_mark

_SHORT_QUOTATION = 25


@dataclass(frozen=True, slots=True)
class Reading:
    """Who says what by which words; `hearer` is who was told."""

    source: Places | None
    cue: Places
    content: tuple[Places, ...]
    hearer: Places | None = None


def read_sentence(tokens: Sequence[Token]) -> list[Reading]:
    """Return the attributions of a sentence, in order.

    What lies within attributed words is not attributed again: "He said that she thinks so" is his.
    """
    colon = end_of_label(tokens)
    if colon:
        content = trimmed(tokens, colon + 1, len(tokens) - 1)
        return [Reading((0, colon - 1), (colon, colon), (content,))] if content else []
    return _Sentence(tokens).readings()


class _Sentence:
    """The clauses of a sentence, read from left to right."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.clauses = find_clauses(tokens)
        self.cuts = [cut_before(tokens, clause) for clause in self.clauses]
        self.inside, self.around = inside_a_later_aside(tokens, self.clauses)
        self.opening = past_dateline(tokens)
        self.floor = self.opening
        self.found: list[Reading] = []

    def readings(self) -> list[Reading]:
        for i, clause in enumerate(self.clauses):
            if i in self.around:
                self.floor = self.opening
            if (
                i in self.inside
                or clause.cue.head < self.floor
                or (clause.start < self.floor and not clause.inverted)
            ):
                continue
            reading = self._read(clause, self._ceiling(i))
            if reading:
                self.found.append(reading)
                self.floor = max(self.floor, reading.cue[1] + 1, *(last + 1 for _, last in reading.content))
        return self.found

    def _ceiling(self, i: int) -> int:
        """Where the next clause of its own, or the one around this, ends what this one attributes."""
        for later in range(i + 1, len(self.clauses)):
            cut = self.clauses[later].start - 1 if later in self.around else self.cuts[later]
            if cut is not None and cut > self.clauses[i].end + 1:
                return cut
        return len(self.tokens)

    def _read(self, clause: Clause, ceiling: int) -> Reading | None:
        if clause.cue.shape == "according":
            return self._according(clause, ceiling)
        subject = self._shared_subject(clause) if clause.shares_subject else clause.subject
        if clause.cue.shape == "passive" and not subject:
            return None
        content = self._content(clause, ceiling) if subject else ()
        return Reading(subject, (clause.cue.first, clause.cue.last), content, clause.hearer) if content else None

    def _shared_subject(self, clause: Clause) -> Places | None:
        if self.found and self.found[-1].source:
            return self.found[-1].source
        return subject_of_sentence(self.tokens, clause.cue.first, self.floor)

    def _content(self, clause: Clause, ceiling: int) -> tuple[Places, ...]:
        """The words before an aside, with what it interrupts; or the words after the cue."""
        tokens, cue = self.tokens, clause.cue
        ceiling = self._end_of_relative(clause, ceiling)
        before = None if clause.shares_subject else content_before(tokens, clause.start, self.floor)
        resumed = content_resumed(tokens, clause.end + 1, ceiling) if before else None
        if resumed and clause.inverted and tokens[resumed[0]].low in DETERMINERS | PREPOSITIONS:
            # ", said Ned Price, the spokesman who …": an apposition.
            resumed = None
        around = (before, resumed) if before and resumed else (before,) if before else ()
        if clause.inverted:
            told = content_after(tokens, cue, clause.end + 1, ceiling) if cue.shape == "passive" else None
            return around or ((told,) if told else ())
        aside = cue.verb.reports and is_aside(tokens, clause.end + 1, ceiling)
        if before and aside and is_substantial(tokens, before, resumed=resumed is not None):
            return around
        after = content_after(tokens, cue, cue.last + 1, ceiling)
        if before and tokens[before[1]].kind == "quote":
            return self._beside_quotation(before, after)
        return (after,) if after else ()

    def _end_of_relative(self, clause: Clause, ceiling: int) -> int:
        """Where the main verb goes on after "Clinton, who claimed victory,": nobody said what follows."""
        tokens, subject = self.tokens, clause.subject
        if not subject or clause.inverted or word_at(tokens, subject[1]) not in ("who", "which"):
            return ceiling
        if not is_mark(tokens[subject[1] - 1], ","):
            return ceiling
        for i in range(clause.end + 1, ceiling - 1):
            if is_mark(tokens[i], ",") and word_at(tokens, i + 1) in AUXILIARIES:
                return i
        return ceiling

    def _beside_quotation(self, before: Places, after: Places | None) -> tuple[Places, ...]:
        """“Go,” he said, “now”: both. “Go!” He said that …: the clause. “Go,” he said of her: the first."""
        if not after:
            return (before,)
        if self.tokens[after[0]].kind == "quote":
            return before, after
        mere_words = len(self.tokens[before[1]].span) <= _SHORT_QUOTATION
        return (after,) if mere_words or self.tokens[after[0]].low == "that" else (before,)

    def _according(self, clause: Clause, ceiling: int) -> Reading | None:
        tokens, cue = self.tokens, clause.cue
        if not clause.subject:
            return None
        before = content_before(tokens, cue.first, self.floor)
        if not before and cue.first > self.floor:
            before = trimmed(tokens, self.floor, cue.first - 1)
        if before:
            rest = content_resumed(tokens, clause.end + 1, ceiling)
            return Reading(clause.subject, (cue.first, cue.last), (before, rest) if rest else (before,))
        comma = next((i for i in range(clause.end + 1, ceiling) if is_mark(tokens[i], ",")), ceiling)
        content = trimmed(tokens, comma + 1, ceiling - 1)
        return Reading(clause.subject, (cue.first, cue.last), (content,)) if content else None
