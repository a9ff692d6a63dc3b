"""Which stretches of a whole text are its sentences, and which are its header, dateline or trailer."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.text.article_text import ArticleText, read_article
from claims.text.datelines import split_dateline
from claims.text.sentences import split_sentences
from claims.text.spans import Span

_MOST_WORDS_OF_A_HEADING = 14
_HEAD = 600
_LIST_MARK = re.compile(r"(?:[•▪●◦*·–—-]\s{1,3}|\(\d{1,2}\)\s|[QA]:\s{1,3})(?=\S)")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the article proper; `heading` is one that only announces others."""

    span: Span
    heading: bool = False


def sentences_of_article(text: str) -> list[Sentence]:
    """Return the sentences of `text`, in order, without what read_article takes out of it.

    >>> text = "date 2021-11-10 Taliban envoy arrives\\n\\nKABUL: He came.\\nPublished in Dawn, October 29th, 2019"
    >>> [(found.span.of(text), found.heading) for found in sentences_of_article(text)]
    [('Taliban envoy arrives', True), ('He came.', False)]
    """
    taken, headline = _taken_out(text, read_article(text))
    found: list[Sentence] = []
    for sentence in split_sentences(text):
        for span in _without(sentence, taken, text):
            if any(letter.isalnum() for letter in span.of(text)):
                titled = headline is not None and headline.contains(span)
                own = _without_mark(span, text)
                found.append(Sentence(own, titled or (own == span and _is_heading(span, text))))
    return found


def _taken_out(text: str, article: ArticleText) -> tuple[list[Span], Span | None]:
    """Where the parts of `article.removed` stand, in order, and where the headline does."""
    taken: list[Span] = []
    headline: Span | None = None
    place = 0
    for part in article.removed:
        above = part.role == "header" or text[place : place + _HEAD].lstrip().startswith(part.text)
        if not above and headline is None and article.title:
            headline = _place(article.title, text, place)
            place = headline.end if headline else place
        start = text.rfind(part.text) if part.role == "trailer" else text.find(part.text, place)
        if start >= 0:
            taken.append(Span(start, start + len(part.text)))
            place = taken[-1].end
    if headline is None and article.title:
        headline = _place(article.title, text, place if taken and taken[-1].start == 0 else 0)
    return taken, headline


def _place(words: str, text: str, start: int) -> Span | None:
    found = text.find(words, start)
    return Span(found, found + len(words)) if found >= 0 else None


def _without(sentence: Span, taken: Sequence[Span], text: str) -> Iterator[Span]:
    """What is left of a sentence."""
    start = sentence.start
    for part in taken:
        if part.start >= sentence.end or part.end <= start:
            continue
        if part.start > start and (before := Span(start, part.start).trimmed(text)):
            yield before
        start = part.end
    if start < sentence.end and (rest := Span(start, sentence.end).trimmed(text)):
        yield rest


def _without_mark(span: Span, text: str) -> Span:
    """The words after a bullet, the letter of a question or an answer, or a dateline that stands further down."""
    words = span.of(text)
    mark = _LIST_MARK.match(words)
    if mark:
        return Span(span.start + mark.end(), span.end)
    opens = span.start < _HEAD and text[max(span.start - 1, 0)] in "\n" + words[0]
    dateline, rest = split_dateline(words) if opens else (None, words)
    return Span(span.end - len(rest), span.end) if dateline else span


def _is_heading(span: Span, text: str) -> bool:
    """A short line of its own that ends without a mark."""
    words = span.of(text)
    alone = _is_edge(text[: span.start][-1:]) and _is_edge(text[span.end : span.end + 1])
    return alone and len(words.split()) <= _MOST_WORDS_OF_A_HEADING and words.rstrip("”’\"')")[-1:].isalnum()


def _is_edge(character: str) -> bool:
    return character in ("", "\n")
