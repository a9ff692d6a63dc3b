"""Words that ask somebody to do something: "Imagine a town", "Support Ann Lee, who will …". They claim nothing."""

import re

from claims.text.claiming.opening_marks import MARKS

# Verbs that open a sentence as nouns seldom do, before what shows that they are verbs.
_VERBS = (
    "Let|Don[’']t|Imagine|Try|Tune|Listen|Get|Go|Tell|Ask|Bring|Give|Come|Make|Take|Keep|Put|Remember|Consider|See|Read"
    "|Join|Find|Forget|Enjoy|Send|Stay|Wait"
)
_AFTER_VERBS = (
    "the|an?|me|us|him|her|it|them|that|this|these|those|your?|my|our|his|their|to|in|on|at|up|out|for|some|all|more|how"
    "|what|why|if|going|back|over|with"
)
# "Support for it has grown", "Call centres are full": these are nouns as often.
_NOUNS_TOO = "Look|Watch|Support|Follow|Vote|Call|Check|Sign|Stop|Help|Visit|Share|Meet|Contact|Email|Write"
_AFTER_NOUNS_TOO = "the|me|us|him|her|it|them|this|these|your|my|our|his|their|@"
_ASKS = re.compile(
    rf"{MARKS}(?:(?:{_VERBS})\s(?=(?:{_AFTER_VERBS})\b)|(?:{_NOUNS_TOO})\s(?=(?:{_AFTER_NOUNS_TOO})\b)"
    r"|Do\snot\s|Let[’']s\s|Look\s(?:at|for)\s|(?:Check|Watch)\sout\b|Sign\sup\b)"
)
# Not "Support Group members".
_ASKS_FOR = re.compile(
    rf"{MARKS}(?:Support|Follow|Join|Contact|Email|Meet|Elect|Help)\s"
    r"(?:[A-Z][\w.’'-]{0,20}\s?){1,4}(?:,\swho\b|\son\s|\sat\s|\Z)"
)


def asks_for_something(words: str) -> bool:
    """Whether `words` begin as what asks a reader or hearer to do something.

    >>> asks_for_something("Support Ann Lee, who will win"), asks_for_something("Support for Ann Lee has grown")
    (True, False)
    """
    return _ASKS.match(words) is not None or _ASKS_FOR.match(words) is not None
