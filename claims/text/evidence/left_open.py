"""Words by which a report leaves open what it tells: no evidence of it, not confirmed, doubted, corrected."""

import re
from collections.abc import Set

from claims.text.evidence.governing import speaks_of
from claims.text.spans import Span

_OPEN = re.compile(
    r"\b(?:no\s{1,3}(?:\w{2,20}\s{1,3}){0,2}(?:evidence|proof|records?|signs?|indications?|confirmation|decisions?)\b"
    r"|(?:not|cannot|unable\s{1,3}to|yet\s{1,3}to|declined\s{1,3}to|refused\s{1,3}to)\s{1,3}(?:\w{2,20}\s{1,3}){0,2}"
    r"(?:confirm|verif|corroborat|substantiat|establish|rule|believe)\w{0,4}"
    r"|n[’']t\s{1,3}(?:confirm|verify|believe)"
    r"|(?:declin|refus)(?:es|ed|ing)\s{1,3}to\s{1,3}(?:comment|say|answer)|(?:not|n[’']t)\s{1,3}(?:say|said|decide|decided)\s{1,3}(?:if|whether)"
    r"|(?:determin|establish|find|check|verif|investigat|examin|stud[yi]|wonder|debat)\w{0,4}\s{1,3}(?:out\s{1,3})?(?:if|whether)(?=\s)"
    r"|talk(?=\s{1,3}that\b)"
    r"|doubt(?:s|ed|ful)?(?=\s{1,3}(?:that|whether|if|about|over)\b)|s[ck]eptical|unproven|unsubstantiated"
    r"|(?:un|not\s{1,3})(?:clear|known|certain|sure)(?=\s{1,3}(?:whether|if|that)\b))",
    re.IGNORECASE,
)
_CORRECTS = re.compile(
    r"\b(?:an|the)\s{1,3}(?:earlier|previous)\s{1,3}version\s{1,3}of\s{1,3}(?:this|the)\b", re.IGNORECASE
)


def left_open(text: str, stems: Set[str]) -> str:
    """Return the words by which `text` leaves open what it tells of a story with these `stems`, or nothing.

    >>> left_open("There is no evidence that he went.", {"went"})
    'no evidence'
    """
    corrects = _CORRECTS.search(text)
    if corrects:
        return " ".join(corrects[0].split())
    spoken = (found for found in _OPEN.finditer(text) if speaks_of(text, Span(*found.span()), stems))
    return next((" ".join(found[0].split()) for found in spoken), "")
