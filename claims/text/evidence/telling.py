"""The questions put to a passage that tells what a claim says, where no known kind of event is told of.

The same order as for events, and the same caution: who only passes on what others say neither affirms nor denies it.
"""

import re
from dataclasses import dataclass

from claims.text.evidence import cues
from claims.text.evidence.affirming import NOT_AFFIRMED, denied_by_opening, not_affirmed_by_article
from claims.text.evidence.barriers import no_expectation, no_outcome, no_such_number
from claims.text.evidence.claim import AskedClaim
from claims.text.evidence.done import told_as_done
from claims.text.evidence.hearsay import hearsay_in
from claims.text.evidence.irregular import same_in
from claims.text.evidence.kin import other_of_theirs
from claims.text.evidence.left_open import left_open
from claims.text.evidence.looking_ahead import too_weak
from claims.text.evidence.numbers import other_number, quantities
from claims.text.evidence.opposites import opposite_in
from claims.text.evidence.proposal import CHECK, Basis, Proposal, Stance, context
from claims.text.evidence.reading import Reading
from claims.text.evidence.same_statement import Alike, core_of
from claims.text.evidence.taking_back import TakingBack
from claims.text.evidence.terms import terms

# Who shares so much with a claim tells it, by names alone.
_NEARLY_ALL = 0.75
# So many words of the claim denied where an article opens leave open what it goes on to foretell.
_DENIED_TOO = 3
# "Does not contain the bodies of any of the students": so far behind "not" words of the claim are told with it.
_BESIDE = 60
# After a word that looks ahead, so far.
_AHEAD = 60
# "Nobody was hurt" tells of what did not happen.
_NOBODY = re.compile(r"\b(?:nobody|no[ -]one|none|nothing|neither)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Telling:
    """A passage that tells what a claim says, and the questions put to it one after the other."""

    claim: AskedClaim
    passage: Reading
    alike: Alike

    def answer(self) -> Proposal | None:
        """Return the first answer, nothing where no question has one."""
        return self.doubted() or self.denied() or self.passed_on() or self.foretold() or self.happened()

    def doubted(self) -> Proposal | None:
        """What only a person can judge."""
        statement = self.claim.reading.text
        asks = cues.ASKS_OR_PASSES_ON.search(statement)
        # "The tour denies claims that he failed" denies, and passes nothing on.
        if asks and (asks[0] == "?" or not core_of(statement).denies):
            return context("the statement itself asks or reports hearsay: a person must look")
        if cues.COUNTERFACTUAL.search(self.passage.text):
            return context("counterfactual: a person must look")
        if self.passage.text.rstrip('”’" ').endswith("?"):
            return context("a question")
        mine, theirs = self.claim.reading, self.passage
        differing = other_number(quantities(mine.text, mine.days), quantities(theirs.text, theirs.days))
        return context(f"{CHECK}: {differing[0]} in the claim, {differing[1]} here") if differing else None

    def denied(self) -> Proposal | None:
        """Taken back in one of the ways in which that is done, or left open."""
        found = TakingBack(self.claim, self.passage, self.alike).answer()
        if found or core_of(self.claim.reading.text).denies:
            return found
        doubt = left_open(self.passage.text, self.alike.stems)
        return context(f"{CHECK}: left open: {doubt}") if doubt else None

    def passed_on(self) -> Proposal | None:
        """Hearsay here, or where the article opens with the same story; a story that the article calls false."""
        hearsay = hearsay_in(self.passage.text)
        if hearsay:
            return context(f"{NOT_AFFIRMED}: {hearsay}")
        opening = self.passage.opening
        if self.alike.stems & opening.stems and cues.TOLD_FALSE.search(opening.text):
            denies = core_of(self.claim.reading.text).denies
            opens = "the article opens by calling it false"
            return self._against("outcome", opens) if denies else context(opens)
        why = not_affirmed_by_article(self.passage, self.alike.stems)
        return context(why) if why else None

    def foretold(self) -> Proposal | None:
        """What looks ahead to words of the claim."""
        forward = self.passage.forward
        if not forward or not any(self._leads_on(cue.end) for cue in forward.cues):
            return None
        denied = denied_by_opening(self.passage, self.alike.stems, fewest=_DENIED_TOO)
        if denied:
            return context(denied)
        weak = too_weak(forward, self.passage.text)
        if weak:
            return context(weak)
        barrier = no_expectation(self.claim, self.passage, None)
        if barrier:
            return context(barrier)
        reason = f"looks ahead: {forward.reasons[0].partition(': ')[2]}"
        if forward.polarity == "negative":
            return context(f"{reason}, in the negative")
        return self._for("expectation", reason)

    def _leads_on(self, end: int) -> bool:
        return any(same_in(one, self.alike.stems) for one in terms(self.passage.text[end : end + _AHEAD])[:2])

    def _tells(self, words: str) -> bool:
        return not self.alike.stems.isdisjoint(terms(words))

    def happened(self) -> Proposal | None:
        """The same told as done, by an article that can tell it."""
        done = told_as_done(self.claim.reading, self.passage) if self.claim.forecast else ""
        if self.claim.forecast and (not done or self.alike.here < _NEARLY_ALL):
            return None
        text = self.passage.text
        found = cues.DENIES.finditer(text)
        denied = next((one for one in found if self._tells(text[one.start("what") : one.end() + _BESIDE])), None)
        if denied:
            return context(f"{CHECK}: told here with “{' '.join(denied[0].split())}”")
        nobody = _NOBODY.search(text)
        if nobody and not _NOBODY.search(self.claim.reading.text):
            return context(f"{CHECK}: told here with “{nobody[0]}”")
        elsewhen = cues.AT_OTHER_TIMES.search(text) if self.claim.forecast else None
        if elsewhen:
            return context(f"{CHECK}: told of other times: {elsewhen[0]}")
        opposite = opposite_in(core_of(self.claim.reading.text).stems, set(self.passage.terms))
        if opposite:
            return context(f"{CHECK}: {opposite[0]} in the claim, {opposite[1]} here")
        other = other_of_theirs(self.passage, self.claim.reading)
        if other:
            return context(f"{CHECK}: {other} here")
        if not self._says_more_than_names():
            return context("shares names only")
        barrier = no_outcome(self.claim, self.passage, None) or no_such_number(self.claim, self.passage)
        return (
            context(barrier)
            if barrier
            else self._for("outcome", f"told as done: {done}" if done else "says the same")
        )

    def _says_more_than_names(self) -> bool:
        """Whether more than names is shared, by the words themselves or by near all of the claim."""
        named = {term for name in self.passage.names for term in terms(name.text)}
        return bool(self.alike.stems - named) or self.alike.here >= _NEARLY_ALL

    def _for(self, basis: Basis, reason: str) -> Proposal:
        if core_of(self.claim.reading.text).denies:
            return context(f"{CHECK}: the claim denies it, and here: {reason}")
        return Proposal("supports", basis, (reason,))

    def _against(self, basis: Basis, reason: str) -> Proposal:
        stance: Stance = "supports" if core_of(self.claim.reading.text).denies else "refutes"
        return Proposal(stance, basis, (reason,))
