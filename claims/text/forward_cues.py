"""The words that speak of what is still to come, by how sure they sound."""

import re
from dataclasses import dataclass
from typing import Literal

from claims.text.forward_words import (
    ADVERBS,
    BE,
    CLAUSE,
    DAY,
    DAYS,
    EVENT,
    FIXED,
    HELD,
    HOLDING,
    LIKELY,
    MONTH,
    NO_AUXILIARY,
    ON_A_DAY,
    PERIOD,
    REQUESTS,
    SAYING,
    SEEMING,
    SENSES,
    SILENT,
    VERB,
    WEEKDAY,
    WILL,
    WISHED,
    WISHES,
)

Certainty = Literal["certain", "probable", "possible", "uncommitted"]


@dataclass(frozen=True, slots=True)
class Cue:
    """What to look for, what it is to be called, and how sure a sentence sounds that holds it.

    A sentence that holds none of `needs`, in small letters, need not be searched.
    """

    kind: str
    certainty: Certainty
    pattern: re.Pattern[str]
    needs: tuple[str, ...] = ()

    def may_be_in(self, small: str) -> bool:
        """Whether the sentence, given in small letters, is worth a search."""
        return not self.needs or any(word in small for word in self.needs)


def _cue(kind: str, certainty: Certainty, pattern: str, *needs: str) -> Cue:
    """A cue of whole words in any case; spaces in `pattern` are white space."""
    words = re.compile(rf"\b(?:{pattern})(?!\w)".replace(" ", r"\s{1,3}"), re.IGNORECASE)
    return Cue(kind, certainty, words, needs)


