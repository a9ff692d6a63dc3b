"""Clauses that stand side by side in a sentence, parted only where both can stand alone."""

import re
from collections.abc import Iterator

from claims.text.spans import Span

_FINITE = (
    r"(?:will|would|shall|can|could|may|might|must|should|is|are|was|were|has|have|had|does|do|did"
    r"|won[’']t|isn[’']t|aren[’']t|wasn[’']t|weren[’']t|hasn[’']t|haven[’']t|didn[’']t|doesn[’']t)"
)
_IRREGULAR = (
    "stayed|came|went|took|gave|got|made|held|left|kept|began|won|lost|saw|brought|sent|met|fell|said|told|led|put|set"
    "|found|chose|withdrew|sought|stood"
)
_PRONOUN = r"(?:I|he|she|it|they|we|there)"
_ARTICLED = r"(?:the|a|an|its|his|her|their|this|that|these|those|some|all|no)(?:\s[\w’'.-]{1,25}){1,5}?"
_NAMED = r"(?-i:[A-Z][\w’'.-]{0,25})(?:\s[\w’'.-]{1,25}){0,4}?"
_HAPPENED = rf"{_PRONOUN}\s(?:[a-z]{{3,20}}ed|{_IRREGULAR})\b"
_IS_SO = rf"(?:{_PRONOUN}|{_ARTICLED}|{_NAMED})(?:[’'](?:s|re|ll|d)\b|\s(?:also\s|now\s|then\s)?{_FINITE}\b)"
_CLAUSE = rf"(?:{_HAPPENED}|{_IS_SO})"
# ", but the trip will", "; they are", "and that both", "and it will": a clause begins after the match.
_BORDER = re.compile(
    rf"(?:[,;]\s(?:but|and|while|yet)\s|;\s|\s(?:and|but)\s(?=that\s|{_PRONOUN}\s))(?:that\s)?(?={_CLAUSE})"
    # "And that will decide it": "that" is the subject.
    rf"|,?\s(?:and|but)\s(?=that\s{_FINITE}\s)|,?\s(?:and|but)\sthat\s(?!{_FINITE}\s)",
    re.IGNORECASE,
)
# "but stayed in Kabul": the subject of the clause before does both.
_ELLIPSIS = re.compile(
    rf",?\sbut\s(?=(?:also\s|then\s|later\s|instead\s)?(?:{_FINITE}|{_IRREGULAR}|[a-z]{{3,20}}ed)\b)", re.IGNORECASE
)
_SUBJECT = re.compile(
    rf"(?:that\s)?(?P<subject>\S.{{0,200}}?)\s(?:{_FINITE}|{_IRREGULAR}|plans?|intends?|hopes?|[a-z]{{3,20}}ed)\b"
)
_PAIRED = re.compile(r"\b(?:not only|nothing|anything|everything|if|whether|both)\b", re.IGNORECASE)
_FEWEST_WORDS = 3
_MOST_CLAUSES = 6


def part(words: str) -> list[tuple[Span, Span | None]]:
    """Return the clauses of `words` with, where one lacks it, the subject of the clause before.

    >>> words = "Karzai was to fly but stayed in Kabul, and they will meet him there"
    >>> [(clause.of(words), subject and subject.of(words)) for clause, subject in part(words)]
    [('Karzai was to fly', None), ('stayed in Kabul', 'Karzai'), ('they will meet him there', None)]
    """
    found: list[tuple[Span, Span | None]] = []
    for start, end in _between(words, _borders(words)):
        found.extend(_with_ellipsis(words, start, end))
    return found


def _borders(words: str) -> list[re.Match[str]]:
    """Where a clause ends and the next begins, both long enough, and not within quotation marks."""
    kept: list[re.Match[str]] = []
    for found in _BORDER.finditer(words):
        before = words[kept[-1].end() if kept else 0 : found.start()]
        if len(before.split()) < _FEWEST_WORDS or len(words[found.end() :].split()) < _FEWEST_WORDS:
            continue
        if _in_quotation(words, found.start()) or _PAIRED.search(before) or len(kept) == _MOST_CLAUSES - 1:
            continue
        kept.append(found)
    return kept


def _between(words: str, borders: list[re.Match[str]]) -> Iterator[tuple[int, int]]:
    start = 0
    for border in borders:
        yield start, border.start()
        start = border.end()
    yield start, len(words)


def _with_ellipsis(words: str, start: int, end: int) -> Iterator[tuple[Span, Span | None]]:
    """The clause, in two where its second half borrows the subject of the first."""
    found = _ELLIPSIS.search(words, start, end)
    subject = _SUBJECT.match(words, start, found.start()) if found else None
    if (
        not found
        or not subject
        or _in_quotation(words, found.start())
        or _PAIRED.search(words[start : found.start()])
    ):
        yield Span(start, end), None
        return
    yield Span(start, found.start()), None
    # "Walker, one of those who lost, had pledged it but …": the name before what explains it.
    named = subject["subject"].partition(", ")[0]
    yield Span(found.end(), end), Span(subject.start("subject"), subject.start("subject") + len(named))


def _in_quotation(words: str, place: int) -> bool:
    before = words[:place]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1
