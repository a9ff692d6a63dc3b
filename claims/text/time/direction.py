"""Where a clause points: to what has happened, to what is, or to what is still to come."""

import re

from claims.text.time.over import AWAITED, is_over, is_over_by_then, is_told_next
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
# "If the June vote is rigged".
_IF = re.compile(r"\b(?:if|unless)\s{1,3}(?:the\s{1,3})?\Z", re.IGNORECASE)
_IS = re.compile(r"\b(?:is|are)(?:\son)?\s{1,3}\Z", re.IGNORECASE)
# "He is in Paris on Friday", "markets are closed on Friday": what is so that day, not what came of it.
_IS_THERE = re.compile(
    r"\b(?:is|are)\s(?:at|in|away|back|off|out|closed|shut|open|against|live)\b"
    r"(?:\s(?!(?:after|since|following|from|when|where|who|which|that|over|because)\b)[\w’'-]{1,15}){0,4}\s(?:on\s)?\Z",
    re.IGNORECASE,
)
# "Days before Tuesday's vote".
_SO_LONG_BEFORE = re.compile(r"\b(?:days?|hours|weeks?)\sbefore\s(?:the\s)?\Z", re.IGNORECASE)
# "The vote was postponed to Friday": before it, or after.
_PUT_OFF = re.compile(
    r"\b(?:postponed|adjourned|delayed|moved|rescheduled|deferred|(?:pushed|put|set)\sback|brought\sforward|put\soff)"
    r"(?:\s(?:the|a|his|her|its|their)(?:\s[a-z-]{1,15}){1,3}?)?(?:\sfrom\s(?:[\w.]{2,10}\s){1,3}?)?\s?(?:to|for)\s{1,3}\Z",
    re.IGNORECASE,
)
# "US envoy to meet Taliban": the infinitive of a headline, which has no other verb.
_INFINITIVE = re.compile(
    r"\bto\s(?!(?:the|his|her|hers|him|its|their|them|this|that|these|those|our|your|all|both|each|any|some|one|two|another|death"
    r"|date|power|court|prison|jail|office|school|war|[a-z]{2,15}ing)\b)(?-i:[a-z]{3,20})\b"
)
# "Told reporters in Doha on Monday the envoys will go": what is said begins after the day.
_NEW_CLAUSE = re.compile(r"\s{1,3}(?:that|the|an?|his|her|its|their|he|she|it|they|there|no)\b", re.IGNORECASE)
_NEW_SENTENCE = re.compile(
    r"\.[’”'\"]{0,2}\s{1,3}(?:on\s)?\Z|[,;][’”'\"]{0,2}\s(?:but|and|while|although)\s(?:(?:late|early)\s)?(?:on\s)?\Z"
)
# "It would buy as soon as trading opened Monday".
_ONCE = re.compile(r"\b(?:as\ssoon\sas|once)\s(?:[\w’'-]{1,20}\s){1,4}\Z", re.IGNORECASE)
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
    if up_to and is_over_by_then(sentence, start, end):
        return "past"
    if up_to and sentence.startswith(",", end):
        # "By Friday, the town had fallen."
        return _direction(SIGNAL.search(sentence, end), given="past") or "future"
    if _LOOKING_AHEAD.search(just_before) or (_IS.search(just_before) and not sentence.startswith(("'", "’"), end)):
        return "future"
    if is_over(sentence, start, end) or is_told_next(sentence, start, end):
        return "past"
    if (
        _SO_LONG_BEFORE.search(just_before)
        or _CALLED_OFF.match(sentence, end)
        or _PUT_OFF.search(sentence[max(start - 90, 0) : start])
    ):
        return "either"
    if AWAITED.search(just_before) or _AHEAD_OF.search(sentence[max(start - 60, 0) : start]):
        return "future"
    if _IS_THERE.search(sentence[max(start - 90, 0) : start]):
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
    if told_before and len(before) > 1 and before[-2]["future"] and _ONCE.search(sentence[: before[-1].start()]):
        return before[-2], None
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
