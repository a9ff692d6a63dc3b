"""The claims of a sentence, by their place: what is said, apart from who says it, one truth condition each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.text.attribution.find import Attribution
from claims.text.attribution.verbs import read_verb
from claims.text.claiming.contents import is_clause
from claims.text.claiming.parting import part
from claims.text.claiming.that_clauses import opens_relative, without_that
from claims.text.spans import Span
from claims.text.time.direction import has_verb

# Verbs by which a speaker takes a stand: that he takes it is the claim, not what he wants.
_STANCE = frozenset(
    """
    want demand urge oppose support back reject welcome condemn criticize criticise praise denounce endorse favor
    favour believe think fear doubt suspect insist recommend applaud deplore blame accuse defend dismiss protest
    advocate call campaign object appeal argue refuse disagree plead prefer
    """.split()
)
_ANY_CLAUSE = frozenset("insist believe think fear doubt suspect argue".split())
_CITES = ("cit", "quot")
# “It will,” he said, “be over”: one quotation that somebody interrupts.
_INTERRUPTED = re.compile(r"[,—–-]?[\"”]\s[\"“](?=\w)")
# “The ‘impact,’ he said, that it had”: the comma was that of the aside.
_COMMA_OF_ASIDE = re.compile(r",([”\"’])\s(?=[a-z])")
# "Noting that he was late, …": what the speaker does, and no clause of its own.
_PARTICIPLE = re.compile(
    r"(?!(?:during|king|nothing|something|anything|everything)\b)(?:[a-z]{2,20}ing|asked)\s", re.IGNORECASE
)
_FEWEST_WORDS = 3
_ADDED = re.compile(r"[,;]\s(?:and|but|while|yet|though|although)\s\Z")
# "…, he said, a step that Egypt opposed": it explains what was said, and is part of nothing.
_EXPLAINS = re.compile(r"(?:an?|one)\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Unit:
    """Words that may be a claim: `pieces` say it, `span` is all from the first to the last of them.

    `attribution` is set where somebody is said to say them. `stance`: that he does is the claim, so that the
    pieces hold speaker and verb. `subject` is lent by the clause before.
    """

    pieces: tuple[Span, ...]
    attribution: Attribution | None = None
    stance: bool = False
    subject: Span | None = None

    @property
    def span(self) -> Span:
        """The stretch that shows the claim, its lent subject included."""
        first = self.subject or self.pieces[0]
        return Span(min(first.start, self.pieces[0].start), self.pieces[-1].end)

    def words(self, text: str) -> str:
        """The words of the claim itself, without what interrupts them, and without "that"."""
        spans = (self.subject, *self.pieces) if self.subject else self.pieces
        words = " ".join(" ".join(span.of(text).split()) for span in spans)
        if len(self.pieces) > 1:
            words = _COMMA_OF_ASIDE.sub(r"\1 ", _INTERRUPTED.sub(" ", words))
        cue = self.attribution.cue if self.attribution else None
        start = self.pieces[0].start
        before = cue.of(text) if cue and start - cue.end in (1, 2) else ""
        if not self.subject and opens_relative(text, start, before):
            words = words.removeprefix("that ")
        return without_that(words, cue.of(text) if cue and not self.stance else "")


def units_of(text: str, sentence: Span, attributions: Sequence[Attribution]) -> list[Unit]:
    """Return the claims that `sentence` makes, in order, at least one; `attributions` are those about it.

    >>> from claims.text.attribution.find import find_attributions
    >>> text = "He will go, but the trip is no recognition, sources said."
    >>> [unit.words(text) for unit in units_of(text, Span(0, 57), find_attributions(text))]
    ['He will go', 'the trip is no recognition']
    """
    said = [unit for found in attributions if (unit := _said(text, sentence, found))]
    inner = [unit for unit in said if not _holds_another(unit, said)]
    if not inner or _leads(text, sentence, said):
        # All of it is one claim, beside what is said in a part of it.
        inner.insert(0, Unit((_lead(text, sentence, said),)))
    return [part for unit in inner for part in _parted(text, unit)]


def _said(text: str, sentence: Span, found: Attribution) -> Unit | None:
    """What an attribution makes a claim of in this sentence: its content, or the stand that is taken."""
    clipped = (_clip(content, sentence, text) for content in found.content)
    contents = [one for i, one in enumerate(clipped) if one and not (i and _EXPLAINS.match(one.of(text)))]
    if not contents or found.cue.of(text).split()[-1].casefold().startswith(_CITES):
        return None
    if not sentence.contains(found.cue):
        return Unit(tuple(contents), found)
    stance = takes_stand(text, found)
    if not stance:
        return (
            Unit(tuple(contents), found)
            if is_clause(found.cue.of(text), contents[0].of(text), before=contents[0].start < found.cue.start)
            else None
        )
    if _hangs_on_another(text, found):
        return None
    first = found.source if found.source and sentence.contains(found.source) else found.cue
    whole = [first, found.cue, *contents]
    return Unit((Span(min(one.start for one in whole), max(one.end for one in whole)),), found, stance=True)


def takes_stand(text: str, found: Attribution) -> bool:
    """Whether the cue is one of wanting, believing or judging, not of reporting.

    >>> from claims.text.attribution.find import find_attributions
    >>> texts = "India opposes the use of force.", "India said that it went."
    >>> [takes_stand(text, found) for text in texts for found in find_attributions(text)]
    [True, False]
    """
    words = found.cue.of(text).casefold().split()
    bases = {reading[0].base for word in words if (reading := read_verb(word))}
    if not bases & _STANCE and words[-2:] != ["warned", "against"]:
        return False
    that = found.content[0].of(text).startswith("that ")
    return not that or bool(bases & _ANY_CLAUSE) or "demand" in bases


def _hangs_on_another(text: str, found: Attribution) -> bool:
    """ "who support it", "statements supporting it": no clause that could stand alone."""
    source, cue = found.source.of(text) if found.source else "", found.cue.of(text)
    relative = source.casefold().split()[-1:] in (["who"], ["which"], ["that"])
    # "He will call on the president" is a visit.
    visits = cue.endswith(" on") and "call" in cue and not any(" to " in one.of(text) for one in found.content)
    # "A class called “Perception”" has a name.
    names = cue == "called" and found.content[0].of(text)[0] in "“\"‘'"
    return relative or visits or names or (cue.endswith("ing") and " " not in cue)


def _holds_another(unit: Unit, units: Sequence[Unit]) -> bool:
    """Whether somebody else's saying stands within the words: theirs is the claim then."""
    return any(
        other is not unit
        and other.attribution
        and any(piece.contains(other.attribution.cue) for piece in unit.pieces)
        for other in units
        if not (unit.attribution and other.attribution and unit.attribution.cue == other.attribution.cue)
    )


