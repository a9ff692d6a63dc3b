"""What words foretell in earnest: not what was wished for, asked for or once planned, nor what hangs on another."""

import re
from collections.abc import Sequence
from datetime import date

from claims.text.claiming.moments import first_day_ahead
from claims.text.claiming.units import Unit
from claims.text.forward import Forward, forward_looking
from claims.text.time.direction import direction_at, has_verb
from claims.text.time.expression import TimeExpression

TAKES_STAND = re.compile(
    r"\b(?:supports|supported|opposes?|opposed|rejects?|rejected|backs|backed|favou?rs|condemn(?:s|ed)|welcom(?:es|ed)"
    r"|demand(?:s|ed)|call(?:s|ed) for|insist(?:s|ed) on|(?:is|are|was|were) (?:against|opposed to|in favou?r of)"
    r"|refus(?:es|ed) to|wants|(?<!is )(?<!are )(?<!was )(?<!were )wanted)\b"
)
OUGHT = re.compile(
    r"\b(?:must|should|ought to|ha[sd] to|(?<!will )(?<!would )(?<!may )(?<!might )have to|needs? to|needed to)\b"
)
_PAST_PLAN = re.compile(
    r"\bhad\s(?:[a-z]{2,10}\s){0,2}been\s(?:[a-z]{2,10}\s)?(?:due|set|expected|scheduled|planned|supposed|likely|about)\b"
    r"|\b(?:was|were)\s(?:[a-z]{2,10}\s)?(?:due|set|expected|scheduled|planned|supposed|about|going)\s(?:to|for)\b"
)
_CAME_OTHERWISE = re.compile(r"\b(?:but|instead|until|cancelled|canceled|postponed|called off|did not)\b|didn[’']t\b")
_SUBORDINATE = re.compile(
    r"\b(?:that|which|who|whom|where|as|when|while|because|unless|before|until)\s[^,]{0,60}\Z", re.IGNORECASE
)
# "Killed in a strike intended to avenge him": what the thing was for.
_MEANT = re.compile(
    r"(?:intended|designed|meant|aimed|planned|expected|set|due|scheduled|upcoming|to\sbe)\b|(?:bid|effort|attempt|move|push)s?\sto\b",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\b(?:(?:how|why|whether)\s|ask(?:s|ed|ing)?\b[^,;]{0,80}\bif\s|in\s(?:the\s)?hopes?\s)[^,]{0,60}\Z",
    re.IGNORECASE,
)
# "Is visiting", "meets on 3 March": a present tense before any clause that hangs on it.
_PRESENT = re.compile(
    r"[^,;:“”]{2,80}(?:,[^,;:“”]{2,80},)?(?:\s(?:is|are)\s(?:[a-z]{2,10}\s)?(?:[a-z]{2,20}ing|due|on)\b"
    r"|\s(?:meets?|begins?|starts?|comes?|opens?|ends?|expires?|follows?|arrives?|leaves?|takes?\splace|takes\seffect|goes|runs?"
    r"|hosts?|holds?|visits?|closes?|resumes?)\b)"
)
# "Theresa May", "Planned Parenthood".
_NAME_LIKE = re.compile(r"\b(?:Planned|May|Will|Hope|Promise|Soon|Due|Expected)\b(?!\s\d)")
# Said beside what happens: "pending a decision, he left"; or tried already.
_BESIDE = re.compile(r"(?:pending|ahead\sof|in\sthe\srun-?up|sought\sto)\b", re.IGNORECASE)
# A headline has no full stop; a sentence whose verb we miss has one.
_ENDS_OPENLY = re.compile(r"[”’\"')\s]{0,3}?(?:\n|\Z|:|\s[–—-])")


def in_earnest(text: str, words: str, unit: Unit) -> Forward | None:
    """Return what looks ahead in the main clause of `words`, None where nothing does or it was planned once."""
    forward = None if unit.stance else forward_looking(words)
    if forward is None or forward.certainty == "uncommitted":
        return None
    if forward.reasons[0].startswith("headline") and not _is_headline(text, unit):
        return None
    if all(cue.start and _NAME_LIKE.search(cue.of(words)) for cue in forward.cues) and not words.istitle():
        return None
    if all(_BESIDE.match(cue.of(words)) for cue in forward.cues):
        return None
    start = forward.cues[0].start
    if was_planned(text, words, unit) or TAKES_STAND.search(words[:start]):
        return None
    told_of_past = direction_at(words, 0, 0) == "past" and has_verb(words[:start])
    if _ASKED.search(words[:start]) or (told_of_past and _SUBORDINATE.search(words[:start])):
        return None
    if told_of_past and _MEANT.match(words, start):
        return None
    aside = told_of_past and forward.certainty == "possible" and not unit.attribution
    return None if aside or OUGHT.search(words[:start]) else forward


def _is_headline(text: str, unit: Unit) -> bool:
    ended = unit.span.of(text).rstrip("”’\"')").endswith((".", ","))
    return not ended and _ENDS_OPENLY.match(text, unit.span.end) is not None


def was_planned(text: str, words: str, unit: Unit) -> re.Match[str] | None:
    """Return the words for what was to be once: "had been due to", or "was due to" with what came of it."""
    found = _PAST_PLAN.search(words)
    so_on = f"{words}{text[unit.span.end : unit.span.end + 8]}"
    return found if found and (found[0].startswith("had") or _CAME_OTHERWISE.search(so_on)) else None


def dated_ahead(
    text: str, words: str, unit: Unit, times: Sequence[TimeExpression], published_on: date | None
) -> TimeExpression | None:
    """Return the words for a day still to come on which something is said to happen: "is visiting on Monday"."""
    if published_on is None or direction_at(words, 0, 0) == "past" or not _PRESENT.match(words):
        return None
    return first_day_ahead(text, unit, times, published_on)
