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
    LIKELY,
    NO_AUXILIARY,
    NOUN,
    ON_A_DAY,
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


def cue(kind: str, certainty: Certainty, pattern: str, *needs: str) -> Cue:
    """Return the cue of whole words in any case; a space in `pattern` is any white space."""
    words = re.compile(rf"\b(?:{pattern})(?!\w)".replace(" ", r"\s{1,3}"), re.IGNORECASE)
    return Cue(kind, certainty, words, needs)


CUES: tuple[Cue, ...] = (
    cue("will", "certain", rf"{NO_AUXILIARY}(?:will|shall|[’']ll){ADVERBS}(?=,|{VERB})(?! (?:{SILENT})\b)", *WILL),
    cue("will", "certain", rf"won[’']t{ADVERBS}(?! (?:{SILENT})\b)", "won"),
    cue("will", "uncommitted", r"(?<=who\s)will(?= (?-i:[A-Z]))|(?-i:Will)(?= \S[^?]{0,200}\?\Z)", "will"),
    cue(
        "planned",
        "certain",
        rf"{BE}{ADVERBS} (?:(?:scheduled|due|set|slated|bound|certain|sure|going|about) )?to"
        rf"(?! have (?:been|[a-z]{{2,15}}(?:ed|en))\b){VERB}",
    ),
    cue(
        "planned",
        "certain",
        r"(?:scheduled|slated|due|planned)(?: [a-z]{2,10})? (?:for|on|in|at|by|this|next)(?= )|set for(?= )"
        r"|expected (?:this|next|later)(?= )"
        r"|set (?:an?|the) [a-z]{3,15} for(?= )",
    ),
    cue("to be done", "certain", rf"{SEEMING}to be(?! named| identified)(?= [a-z]{{2,15}}(?:ed|en)\b)"),
    cue(
        "planned",
        "probable",
        r"(?:is|are|am|[’'](?:s|re|m)) (?:now )?(?:heading|headed|travell?ing|flying) (?:to|for)",
    ),
    cue("planned", "probable", r"plans(?= (?:an?|new|more|its|their|further|another|daily|weekly|talks)\b)"),
    cue("planned", "certain", rf"(?:{FIXED}) (?!cast\b|for\b|from\b|of\b){ON_A_DAY}|payable (?:on )?{DAY}", *DAYS),
    cue("expected", "probable", rf"{BE}{ADVERBS} (?:{LIKELY})(?<!was\ssupposed)(?<!were\ssupposed) (?:to|for){VERB}"),
    cue("expected", "probable", rf"(?:likely|unlikely|expected|set|scheduled|slated|poised) to{VERB}"),
    cue(
        "expected",
        "probable",
        r"(?:expects?|anticipates?|predicts?|forecasts?|foresees?)(?= (?!to\b)[a-z])"
        r"|projects(?= (?:an?|that|growth|sales|earnings|profits?|inflation)\b)|(?:is|are) (?:projected|forecast) at"
        r"|(?:hopes?|hoping)(?= (?:the|that|it|he|she|they|his|her|their|its|for|we|you)\b)"
        r"|(?:is|are) likely(?=[.,;])",
    ),
    cue(
        "expected",
        "probable",
        rf"{BE}{ADVERBS} (?:expected|planned|due|scheduled)"
        rf"(?=[.,;]| (?:next|later|soon|within|in|on|at|by (?:{DAY}|{WEEKDAY})))",
    ),
    cue(
        "would",
        "probable",
        rf"would(?:n[’']t)?{ADVERBS}(?! (?:have(?! to\b)|like|love|prefer|rather|often|always|usually|does|argue"
        rf"|suggest|seem|appear|explain|{SILENT})\b)(?=,|{VERB})",
        "would",
    ),
    cue(
        "intended",
        "possible",
        rf"(?<!\btheir\s)(?<!\bhis\s)(?<!\bher\s)(?:{WISHES})(?: not)? to(?! {SAYING}){VERB}",
    ),
    cue("intended", "possible", rf"{BE}{ADVERBS} (?:{WISHED}) to{VERB}"),
    cue(
        "ought",
        "uncommitted",
        rf"(?:must|should|ought to)(?:n[’']t)?{ADVERBS}{EVENT}",
        *("must", "should", "ought"),
    ),
    cue(
        "awaited",
        "possible",
        r"prepar(?:es?|ing|ations?) for|brac(?:es?|ed|ing) for|in the run-up to"
        rf"|ahead of(?= (?:the|an?|his|her|their|next|this|elections?|talks|{WEEKDAY}[’']s)\b)"
        r"|await(?:s|ing)?|pending|subject to (?:\w+ )?approval",
    ),
    cue(
        "intended",
        "possible",
        r"(?:has|have|with|no) plans? to|(?:has|have|with|any|no) intentions? of(?= [a-z]{2,15}ing\b)"
        r"|(?:has|have) (?:an?|the|no) (?:[a-z]{2,12} )?(?:chance|opportunity) (?:of|to)"
        r"|look(?:s|ed|ing)? forward to",
    ),
    cue(
        "asked for",
        "uncommitted",
        rf"(?<!\bto\s)(?:{REQUESTS}) (?:[^\s,;:]{{1,30}} ){{1,5}}?to(?! be (?:named|identified|quoted)\b){VERB}",
    ),
    cue("intended", "possible", rf"(?:{HELD}) to(?! {NOUN}){VERB}"),
    cue("asked for", "uncommitted", r"call(?:s|ed|ing)? for|propos(?:es|ing)|demand(?:s|ing)|demand(?:ed)? that"),
    cue("asked for", "uncommitted", r"wants?(?= (?:the|an?|its|his|her|their|all|more)\b)"),
    cue("sent for", "uncommitted", rf"(?:sen[dt]s?|sending|allocat(?:es?|ed)|deploy(?:s|ed)) {CLAUSE}to{VERB}"),
    cue(
        "considered",
        "possible",
        r"consider(?:s|ed|ing)? [a-z]{2,20}ing"
        r"|(?:considering|mulling|weighing|contemplating|preparing)(?= (?:an?|the|its|their|whether)\b)"
        r"|(?:mull|weigh)(?:s|ing)(?= (?!in\b)[a-z])"
        r"|(?<!is\s)(?<!er\s)(?<!ir\s)eyes(?= (?:an?|new|more|[a-z]{3,15}ing)\b)"
        r"|(?:is|are) (?:close to|nearing) (?:an?|the)|(?:counting|banking|betting) (?:on|that)"
        r"|(?:in|held|holding|open) talks to|running for|prospects? (?:of|for|that)|plans? for",
    ),
    cue(
        "feared",
        "possible",
        r"warn(?:s|ed|ing)? (?:of|[A-Z]\w{1,20} of)"
        r"|(?:is|are|be) (?:hoped|feared) that"
        r"|(?:hopeful|optimistic|confident)(?= (?:that|of|about|he|she|it|they|the)\b)"
        r"|fac(?:es?|ing) (?:trial|up to|a (?:maximum|possible)|life in|possible)"
        r"|(?:risk|fears?|hopes?|possibility|likelihood) (?:of|for|that)"
        r"|risks(?= (?:an?|losing|becoming|being|missing|further|new)\b)"
        r"|vows(?= (?:action|change|revenge|retaliation|more)\b)",
    ),
    cue(
        "may",
        "possible",
        rf"(?:(?-i:may)|might|could(?! not\b)){ADVERBS}(?=,|{EVENT})(?! (?:{SENSES})\b)",
        "may",
        "might",
        "could",
    ),
    cue(
        "condition",
        "uncommitted",
        r"as soon as(?! possible| \S{1,20} [a-z]{2,15}(?:ed|ame|ent|eft)\b)|unless",
        "soon",
        "unless",
    ),
    cue(
        "condition",
        "uncommitted",
        r"if(?: and when)?(?= (?:(?!(?:had|were|was|did)\b)[^\s,;]{1,30} ){1,4}?"
        r"(?:is|are|does|do|doesn[’']t|don[’']t|has|have|(?:fail|win|lose|come|agree|refuse|continue|take|make|get|go)e?s?)\b)",
        "if",
    ),
)
# An infinitive is a cue in a headline only: elsewhere it tells as often of what was done.
HEADLINE_CUE = Cue("headline", "certain", re.compile(r"\bto\b"))
