"""Where a clause points: to what has happened, to what is, or to what is still to come."""

import re

from claims.text.time.reading import Direction

_MODAL = r"(?:will|shall|won[’']t|would|can|could|may|might|must|should|ought)\b"
_AFTER_MODAL = r"(?:\s(?:not|also|be|have|been|now)){0,4}(?:\s[a-z]{2,20}ed\b)?"
_BE = r"(?:am|is|are|was|were|be|been|being|[’'](?:s|re|m))"
_PLANNED = (
    "expected|scheduled|due|set|planned|likely|unlikely|slated|poised|supposed|about|going|bound|meant|believed|"
    "hoping|planning|preparing|looking|certain|sure|ready|to"
)
_WISHES = "plans?|intends?|hopes?|wants?|aims?|expects?|needs?|has|have|looks? forward|vows?|pledges?|promises?"
_FUTURE = "|".join(
    [
        _MODAL + _AFTER_MODAL,
        rf"{_BE}\s(?:(?!to\b|not\b)[a-z]{{2,12}}\s|not\s)?(?:{_PLANNED})\b",
        rf"(?:{_WISHES})\sto\b",
        r"(?:scheduled|planned|set|slated|due)\s(?:for|to|on|in|at|by)\b",
        r"to\sbe\s[a-z]{3,20}",
        "upcoming|deadline|expires?|await(?:s|ed|ing)?",
        r"(?:begins|starts|resumes|departs|arrives|leaves|returns|meets|travels|flies|takes\s(?:place|effect|office))\b",
        r"(?<=s\s)(?:begin|start|resume|open|meet|take\splace)\b",
        r"(?:expected|likely|determined|poised)\sto\b",
        r"(?:go|goes|head|heads)\sto\sthe\spolls\b|(?:have|has)\suntil\b",
        r"(?:is|are|am|[’']re|[’']m)\s(?!(?:being|having|according|including)\b)[a-z]{2,14}ing\b",
    ]
)
_IRREGULAR = """
    said told came went took made met began left held found saw got gave won lost rose fell led paid sent set wrote
    spoke struck shot brought broke built bought sold chose drew drove felt flew fought grew heard kept knew laid lay
    put quit ran read sat shook showed shut spent stood swore swept taught thought threw understood woke wore withdrew
    became cut hit hurt cost slid sank stole sought shrank rang sprang dealt caught hung bore bred fled forgot froze
    overcame overtook slept split spread stuck tore wound beat was were had did has have
""".split()
_NOT_PAST = (
    "need indeed embed speed feed seed exceed proceed succeed hundred sacred red bed united armed allied".split()
)
_PAST = rf"(?:{'|'.join(_IRREGULAR)})(?:n[’']t)?\b|didn[’']t\b|(?!(?:{'|'.join(_NOT_PAST)})\b)[a-z]{{2,20}}ed\b"
_PRESENT = r"(?:is|are|am|does|do|says?)\b"
# "They agreed Monday to meet Thursday": what follows is to come, but they have agreed.
_WORD_GIVEN = (
    r"(?:agreed|vowed|pledged|promised|decided|intended|hoped|threatened)(?:\s(?:on\s)?[a-z]{3,6}day)?\sto\b"
)
_SIGNAL = re.compile(
    rf"\b(?:(?P<given>{_WORD_GIVEN})|(?P<future>{_FUTURE})|(?P<past>{_PAST})|(?P<present>{_PRESENT}))", re.IGNORECASE
)
_REPORTED = re.compile(r"(?:said|told|says?|reported|announced|added)\Z", re.IGNORECASE)
# "As early as Friday", "starting Friday": what is said so has not been.
_LOOKING_AHEAD = re.compile(
    r"\b(?:by|until|till|no\slater\sthan|not\slater\sthan|ahead\sof|on\sthe\seve\sof|deadline\s(?:of|is|on)"
    r"|as\s(?:early|soon)\sas|starting|beginning|effective)\s{1,3}(?:the\s{1,3})?\Z",
    re.IGNORECASE,
)
_IS = re.compile(r"\b(?:is|are)(?:\son)?\s{1,3}\Z", re.IGNORECASE)
_LOOKING_BACK = re.compile(r"\b(?:ended|since|in\sthe\swake\sof)\s{1,3}\Z", re.IGNORECASE)
# "Wednesday's ruling" is over, whatever "they will do" about it; nobody knows of Friday's attack before it.
_OVER = re.compile(
    r"[’']s\s{1,3}(?:[a-z-]{2,15}\s{1,3})?(?:ruling|attacks?|bombings?|blasts?|explosions?|shootings?|killings?|crash"
    r"|raid|assault|massacre|earthquake|quake|accident|incident|violence|clash(?:es)?|arrests?|deaths?|statement"
    r"|remarks?|comments?|declaration|disclosure|revelations?|defeat|victory|loss|losses|plunge|drop|gains?|slide"
    r"|resignation)\b",
    re.IGNORECASE,
)
_AWAITED = re.compile(r"\b(?:await(?:s|ed|ing)?|prepar\w{1,5}\sfor|expects?)\s(?:\S{1,15}\s){0,2}\Z", re.IGNORECASE)
# "Told reporters in Doha on Monday the envoys will go": what is said begins after the day.
_NEW_CLAUSE = re.compile(r"\s{1,3}(?:that|the|an?|his|her|its|their|he|she|it|they|there|no)\b", re.IGNORECASE)
_END_OF_CLAUSE = re.compile(r"[;:—–“”\"]|``|''|\s[-_]{1,2}\s")


