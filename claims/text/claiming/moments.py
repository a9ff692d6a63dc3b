"""When a claim says that something happens: its window, and its days written out."""

import re
from collections.abc import Sequence
from datetime import date

from claims.text.claiming.suggestion import ClaimWindow
from claims.text.claiming.units import Unit
from claims.text.time.expression import TimeExpression

_NOT_WHEN = ("PRESENT_REF", "PAST_REF")
# "since the Taliban took Kabul on August 15": that is when something else happened.
_OTHER_CLAUSE = re.compile(
    r"\b(?:since|after|before|when|while|until|because|which|who|whose|where|if|than)\s(?:[^\s,]{1,30}\s){2,14}\Z",
    re.IGNORECASE,
)
_SINCE_ALONE = re.compile(r"\bsince\s(?:the\s)?\Z", re.IGNORECASE)
_OF_A_THING = re.compile(
    r"\b(?:takeover|attack|signing|election|war|deal|attacks|coup) (?:of|on|in)\s\Z", re.IGNORECASE
)
# "From 2005 levels": a year that something is measured by.
_COMPARED = re.compile(r"(?:[’']s)?\s(?:levels?|prices|figures?|dollars|totals?)\b", re.IGNORECASE)
_STILL_TO_COME = re.compile(r"\b(?:coming|next|within)\b", re.IGNORECASE)
_AHEAD = re.compile(r"\b(?:within|in|over)\s(?:the\s)?\Z", re.IGNORECASE)
_DAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|tomorrow|yesterday", re.IGNORECASE)
_AFTER_PREPOSITION = re.compile(
    r"\b(?:for|by|from|until|till|since|of|to|before|after|and|between|through|dated|as (?:soon|early|late) as)\s\Z",
    re.IGNORECASE,
)
# "Tuesday primary": the day tells which one it is.
_BEFORE_NOUN = re.compile(
    r"\sas\s|\s(?:primary|elections?|debate|speech|meeting|interview|vote|event|conference|summit|talks|attacks?|rally"
    r"|match|game|statement|report|deadline|session|hearing|visit|strike)\b"
)
_WHEN = re.compile(r"\b(?:in|on|since|during|from|by|until)\s(?:the\s|early\s|mid-|late\s)?\Z", re.IGNORECASE)
# "A tomorrow that is ours": no day of the calendar.
_ANY_DAY = re.compile(r"\b(?:an?|another|every|each|any|no|our|their)\s\Z", re.IGNORECASE)
_VAGUE = re.compile(
    r"(?<!\bas)(?<!\btoo)(?<!\bhow)\s(?:(?:very\s|any\s?time\s)?soon|in\sthe\s(?:coming|next\sfew)\s(?:days|weeks|months))(?!\s(?:as|after)\b)(?=\Z|[\s,])"
)
_NEAR = 160
# "November 11 to 13 December": how far off the other end of a stretch may stand.
_BESIDE = 30


def window_of(
    text: str, unit: Unit, times: Sequence[TimeExpression], *, foretold: bool, published_on: date | None
) -> ClaimWindow | None:
    """Return when the claim says that something happens, None where it does not.

    Of a foretold event only words that look ahead will do; the first with edges wins over the first without.
    """
    told = [one for one in times if _is_within(one, unit) and _says_when(text, one, unit)]
    if foretold:
        told = [one for one in told if _looks_ahead(text, one, published_on)]
    else:
        told = [one for one in told if one.window and one.type != "DURATION"]
    chosen = min(told, key=lambda one: (one.window is None, one.type == "TIME"), default=None)
    if chosen is None:
        return None
    edges = chosen.window
    return ClaimWindow(
        edges.earliest if edges else None,
        edges.latest if edges else None,
        " ".join(_words_of(text, chosen, told).split()),
        chosen.value,
    )


def with_days_dated(words: str, unit: Unit, times: Sequence[TimeExpression]) -> str:
    """Return `words` with "on Thursday" as "on 11 November 2021".

    A statement is read far from its article, where nobody knows which Thursday was meant.
    """
    for one in times:
        if _DAY.fullmatch(one.text) and not one.text.isupper() and _is_within(one, unit):
            words = _dated(words, one)
    return words


def without_vague_times(words: str) -> str:
    """Return `words` without "soon" and "in the coming days", which no date can replace.

    >>> without_vague_times("Muttaqi will visit it soon"), without_vague_times("He will do it as soon as he can")
    ('Muttaqi will visit it', 'He will do it as soon as he can')
    """
    return _VAGUE.sub("", words)


