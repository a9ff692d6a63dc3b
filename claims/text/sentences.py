"""Sentences of messy news text, as spans."""

import re
from collections.abc import Iterator
from itertools import pairwise

from nupunkt import sent_spans

from claims.text.marks import paragraphs
from claims.text.spans import Span

LONGEST = 2_000

# After one of these a full stop ends no sentence, whatever the model says.
_TITLE = re.compile(
    r"\b(?:adm|amb|brig|capt|col|comdr|dr|gen|gov|hon|insp|lt|maj|messrs|mr|mrs|ms|mt|prof|rep|rev|sen|sgt|sr|st|vs)\.\s{0,9}\Z",
    re.IGNORECASE,
)
# After one of these it ends none when a number follows: "No. 5", "Nov. 7".
_BEFORE_NUMBER = re.compile(
    r"\b(?:art|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|nos?|pp?|para|rs)\.\s{0,9}\Z", re.IGNORECASE
)
_LIST_NUMBER = re.compile(r"\s{0,9}\(?(?:\d{1,3}|[A-Za-z]|[ivx]{1,5})[.)]\s{0,9}")
_MISSING_SPACE = re.compile(
    r"(?:[^\W\d_]{2}|[^\W_]\d|[^\W\d_] \d|[)\]%”’\"])[.!?]{1,3}[”’\")]{0,2}(?=[“‘\"(]?[A-Z](?:[a-z]|[ \t]))"
)
# A plain word of four small letters or more is no abbreviation (nupunkt takes one in 400 for one).
_PLAIN_END = re.compile(
    r"(?<!\w)(?!(?:approx|dept|govt|incl|univ)\.)[a-z]{4,30}\.[”’\")]{0,2}\s{1,9}(?=[“‘\"(]?[A-Z])"
)
# "No. I will run again": the answer, not a number.
_ANSWER = re.compile(r"(?:\A|(?<=[:“\"] )|(?<=[“\"]))No\.[”\"]?\s{1,9}(?=[“\"]?[A-Z][a-z’' ])")
_ADDRESS = re.compile(r"://|www\.|@")


def split_sentences(text: str) -> list[Span]:
    """Return the sentences of `text`: ordered, disjoint, trimmed, covering all but white space.

    A line end always ends a sentence, for news text puts headings and paragraphs on lines of their
    own. None is longer than `LONGEST`.

    >>> text = "Lt. Gen. Hameed left Kabul.The rest stayed."
    >>> [sentence.of(text) for sentence in split_sentences(text)]
    ['Lt. Gen. Hameed left Kabul.', 'The rest stayed.']
    """
    return [found.shift(line.start) for line in paragraphs(text) for found in _sentences_of_line(line.of(text))]


def _sentences_of_line(line: str) -> Iterator[Span]:
    cuts = [0, *sorted(_model_cuts(line) | _plain_cuts(line)), len(line)]
    for start, end in pairwise(cuts):
        sentence = Span(start, end).trimmed(line)
        if sentence:
            yield from _no_longer_than_allowed(sentence, line)


def _model_cuts(line: str) -> set[int]:
    """Where nupunkt begins a sentence, but for those that a title or a list number precedes."""
    if _is_heading(line):
        return set()
    cuts: set[int] = set()
    begun = 0
    for start, _ in sent_spans(line):
        if begun < start < len(line) and not _runs_on(line, begun, start):
            cuts.add(start)
            begun = start
    return cuts


def _is_heading(line: str) -> bool:
    return len(line) <= 200 and line.isupper()


def _runs_on(line: str, begun: int, start: int) -> bool:
    """Whether the sentence begun at `begun` goes on over the full stop before `start`."""
    before, after = line[max(begun, start - 60) : start], line[start]
    if start - begun < 10 and _LIST_NUMBER.fullmatch(before):
        return True
    if _TITLE.search(before) or _goes_on_small(line, start):
        return True
    return after.isdigit() and _BEFORE_NUMBER.search(before) is not None


def _goes_on_small(line: str, start: int) -> bool:
    """Whether a small letter follows (but for "iPhone"), or a mark that closes what went before."""
    after, next_but_one = line[start], line[start + 1 : start + 2]
    if after in "”’)]»":
        return not line[start - 1].isspace()
    return after.islower() and not next_but_one.isupper()


def _plain_cuts(line: str) -> set[int]:
    """Where a sentence ends whatever the model says: after a plain word, or at "left Kabul.The rest"."""
    if _is_heading(line):
        return set()
    plain = {found.end() for found in _PLAIN_END.finditer(line) if not _TITLE.search(found[0])}
    plain |= {found.end() for found in _ANSWER.finditer(line)}
    return plain | {found.end() for found in _MISSING_SPACE.finditer(line) if not _is_one_word(line, found)}


def _is_one_word(line: str, found: re.Match[str]) -> bool:
    """Whether the full stop belongs to a title ("Lt.Gen Hameed") or to an address."""
    before, after = line[max(0, found.end() - 200) : found.end()], line[found.end() : found.end() + 200]
    token = before.split()[-1] + after.split()[0]
    return _TITLE.search(before) is not None or _ADDRESS.search(token) is not None


def _no_longer_than_allowed(sentence: Span, line: str) -> Iterator[Span]:
    """Cut at white space what is longer than any sentence, so that matching stays quick on hostile text."""
    start = sentence.start
    while sentence.end - start > LONGEST:
        space = max(line.rfind(mark, start + 1, start + LONGEST + 1) for mark in " \t\xa0")
        cut = space if space > start else start + LONGEST
        piece = Span(start, cut).trimmed(line)
        if piece:
            yield piece
        start = cut + len(line[cut : sentence.end]) - len(line[cut : sentence.end].lstrip())
    if start < sentence.end:
        yield Span(start, sentence.end)
