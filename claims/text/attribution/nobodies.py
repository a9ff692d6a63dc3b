"""Words that were taken for a speaker and name nobody, or more than whoever speaks."""

import re

from claims.text.attribution.verbs import read_verb

# "U.S. officials, however": what the sentence put in between; "a survey, 70": where the next number begins.
_AFTER = re.compile(
    r",\s(?:however|meanwhile|though|too|also|first|second|then|still|again|and|but|instead|in\s(?:turn|particular|fact)|on\sthe\sother\shand|for\s(?:instance|example|one|now|(?:his|her|its|their)\spart)|\d[\d,.]*)\Z"
)
_BRACKET_BEFORE, _BRACKET_AFTER = re.compile(r"\A[(\[]\s?"), re.compile(r"\s?[(\[]\Z")
# "Chief of | Staff Ann Lee": the end of an office.
_END_OF_OFFICE = re.compile(r"\A(?:Staff|State|Affairs|Defense|Defence)\s(?=[A-Z][a-z]+\s[A-Z])")
_NUMBER = (
    r"(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fifteen|twenty|thirty|forty|fifty"
    r"|sixty|seventy|eighty|ninety|(?:a\s)?half|a\sthird|a\squarter|(?:two|three|four)-(?:thirds|fourths|fifths|quarters))"
)
_COUNT = re.compile(
    rf"(?:(?:only|just|about|some|nearly|almost|another|around|roughly)\s)?{_NUMBER}(?:\s?%|\sper\s?cent)?"
    rf"(?:\s(?:in|out\sof|of)(?:\severy)?\s{_NUMBER})?(?:\s(?:years?|months?|weeks?|days?|hours?|minutes?)(?:\s(?:ago|later|earlier))?)?",
    re.IGNORECASE,
)
_CUT_NUMBER = re.compile(r"000\s|\d+(?:AM|PM)")
_SPEECH = re.compile(r"[“\"].*[,.!?”\"]\Z", re.DOTALL)
# Words that stand for nobody where a speaker ends in them: of grammar, of degree, of time, and verbs.
_NO_HEADS = frozenset(
    """
    a an the and or but of for to in at by with who which that whose than quite never also just then there here very
    too not no yes well now ever nothing something everything whatever off on up out so only much most more less
    like likely particularly nonetheless virtually simply throughout below above nearly
    available better best easier harder new little complete worth other same past recent top real initial
    local nice multiple strong political presidential economic bipartisan
    day days hours weeks today tonight times election
    get gets got run runs go goes went came began asked published avoided pays puts remember require resist stop takes
    means mean writing citing looks look consider revealed interviewed
    """.split()
)
_NAMES_IN_ED = ("hammed", "ahmed", "hamed", "saeed", "fred", "waleed", "khaled", "rashed")
_NAMES_TOO = ("times", "today", "best", "nice", "line", "day")
_PLACES_OF_A_SENATOR = re.compile(r"[DRI]-[A-Z][A-Za-z.]{0,7}")
_OPENS_NO_NOUN = frozenset("out off along up away please to not despite about become come need needs".split())
_FOLLOWS_VERB = (
    r"\s(?:the|an?|his|her|its|their|my|our|some|to|in|on|at|for|from|with|by|off|out|up|home|back|over|that|it)\b"
)
_VERB_FIRST = re.compile(rf"(?!polling\b|reporting\b)(?P<verb>[a-z]{{3,20}}){_FOLLOWS_VERB}")
_WITHIN = re.compile(r"\s(?:also|never|n[’']t|will|would|goes|ends|says)\s")
_RELATIVE = re.compile(r",?\s(?:who|which|that|whose|whom)\b")
_OWNER = re.compile(r"[a-z].*[’']s?\Z", re.DOTALL)


def speaker_words(words: str) -> str:
    """Return `words` for a speaker without what is not of them; "" where they can name nobody.

    >>> speaker_words("U.S. officials, however"), speaker_words("two in three"), speaker_words("goes")
    ('U.S. officials', '', '')
    """
    own = _BRACKET_AFTER.sub("", _AFTER.sub("", _BRACKET_BEFORE.sub("", words))).rstrip(" ,")
    own = _END_OF_OFFICE.sub("", own)
    return "" if _names_nobody(own) else own


def _names_nobody(words: str) -> bool:
    if not words or _COUNT.fullmatch(words) or _CUT_NUMBER.match(words) or _SPEECH.fullmatch(words):
        return True
    if _PLACES_OF_A_SENATOR.fullmatch(words) or _OWNER.fullmatch(words):
        return True
    head = _RELATIVE.split(words, maxsplit=1)[0].split()
    if not head or head[0] in _OPENS_NO_NOUN or _is_no_head(head[-1], alone=len(head) == 1):
        return True
    if _WITHIN.search(" ".join(head)):
        return True
    found = _VERB_FIRST.match(words)
    return found is not None and _is_verb(found["verb"])


def _is_no_head(word: str, *, alone: bool) -> bool:
    """ "Most", "goes"; with a capital only where nothing stands before it: "The Times", "USA TODAY"."""
    low = word.casefold()
    if alone and len(low) > 5 and low.endswith("ed") and not low.endswith(_NAMES_IN_ED):
        return True
    return low in _NO_HEADS and (word.islower() or (alone and low not in _NAMES_TOO))


def _is_verb(word: str) -> bool:
    """ "Thanking the crowd", "appeared in": not "reports in the press"."""
    reading = read_verb(word)
    return word.endswith("ing") or word.endswith("ed") or (reading is not None and reading[1] in ("base", "past"))