def direction_at(sentence: str, start: int, end: int) -> Direction | None:
    """Return where the clause around `sentence[start:end]` points; None when it does not say.

    The verb that stands nearest before the words decides, else the first one after them.

    >>> sentence = "He said on Tuesday that they will meet on Wednesday."
    >>> direction_at(sentence, 11, 18), direction_at(sentence, 42, 51)
    ('past', 'future')
    """
    just_before = sentence[max(start - 20, 0) : start]
    if _LOOKING_AHEAD.search(just_before) or (_IS.search(just_before) and not sentence.startswith(("'", "’"), end)):
        return "future"
    if _LOOKING_BACK.search(just_before) or (_OVER.match(sentence, end) and not _AWAITED.search(just_before)):
        return "past"
    before, after = _deciding_verbs(sentence, start, end)
    if before is None:
        return _direction(after, given="past")
    return _direction(before, given="future")


def has_verb(words: str) -> bool:
    """Whether `words` hold a verb that tells when, such as "said", "will" or "is".

    >>> has_verb("US envoy"), has_verb("US envoy said")
    (False, True)
    """
    return _SIGNAL.search(words) is not None


def _deciding_verbs(sentence: str, start: int, end: int) -> tuple[re.Match[str] | None, re.Match[str] | None]:
    """The verb before the words, or else the one after them."""
    before = list(_SIGNAL.finditer(sentence[:start]))
    after = _SIGNAL.search(_END_OF_CLAUSE.split(sentence[end:], maxsplit=1)[0])
    if not before:
        return None, after
    # "He said a meeting on Friday will decide": the verb of saying has its own clause.
    elsewhere = (
        not _NEW_CLAUSE.match(sentence, end)
        and _REPORTED.search(before[-1][0])
        and len(sentence[before[-1].end() : start].split()) > 2
    )
    return (None, after) if after and elsewhere else (before[-1], None)


def _direction(verb: re.Match[str] | None, *, given: Direction) -> Direction | None:
    """Where `verb` points; `given` is for one that gives a word, such as "agreed to"."""
    if verb is None:
        return None
    if verb["given"]:
        return given
    if verb["future"]:
        return "future"
    return "past" if verb["past"] else "present"