def is_long_ago(
    text: str, unit: Unit, times: Sequence[TimeExpression], published_on: date | None
) -> TimeExpression | None:
    """Return the words for when it happened, where that ended most of a year before the publication day.

    None where any day of the claim is nearer: "charged on Monday with the 1995 shooting" is of Monday.
    """
    if published_on is None:
        return None
    told = [one for one in times if _is_within(one, unit) and one.window and one.window.latest]
    old = [one for one in told if one.window and one.window.latest and (published_on - one.window.latest).days > 300]
    if not old or len(old) < len(told):
        return None
    return next((one for one in old if _says_when(text, one, unit) and _is_adverbial(text, one)), None)


def first_day_ahead(
    text: str, unit: Unit, times: Sequence[TimeExpression], published_on: date
) -> TimeExpression | None:
    """Return the words for when the claim's own event is, where that begins after the publication day."""
    told = (one for one in times if _is_within(one, unit) and one.type == "DATE" and _says_when(text, one, unit))
    return next(
        (one for one in told if one.window and one.window.earliest and one.window.earliest > published_on), None
    )


def _words_of(text: str, chosen: TimeExpression, told: Sequence[TimeExpression]) -> str:
    """The words of `chosen`; up to its other end where it is one end of a stretch of days."""
    others = [one for one in told if one.window == chosen.window and one.value != chosen.value]
    ends = [one.span.end for one in others if 0 < one.span.end - chosen.span.end <= _BESIDE]
    end = min(ends, default=chosen.span.end) if chosen.window else chosen.span.end
    return text[chosen.span.start : end]


def _dated(words: str, one: TimeExpression) -> str:
    """`words` with the day written out; as they are where it is not one, or said more than once."""
    try:
        day = date.fromisoformat(one.value)
    except ValueError:
        return words
    found = list(re.finditer(rf"(?:\b[Oo]n\s)?\b{re.escape(one.text)}\b(?![’'\w])", words))
    if len(found) != 1:
        return words
    before, after = words[: found[0].start()], words[found[0].end() :]
    # ”Today” may be what something is called.
    if before.endswith(("“", "”", '"', "‘", "'")) or (_ANY_DAY.search(before) and not _BEFORE_NOUN.match(after)):
        return words
    is_noun = _AFTER_PREPOSITION.search(before) or _BEFORE_NOUN.match(after)
    on = "" if is_noun else "on " if before else "On "
    return f"{before}{on}{day.day} {day:%B} {day.year}{after}"


def _is_name(text: str, one: TimeExpression) -> bool:
    """ "USA TODAY"."""
    return (
        one.text.isupper()
        and one.text.isalpha()
        and not text[max(one.span.start - 40, 0) : one.span.end + 40].isupper()
    )


def _is_within(one: TimeExpression, unit: Unit) -> bool:
    return any(piece.contains(one.span) for piece in unit.pieces)


def _is_adverbial(text: str, one: TimeExpression) -> bool:
    """ "in 1961", not "the 1961 invasion"."""
    return _WHEN.search(text[max(one.span.start - 20, 0) : one.span.start]) is not None


def _says_when(text: str, one: TimeExpression, unit: Unit) -> bool:
    """Whether the words say when the claim's own event is, and not another that it mentions."""
    if one.type == "SET" or one.value in _NOT_WHEN or _is_name(text, one):
        return False
    if _COMPARED.match(text, one.span.end):
        return False
    start = max(next(piece.start for piece in unit.pieces if piece.contains(one.span)), one.span.start - _NEAR)
    before = text[start : one.span.start]
    return not (_OTHER_CLAUSE.search(before) or _SINCE_ALONE.search(before) or _OF_A_THING.search(before))


def _looks_ahead(text: str, one: TimeExpression, published_on: date | None) -> bool:
    if one.window:
        # What was foretold on an earlier day may be over by the day of publication.
        uttered_before = "uttered on" in one.reason
        return uttered_before or not published_on or not one.window.latest or one.window.latest >= published_on
    if one.type == "DURATION":
        before = text[max(one.span.start - 20, 0) : one.span.start]
        return _AHEAD.search(before) is not None or _STILL_TO_COME.search(one.text) is not None
    return one.text.casefold() != "future"
