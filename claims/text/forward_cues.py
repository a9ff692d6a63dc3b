"""The words that speak of what is still to come, by how sure they sound."""

import re
from dataclasses import dataclass
from typing import Literal

Certainty = Literal["certain", "probable", "possible", "uncommitted"]

_ADVERB = "(?:not|also|now|then|still|never|soon|almost|first|only|(?!(?:un)?likely)[a-z]{2,12}ly)"
_ADVERBS = rf"(?: {_ADVERB}){{0,2}}"
_BE = "(?:is|are|am|was|were|be|been|being|[’'](?:s|re|m))"
# What follows must be able to be a verb: "Pakistan will one of" and "to the Taliban" are no futures.
_NO_VERB = (
    "the a an this that these those his her their its our my your one all both some any each every no more most and "
    "or but of in on at for from to by with about as than much many which who whom what when where three two nearly"
).split()
_VERB = rf"(?= (?!(?:{'|'.join(_NO_VERB)})\b)(?-i:[a-z]))"
# For what may be a state as well as an event: "the tomb may contain", "they might be related".
_STATE = r"have|contain|mean|seem|know|explain|not|does|be (?:related|linked|involved)|be(?! able| [a-z]{2,20}ed\b)"
_EVENT = rf"(?= (?!(?:{'|'.join(_NO_VERB)}|{_STATE})\b)(?-i:[a-z]))"
_MONTH = (
    r"(?:jan(?:uary|\.)|feb(?:ruary|\.)|march|apr(?:il|\.)|may|june?|july?|aug(?:ust|\.)|sept?(?:ember|\.)"
    r"|oct(?:ober|\.)|nov(?:ember|\.)|dec(?:ember|\.))"
)
_DAY = rf"(?:\d{{1,2}}(?:st|nd|rd|th)? )?{_MONTH}(?: \d{{1,2}}\b)?"
_WEEKDAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_PERIOD = "(?:weeks?|months?|years?|days?|decades?|summer|winter|spring|autumn|fall)"
_HOLDING = "meeting|visit|trip|talks|summit|session|conference|election|vote|referendum|hearing|trial|round|launch"


@dataclass(frozen=True, slots=True)
class Cue:
    """What to look for, what it is to be called, and how sure a sentence sounds that holds it."""

    kind: str
    certainty: Certainty
    pattern: re.Pattern[str]


def _cue(kind: str, certainty: Certainty, pattern: str) -> Cue:
    """A cue of whole words in any case; spaces in `pattern` are white space."""
    return Cue(kind, certainty, re.compile(rf"\b(?:{pattern})(?!\w)".replace(" ", r"\s{1,3}"), re.IGNORECASE))


_LIKELY = "expected|likely|unlikely|planned|poised|anticipated|projected|supposed|meant"
_WISHED = (
    "hoping|planning|preparing|aiming|seeking|looking|ready|prepared|willing|unwilling|eager|keen"
    "|determined|reluctant"
)
_WISHES = (
    "plan(?:s|ned|ning)?|intend(?:s|ed|ing)?|hop(?:es?|ed|ing)|wants?|wanted|seek(?:s|ing)?|sought|aim(?:s|ed|ing)?"
    "|expect(?:s|ed|ing)?|promis(?:es?|ed|ing)|vow(?:s|ed|ing)?|pledg(?:es?|ed|ing)|threaten(?:s|ed|ing)?"
    "|agree(?:s|d|ing)?|decid(?:es?|ed|ing)|offer(?:s|ed|ing)?|prepar(?:es?|ed|ing)|refus(?:es?|ing)"
    "|look(?:s|ed|ing)? forward|eager|ready|keen|determined|push(?:es|ed|ing)?(?: hard)?"
)
_REQUESTS = (
    "urg(?:es?|ed|ing)|ask(?:s|ed|ing)?|order(?:s|ed|ing)?|call(?:s|ed|ing)? (?:on|for)|instruct(?:s|ed|ing)?"
    "|invit(?:es?|ed|ing)|persuad(?:es?|ing)|forc(?:es?|ing)|wants?|appeal(?:s|ed|ing)? (?:to|for)"
)

_NO_AUXILIARY = "".join(rf"(?<!\b{word}\s)" for word in ("at", "good", "free", "the", "his", "her", "their", "of"))
_SEEMING = "".join(
    rf"(?<!{word}\s)" for word in ("appear", "appears", "said", "seem", "seems", "believed", "thought", "known")
)
_CLAUSE = r"(?:\S{1,30} ){1,6}?"

