"""The questions put to a passage that tells what a claim says, where no known kind of event is told of.

The same order as for events, and the same caution: who only passes on what others say neither affirms nor denies it.
"""

import re
from dataclasses import dataclass

from claims.text.evidence import cues
from claims.text.evidence.affirming import NOT_AFFIRMED, not_affirmed_by_article
from claims.text.evidence.barriers import no_expectation, no_outcome, no_such_number
from claims.text.evidence.calling_false import called_false
from claims.text.evidence.claim import AskedClaim
from claims.text.evidence.debunking import is_of_words, stands_by_it
from claims.text.evidence.hearsay import hearsay_in
from claims.text.evidence.numbers import other_number, quantities
from claims.text.evidence.proposal import CHECK, Basis, Proposal, Stance, context
from claims.text.evidence.reading import Reading
from claims.text.evidence.same_statement import Alike, core_of
from claims.text.evidence.terms import telling_words, terms

# What is denied must be the claim's own words; a story is called false near to what it tells.
_DENIED_HERE, _DENIED_IN_OPENING, _HERE = 0.75, 0.5, 0.0
# Called false once, and not where the article opens, so much of the story must be told with it.
_TOLD_ONCE = 0.4
# After a word that looks ahead, so far.
_AHEAD = 60
# How far back the subject of what is denied is looked for.
_BACK = 240
_WORD = re.compile(r"[^\W_]+")


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
        """Called false, or told with "not"; who only says that somebody says so leaves it open what is denied."""
        denies = core_of(self.claim.reading.text).denies
        opens = self.passage.text in self.passage.opening.sentences
        least = _HERE if denies else _DENIED_IN_OPENING if opens else _DENIED_HERE
        found = self._called_false() or self._negated(least)
        if not found:
            return None
        if not denies and is_of_words(self.claim.reading.text):
            return context(f"{CHECK}: the statement leaves the word to somebody, and here: {found}")
        if not denies and not self._stands_by_it():
            return context(f"{CHECK}: only here does its article say: {found}")
        return self._against("expectation" if self.claim.forecast else "outcome", f"denied: {found}")

    def _called_false(self) -> str:
        """The words by which the passage calls the story false, where nothing takes that back."""
        return called_false(
            self.passage.text, cues.DENIED if core_of(self.claim.reading.text).denies else cues.TOLD_FALSE
        )

    def _stands_by_it(self) -> bool:
        """Whether its article opens so, or calls the story false again, or tells here what is false."""
        if not self.passage.opening.sentences or self.alike.here >= _TOLD_ONCE:
            return True
        return stands_by_it(self.passage)

    def _negated(self, least: float) -> str:
        """The claim's own words after "not", its other words before."""
        text, denies = self.passage.text, core_of(self.claim.reading.text).denies
        if self.alike.here < least or cues.GOES_NO_FURTHER.search(self.claim.reading.text):
            return ""
        for found in cues.DENIES.finditer(text):
            before, after = self.alike.stems.intersection(terms(_before(text, found.start()))), terms(found["what"])
            left = self.alike.stems - before
            told = not left.isdisjoint(after if denies else after[:1])
            if before and told and _is_no_name(found["what"]):
                return " ".join(found[0].split())
        return ""

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
        if forward.certainty == "uncommitted":
            return context("only asked for, asked whether, or a condition")
        barrier = no_expectation(self.claim, self.passage, None)
        if barrier:
            return context(barrier)
        reason = f"looks ahead: {forward.reasons[0].partition(': ')[2]}"
        if forward.polarity == "negative":
            return context(f"{reason}, in the negative")
        return self._for("expectation", reason)

    def _leads_on(self, end: int) -> bool:
        return self._tells(self.passage.text[end : end + _AHEAD])

    def _tells(self, words: str) -> bool:
        return not self.alike.stems.isdisjoint(terms(words))

    def happened(self) -> Proposal | None:
        """The same told as done, by an article that can tell it."""
        if self.claim.forecast:
            return None
        denied = next((one for one in cues.DENIES.finditer(self.passage.text) if self._tells(one["what"])), None)
        if denied:
            return context(f"{CHECK}: told here with “{' '.join(denied[0].split())}”")
        barrier = no_outcome(self.claim, self.passage, None) or no_such_number(self.claim, self.passage)
        return context(barrier) if barrier else self._for("outcome", "says the same")

    def _for(self, basis: Basis, reason: str) -> Proposal:
        if core_of(self.claim.reading.text).denies:
            return context(f"{CHECK}: the claim denies it, and here: {reason}")
        return Proposal("supports", basis, (reason,))

    def _against(self, basis: Basis, reason: str) -> Proposal:
        stance: Stance = "supports" if core_of(self.claim.reading.text).denies else "refutes"
        return Proposal(stance, basis, (reason,))


def _before(text: str, at: int) -> str:
    return text[max(at - _BACK, 0) : at]


def _is_no_name(words: str) -> bool:
    """Whether the first telling word begins with a small letter: "not Syria" denies a place only."""
    return telling_words(words)[0] in _WORD.findall(words)
