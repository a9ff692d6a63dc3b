"""The questions put to a passage on a claim's event, one after the other: the first that has an answer decides."""

import re
from dataclasses import dataclass

from claims.text.evidence import cues
from claims.text.evidence.affirming import not_affirmed_by_article
from claims.text.evidence.barriers import no_expectation, no_outcome, no_such_number
from claims.text.evidence.claim import AskedClaim
from claims.text.evidence.numbers import other_number, quantities
from claims.text.evidence.occurrence import Occurrence
from claims.text.evidence.proposal import CHECK, Basis, Proposal, Stance, context
from claims.text.evidence.reading import Reading
from claims.text.forward import Forward
from claims.text.spans import Span

_NEAR = 80
# How far back is looked for what takes "a hoax" back.
_BACK = 240
_SO_FAR = re.compile(r"(?:has|have|is|are)(?:n[’']t|\s)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Questions:
    """A passage that tells of the claim's event, and the questions put to it one after the other."""

    claim: AskedClaim
    passage: Reading
    at: Occurrence | None

    @property
    def clause(self) -> str:
        """The words around the event."""
        return self.at.clause.of(self.passage.text) if self.at else self.passage.text

    @property
    def near(self) -> str:
        """The words close to the event, within its clause."""
        if not self.at:
            return self.passage.text
        start = max(self.at.clause.start, self.at.event.span.start - _NEAR)
        return self.passage.text[start : min(self.at.clause.end, self.at.event.span.end + _NEAR)]

    @property
    def before(self) -> str:
        """The words before the event, within its clause."""
        return self.passage.text[self.at.clause.start : self.at.event.span.start] if self.at else self.passage.text

    @property
    def forward(self) -> Forward | None:
        """What looks ahead to the event."""
        return self.at.forward if self.at else self.passage.forward

    def doubted(self) -> Proposal | None:
        """What only a person can judge."""
        statement = self.claim.reading.text
        bare_not = cues.BARE_NOT.search(statement) and not self.claim.is_negative
        if bare_not or cues.NO_PLAIN_CLAIM.search(statement) or cues.CALLED_OFF.search(statement):
            return context("the statement itself asks, denies or reports hearsay: a person must look")
        if cues.COUNTERFACTUAL.search(self.clause):
            return context("counterfactual: a person must look")
        if self.passage.text.rstrip('”’" ').endswith("?"):
            return context("a question")
        mine, theirs = self.claim.reading, self.passage
        differing = other_number(quantities(mine.text, mine.days), quantities(theirs.text, theirs.days))
        return context(f"{CHECK}: {differing[0]} in the claim, {differing[1]} here") if differing else None

    def taken_back(self) -> Proposal | None:
        """Cancelled, postponed, called off, denied."""
        off, denied = self._bound(cues.CALLED_OFF), self._bound(cues.DENIED) or self._said_false()
        found = off or denied
        if not found:
            return None
        basis: Basis = "expectation" if off or self.claim.forecast else "outcome"
        return self._against(basis, f"taken back: {found}")

    def _bound(self, cue: re.Pattern[str]) -> str:
        """The words of `cue` close to the event, where they are not denied and nothing else stands between."""
        text, at = self.passage.text, self.at
        for found in cue.finditer(text):
            before = text[: found.start()]
            if cues.NEGATED.search(before) or (cue is cues.DENIED and cues.NOT_SAID_FALSE.search(before[-_BACK:])):
                continue
            if not at:
                return _words(found[0])
            first, last = sorted([Span(*found.span()), at.event.span])
            between = text[first.end : last.start]
            if len(between) <= _NEAR and at.clause.contains(first) and not cues.OTHERWISE.search(between):
                return _words(found[0])
        return ""

    def _said_false(self) -> str:
        """ "Reports that he went are false"."""
        found = cues.SAID_FALSE.search(self.clause)
        return _words(found[0]) if found else ""

    def not_happened(self) -> Proposal | None:
        """An outcome told with "did not", "instead", "stayed"."""
        if not self.at or not self.at.led:
            return None
        stayed, negated = cues.STAYED.search(self.clause), cues.NEGATED.search(self.before)
        # "Could not visit" looks ahead by its form alone.
        if negated and self.forward and not negated[0].casefold().startswith("could"):
            negated = None
        found = stayed or negated
        if not found or found[0].casefold().startswith("not only"):
            return None
        if cues.NOT_YET.search(self.clause) or self._is_open(found[0]):
            return context("not so far, which settles nothing")
        barrier = no_outcome(self.claim, self.passage, self.at)
        return context(barrier) if barrier else self._against("outcome", f"did not happen: {_words(found[0])}")

    def _is_open(self, words: str) -> bool:
        """Whether "has not" is said of a forecast whose window has not ended."""
        if not self.claim.forecast or not _SO_FAR.match(words):
            return False
        last, told = self.claim.window.last, self.passage.published_on
        return last is None or told is None or told <= last

    def foretold(self) -> Proposal | None:
        """A cue of what is still to come."""
        forward = self.forward
        if not forward:
            return None
        if forward.certainty == "uncommitted":
            return context("only asked for, asked whether, or a condition")
        barrier = no_expectation(self.claim, self.passage, self.at)
        if barrier:
            return context(barrier)
        away = cues.STAYING_AWAY.search(self.near)
        reason = f"looks ahead: {forward.reasons[0].partition(': ')[2]}"
        negative = forward.polarity == "negative" and not cues.NOT_ONLY.search(self.near)
        if negative != bool(away):
            return self._against("expectation", f"{reason}, in the negative")
        return self._for("expectation", reason)

    def happened(self) -> Proposal | None:
        """An outcome told, by an article that can tell it."""
        if (self.at and not self.at.happened) or (not self.at and self.claim.forecast):
            return None
        hearsay = cues.HEARSAY.search(self.clause)
        if hearsay:
            return context(f"hearsay: {_words(hearsay[0])}")
        why = not_affirmed_by_article(self.passage, frozenset(self.claim.reading.terms))
        if why:
            return context(why)
        barrier = no_outcome(self.claim, self.passage, self.at) or no_such_number(self.claim, self.passage)
        if barrier:
            return context(barrier)
        return self._for(
            "outcome", f"reported to have happened: {self.at.event.word}" if self.at else "says the same"
        )

    def _for(self, basis: Basis, reason: str) -> Proposal:
        if not self.claim.is_negative:
            return Proposal("supports", basis, (reason,))
        # "Will not attend the dialogue" is not refuted by attendance of just any meeting.
        if self.at and self.at.event.family == "visit":
            return Proposal("refutes", basis, (reason,))
        return context(f"{CHECK}: the claim denies it, and here: {reason}")

    def _against(self, basis: Basis, reason: str) -> Proposal:
        stance: Stance = "supports" if self.claim.is_negative else "refutes"
        return Proposal(stance, basis, (reason,))


def _words(found: str) -> str:
    return " ".join(found.split())