CUES: tuple[Cue, ...] = (
    _cue("will", "certain", rf"{_NO_AUXILIARY}(?:will|shall|[’']ll){_ADVERBS}(?=,|{_VERB})"),
    _cue("will", "certain", rf"won[’']t{_ADVERBS}"),
    _cue("will", "uncommitted", r"(?<=who\s)will(?= (?-i:[A-Z]))"),
    _cue(
        "planned",
        "certain",
        rf"{_BE}{_ADVERBS} (?:(?:scheduled|due|set|slated|bound|certain|sure|going|about) )?to{_VERB}",
    ),
    _cue(
        "planned",
        "certain",
        r"(?:scheduled|slated|due|planned)(?: [a-z]{2,10})? (?:for|on|in|at|by|this|next)(?= )|set for(?= )",
    ),
    _cue("to be done", "certain", rf"{_SEEMING}to be(?! named| identified)(?= [a-z]{{2,15}}(?:ed|en)\b)"),
    _cue("planned", "probable", r"plans(?= (?:an?|new|more|its|their|further|another|daily|weekly|talks)\b)"),
    _cue("expected", "probable", rf"{_BE}{_ADVERBS} (?:{_LIKELY}) (?:to|for){_VERB}"),
    _cue("expected", "probable", r"(?:expects?|anticipates?|predicts?|forecasts?|foresees?)(?= (?!to\b)[a-z])"),
    _cue(
        "expected",
        "probable",
        rf"{_BE}{_ADVERBS} (?:expected|planned|due)(?= (?:next|later|soon|within|in|on|at|by (?:{_DAY}|{_WEEKDAY})))",
    ),
    _cue(
        "would",
        "probable",
        rf"would(?:n[’']t)?{_ADVERBS}(?! (?:have|like|rather|often|always|usually|does)\b)(?=,|{_VERB})",
    ),
    _cue("intended", "possible", rf"(?<!\btheir\s)(?<!\bhis\s)(?<!\bher\s)(?:{_WISHES})(?: not)? to{_VERB}"),
    _cue("intended", "possible", rf"{_BE}{_ADVERBS} (?:{_WISHED}) to{_VERB}"),
    _cue("intended", "possible", r"(?:has|have|with|no) plans? to|look(?:s|ed|ing)? forward to"),
    _cue(
        "asked for",
        "uncommitted",
        rf"(?:{_REQUESTS}) (?:\S{{1,30}} ){{1,5}}?to(?! be (?:named|identified|quoted)\b){_VERB}",
    ),
    _cue(
        "intended",
        "possible",
        rf"(?:plans?|intention|proposals?|commitment|readiness|willingness|bid|efforts?|campaign|mission) to{_VERB}",
    ),
    _cue("asked for", "uncommitted", r"call(?:s|ed|ing)? for|propos(?:es|ing)|demand(?:s|ing)"),
    _cue("asked for", "uncommitted", r"wants?(?= (?:the|an?|its|his|her|their|all|more)\b)"),
    _cue("sent for", "uncommitted", rf"(?:sen[dt]s?|sending|allocat(?:es?|ed)|deploy(?:s|ed)) {_CLAUSE}to{_VERB}"),
    _cue("considered", "possible", r"consider(?:s|ed|ing)? [a-z]{2,20}ing|prospects? (?:of|for|that)|plans? for"),
    _cue("feared", "possible", r"warn(?:s|ed|ing)? (?:of|[A-Z]\w{1,20} of)|(?:risk|fears?|hopes?) (?:of|for|that)"),
    _cue("may", "possible", rf"(?:may|might|could){_ADVERBS}(?=,|{_EVENT})"),
    _cue("condition", "uncommitted", r"as soon as(?! possible)|unless"),
    _cue(
        "condition",
        "uncommitted",
        rf"if (?:and when )?(?={_CLAUSE}(?:is|are|does|do|doesn[’']t|don[’']t|[a-z]{{2,20}}(?<!s)s)\b)",
    ),
    _cue("soon", "probable", r"on the cards|in the offing|on the horizon|in the pipeline|imminent|in the works"),
    _cue(
        "coming",
        "certain",
        rf"upcoming|forthcoming|impending|(?:the|an?|its|their) (?:planned|proposed)(?= [a-z])"
        rf"|(?:looming|the next) (?:{_HOLDING})",
    ),
    _cue("time", "certain", rf"next (?:{_PERIOD}|{_WEEKDAY}|{_MONTH})|tomorrow|later this (?:week|month|year)"),
    _cue(
        "time", "certain", rf"(?:in|within|over) the (?:coming|next|near)(?: \w{{1,10}}){{0,2}} (?:{_PERIOD}|future)"
    ),
    _cue(
        "time", "certain", r"within (?:days|weeks|months|hours)(?! (?:or \w{1,10} )?of)|soon(?! (?:after|as|before))"
    ),
    _cue(
        "deadline",
        "certain",
        rf"by (?:the end of|next|tomorrow|20\d\d|{_WEEKDAY}|{_DAY})",
    ),
)
# An infinitive is a cue in a headline only: elsewhere it tells as often of what was done.
HEADLINE_CUE = Cue("headline", "certain", re.compile(r"\bto\b"))
