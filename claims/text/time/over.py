"""What is over by its nature or by what is told of it: a ruling, an attack, what had been done by then."""

import re

from claims.text.time.verbs import SIGNAL

# "By Thursday evening 12 bodies had been found".
_DONE_BY_THEN = re.compile(
    r"(?:\s[\w’'-]{1,20}){1,6}?\shad\s|,?\swhen\s(?:[\w’'-]{1,20}\s){1,4}?(?:was|were|had)\s", re.IGNORECASE
)
# "It had been paid until May".
_HAD_BEEN = re.compile(
    r"\bhad\s(?:been\s)?[a-z]{2,20}(?:\s[^\s;:—]{1,20}){0,7}\s(?:until|till)\s{1,3}\Z", re.IGNORECASE
)
# "They stayed until Friday".
_LASTED = re.compile(
    r"\b(?:stayed|remained|lasted|ran|waited|worked|continued|served|lived|stood|ruled|governed|fought|went\son)"
    r"(?:\s[^\s.,;:—]{1,15}){0,5}?\s(?:until|till)\s{1,3}(?:late\s|early\s)?\Z",
    re.IGNORECASE,
)
# "Until Monday's announcement".
_OVER_BY_NAME = re.compile(
    r"[’']s\s{1,3}(?:announcement|disclosure|ruling|attacks?|crash|quake|earthquake|shooting|bombing)\b"
)
_LOOKING_BACK = re.compile(
    r"\b(?:ended|since|as\sof(?:\searly|\slate)?|in\sthe\swake\sof|following)\s{1,3}\Z", re.IGNORECASE
)
# "Wednesday's ruling" is over, whatever "they will do" about it; nobody knows of Friday's attack, or of the Friday
# attack, before it.
_OVER = re.compile(
    r"(?P<of>[’']s)?\s{1,3}(?:[a-z-]{2,15}\s{1,3})?(?:ruling|attacks?|bombings?|blasts?|explosions?|shootings?|killings?|crash"
    r"|raid|assault|massacre|earthquake|quake|accident|incident|violence|clash(?:es)?|arrests?|deaths?|statement"
    r"|remarks?|comments?|declaration|disclosure|revelations?|defeat|victory|loss|losses|plunge|drop|gains?|slide"
    r"|resignation|announcement|disclosures|agreement|slayings?|murders?|assassination|coup|wins?|showing|rout|landslide|upset)\b",
    re.IGNORECASE,
)
# "The win Tuesday", "the announcement Friday that": told after it happened.
_EVENT_BEFORE = re.compile(
    r"\b(?:wins?|victor(?:y|ies)|loss|defeat|ruling|attacks?|bombings?|blasts?|explosions?|shootings?|crash|raid|arrests?|deaths?"
    r"|killings?|resignation|slayings?|murders?|massacre|assassination|ambush|earthquake|quake|riots?|coup)\s{1,3}(?:(?:in|at|over)\s(?:(?:(?-i:[A-Z])\S{1,15}|and)\s){0,6})?(?:on\s{1,3})?\Z",
    re.IGNORECASE,
)
_THE = re.compile(r"\b(?:the|that)\s{1,3}\Z", re.IGNORECASE)
_SAID_BEFORE = re.compile(
    r"\b(?:announcements?|recommendation|decision|statement|report|news|ruling|claims?|warnings?)\s{1,3}(?:on\s{1,3})?\Z",
    re.IGNORECASE,
)
AWAITED = re.compile(
    r"\b(?:await(?:s|ed|ing)?|prepar\w{1,5}\sfor|expects?|to\s(?:postpone|delay|cancel|call\soff|boycott|reschedule))\s"
    r"(?:\S{1,15}\s){0,2}\Z",
    re.IGNORECASE,
)
# "Results of Sunday's poll are expected": the poll is over, whatever the results are.
_AFTERMATH = re.compile(
    r"\b(?:after|thanks\sto)\s(?:an?|his|her|its|their|the)\s(?:[a-z-]{2,15}\s){1,3}(?:on\s)?\Z|"
    r"\b(?:results?|outcome|loss|defeat|turnout|aftermath|footage|victims?|survivors|winners?|losers?|scene|toll|meaning|lessons?|takeaways?|highlights?|recap|transcript"
    r"|fallout|reactions?|responses?)\s(?:of|from|in|to)\s"
    r"(?:the\s)?(?:[a-z]{2,15}\s)?\Z",
    re.IGNORECASE,
)
# "While they wait for June, Thursday's vote was a reminder".
_WAS_A_SUBJECT = re.compile(r"[’']s\s(?:[\w’-]{1,20}\s){1,4}?(?:was|were|did|had)\b")
_OPENING = re.compile(r"(?:\A|[,;]\s|\b(?:that|and|but|while|because)\s)\Z")
# "With the vote looming, Mr Cole on Monday stepped in".
_SUBJECT = re.compile(r"\b(?:[A-Z][\w.’-]{1,20}|he|she|they|who|which|officials|police|prosecutors)\s(?:on\s)?\Z")


def is_over_by_then(sentence: str, start: int, end: int) -> bool:
    """Whether what is told "by" or "until" the words has been: "by Thursday evening 12 bodies had been found"."""
    before = sentence[max(start - 120, 0) : start]
    if _HAD_BEEN.search(before) or _LASTED.search(before) or _OVER_BY_NAME.match(sentence, end):
        return True
    foretold = any(one["future"] for one in SIGNAL.finditer(sentence[:start]))
    return not foretold and _DONE_BY_THEN.match(sentence, end) is not None


def is_over(sentence: str, start: int, end: int) -> bool:
    """Whether what stands beside the words is over by its nature: a ruling, an attack, what has results."""
    before = sentence[max(start - 60, 0) : start]
    if _LOOKING_BACK.search(before) or _AFTERMATH.search(before) or _EVENT_BEFORE.search(before):
        return True
    if _SAID_BEFORE.search(before) and sentence.startswith((" that ", " to "), end):
        return True
    if _WAS_A_SUBJECT.match(sentence, end) and _OPENING.search(before):
        return True
    over = _OVER.match(sentence, end)
    its_own = over is not None and bool(over["of"] or _THE.search(before))
    return its_own and not AWAITED.search(before)


def is_told_next(sentence: str, start: int, end: int) -> bool:
    """Whether a past verb follows at once on a subject and its day: "Mr Cole on Monday stepped in"."""
    verb = SIGNAL.match(sentence, end + 1)
    return bool(verb and verb["past"] and _SUBJECT.search(sentence[max(start - 40, 0) : start]))
