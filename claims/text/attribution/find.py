"""Attributions in a text: who says what, by the rules of this package, with the spans to show it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from claims.text.attribution.phrases import Places, ends_as_speech
from claims.text.attribution.quotations import find_quotations
from claims.text.attribution.readings import Reading, read_sentence
from claims.text.attribution.speakers import SpeakerKind, Speakers
from claims.text.attribution.tokens import Token, read_tokens
from claims.text.attribution.verbs import read_verb
from claims.text.attribution.words import MODALS, is_subject_pronoun
from claims.text.sentences import LONGEST, split_sentences
from claims.text.spans import Span

_LONGEST_HEADING = 80
_REPORTING = frozenset("say tell report announce state confirm write reveal disclose inform claim".split())


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words (`content`) that a source is said to have said, thought or wanted, and the words that say so.

    `source` is as it stands ("he"), `speaker` who that is as far as the text tells, "" where it does
    not; `hearer` is who was told.
    """

    source: Span | None
    cue: Span
    content: tuple[Span, ...]
    speaker: str = ""
    speaker_kind: SpeakerKind = "unattributed"
    hearer: Span | None = None

    def __post_init__(self) -> None:
        if not self.content:
            raise ValueError("an attribution has content")


def find_attributions(
    text: str, sentences: Sequence[Span] | None = None, *, within: bool = False
) -> list[Attribution]:
    """Return the attributions of `text`, sentence by sentence; `sentences` spares splitting it again.

    `within`: also what somebody is said to have said, after the attribution that holds it.

    A quotation that stands alone continues what was said before it.

    >>> text = "Ned Price said the talks would go on. “We are ready,” he told AFP."
    >>> for found in find_attributions(text):
    ...     print(found.speaker, [words.of(text) for words in found.content])
    Ned Price ['the talks would go on']
    Ned Price ['“We are ready,”']
    """
    quotations = find_quotations(text)
    stretches = _whole_quotations(text, split_sentences(text) if sentences is None else sentences, quotations)
    speakers = Speakers(text)
    found: list[Attribution] = []
    for stretch in stretches:
        tokens = read_tokens(text, stretch, quotations)
        readings = read_sentence(tokens)
        if not readings and found and _only_quoted(tokens):
            found[-1] = replace(found[-1], content=(*found[-1].content, stretch))
        for reading in readings:
            found.append(_attribution(tokens, reading, speakers))
            found.extend(_said_within(text, found[-1], quotations, speakers) if within else ())
        speakers.after_sentence(tokens)
    return found


def _attribution(tokens: Sequence[Token], reading: Reading, speakers: Speakers) -> Attribution:
    source = _span(tokens, reading.source) if reading.source else None
    speaker, kind = speakers.name(tokens, reading.source)
    return Attribution(
        source,
        _span(tokens, reading.cue),
        tuple(sorted(_span(tokens, places) for places in reading.content)),
        speaker,
        kind,
        _span(tokens, reading.hearer) if reading.hearer else None,
    )


def _said_within(
    text: str, around: Attribution, quotations: Sequence[Span], speakers: Speakers
) -> Iterator[Attribution]:
    """What begins the words of one speaker as words of another: "Dawn reported that Khan told Geo that …"."""
    first = around.content[0]
    tokens = read_tokens(text, first, quotations) if text[first.start].isalnum() else []
    for reading in read_sentence(tokens):
        if _begins_as_report(tokens, reading):
            yield _attribution(tokens, reading, speakers)
            return


def _begins_as_report(tokens: Sequence[Token], reading: Reading) -> bool:
    """Whether the words open with somebody else, named or not, who has said something."""
    opening = int(tokens[0].low == "that")
    if not reading.source or reading.source[0] > opening or is_subject_pronoun(tokens[opening]):
        return False
    verb = read_verb(tokens[reading.cue[1]].low)
    return verb is not None and verb[0].base in _REPORTING and tokens[reading.cue[0]].low not in MODALS


def _span(tokens: Sequence[Token], places: Places) -> Span:
    return Span(tokens[places[0]].span.start, tokens[places[1]].span.end)


def _only_quoted(tokens: Sequence[Token]) -> bool:
    """Whether it is speech and nothing else; a short quotation that does not end as a sentence is a heading."""
    quoted = any(token.kind == "quote" for token in tokens) and not any(token.is_word for token in tokens)
    last = tokens[-1]
    return quoted and (last.kind == "mark" or ends_as_speech(last) or len(last.span) > _LONGEST_HEADING)


def _whole_quotations(text: str, sentences: Sequence[Span], quotations: Sequence[Span]) -> list[Span]:
    """Sentences, joined where a quotation runs over their border or asks what the next one attributes."""
    joined: list[Span] = []
    place = 0
    for sentence in sentences:
        while place < len(quotations) and quotations[place].end <= sentence.start:
            place += 1
        within = place < len(quotations) and quotations[place].start < sentence.start
        asked = place > 0 and joined and _leads_on(text, quotations[place - 1], joined[-1], sentence)
        if joined and (within or asked):
            joined[-1] = Span(joined[-1].start, sentence.end)
        else:
            joined.append(sentence)
    return joined


def _leads_on(text: str, quotation: Span, before: Span, sentence: Span) -> bool:
    """Whether `before` ends with a quotation such as “Right?”, which "he said" may follow as a sentence."""
    if quotation.end != before.end or text[quotation.end - 2] not in "?!…—-":
        return False
    return sentence.end - before.start <= LONGEST and "\n" not in text[before.end : sentence.start]
