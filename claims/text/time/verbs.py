"""Verbs, and what stands for them, that tell where a clause points: what `SIGNAL` finds is named by its group."""

import re

# "Could have won" is told of the past.
_MODAL = (
    r"(?:(?:will|shall|[’']ll|won[’']t)\b"
    r"|(?:would|can|could|(?-i:may)|might|must|should|ought)\b(?!(?:\snot)?\shave\b(?!\sto\b)))"
)
# With the verb itself: "could hit" is no past, nor is "will be taken".
_AFTER_MODAL = r"(?:\s(?:not|also|be|have|been|now|[a-z]{2,12}ly)\b){0,4}(?:\s(?:that\b)?(?-i:[a-z]{2,20})\b)?"
_BE = r"(?:am|is|are|was|were|be|been|being|[’'](?:s|re|m))"
_PLANNED = (
    "expected|scheduled|due|set|planned|forecast|tipped|(?:un)?likely(?!\\s(?:the|an?|his|her|its|their|because|one|that)\\b)|slated|poised|supposed|about(?=\\sto\\b)|going|bound|meant|believed|"
    "hoping|planning|preparing|looking|certain|sure|ready"
)
_WISHES = "plans?|intends?|hopes?|wants?|aims?|expects?|needs?|has|have|looks? forward|vows?|pledges?|promises?"
# What is fixed to a day is told in the present: "the talks resume Thursday".
_IS_FIXED = (
    r"(?:begins|starts|resumes|continues(?!\sto\b)|departs|arrives|leaves|returns|meets|travels|flies|opens|closes|ends|concludes|convenes"
    r"|reconvenes|votes|hosts|kicks\soff|gets\sunder\sway|airs|debuts|premieres|runs|lasts|resume|reconvene|convene"
    r"|faces|holds\s(?:an?|its|his|her|their|talks|elections)|(?:goes|heads)\s(?:back|before|for|into|to)|plans\s(?:an?|the|his|her|its|their))"
)
_ARE_FIXED = (
    "(?:begin|start|resume|open|meet|vote|convene|reconvene|end|close(?!\\sto\\b)"
    r"|go\son\s(?:sale|trial|strike)|take\s(?:place|effect))"
)
# "Germany face Scotland on Friday": a fixture, as the British tell it.
_FIXTURE = (
    r"(?-i:[A-Z][a-z]{1,20})\s(?:face|play|host|visit|meet|welcome|entertain|take\son|travel\sto|kick\soff\sagainst)"
    r"\s(?:the\s)?(?-i:[A-Z])"
)
# "The talks end", not "his vote", "Iran's end", "is open".
_PLURAL = r"(?<=s\s)(?<![’']s\s)(?<!is\s)(?<!was\s)(?<!has\s)(?<!its\s)(?<!as\s)"
_IRREGULAR = """
    said told came went took made met began left held found saw got gave won lost rose fell led paid sent set wrote
    spoke struck shot brought broke built bought sold chose drew drove felt flew fought grew heard kept knew laid lay
    put quit ran read sat shook showed shut spent stood swore swept taught thought threw understood woke wore withdrew
    became cut hit hurt cost slid sank stole sought shrank rang sprang dealt caught hung bore bred fled forgot froze
    overcame overtook slept split spread stuck tore wound beat was were had did has have
    withdrawn taken given seen shown written driven drawn broken chosen spoken stolen thrown sworn begun grown fallen
    beaten hidden overthrown gone done sunk born known cast broadcast bid shed rode lent lit fed dug clung crept spun
    stung swung wept undertook underwent upheld withstood mistook overheard leapt knelt forbade
""".split()
_FUTURE = "|".join(
    [
        _MODAL + _AFTER_MODAL,
        rf"[’']d\s(?:not\s)?(?!(?:not|been|better|{'|'.join(_IRREGULAR)}|[a-z]{{2,20}}ed)\b)(?-i:[a-z]{{2,20}})\b",
        rf"{_BE}\s(?:(?!to\b|not\b)[a-z]{{2,12}}\s|not\s)?(?:{_PLANNED})\b",
        rf"{_BE}\s(?:(?:not|also|now|then|still|later|first)\s)?to\b(?:\sbe\s[a-z]{{3,20}}\b)?",
        rf"(?<!\byou\s)(?:{_WISHES})\sto\b",
        r"(?:scheduled|planned|slated|due|forecast|predicted|booked|timed|tipped)\s(?:for|to|on|in|at|by)\b|set\s(?:for|to)\b",
        r"to\sbe\s[a-z]{3,20}",
        r"upcoming|looming|forthcoming|impending|approaching|let[’']s|payable|deadline|expires?\b|await(?:s|ed|ing)?",
        r"(?:planned|scheduled|set|called|fixed|convened|summoned|announced|declared)\s(?:an?|the|his|her|its|their)"
        r"\s(?:[a-z-]{1,15}\s){1,3}for\b",
        r"(?:expect|anticipate|forecast)s?\s(?:an?|the|more|no|further|some|heavy)\s",
        rf"(?:{_IS_FIXED}|takes\s(?:place|effect|office)|goes\son\s(?:sale|trial|strike|show))\b",
        r"(?<!\bto\s)(?:meet|begin|resume|reconvene|convene)\s(?:[a-z]{3,12}ly\s|again\s)?(?:on\s)?\Z",
        rf"{_PLURAL}{_ARE_FIXED}\b|(?:which|who|that)\s{_ARE_FIXED}\b",
        _FIXTURE,
        r"(?:was|were)\s(?:leaving|arriving|returning|flying|travell?ing|heading)\b",
        r"(?:if|unless)\s[a-z]{2,20}ed\b",
        r"(?:expected|likely|determined|poised)\sto\b",
        r"(?:expects?|wants?|urges?)\s(?:[\w’'.-]{1,20}\s){1,4}?to\s(?-i:[a-z]{2,20})\b",
        r"(?:go|goes|head|heads)\sto\sthe\spolls\b|(?:have|has)\suntil\b",
        r"(?:is|are|am|[’']re|[’']m)\s(?!(?:being|having|according|including|continuing|trying|hailing|praising|condemning|criticising|criticizing"
        r"|blaming|mourning|celebrating|investigating|denying|insisting|responding|reacting|coming\soff|reeling|recovering)\b)[a-z]{2,14}ing\b",
    ]
)
_NOT_PAST = (
    "need indeed embed speed feed seed exceed proceed succeed hundred sacred red bed united armed allied unspecified "
    "unidentified unnamed undisclosed unprecedented unresolved unlimited unexpected"
).split()
# "A contested convention": what stands before a noun tells nothing.
_NO_ADJECTIVE = r"(?<!-)(?<!\ba\s)(?<!\ban\s)(?<!\bthe\s)(?<!\bits\s)(?<!\bhis\s)(?<!\btheir\s)"
# How a sentence begins that goes on with what was said.
_SPEAKING = r"(?-i:Speaking|Writing|Appearing|Testifying|Asked|Addressing)"
_PAST = (
    rf"(?<!\bto\s)(?<!\bget\s)(?<!\bgetting\s)(?:{'|'.join(_IRREGULAR)})(?:n[’']t)?\b|didn[’']t\b|{_NO_ADJECTIVE}(?!(?:{'|'.join(_NOT_PAST)})\b)[a-z]{{2,20}}ed\b"
    rf"|after\s[a-z]{{2,18}}ing\b|{_SPEAKING}\b"
)
_PRESENT = r"(?:is|are|am|does|do|says?)\b"
# "Could not be reached Monday": that was tried.
_TRIED = (
    r"could\sbe\s(?:reached|located)\b|(?:could|would)(?:\snot|n[’']t)\s(?:immediately\s)?(?:be\s(?:reached|independently\sverified|verified|confirmed)"
    r"|comment|say|confirm|discuss|elaborate|provide|disclose|specify)\b"
)
# "He had been due to appear Wednesday": it did not come to that.
_HAD_BEEN_DUE = (
    r"had\s(?:originally\s|first\s)?been\s(?:due|expected|scheduled|set|planned|supposed|slated)"
    r"(?:\s(?:to\s[a-z]{2,20}|for))?\b"
)
# "If a Republican is elected": not yet.
_IF = (
    r"(?:if|unless)\s(?:\S{1,20}\s){1,5}?(?:(?:is|are)\s(?:not\s)?(?:[a-z]{2,20}ed|lost|won|held|taken|found|made|met"
    r"|broken|sent|cut|hit|sold|bought|beaten|struck|given|kept|put|shot|built|chosen|sworn)"
    r"|(?:is|are)(?=\s(?:at|in|on|still|not|the|an?)\b)|wins?|loses?|fails?|becomes?|gets?|takes|do(?:es)?(?:\snot|n[’']t))\b"
)
# "They agreed Monday to meet Thursday": what follows is to come, but they have agreed.
_WORD_GIVEN = (
    r"(?:agreed|vowed|pledged|promised|decided|intended|hoped|threatened)(?:\s(?:on\s)?[a-z]{3,6}day)?\sto\b"
)
# "He was set to speak Friday": written before it, or after.
_WAS_TO = (
    r"(?:was|were)\s(?:(?:[a-z]{2,12}ly\s|also\s)?(?:expected|scheduled|due|set|slated|supposed)(?:\sto\b|(?=\s(?:for|on|in|at)\b))"
    r"|to\b)(?:\sbe\b|\shave\b)?(?:\s(?-i:[a-z]{2,20})\b)?"
    r"|(?:planned|scheduled)\s(?:an?|another|more)\b"
    r"|(?:was|were)\s(?:planning|going|hoping|preparing)\sto\s(?-i:[a-z]{2,20})\b"
)
SIGNAL = re.compile(
    rf"\b(?:(?P<given>{_WORD_GIVEN})|(?P<either>{_WAS_TO})|(?P<tried>{_TRIED}|{_HAD_BEEN_DUE})|(?P<future>{_IF}|{_FUTURE})|(?P<past>{_PAST})|(?P<present>{_PRESENT}))",
    re.IGNORECASE,
)
