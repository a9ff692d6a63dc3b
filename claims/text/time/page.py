"""The text in which times are found: its sentences, its quotations and its day."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Self

from claims.text.sentences import split_sentences
from claims.text.spans import Span
from claims.text.time.direction import direction_at
from claims.text.time.periods import Period
from claims.text.time.quotations import quotations
from claims.text.time.reading import Setting

_NEAR = 80
_STORY = 300
# How far back and on a sentence is read for its verbs.
_CLAUSE = 400
_SAID = re.compile(r"\b(?:said|told|says|wrote|tweeted|announced|added|declared|reported|stated)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Page:
    """A text with what the reading of its times needs. Sentences and quotations are in order."""

    text: str
    published_on: date | None
    sentences: tuple[Span, ...]
    quotations: tuple[Span, ...]

    @classmethod
    def of(cls, text: str, published_on: date | None) -> Self:
        """The page of `text`, its sentences and quotations found."""
        return cls(text, published_on, tuple(split_sentences(text)), tuple(quotations(text)))

    def before(self, span: Span) -> str:
        """The characters just before `span`."""
        return self.text[max(span.start - _NEAR, 0) : span.start]

    def after(self, span: Span) -> str:
        """The characters just after `span`."""
        return self.text[span.end : span.end + _NEAR]

    def setting(self, span: Span, day: date | None, mentioned: tuple[Period, ...]) -> Setting:
        """What a rule is to know of the place of `span`."""
        sentence = self.sentence_at(span)
        start, end = max(sentence.start, span.start - _CLAUSE), min(sentence.end, span.end + _CLAUSE)
        direction = direction_at(self.text[start:end], span.start - start, span.end - start)
        story = self.text[max(span.start - _STORY, 0) : span.start]
        return Setting(day, direction, self.before(span), story, self.after(span), mentioned)

    def sentence_at(self, span: Span) -> Span:
        """The sentence in which `span` begins, extended to hold all of it."""
        at = bisect_right([sentence.start for sentence in self.sentences], span.start) - 1
        sentence = self.sentences[at]
        return Span(sentence.start, max(sentence.end, span.end))

    def is_quoted(self, span: Span) -> bool:
        """Whether `span` stands inside quotation marks."""
        return self._quotation_of(span) is not None

    def uttered_on(self, span: Span, named: Sequence[tuple[Span, Period]]) -> date | None:
        """The day, named in its sentence beside a verb of saying, on which the quotation of `span` was uttered."""
        quotation, sentence = self._quotation_of(span), self.sentence_at(span)
        if not quotation:
            return None
        for place, period in named:
            beside = period.unit == "day" and place.overlaps(sentence) and not place.overlaps(quotation)
            if beside and _SAID.search(self.text[max(sentence.start, place.start - _NEAR) : place.start]):
                return period.first
        return None

    def _quotation_of(self, span: Span) -> Span | None:
        at = bisect_right([quotation.start for quotation in self.quotations], span.start) - 1
        found = self.quotations[at] if at >= 0 else None
        return found if found and found.overlaps(span) else None
