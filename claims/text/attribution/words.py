"""Small words of English that show where a subject ends, a clause begins, a noun stands."""

import calendar

from claims.text.attribution.tokens import Token

AUXILIARIES = frozenset(
    """
    has have had having is are was were be been being am will would can could may might must shall should do does
    did done won't wouldn't can't cannot couldn't shouldn't don't doesn't didn't hasn't haven't hadn't isn't aren't
    wasn't weren't ain't
    """.split()
)
MODALS = frozenset(
    """
    will would can could may might must shall should do does did won't wouldn't can't cannot couldn't shouldn't
    don't doesn't didn't
    """.split()
)
TO_BE = frozenset("is are was were be been being am isn't aren't wasn't weren't got get gets".split())
SUBJECTS = frozenset("i he she they we it you who".split())
HEARERS = frozenset(
    """
    him her them me us you himself herself themselves reporters supporters lawmakers journalists senators voters
    people viewers listeners readers delegates investigators prosecutors officials police jurors aides donors fans
    attendees congress parliament friends colleagues everyone newsmen
    """.split()
)
POSSESSIVES = frozenset("his her their its my our your whose".split())
DETERMINERS = frozenset("the a an this that these those no any every each".split()) | POSSESSIVES - {"whose"}
OTHER_PRONOUNS = frozenset(
    """
    this that these those some many most several others one both all none another everyone everybody someone
    nobody few
    """.split()
)
PREPOSITIONS = frozenset(
    """
    of in on at by for with from to about against after before during through over under between among into since
    without within despite via amid around behind near outside inside until upon toward towards across following
    """.split()
)
SUBORDINATORS = frozenset(
    """
    that which who whom whose because while when where if as although though whereas unless whether until since than
    after before why how what so
    """.split()
)
CONJUNCTIONS = frozenset("and but or nor yet so plus".split())
DAYS = frozenset(day.lower() for day in calendar.day_name) | frozenset(
    "yesterday today tonight tomorrow recently earlier later".split()
)
MONTHS = frozenset(month.lower() for month in (*calendar.month_name, *calendar.month_abbr) if month)
TIMES = frozenset("day week month year night morning afternoon evening weekend time hour".split())
QUESTION_WORDS = frozenset("whether how why what if who when where which".split())

_ADVERBS = frozenset(
    """
    also then later once often again just still even both never not now always sometimes soon already ever twice
    further instead too perhaps however meanwhile thus yet first long since rather almost itself himself herself
    themselves all repeatedly previously ahead thereafter afterward afterwards
    """.split()
)
_NO_ADVERBS = frozenset("family ally assembly reply rally july supply only early daily weekly fly rely".split())


def is_adverb(token: Token) -> bool:
    """Whether the word may stand between subject and verb without being either."""
    if not token.is_word:
        return False
    if token.low in _ADVERBS:
        return True
    return token.low.endswith("ly") and not token.capital and token.low not in _NO_ADVERBS


def is_subject_pronoun(token: Token) -> bool:
    """Whether the word is a subject by itself, an auxiliary drawn into it or not: "he", "they've"."""
    return token.is_word and token.low.partition("'")[0] in SUBJECTS


def is_mark(token: Token, marks: str) -> bool:
    """Whether the token is one of these punctuation marks; two hyphens are a dash."""
    return token.kind == "mark" and ("—" if token.low == "--" else token.low) in marks
