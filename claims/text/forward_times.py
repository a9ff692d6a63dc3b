"""The words for when something is still to come: "next week", "soon", "by Friday", "upcoming"."""

from claims.text.forward_cues import Cue, cue
from claims.text.forward_words import DAY, HOLDING, MONTH, PERIOD, WEEKDAY

TIME_CUES: tuple[Cue, ...] = (
    cue(
        "soon",
        "probable",
        r"on the cards|in the offing|on the horizon|in the pipeline|imminent|in the works|loom(?:s|ing)?"
        r"|on (?:track|course) (?:to|for)|gear(?:s|ed|ing) up (?:to|for)|(?:bent|intent) on|in line (?:to|for)"
        r"|up for (?:re-?election|an? vote|sale|review)|on the (?:verge|brink|eve) of|(?:headed|poised|bound) for",
    ),
    cue(
        "coming",
        "certain",
        rf"upcoming|forthcoming|impending|(?:the|an?|its|their) (?-i:planned|proposed|expected|scheduled"
        rf"|anticipated|eventual)(?= [a-z])"
        rf"|(?:looming|the next) (?:{HOLDING})",
    ),
    cue(
        "time",
        "certain",
        rf"(?<!the\s)next (?:{PERIOD}|{WEEKDAY}|{MONTH})|tomorrow|later this {PERIOD}"
        rf"|later in (?:the|this) {PERIOD}|(?:the|this) coming {PERIOD}|from now(?! on)",
    ),
    cue("time", "certain", rf"(?:in|within|over) the (?:coming|next|near)(?: \w{{1,10}}){{0,2}} (?:{PERIOD}|future)"),
    cue(
        "time",
        "certain",
        r"within (?:days|weeks|months|hours)(?! (?:or \w{1,10} )?of)"
        r"|(?<!too\s)(?<!so\s)(?<!how\s)soon(?! (?:after|as|before|[a-z]{3,12}ed\b|was|were|had|became))"
        r"|later today|(?:days|weeks|months|years|decades) (?:to come|ahead)"
        r"|in (?:the )?(?:near |foreseeable |immediate )?future",
    ),
    cue(
        "deadline",
        "certain",
        r"(?:by|no later than) "
        rf"(?:the end of|year[’']?s?[- ]end|mid-|(?:early|late)(?! last\b)|next|tomorrow|20\d\d|{WEEKDAY}|{DAY})",
    ),
)