CUES: tuple[Cue, ...] = (
    _cue("will", "certain", rf"{NO_AUXILIARY}(?:will|shall|[’']ll){ADVERBS}(?=,|{VERB})(?! (?:{SILENT})\b)", *WILL),
    _cue("will", "certain", rf"won[’']t{ADVERBS}(?! (?:{SILENT})\b)", "won"),
    _cue("will", "uncommitted", r"(?<=who\s)will(?= (?-i:[A-Z]))|(?-i:Will)(?= \S[^?]{0,200}\?\Z)", "will"),
    _cue(
        "planned",
        "certain",
        rf"{BE}{ADVERBS} (?:(?:scheduled|due|set|slated|bound|certain|sure|going|about) )?to"
        rf"(?! have (?:been|[a-z]{{2,15}}(?:ed|en))\b){VERB}",
    ),
    _cue(
        "planned",
        "certain",
        r"(?:scheduled|slated|due|planned)(?: [a-z]{2,10})? (?:for|on|in|at|by|this|next)(?= )|set for(?= )"
        r"|set (?:an?|the) [a-z]{3,15} for(?= )",
    ),
    _cue("to be done", "certain", rf"{SEEMING}to be(?! named| identified)(?= [a-z]{{2,15}}(?:ed|en)\b)"),
    _cue("planned", "probable", r"plans(?= (?:an?|new|more|its|their|further|another|daily|weekly|talks)\b)"),
    _cue("planned", "certain", rf"(?:{FIXED}) {ON_A_DAY}|payable (?:on )?{DAY}", *DAYS),
    _cue(
        "expected", "probable", rf"{BE}{ADVERBS} (?:{LIKELY})(?<!was\ssupposed)(?<!were\ssupposed) (?:to|for){VERB}"
    ),
    _cue("expected", "probable", rf"(?:likely|unlikely|expected|set|scheduled|slated|poised) to{VERB}"),
    _cue(
        "expected",
        "probable",
        r"(?:expects?|anticipates?|predicts?|forecasts?|foresees?)(?= (?!to\b)[a-z])"
        r"|(?:hopes?|hoping)(?= (?:the|that|it|he|she|they|his|her|their|its|for)\b)|(?:is|are) likely(?=[.,;])",
    ),
    _cue(
        "expected",
        "probable",
        rf"{BE}{ADVERBS} (?:expected|planned|due|scheduled)"
        rf"(?=[.,;]| (?:next|later|soon|within|in|on|at|by (?:{DAY}|{WEEKDAY})))",
    ),
    _cue(
        "would",
        "probable",
        rf"would(?:n[’']t)?{ADVERBS}(?! (?:have(?! to\b)|like|love|prefer|rather|often|always|usually|does|argue"
        rf"|suggest|seem|appear|explain|{SILENT})\b)(?=,|{VERB})",
        "would",
    ),
    _cue(
        "intended",
        "possible",
        rf"(?<!\btheir\s)(?<!\bhis\s)(?<!\bher\s)(?:{WISHES})(?: not)? to(?! {SAYING}){VERB}",
    ),
    _cue("intended", "possible", rf"{BE}{ADVERBS} (?:{WISHED}) to{VERB}"),
    _cue(
        "ought",
        "uncommitted",
        rf"(?:must|should|ought to)(?:n[’']t)?{ADVERBS}{EVENT}",
        *("must", "should", "ought"),
    ),
    _cue(
        "awaited",
        "possible",
        r"prepar(?:es?|ing|ations?) for|brac(?:es?|ed|ing) for|in the run-up to"
        r"|ahead of(?= (?:the|an?|his|her|their|next|elections?|talks)\b)"
        r"|await(?:s|ing)?|pending|subject to (?:\w+ )?approval",
    ),
    _cue("intended", "possible", r"(?:has|have|with|no) plans? to|look(?:s|ed|ing)? forward to"),
    _cue(
        "asked for",
        "uncommitted",
        rf"(?<!\bto\s)(?:{REQUESTS}) (?:[^\s,;:]{{1,30}} ){{1,5}}?to(?! be (?:named|identified|quoted)\b){VERB}",
    ),
    _cue("intended", "possible", rf"(?:{HELD}) to{VERB}"),
    _cue("asked for", "uncommitted", r"call(?:s|ed|ing)? for|propos(?:es|ing)|demand(?:s|ing)"),
    _cue("asked for", "uncommitted", r"wants?(?= (?:the|an?|its|his|her|their|all|more)\b)"),
    _cue("sent for", "uncommitted", rf"(?:sen[dt]s?|sending|allocat(?:es?|ed)|deploy(?:s|ed)) {CLAUSE}to{VERB}"),
    _cue(
        "considered",
        "possible",
        r"consider(?:s|ed|ing)? [a-z]{2,20}ing"
        r"|(?:considering|mulling|weighing|contemplating|preparing)(?= (?:an?|the|its|their|whether)\b)"
        r"|(?:in|held|holding|open) talks to|running for|prospects? (?:of|for|that)|plans? for",
    ),
    _cue(
        "feared",
        "possible",
        r"warn(?:s|ed|ing)? (?:of|[A-Z]\w{1,20} of)"
        r"|(?:risk|fears?|hopes?|possibility|likelihood) (?:of|for|that)",
    ),
    _cue(
        "may",
        "possible",
        rf"(?:(?-i:may)|might|could(?! not\b)){ADVERBS}(?=,|{EVENT})(?! (?:{SENSES})\b)",
        "may",
        "might",
        "could",
    ),
    _cue("condition", "uncommitted", r"as soon as(?! possible)|unless", "soon", "unless"),
    _cue(
        "condition",
        "uncommitted",
        r"if(?: and when)?(?= (?:(?!(?:had|were|was|did)\b)[^\s,;]{1,30} ){1,4}?"
        r"(?:is|are|does|do|doesn[’']t|don[’']t|has|have|(?:fail|win|lose|come|agree|refuse|continue|take|make|get|go)e?s?)\b)",
        "if",
    ),
    _cue(
        "soon",
        "probable",
        r"on the cards|in the offing|on the horizon|in the pipeline|imminent|in the works"
        r"|on (?:track|course) (?:to|for)|on the (?:verge|brink|eve) of|(?:headed|poised|bound) for",
    ),
    _cue(
        "coming",
        "certain",
        rf"upcoming|forthcoming|impending|(?:the|an?|its|their) (?:planned|proposed|expected|scheduled"
        rf"|anticipated|eventual)(?= [a-z])"
        rf"|(?:looming|the next) (?:{HOLDING})",
    ),
    _cue(
        "time", "certain", rf"(?<!the\s)next (?:{PERIOD}|{WEEKDAY}|{MONTH})|tomorrow|later this (?:week|month|year)"
    ),
    _cue(
        "time", "certain", rf"(?:in|within|over) the (?:coming|next|near)(?: \w{{1,10}}){{0,2}} (?:{PERIOD}|future)"
    ),
    _cue(
        "time",
        "certain",
        r"within (?:days|weeks|months|hours)(?! (?:or \w{1,10} )?of)"
        r"|(?<!too\s)(?<!so\s)(?<!how\s)soon(?! (?:after|as|before|[a-z]{3,12}ed\b|was|were|had|became))"
        r"|later today|(?:days|weeks|months|years|decades) (?:to come|ahead)"
        r"|in (?:the )?(?:near |foreseeable |immediate )?future",
    ),
    _cue(
        "deadline",
        "certain",
        r"(?:by|no later than) "
        rf"(?:the end of|year[’']?s?[- ]end|mid-|(?:early|late)(?! last\b)|next|tomorrow|20\d\d|{WEEKDAY}|{DAY})",
    ),
)
# An infinitive is a cue in a headline only: elsewhere it tells as often of what was done.
HEADLINE_CUE = Cue("headline", "certain", re.compile(r"\bto\b"))
