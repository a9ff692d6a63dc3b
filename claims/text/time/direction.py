"""Where a clause points: to what has happened, to what is, or to what is still to come."""

import re

from claims.text.time.reading import Direction
from claims.text.time.verbs import SIGNAL

_REPORTED = re.compile(r"(?:said|told|says?|reported|announced|added)\Z", re.IGNORECASE)
# "As early as Friday", "starting Friday": what is said so has not been.
_LOOKING_AHEAD = re.compile(
    r"\b(?:by|until|till|no\slater\sthan|not\slater\sthan|ahead\sof|on\sthe\seve\sof|deadline\s(?:of|is|on)"
    r"|as\s(?:early|soon)\sas|starting|beginning|effective|due(?:\son)?|on\sor\sbefore|towards?|come|between\snow\sand|(?:run|lead)(?:-|\s)?up\sto|ahead\sto|no\searlier\sthan|not\sbefore"
    r")\s{1,3}(?:the\s{1,3})?\Z",
    re.IGNORECASE,
)
# "Ahead of the regional vote on Sunday".
_AHEAD_OF = re.compile(r"\bahead\sof\s(?:[\w’'-]{1,15}\s){1,4}(?:on\s)?\Z", re.IGNORECASE)
_UP_TO = re.compile(r"\b(?:by|until|till)\s{1,3}(?:late\s|early\s)?\Z", re.IGNORECASE)
# "The service planned for Saturday was cancelled": before it, or after.
_CALLED_OFF = re.compile(
    r"\s(?:(?:was|were|has\sbeen|have\sbeen)\s(?:cancel|postpone|scrapp|abandon|delay|called\soff|put\soff))",
    re.IGNORECASE,
)
# "By Thursday evening 12 bodies had been found".
_DONE_BY_THEN = re.compile(
    r"(?:\s[\w’'-]{1,20}){1,6}?\shad\s|,?\swhen\s(?:[\w’'-]{1,20}\s){1,4}?(?:was|were|had)\s", re.IGNORECASE
)
# "It had been paid until May".
_HAD_BEEN = re.compile(
    r"\bhad\s(?:been\s)?[a-z]{2,20}(?:\s[^\s;:—]{1,20}){0,7}\s(?:until|till)\s{1,3}\Z", re.IGNORECASE
)
# "Until Monday's announcement".
_OVER_BY_NAME = re.compile(
    r"[’']s\s{1,3}(?:announcement|disclosure|ruling|attacks?|crash|quake|earthquake|shooting|bombing)\b"
)
# "If the June vote is rigged".
_IF = re.compile(r"\b(?:if|unless)\s{1,3}(?:the\s{1,3})?\Z", re.IGNORECASE)
_IS = re.compile(r"\b(?:is|are)(?:\son)?\s{1,3}\Z", re.IGNORECASE)
_LOOKING_BACK = re.compile(r"\b(?:ended|since|as\sof(?:\searly|\slate)?|in\sthe\swake\sof)\s{1,3}\Z", re.IGNORECASE)
# "Wednesday's ruling" is over, whatever "they will do" about it; nobody knows of Friday's attack, or of the Friday
# attack, before it.
_OVER = re.compile(
    r"(?P<of>[’']s)?\s{1,3}(?:[a-z-]{2,15}\s{1,3})?(?:ruling|attacks?|bombings?|blasts?|explosions?|shootings?|killings?|crash"
    r"|raid|assault|massacre|earthquake|quake|accident|incident|violence|clash(?:es)?|arrests?|deaths?|statement"
    r"|remarks?|comments?|declaration|disclosure|revelations?|defeat|victory|loss|losses|plunge|drop|gains?|slide"
    r"|resignation|announcement|disclosures)\b",
    re.IGNORECASE,
)
# "The win Tuesday", "the announcement Friday that": told after it happened.
_EVENT_BEFORE = re.compile(
    r"\b(?:wins?|victor(?:y|ies)|loss|defeat|ruling|attacks?|bombings?|blasts?|explosions?|shootings?|crash|raid|arrests?|deaths?"
    r"|killings?|resignation)\s{1,3}(?:(?:in|at|over)\s(?:(?-i:[A-Z])\S{1,15}\s){0,3})?(?:on\s{1,3})?\Z",
    re.IGNORECASE,
)
_THE = re.compile(r"\b(?:the|that)\s{1,3}\Z", re.IGNORECASE)
_SAID_BEFORE = re.compile(
    r"\b(?:announcements?|recommendation|decision|statement|report|news|ruling|claims?|warnings?)\s{1,3}(?:on\s{1,3})?\Z",
    re.IGNORECASE,
)
_AWAITED = re.compile(
    r"\b(?:await(?:s|ed|ing)?|prepar\w{1,5}\sfor|expects?|to\s(?:postpone|delay|cancel|call\soff|boycott|reschedule))\s"
    r"(?:\S{1,15}\s){0,2}\Z",
    re.IGNORECASE,
)
# "Results of Sunday's poll are expected": the poll is over, whatever the results are.
_AFTERMATH = re.compile(
    r"\b(?:after|thanks\sto)\s(?:an?|his|her|its|their|the)\s(?:[a-z-]{2,15}\s){1,3}(?:on\s)?\Z|"
    r"\b(?:results?|outcome|loss|defeat|turnout|aftermath|footage|victims?|survivors|winners?|losers?|scene|toll)\s(?:of|from|in)\s"
    r"(?:the\s)?(?:[a-z]{2,15}\s)?\Z",
    re.IGNORECASE,
)
# "US envoy to meet Taliban": the infinitive of a headline, which has no other verb.
_INFINITIVE = re.compile(r"\bto\s(?-i:[a-z]{3,20})\b")
# "Told reporters in Doha on Monday the envoys will go": what is said begins after the day.
_NEW_CLAUSE = re.compile(r"\s{1,3}(?:that|the|an?|his|her|its|their|he|she|it|they|there|no)\b", re.IGNORECASE)
_NEW_SENTENCE = re.compile(r"[,;]\s(?:but|and|while|although)\s(?:(?:late|early)\s)?(?:on\s)?\Z")
_BREAK = re.compile(r";\s|\s[—–]\s|—")
_END_OF_CLAUSE = re.compile(r"[;:—–“”\"]|``|''|\s[-_]{1,2}\s")