def _leads(text: str, sentence: Span, units: Sequence[Unit]) -> bool:
    """Whether a clause of its own stands before all that is said: "They were close when he announced that …"."""
    start = min(_starts(sentence, units))
    if start <= sentence.start:
        return False
    lead = text[sentence.start : start]
    if _PARTICIPLE.match(lead):
        return False
    return len(lead.split()) > _FEWEST_WORDS and has_verb(lead)


def _lead(text: str, sentence: Span, units: Sequence[Unit]) -> Span:
    """The sentence, up to where "and" or "but" adds what somebody says."""
    start = min(_starts(sentence, units), default=sentence.end)
    added = _ADDED.search(text, sentence.start, start)
    return Span(sentence.start, added.start()) if added else sentence


def _starts(sentence: Span, units: Sequence[Unit]) -> Iterator[int]:
    """Where the units begin, and whoever says them."""
    for unit in units:
        yield unit.span.start
        found = unit.attribution
        if found:
            yield from (
                one.start for one in (found.source, found.cue, found.hearer) if one and sentence.contains(one)
            )


def _parted(text: str, unit: Unit) -> Iterator[Unit]:
    """The clauses of a unit; one that an aside interrupts, or that is a stand, stays whole."""
    if len(unit.pieces) > 1 or unit.stance:
        yield unit
        return
    [piece] = unit.pieces
    for clause, subject in part(piece.of(text)):
        lent = subject.shift(piece.start) if subject else None
        yield Unit((clause.shift(piece.start),), unit.attribution, subject=lent)


def _clip(content: Span, sentence: Span, text: str) -> Span | None:
    start, end = max(content.start, sentence.start), min(content.end, sentence.end)
    return Span(start, end).trimmed(text) if start < end else None
