"""The questions put to a passage on a claim's event, one after the other: the first that has an answer decides."""

import re
from dataclasses import dataclass

from claims.text.evidence import cues
from claims.text.evidence.affirming import denied_by_opening
from claims.text.evidence.backing_out import backs_out, no_refusal, speaks_of_leaving
from claims.text.evidence.barriers import no_expectation, no_outcome
from claims.text.evidence.claim import AskedClaim
from claims.text.evidence.looking_ahead import too_weak
from claims.text.evidence.numbers import other_number, quantities
from claims.text.evidence.occurrence import Occurrence
from claims.text.evidence.outcome_doubts import outcome_doubt
from claims.text.evidence.proposal import CHECK, Basis, Proposal, Stance, context
from claims.text.evidence.reading import Reading
from claims.text.evidence.undone import called_false_there, called_off, denied_there, is_something_else
from claims.text.forward import Forward

_NEAR = 80
# So many words of the claim denied where an article opens leave open what it goes on to foretell.
_DENIED_TOO = 3
_SO_FAR = re.compile(r"(?:has|have|is|are)(?:n[’']t|\s)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Questions:
    """A passage that tells of the claim's event, and the questions put to it one after the other."""

    claim: AskedClaim
    passage: Reading
    at: Occurrence

    @property
    def clause(self) -> str:
        """The words around the event."""
        return self.at.clause.of(self.passage.text)

    @property
    def near(self) -> str:
        """The words close to the event, within its clause."""
        start = max(self.at.clause.start, self.at.event.span.start - _NEAR)
        return self.passage.text[start : min(self.at.clause.end, self.at.event.span.end + _NEAR)]

    @property
    def before(self) -> str:
        """The words before the event, within its clause."""
        return self.passage.text[self.at.clause.start : self.at.event.span.start]

    @property
    def forward(self) -> Forward | None:
        """What looks ahead to the event."""
        return self.at.forward

    def doubted(self) -> Proposal | None:
        """What only a person can judge."""
        statement = self.claim.reading.text
        bare_not = cues.BARE_NOT.search(statement) and not self.claim.is_negative
        if bare_not or any(cue.search(statement) for cue in (cues.NO_PLAIN_CLAIM, cues.CALLED_OFF, cues.STAYED)):
            return context("the statement itself asks, denies or reports hearsay: a person must look")
        if cues.COUNTERFACTUAL.search(self.clause):
            return context("counterfactual: a person must look")
        if self.passage.text.rstrip('”’" ').endswith("?"):
            return context("a question")
        mine, theirs = self.claim.reading, self.passage
        differing = other_number(quantities(mine.text, mine.days), quantities(theirs.text, theirs.days))
        return context(f"{CHECK}: {differing[0]} in the claim, {differing[1]} here") if differing else None

    def taken_back(self) -> Proposal | None:
        """Cancelled, postponed, called off, called false, denied.

        Who denies what is to come announces something; who denies what was done is one side only.
        """
        off = called_off(self.claim, self.passage, self.at)
        if off:
            return self._against("expectation", f"taken back: {off}")
        left = backs_out(self.claim, self.passage)
        if left:
            return self._left(left)
        false = called_false_there(self.passage, self.at)
        if not false and self.claim.forecast:
            false = denied_there(self.passage, self.at, standing=True)
        if false:
            return self._against("expectation" if self.claim.forecast else "outcome", f"taken back: {false}")
        denied = denied_there(self.passage, self.at, standing=False)
        return context(f"{CHECK}: somebody denies it: {denied}") if denied else None

    def _left(self, words: str) -> Proposal:
        """Who backs out of what was foretold; of what was done before that it says nothing."""
        barrier = no_refusal(self.claim, self.passage, self.at, words)
        return context(barrier) if barrier else self._against("expectation", f"backs out: {words}")

    def not_happened(self) -> Proposal | None:
        """An outcome told with "did not", "instead", "stayed"."""
        if not self.at.led:
            return None
        stayed, negated = cues.STAYED.search(self.clause), cues.NEGATED.search(self.before)
        # "Could not visit" looks ahead by its form alone.
        if negated and self.forward and not negated[0].casefold().startswith(("could", "did")):
            negated = None
        found = stayed or negated
        if not found or found[0].casefold().startswith("not only"):
            return None
        if cues.NOT_YET.search(self.clause) or self._is_open(found[0]):
            return context("not so far, which settles nothing")
        if cues.TWICE.search(found[0]):
            return context(f"{CHECK}: denied twice: {_words(found[0])}")
        if found is negated and is_something_else(self.claim, self.passage, self.at):
            return context(f"{CHECK}: something else did not happen: {_words(found[0])} {self.at.event.word}")
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
        denied = denied_by_opening(self.passage, frozenset(self.claim.reading.terms), fewest=_DENIED_TOO)
        if denied:
            return context(denied)
        leaving = speaks_of_leaving(self.claim, self.before)
        if leaving and not cues.STAYING_AWAY.search(self.near):
            return context(f"{CHECK}: speaks of leaving it: {leaving}")
        if cues.DOUBTED.search(self.before):
            return context(f"{CHECK}: doubted")
        weak = too_weak(forward, self.clause)
        if weak:
            return context(weak)
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
        if not self.at.happened:
            return None
        doubt = outcome_doubt(self.claim, self.passage, self.at)
        if doubt:
            return context(doubt)
        return self._for("outcome", f"reported to have happened: {self.at.event.word}")

    def _for(self, basis: Basis, reason: str) -> Proposal:
        if not self.claim.is_negative:
            return Proposal("supports", basis, (reason,))
        # "Will not attend the dialogue" is not refuted by attendance of just any meeting.
        if self.at.event.family == "visit":
            return Proposal("refutes", basis, (reason,))
        return context(f"{CHECK}: the claim denies it, and here: {reason}")

    def _against(self, basis: Basis, reason: str) -> Proposal:
        stance: Stance = "supports" if self.claim.is_negative else "refutes"
        return Proposal(stance, basis, (reason,))


def _words(found: str) -> str:
    return " ".join(found.split())
