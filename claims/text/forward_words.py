"""Words that speak of what is still to come, as parts of patterns; a space stands for any white space."""

_ADVERB = (
    "(?:not|also|now|then|still|never|soon|almost|first|only|even|just|again|yet|(?!(?:un)?likely)[a-z]{2,12}ly)"
)
ADVERBS = rf"(?: {_ADVERB}){{0,2}}"
BE = "(?:(?:is|are|was|were)n[’']t|is|are|am|was|were|be|been|being|[’'](?:s|re|m))"
# What follows must be able to be a verb: "Pakistan will one of" and "to the Taliban" are no futures.
_NO_VERB = (
    "the a an this that these those his her their its our my your one all both some any each every no more most and "
    "or but of in on at for from to by with about as than much many which who whom what when where three two nearly "
    "me you him us them"
).split()
VERB = rf"(?= (?!(?:{'|'.join(_NO_VERB)})\b)(?-i:[a-z]))"
# For what may be a state as well as an event: "the tomb may contain", "they might be related".
_STATE = r"have|contain|mean|seem|know|explain|not|does|be (?:related|linked|involved)|be(?! able| [a-z]{2,20}ed\b)"
EVENT = rf"(?= (?!(?:{'|'.join(_NO_VERB)}|{_STATE})\b)(?-i:[a-z]))"
MONTH = (
    r"(?:jan(?:uary|\.)|feb(?:ruary|\.)|march|apr(?:il|\.)|may|june?|july?|aug(?:ust|\.)|sept?(?:ember|\.)"
    r"|oct(?:ober|\.)|nov(?:ember|\.)|dec(?:ember|\.))"
)
DAY = rf"(?:\d{{1,2}}(?:st|nd|rd|th)? )?{MONTH}(?: \d{{1,2}}\b)?"
WEEKDAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"
PERIOD = "(?:weeks?|months?|years?|days?|decades?|summer|winter|spring|autumn|fall)"
HOLDING = (
    "meeting|visit|trip|talks|summit|session|conference|election|vote|referendum|hearing|trial|round|launch"
    "|step|phase|stage|president|government|generation"
)

LIKELY = "expected|likely|unlikely|planned|poised|anticipated|projected|forecast|predicted|tipped|supposed"
WISHED = "hoping|planning|preparing|aiming|seeking|looking|ready|prepared|willing|eager|keen|determined"
WISHES = (
    "plan(?:s|ned|ning)?|intend(?:s|ed|ing)?|hop(?:es?|ed|ing)|wants?|wanted|seek(?:s|ing)?|sought|aim(?:s|ed|ing)?"
    "|expect(?:s|ed|ing)?|promis(?:es?|ed|ing)|vow(?:s|ed|ing)?|pledg(?:es?|ed|ing)|threaten(?:s|ed|ing)?"
    "|agree(?:s|d|ing)?|decid(?:es?|ed|ing)|offer(?:s|ed|ing)?|prepar(?:es?|ed|ing)|refus(?:es?|ing)"
    "|look(?:s|ed|ing)? forward|eager|ready|keen|determined|push(?:es|ed|ing)?(?: hard)?"
)
REQUESTS = (
    "urg(?:es?|ed|ing)|ask(?:s|ed|ing)?|order(?:s|ed|ing)?|call(?:s|ed|ing)? (?:on|for)|instruct(?:s|ed|ing)?"
    "|invit(?:es?|ed|ing)|persuad(?:es?|ing)|forcing|wants?|appeal(?:s|ed|ing)? (?:to|for)"
)

NO_AUXILIARY = "".join(rf"(?<!\b{word}\s)" for word in ("at", "good", "free", "the", "his", "her", "their", "of"))
SEEMING = "".join(
    rf"(?<!{word}\s)" for word in ("appear", "appears", "said", "seem", "seems", "believed", "thought", "known")
)
CLAUSE = r"(?:\S{1,30} ){1,6}?"
# What somebody holds, or is given, so that something may be done; each is followed by "to" and a verb.
HELD = (
    "plans?|intention|proposals?|commitment|readiness|willingness|bid|efforts?|campaign|mission|agreements?|deals?|"
    "offers?|promises?|pledges?|vows?|threats?|pressure|deadline|requests?|appeals?|"
    "invitation|orders|permission|approval|pact|accord|vote|determination"
)
# "A threat to laborers", "their commitment to neutrality": what follows is no verb.
NOUN = r"[a-z]{2,15}(?:ity|ness|ism|ers|cies|ships?)\b"
# "The talks open on Monday", "she is leaving on Friday": the present tense of what is fixed.
FIXED = (
    "begins|starts|kicks off|opens|ends|closes|expires|resumes|arrives|leaves|departs|returns|meets|votes"
    "|takes (?:place|effect|office)|(?:goes|heads) (?:on trial|on sale|to the polls)|retires|steps down|lifts off"
    "|(?<=s\\s)(?:begin|start|resume|open|meet|take place|take effect|go on sale|(?:go|head) to the polls)"
    "|(?:is|are|am|[’'](?:re|m)) "
    "(?:leaving|arriving|returning|visiting|travell?ing|flying|heading|meeting|hosting|holding|opening|beginning"
    "|starting|voting|speaking)"
)
ON_A_DAY = rf"(?:[^\s,;:]{{1,20}} ){{0,3}}?(?:on )?(?:{WEEKDAY}|{DAY})(?![’'])"

# "I want to be clear": that is being said, not foretold.
SAYING = r"(?:be (?:[a-z]{2,12}ly |very )?clear|say|know|thank|stress|emphasi[sz]e|tell|hear|ask|point out)\b"
WILL = ("will", "shall", "'ll", "’ll")
DAYS = "day jan feb mar apr may jun jul aug sep oct nov dec".split()
# "Would not comment": said of what was asked, "could hear": of what was so.
SILENT = "(?:not )?(?:immediately )?(?:comment|elaborate|say|discuss|disclose|specify|identify|speculate)"
SENSES = "hear|see|feel|smell|afford|understand|remember|tell|say|imagine|be (?:heard|seen|felt)"
