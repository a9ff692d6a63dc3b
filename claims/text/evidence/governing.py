"""Of what a text says that it is not so: the words that a denial governs.

"The owner said that rumours of a strike were false" denies a strike, and not the fire of which the sentence before
told. Where such words govern nothing but "it" or "the story", they speak of what stands around them.
"""

import re
from collections.abc import Set

from claims.text.evidence.bearing import held_in
from claims.text.evidence.terms import terms
from claims.text.spans import Span

_FAR = 200
# So many telling words before "this was not the case" say what was not so; so many must be of the story.
_TELLS_BY_ITSELF, _OF_ONE_STORY = 4, 2
# What is told, by its name alone.
REPORTS = (
    r"(?:reports?|claims?|rumou?rs?|stor(?:y|ies)|news|allegations?|accusations?|suggestions?|speculation|theor(?:y|ies)|"
    r"videos?|footage|photos?|photographs?|pictures?|images?|articles?|posts?|assertions?|statements?)"
)
_REPORT = re.compile(rf"\b{REPORTS}\b", re.IGNORECASE)
_GENERIC = frozenset(
    terms(
        """
        report reports claim rumour rumor story news allegation accusation suggestion speculation theory video footage
        photo photograph picture image article post assertion statement possibility idea notion figure number account
        tale thing whole case viral false fake hoax true internet online media widely shared spread circulate
        """
    )
)
# Of such words what follows is governed, of others what stands before.
_ACTIVE = re.compile(
    r"den|dismiss|reject|refut|rebuff|rul|disput|contrary|cast|rais|no\s|cannot|unable|yet|declin|refus|doubt|s[ck]eptic|"
    r"(?:not|n[’']t)\s{1,3}(?!(?:\w{2,20}\s{1,3})?(?:true|accurate|plausible)\b|(?:the|so|all|what)\b)|un(?:able|clear|certain|sure|known)|"
    r"made|invent|stag|fak\w{0,4}\s|cancel|postpon|put|call|shelv|scrap|abandon|drop|ditch|"
    r"fals\w{0,4}\s|erroneous|mistaken|incorrect|wrong|debunk|disprov",
    re.IGNORECASE,
)
# Words that pass judgement and report in one: "was wrongly reported dead" governs both sides.
_BOTH = re.compile(r"(?:erroneous|false|mistaken|incorrect|wrong)ly\b", re.IGNORECASE)
# Who denies it, or dismisses the reports, names what he denies behind, if at all.
_WITH_OBJECT = re.compile(r"den|dismiss|reject|refut|rebuff|disput", re.IGNORECASE)
_PASSIVE = re.compile(r"\b(?<!there\s)(?:is|are|was|were|be|been|being)\s{1,3}(?:\w{2,20}\s{1,3})?\Z", re.IGNORECASE)
# "That was not the case."
_OF_ALL = re.compile(
    r"\b(?:it|this|that|these|those|they|which)(?:\s{1,3}|[’']s\s{1,3}|[’']re\s{1,3})(?:(?:is|was|are|were)\s{1,3})?(?:\w{2,20}\s{1,3}){0,2}\Z",
    re.IGNORECASE,
)
_THE_HOAX = re.compile(r"\b(?:the|this|that|these|such|similar|same)\s{1,3}(?:\w{2,20}\s{1,3})?\Z", re.IGNORECASE)
_POINTS = re.compile(r"\b(?:this|that|these|those|such)\b", re.IGNORECASE)
_LEADS_ON = re.compile(r"\s{1,3}(?:[a-z]{3,20}\s{1,3})?(?:that|whether|if)\b", re.IGNORECASE)
# "He claimed, falsely, that it was so."
_AFTER_ASIDE = re.compile(r"\s?[,)–—-]{1,2}\s{1,3}that\b", re.IGNORECASE)
_ADVERB = re.compile(r"\b[a-z]{3,20}ly\b", re.IGNORECASE)
_ENDS = re.compile(
    r"[.;:!?]|,?\s(?:but|although|though|while|whereas|however|yet|despite|because|before|after|when|since|until)\s|"
    r",\s(?=[^,.;]{1,60}\b(?:said|says|told|announced)\b)|"
    r",\s(?:who|which|where|when|and|said|says|saying|according|adding)\b|"
    r"\sand\s(?:(?:has|have|is|was|were|will|had|said|says)\b|[a-z]{2,20}ed\b)",
    re.IGNORECASE,
)
# "Denied claims that it agreed and will release them": all of what follows on "that" is denied.
_LEADS_FAR = re.compile(r"[^.;:,]{0,80}?\bthat\b", re.IGNORECASE)
_ENDS_CLAUSE = re.compile(_ENDS.pattern.rpartition(r"|\sand\s")[0], re.IGNORECASE)
_BEGINS = re.compile(r"[.;:!?]\s|\b(?:but|said|says|say|insist\w{0,3}|adding|added|although|while)\b", re.IGNORECASE)
_CLAUSE = re.compile(r"\bthat\s", re.IGNORECASE)
# "Who denies taking bribes, resigned."
_IN_PASSING = re.compile(r",\s(?:who|which|whose)\s[^,]{0,60}\Z", re.IGNORECASE)


