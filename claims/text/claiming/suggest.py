"""Claims of a text, ranked: what is offered to a person who looks for something to check."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Self

from claims.text.attribution.chains import Link, chain_of
from claims.text.attribution.credits import wire_credits
from claims.text.attribution.find import Attribution, find_attributions
from claims.text.attribution.media import is_media
from claims.text.attribution.quotations import find_quotations
from claims.text.claiming.body import Sentence, sentences_of_article
from claims.text.claiming.kinds import Reading, read_claim
from claims.text.claiming.moments import window_of
from claims.text.claiming.referents import Before, referents_before, source_words, why_named
from claims.text.claiming.repeated import with_speakers_of_the_same
from claims.text.claiming.scores import score_of
from claims.text.claiming.stating import state
from claims.text.claiming.suggestion import ClaimSuggestion, ClaimWindow
from claims.text.claiming.units import Unit, units_of
from claims.text.claiming.visits import Visit, visits_in
from claims.text.spans import Span
from claims.text.time.expression import TimeExpression
from claims.text.time.find import find_times

# Attributions of other sentences that may lengthen a chain: more than any article has.
_MOST_HANDS = 60
_MARKS = ("“", '"', "‘", "'", "``")


@dataclass(frozen=True, slots=True)
class _Page:
    """A text with all that is found in it."""

    text: str
    published_on: date | None
    times: Sequence[TimeExpression]
    attributions: Sequence[Attribution]
    hands: Sequence[Attribution]
    credits: tuple[str, ...]
    places: Mapping[Span, int]
    quotations: Sequence[Span]

    @classmethod
    def of(
        cls, text: str, published_on: date | None, sentences: Sequence[Span], credits: tuple[str, ...] | None
    ) -> Self:
        attributions = find_attributions(text, sentences, within=True)
        hands = [found for found in attributions if _is_hand(text, found)][:_MOST_HANDS]
        times = find_times(text, published_on=published_on)
        own = wire_credits(text) if credits is None else credits
        places = {one.cue: i for i, one in enumerate(attributions)}
        return cls(text, published_on, times, attributions, hands, own, places, find_quotations(text))

    def times_in(self, span: Span) -> Sequence[TimeExpression]:
        first = bisect_left(self.times, span.start, key=lambda one: one.span.start)
        return self.times[first : bisect_left(self.times, span.end, key=lambda one: one.span.start)]

    def is_quoted(self, place: int) -> bool:
        """Whether somebody's own words stand at `place`, which may be in the middle of them."""
        at = bisect_right(self.quotations, place, key=lambda one: one.start) - 1
        return at >= 0 and place < self.quotations[at].end

    def around(self, said: Attribution) -> Iterator[Attribution]:
        """Whoever is said to tell that somebody says so: they stand right before, outermost first."""
        at = self.places.get(said.cue, 0)
        for other in reversed(self.attributions[max(at - 1, 0) : at]):
            if any(content.contains(said.cue) for content in other.content):
                yield other

    def chain(self, unit: Unit) -> tuple[Link, ...]:
        """The hands that the words went through; the agency that the article credits is the nearest."""
        said = [unit.attribution, *self.around(unit.attribution)] if unit.attribution else []
        near = [found for found in said if found not in self.hands]
        about = [found for found in self.hands if any(one.overlaps(unit.span) for one in found.content)]
        chain = chain_of(self.text, unit.span, [*self.hands, *near]) if said or about else ()
        named = {link.name.casefold().removeprefix("the ") for link in chain}
        return (*(Link(name, "agency") for name in self.credits if name.casefold() not in named), *chain)


def _is_hand(text: str, found: Attribution) -> bool:
    """Whether an outlet tells, or is told, what is said."""
    return is_media(found.speaker) or (found.hearer is not None and is_media(found.hearer.of(text)))


