"""How a passage that tells what a claim says can take it back: called false, told with "not", denied, given up."""

import re
from dataclasses import dataclass

from claims.text.attribution.quotations import find_quotations
from claims.text.evidence import cues
from claims.text.evidence.backing_out import backs_out, no_refusal
from claims.text.evidence.bearing import held_in
from claims.text.evidence.calling_false import called_false
from claims.text.evidence.claim import AskedClaim
from claims.text.evidence.debunking import is_of_words, stands_by_it
from claims.text.evidence.denying import denials_in, is_itself_denied
from claims.text.evidence.governing import governed
from claims.text.evidence.irregular import other_forms, same_in
from claims.text.evidence.objects import done_to
from claims.text.evidence.proposal import CHECK, Basis, Proposal, Stance, context
from claims.text.evidence.reading import Reading
from claims.text.evidence.same_statement import Alike, core_of
from claims.text.evidence.terms import stem, telling_words, terms
from claims.text.spans import Span

# What is denied must be the claim's own words; a story is called false near to what it tells.
_DENIED_HERE, _DENIED_IN_OPENING, _HERE = 0.75, 0.5, 0.0
# Called false once, and not where the article opens, so much of the story must be told with it.
_TOLD_ONCE = 0.4
# How far back the subject of what is denied is looked for.
_BACK = 240
# So much of the claim must be what somebody denies, or gives up.
_DENIED_SHARE = 0.5
# "Whose age was not given".
_OF_WHOM = re.compile(r"\bwhose\b[^,.;]{0,40}\Z", re.IGNORECASE)
# Verbs that tell nothing without what follows on them.
_LIGHT = frozenset(
    form for verb in ("give", "take", "make", "get", "go", "keep", "hold") for form in other_forms(stem(verb))
)
_WORD = re.compile(r"[^\W_]+")
_SAID = re.compile(
    r"\b(?:said|says|saying|told|tells|insist\w{0,3}|claim\w{0,3}|according|argu\w{1,3}|tweeted|wrote|added|stated)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class TakingBack:
    """A passage that tells what a claim says, and the ways in which it can take that back."""

    claim: AskedClaim
    passage: Reading
    alike: Alike

    def answer(self) -> Proposal | None:
        """Called false, or told with "not"; who only says that somebody says so leaves it open what is denied."""
        denies = core_of(self.claim.reading.text).denies
        found = self._called_false() or self._negated() or ("" if denies else self._none_did())
        if not found:
            return None if denies else self._denied_by_somebody() or self._given_up() or self._left()
        if not denies and is_of_words(self.claim.reading.text):
            return context(f"{CHECK}: the statement leaves the word to somebody, and here: {found}")
        if not denies and self._is_quoted(found):
            return context(f"{CHECK}: somebody says so: {found}")
        if not denies and not self._stands_by_it():
            return context(f"{CHECK}: only here does its article say: {found}")
        return self._against(f"denied: {found}")

    def _called_false(self) -> str:
        """The words by which the passage calls the story false, where nothing takes that back."""
        core = core_of(self.claim.reading.text)
        return called_false(self.passage.text, cues.DENIED if core.denies else cues.TOLD_FALSE, core.stems)

    def _stands_by_it(self) -> bool:
        """Whether its article opens so, or calls the story false again, or tells here what is false."""
        if not self.passage.opening.sentences or self.alike.here >= _TOLD_ONCE:
            return True
        return stands_by_it(self.passage)

    def _is_quoted(self, words: str) -> bool:
        """Whether it is somebody's words, quoted, and not by an article that stands by them."""
        text = self.passage.text
        start = text.find(words)
        if start < 0 or not _SAID.search(text) or not self.passage.opening.sentences or stands_by_it(self.passage):
            return False
        return any(one.start <= start < one.end for one in find_quotations(text))

    def _is_told_enough(self) -> bool:
        opens = self.passage.text in self.passage.opening.sentences
        denies = core_of(self.claim.reading.text).denies
        return self.alike.here >= (_HERE if denies else _DENIED_IN_OPENING if opens else _DENIED_HERE)

    def _negated(self) -> str:
        """The claim's own words after "not", its other words before."""
        text, denies = self.passage.text, core_of(self.claim.reading.text).denies
        if not self._is_told_enough() or cues.GOES_NO_FURTHER.search(self.claim.reading.text):
            return ""
        for found in cues.DENIES.finditer(text):
            if _is_of_another_kind(text, found) or is_itself_denied(text, Span(*found.span())):
                continue
            before, after = self.alike.stems.intersection(terms(_before(text, found.start()))), terms(found["what"])
            left = core_of(self.claim.reading.text).stems - before
            told = any(same_in(one, left) for one in (after if denies else after[:1]))
            if before and told and _is_no_name(found["what"]) and not self._is_of_another(found["what"]):
                return " ".join(found[0].split())
        return ""

    def _is_of_another(self, words: str) -> bool:
        """Whether what is not done is done to something else: "did not pass the pension law"."""
        stems = core_of(self.claim.reading.text).stems
        verb, *others = done_to(words) or [""]
        return not same_in(others[0], stems) if others else verb in _LIGHT

    def _none_did(self) -> str:
        """The claim's own words after "no", its other words behind."""
        if not self._is_told_enough() or cues.GOES_NO_FURTHER.search(self.claim.reading.text):
            return ""
        for found in cues.NONE_OF.finditer(self.passage.text):
            first, *others = terms(found["what"]) or [""]
            if first in self.alike.stems and held_in(set(self.alike.stems - {first}), frozenset(others)):
                return f"no {' '.join(found['what'].split())}"
        return ""

    def _denied_by_somebody(self) -> Proposal | None:
        """What somebody denies, where that is the claim's own words.

        Of what is to come that is an announcement; that something was not done is only what one side says.
        """
        for one in denials_in(self.passage.text):
            share = self._share_of(one.of)
            if one.standing == "past" or (one.of and not share):
                continue
            stands = one.standing == "stands" and share >= _DENIED_SHARE and not is_of_words(self.claim.reading.text)
            if stands and self.claim.forecast:
                return self._against(f"denied: {one.words}")
            return context(f"{CHECK}: somebody denies it, or a part of it: {one.words}")
        return None

    def _given_up(self) -> Proposal | None:
        """What was planned, and is called off."""
        text = self.passage.text
        for cue in (cues.PLANS_DROPPED, cues.CALLED_OFF):
            for found in cue.finditer(text):
                if not self.claim.forecast or self._share_of(governed(text, Span(*found.span()))) < _DENIED_SHARE:
                    continue
                words = " ".join(found[0].split())
                if cues.NEGATED.search(text, max(found.start() - _BACK, 0), found.start()) or cues.CONDITION.search(
                    text
                ):
                    return context(f"{CHECK}: {words}")
                return self._against(f"given up: {words}")
        return None

    def _left(self) -> Proposal | None:
        """What whoever was to do it backs out of."""
        words = backs_out(self.claim, self.passage)
        if not words:
            return None
        barrier = no_refusal(self.claim, self.passage, None, words)
        return context(barrier) if barrier else self._against(f"backs out: {words}")

    def _share_of(self, span: Span | None) -> float:
        """Which share of the claim's words the words at `span` hold."""
        if not span:
            return 0.0
        stems = core_of(self.claim.reading.text).stems
        return len(held_in(set(stems), frozenset(terms(span.of(self.passage.text))))) / (len(stems) or 1)

    def _against(self, reason: str) -> Proposal:
        basis: Basis = "expectation" if self.claim.forecast else "outcome"
        stance: Stance = "supports" if core_of(self.claim.reading.text).denies else "refutes"
        return Proposal(stance, basis, (reason,))


def _is_of_another_kind(text: str, found: re.Match[str]) -> bool:
    """Whether it is denied twice, of "whose age", or in part: "not 40 but 11", "not only because of that"."""
    in_part = any(cue.match(text, found.start("what")) for cue in (cues.INSTEAD, cues.NOT_FOR_THAT))
    return bool(in_part or cues.TWICE.match(found[0]) or _OF_WHOM.search(_before(text, found.start())))


def _before(text: str, at: int) -> str:
    return text[max(at - _BACK, 0) : at]


def _is_no_name(words: str) -> bool:
    """Whether the first telling word begins with a small letter: "not Syria" denies a place only."""
    return telling_words(words)[0] in _WORD.findall(words)