def governed(text: str, at: Span) -> Span | None:
    """Return which words of `text` are denied by those `at`, None where they stand in another sentence.

    >>> text = "The owner said rumours of a strike were false."
    >>> governed(text, Span(35, 45)).of(text)
    'rumours of a strike '
    """
    word = at.of(text)
    first, last = _from(text, at.start), _to(text, at)
    if _BOTH.match(word):
        return Span(first, last)
    if _is_of_all(text, at):
        return None
    active = _ACTIVE.match(word) and not _PASSIVE.search(text, max(at.start - 40, 0), at.start)
    leads_on = _LEADS_ON.match(text, at.end) or (word.endswith("ly") and _AFTER_ASIDE.match(text, at.end))
    if (active or leads_on) and _telling(text[at.end : last]):
        return Span(at.end, last)
    if active and _WITH_OBJECT.match(word):
        return None
    return Span(first, at.start) if _telling(text[first : at.start]) else None


def speaks_of(text: str, at: Span, stems: Set[str]) -> bool:
    """Whether the denial `at` can be of a story with these `stems`: of its words, or of what stands around."""
    found = governed(text, at)
    if found:
        return bool(held_in(_telling(found.of(text)), frozenset(stems)))
    # "They thought at first that shots fell at the mall, but this was not the case": said of what stands before.
    before = _telling(text[max(at.start - _FAR, 0) : at.start])
    return len(before) < _TELLS_BY_ITSELF or len(held_in(before, frozenset(stems))) >= _OF_ONE_STORY


def _is_of_all(text: str, at: Span) -> bool:
    """Whether it is said of "that", of "this theory" or of "the hoax": of what was told before."""
    word, short = at.of(text), max(at.start - 60, 0)
    if _LEADS_ON.match(text, at.end):
        return False
    hoax = word.casefold().startswith("hoax") and _THE_HOAX.search(text, short, at.start)
    return bool(hoax or _POINTS.search(word) or (not _ACTIVE.match(word) and _OF_ALL.search(text, short, at.start)))


def _telling(text: str) -> set[str]:
    return set(terms(_ADVERB.sub(" ", text))) - _GENERIC


def _to(text: str, at: Span) -> int:
    last = min(at.end + _FAR, len(text))
    if _IN_PASSING.search(text, max(at.start - 80, 0), at.start):
        comma = text.find(",", at.end, last)
        last = comma if comma > 0 else last
    ends = (_ENDS_CLAUSE if _LEADS_FAR.match(text, at.end) else _ENDS).search(text, at.end, last)
    return ends.start() if ends else last


def _from(text: str, end: int) -> int:
    first = max(end - _FAR, 0)
    for found in _BEGINS.finditer(text, first, end):
        first = found.end()
    report = _REPORT.search(text, first, end)
    if report:
        return report.start()
    return max((found.end() for found in _CLAUSE.finditer(text, first, end)), default=first)