def suggest_claims(
    text: str, *, published_on: date | None, credits: tuple[str, ...] | None = None
) -> list[ClaimSuggestion]:
    """Return the claims that normalised `text` makes, the best first; every sentence has one or more.

    What the text says of itself (header, dateline, byline, trailer) is no claim; offsets are those of the whole
    text. Relative days are counted from `published_on`, and left open without it. `credits` are the agencies to
    which the words are owed, for a text whose dateline or trailer was taken off; by default the text is asked.

    >>> text = "Muttaqi is expected to visit Islamabad on Thursday, sources told The Express Tribune."
    >>> [found] = suggest_claims(text, published_on=date(2021, 11, 7))
    >>> found.statement, found.kind, found.window.end.isoformat(), found.speaker
    ('Muttaqi will visit Islamabad on 11 November 2021', 'forecast', '2021-11-11', 'sources')
    """
    sentences = sentences_of_article(text)
    spans = [sentence.span for sentence in sentences]
    page = _Page.of(text, published_on, spans, credits)
    referents = referents_before(text, spans)
    units = [units_of(text, span, said) for span, said in zip(spans, _by_sentence(page, spans), strict=True)]
    visits = visits_in([unit.words(text) for of_sentence in units for unit in of_sentence])
    found = [
        one
        for sentence, of_sentence, before in zip(sentences, units, referents, strict=True)
        for one in _suggestions(page, sentence, of_sentence, before, visits)
    ]
    return sorted(with_speakers_of_the_same(_each_span_once(found)), key=lambda one: (-one.score, one.span))


def _by_sentence(page: _Page, sentences: Sequence[Span]) -> list[list[Attribution]]:
    """The attributions that bear on each sentence, by their cue or their content."""
    starts = [sentence.start for sentence in sentences]
    found: list[list[Attribution]] = [[] for _ in sentences]
    for attribution in page.attributions:
        for at in sorted({i for span in (attribution.cue, *attribution.content) for i in _touched(starts, span)}):
            found[at].append(attribution)
    return found


def _touched(starts: Sequence[int], span: Span) -> range:
    """The numbers of the sentences that a span runs over."""
    return range(max(bisect_right(starts, span.start) - 1, 0), bisect_left(starts, span.end))


def _suggestions(
    page: _Page, sentence: Sentence, units: Sequence[Unit], before: Before, visits: Sequence[Visit]
) -> Iterator[ClaimSuggestion]:
    """The claims of a sentence, one after the other: "it" in one may be what the one before is about."""
    said = units[0].attribution if units else None
    for unit in units:
        if unit.attribution != said:
            said, before = unit.attribution, replace(before, clause="")
        known = replace(before, source=source_words(page.text, said))
        found = _suggestion(page, sentence, unit, known, visits)
        before = before.after(found.statement) if not unit.stance else before
        yield found


def _suggestion(
    page: _Page, sentence: Sentence, unit: Unit, before: Before, visits: Sequence[Visit]
) -> ClaimSuggestion:
    words, times, said = unit.words(page.text), page.times_in(unit.span), unit.attribution
    reading = read_claim(page.text, words, unit, times, page.published_on)
    foretold = reading.kind == "forecast"
    window = window_of(page.text, unit, times, foretold=foretold, published_on=page.published_on)
    quoted = words.startswith(_MARKS) or page.is_quoted(unit.pieces[0].start)
    statement = state(words, unit, reading, before, times, visits, quoted=quoted)
    speaker = said.speaker if said else ""
    score, lowered = score_of(statement, words, reading, window=window, speaker=speaker, heading=sentence.heading)
    chain = page.chain(unit)
    reasons = (
        *_reasons(reading, window, _named(before.source, speaker), chain),
        *why_named(words, statement),
        *lowered,
    )
    return ClaimSuggestion(
        unit.span, unit.span.of(page.text), statement, reading.kind, score,
        reasons, reading.certainty, reading.polarity,
        speaker, said.speaker_kind if said else "unattributed", chain, window,
    )  # fmt: skip


def _reasons(reading: Reading, window: ClaimWindow | None, speaker: str, chain: Sequence[Link]) -> Iterator[str]:
    yield from reading.reasons
    if window:
        bounded = "window from" if window.start or window.end else "time left to you:"
        yield f"{bounded} “{window.text}”"
    if speaker:
        yield f"said by {speaker}"
    elsewhere = [link.name for link in chain if link.elsewhere]
    if elsewhere:
        yield f"chain lengthened from other sentences: {', '.join(elsewhere)}"


def _named(source: str, speaker: str) -> str:
    """The speaker for a sentence: "the foreign office", with the words of the text where these say it in full."""
    if not speaker or speaker[:1].isupper() or speaker not in source:
        return speaker
    return source[:1].lower() + source[1:] if source.split()[0] in ("The", "A", "An", "Its", "Their") else source


def _each_span_once(found: Sequence[ClaimSuggestion]) -> list[ClaimSuggestion]:
    """The best of those that stand in the same place."""
    best: dict[Span, ClaimSuggestion] = {}
    for one in found:
        if one.span not in best or one.score > best[one.span].score:
            best[one.span] = one
    return list(best.values())
