"""Who denies, and what: which words a verb of denying governs, and whether the text leaves the denial standing."""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from claims.text.evidence.cues import TOLD_FALSE
from claims.text.evidence.governing import REPORTS, governed
from claims.text.spans import Span

# "Denied bail" grants nothing, and says of no story that it is not so.
_DENYING = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)\b(?!\s{1,3}(?:\w{1,20}\s{1,3}){0,3}"
    r"(?:bail|visas?|entry|access|permission|permits?|asylum|parole|requests?|appeals?|applications?|service|rights?|"
    r"treatment|justice|victory|win)\b)"
    r"|denials?(?=\s{1,3}(?:that|of)\b)"
    rf"|(?:dismiss|reject|refut|rebuff|rubbish|disput|disown)(?:e?s|ed|ing)?\s{{1,3}}(?:\w{{1,20}}\s{{1,3}}){{0,3}}{REPORTS}\b)",
    re.IGNORECASE,
)
# Not denied after all: "did not deny", "contradicted his denial", "neither confirmed nor denied".
_NOT_DENIED = re.compile(
    r"(?:n[’']t|\b(?:not|never|neither|nor|without|cannot|(?:declin|refus|fail)(?:es|ed|ing|s)?\s{1,3}to|contradict\w{0,5}|"
    r"if|whether|despite|against))\b[^.;,]{0,40}\Z",
    re.IGNORECASE,
)
# Denied for a time: "after denying it for weeks", "which it had denied at first".
_BEFORE_THAT = re.compile(
    r"\b(?:after|before|having|had|once|previously|earlier|initially|first|long)\s{1,3}(?:\w{1,20}\s{1,3}){0,2}\Z",
    re.IGNORECASE,
)
_AT_FIRST = re.compile(
    r"[^.;]{0,80}?\b(?:at\s{1,3}first|initially|until\s{1,3}now|for\s{1,3}(?:days|weeks|months|years))\b",
    re.IGNORECASE,
)
# What is shown speaks against who denies.
_REBUTTED = re.compile(
    r"[^.;]{0,200}?\b(?:but|although|though|yet|however)\b[^.;]{0,80}?\b(?:show|reveal|prove|suggest|confirm|emerge|contradict|admit|"
    r"evidence|photo|picture|video|footage|record|document|e-?mail|witness)",
    re.IGNORECASE,
)
_BACK, _AROUND = 60, 240

Standing = Literal["stands", "open", "past"]


@dataclass(frozen=True, slots=True)
class Denial:
    """By which words a text denies which others, None where these stand elsewhere, and how that stands."""

    words: str
    of: Span | None
    standing: Standing


def denials_in(text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[Denial]:
    """Yield what `text` says that somebody denies, in words between `start` and `end`.

    >>> text = "The mayor denied that she resigned."
    >>> [(one.of.of(text), one.standing) for one in denials_in(text)]
    [(' that she resigned', 'stands')]
    >>> [one.standing for one in denials_in("The mayor did not deny that she resigned.")]
    ['open']
    """
    for found in _DENYING.finditer(text, start, end):
        yield Denial(" ".join(found[0].split()), governed(text, Span(*found.span())), _standing(text, found))


def is_itself_denied(text: str, words: Span) -> bool:
    """Whether the denial at `words` is called false or denied: "reports that it never sank are false"."""
    near = max(words.start - _AROUND, 0), words.end + _AROUND
    false = (governed(text, Span(*found.span())) for found in TOLD_FALSE.finditer(text, *near))
    told = [*false, *(one.of for one in denials_in(text, *near))]
    return any(one is not None and one.overlaps(words) for one in told)


def _standing(text: str, found: re.Match[str]) -> Standing:
    before = text[max(found.start() - _BACK, 0) : found.start()]
    if _NOT_DENIED.search(before) or _REBUTTED.match(text, found.end()):
        return "open"
    return "past" if _BEFORE_THAT.search(before) or _AT_FIRST.match(text, found.end()) else "stands"