def direction_at(sentence: str, start: int, end: int) -> Direction | None:
    """Return where the clause around `sentence[start:end]` points; None when it does not say.

    The verb that stands nearest before the words decides, else the first one after them.

    >>> sentence = "He said on Tuesday that they will meet on Wednesday."
    >>> direction_at(sentence, 11, 18), direction_at(sentence, 42, 51)
    ('past', 'future')
    """
    just_before = sentence[max(start - 20, 0) : start]
    up_to = _UP_TO.search(just_before)
    if up_to and _is_over_by_then(sentence, start, end):
        return "past"
    if up_to and sentence.startswith(",", end):
        # "By Friday, the town had fallen."
        return _direction(SIGNAL.search(sentence, end), given="past") or "future"
    if _LOOKING_AHEAD.search(just_before) or (_IS.search(just_before) and not sentence.startswith(("'", "’"), end)):
        return "future"
    if _is_over(sentence, start, end):
        return "past"
    if _CALLED_OFF.match(sentence, end):
        return "either"
    if _AWAITED.search(just_before) or _AHEAD_OF.search(sentence[max(start - 60, 0) : start]):
        return "future"
    before, after = _deciding_verbs(sentence, start, end)
    if _IF.search(just_before) and _direction(SIGNAL.search(sentence, end), given="future") in ("present", "future"):
        return "future"
    if before is None and after is None and _INFINITIVE.search(sentence[:start]):
        return "future"
    if before is None and after and after[0].lower() == "is" and not sentence[end : end + after.start()].strip():
        # "Friday is the deadline."
        return "future"
    if before is None:
        return _direction(after, given="past")
    return _direction(before, given="future")


def _is_over_by_then(sentence: str, start: int, end: int) -> bool:
    """Whether what is told "by" or "until" the words has been: "by Thursday evening 12 bodies had been found"."""
    if _HAD_BEEN.search(sentence[max(start - 120, 0) : start]) or _OVER_BY_NAME.match(sentence, end):
        return True
    foretold = any(one["future"] for one in SIGNAL.finditer(sentence[:start]))
    return not foretold and _DONE_BY_THEN.match(sentence, end) is not None


def _is_over(sentence: str, start: int, end: int) -> bool:
    """Whether what stands beside the words is over by its nature: a ruling, an attack, what has results."""
    before = sentence[max(start - 60, 0) : start]
    if _LOOKING_BACK.search(before) or _AFTERMATH.search(before) or _EVENT_BEFORE.search(before):
        return True
    if _SAID_BEFORE.search(before) and sentence.startswith((" that ", " to "), end):
        return True
    over = _OVER.match(sentence, end)
    its_own = over is not None and bool(over["of"] or _THE.search(before))
    return its_own and not _AWAITED.search(before)


def has_verb(words: str) -> bool:
    """Whether `words` hold a verb that tells when, such as "said", "will" or "is".

    >>> has_verb("US envoy"), has_verb("US envoy said")
    (False, True)
    """
    return SIGNAL.search(words) is not None


def _deciding_verbs(sentence: str, start: int, end: int) -> tuple[re.Match[str] | None, re.Match[str] | None]:
    """The verb before the words, or else the one after them."""
    clause = max((cut.end() for cut in _BREAK.finditer(sentence, 0, start)), default=0)
    after = SIGNAL.search(_END_OF_CLAUSE.split(sentence[end:], maxsplit=1)[0])
    before = list(SIGNAL.finditer(sentence[:start], clause))
    if not before and not after:
        before = list(SIGNAL.finditer(sentence[:start]))
    if not before:
        return None, after
    told_before = before[-1]["past"] and not sentence[before[-1].end() : start].strip()
    # "He said the meeting Friday would decide", but "the draft approved Friday would move"; "but on Friday, he said".
    if after and not told_before and (_opens_clause(sentence, start, end) or _is_subject_of(after, sentence, end)):
        return None, after
    # "He said a meeting on Friday will decide": the verb of saying has its own clause.
    elsewhere = (
        not _NEW_CLAUSE.match(sentence, end)
        and _REPORTED.search(before[-1][0])
        and len(sentence[before[-1].end() : start].split()) > 2
    )
    return (None, after) if after and elsewhere else (before[-1], None)


def _is_subject_of(after: re.Match[str], sentence: str, end: int) -> bool:
    return bool(after["future"]) and not sentence[end : end + after.start()].strip()


def _opens_clause(sentence: str, start: int, end: int) -> bool:
    return _NEW_SENTENCE.search(sentence[max(start - 30, 0) : start]) is not None and sentence.startswith(",", end)


def _direction(verb: re.Match[str] | None, *, given: Direction) -> Direction | None:
    """Where `verb` points; `given` is for one that gives a word, such as "agreed to"."""
    if verb is None:
        return None
    if verb["given"]:
        return given
    if verb["either"]:
        return "either"
    if verb["future"]:
        return "future"
    return "past" if verb["past"] or verb["tried"] else "present"
