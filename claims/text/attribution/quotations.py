"""Words between quotation marks, as spans with their marks."""

import re
from collections.abc import Iterator

from claims.text.marks import paragraphs
from claims.text.spans import Span

_DOUBLE = re.compile("[“”\"]|''(?!')")
# A single mark opens after a space and closes before one, or it is an apostrophe.
_SINGLE = re.compile(r"(?<![\w’'])(?:‘[^‘’“”\"\n]{2,400}[’']|'(?!')[^'’“”\"\n]{2,400}'(?!'))(?![\w])")


def find_quotations(text: str) -> list[Span]:
    """Return the quotations of `text`, marks included: ordered, disjoint, each within one line.

    A mark that is never closed quotes the rest of its line, as the paragraphs of a long quotation do.

    >>> text = "He called it “a shame”. “I will go,\\n“and stay.”"
    >>> [found.of(text) for found in find_quotations(text)]
    ['“a shame”', '“I will go,', '“and stay.”']
    """
    return [found.shift(line.start) for line in paragraphs(text) for found in _in_line(line.of(text))]


def _in_line(line: str) -> list[Span]:
    double = list(_double(line))
    return sorted([*double, *_single_outside(line, double)])


def _double(line: str) -> Iterator[Span]:
    """Pairs of double marks, curly, straight or made of two apostrophes; writers mix them.

    A straight mark left over opens a quotation where a word follows; elsewhere it is one of inches.
    """
    opened: re.Match[str] | None = None
    for mark in _DOUBLE.finditer(line):
        if opened is None and mark[0] != "”":
            opened = mark
        elif opened is not None and mark[0] != "“":
            yield Span(opened.start(), mark.end())
            opened = None
    if opened is not None and (opened[0] == "“" or line[opened.end() : opened.end() + 1].isalnum()):
        yield Span(opened.start(), len(line))


def _single_outside(line: str, double: list[Span]) -> Iterator[Span]:
    within = iter(double)
    current = next(within, None)
    for found in _SINGLE.finditer(line):
        while current and current.end <= found.start():
            current = next(within, None)
        if not current or found.end() <= current.start:
            yield Span(*found.span())
