"""What sort of claim some words make, by few rules, each of which can say why."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from claims.text.claiming.clauses import hangs
from claims.text.claiming.hedges import sounds_unsure
from claims.text.claiming.moments import is_long_ago
from claims.text.claiming.suggestion import Kind
from claims.text.claiming.units import Unit
from claims.text.forward import Forward, Polarity, forward_looking
from claims.text.forward_cues import Certainty
from claims.text.time.direction import direction_at, has_verb
from claims.text.time.expression import TimeExpression

_PAST_PLAN = re.compile(
    r"\bhad\s(?:[a-z]{2,10}\s){0,2}been\s(?:[a-z]{2,10}\s)?(?:due|set|expected|scheduled|planned|supposed|likely|about)\b"
    r"|\b(?:was|were)\s(?:[a-z]{2,10}\s)?(?:due|set|expected|scheduled|planned|supposed|about|going)\s(?:to|for)\b"
)
_CAME_OTHERWISE = re.compile(r"\b(?:but|instead|until|cancelled|canceled|postponed|called off|did not)\b|didn[’']t\b")
_SUBORDINATE = re.compile(
    r"\b(?:that|which|who|whom|where|as|when|while|because|unless|before|until)\s[^,]{0,60}\Z", re.IGNORECASE
)
_MODAL = re.compile(r"(?:will|would|may|might|could|won[’']t)\b|[’']ll\b", re.IGNORECASE)
# "Killed in a strike intended to avenge him": what the thing was for.
_MEANT = re.compile(r"(?:intended|designed|meant|aimed|planned|expected|set|due|scheduled)\b", re.IGNORECASE)
_ASKED = re.compile(r"\b(?:how|why|whether)\s[^,]{0,60}\Z", re.IGNORECASE)
_TAKES_STAND = re.compile(
    r"\b(?:supports|supported|opposes?|opposed|rejects?|rejected|backs|backed|favou?rs|condemn(?:s|ed)|welcom(?:es|ed)"
    r"|demand(?:s|ed)|call(?:s|ed) for|insist(?:s|ed) on|(?:is|are|was|were) (?:against|opposed to|in favou?r of)"
    r"|refus(?:es|ed) to|wants|(?<!is )(?<!are )(?<!was )(?<!were )wanted)\b"
)
_OUGHT = re.compile(r"\b(?:must|should|ought to|ha[sd] to|have to|needs? to|needed to)\b")
_QUANTITY = re.compile(
    r"(?:[$£€]\s?\d|\b\d[\d,.]*\s?(?:%|per\s?cent\b|percent\b|percentage points?\b)"
    r"|\b(?:\d[\d,.]*|a|one|two|three|four|five|six|seven|eight|nine|ten|several|tens of|hundreds of)\s"
    r"(?:hundred|thousand|million|billion|trillion|dozen)\b|\b(?:hundreds|thousands|millions|billions) of\b"
    r"|\b(?:more than|less than|fewer than|at least|at most|about|around|nearly|almost|over|some|up to|as many as)\s"
    r"(?:\d[\d,.]*|half|a (?:third|quarter)|two-thirds)\b"
    r"(?!\s(?:years?|months?|weeks?|days?|hours?|minutes?|[ap]\.?m)\b)"
    r"|\b\d{1,3}(?:,\d{3})+\b"
    r"|\b(?!(?:19|20)\d\d\b)\d{2,6}\s(?!(?:years|months|weeks|days|hours|minutes|others)\b)[a-z]{3,20}s\b)",
    re.IGNORECASE,
)
_STANDING = re.compile(
    r"\b(?:is|are)\s(?:[a-z]{2,10}\s)?(?:among|one of|a member|members of|the capital|home to|known|located)\b"
    r"|\b(?:belongs?|consists?)\b|\bremains?\s(?:an?|the|in|one)\b|\b(?:has|have)\s(?:not|never|long|always)\b"
    r"|\bfor (?:years|decades|centuries|months)\b|\b(?:ever|long) since\b"
)
_PLUPERFECT = re.compile(
    r"\A[^,;]{0,120}?\bhad\s(?:[a-z]{2,10}\s)?(?:been|[a-z]{2,20}(?:ed|en|wn)|come|gone|met|held|led)\b"
)
_NEGATIVE = re.compile(
    r"\b(?:not(?! only)|never|no|none|nobody|neither|without)\b|n[’']t\b|\bcannot\b", re.IGNORECASE
)
_DENIES = re.compile(r"\bden(?:y|ies|ied|ying)\b", re.IGNORECASE)

_HANGING = re.compile(r"[;:]\s|,\s(?:while|although|but|as|and)\b|\b(?:which|who|that|because|since|after|where)\b")

_POSITION: Kind = "position"


@dataclass(frozen=True, slots=True)
class Reading:
    """What sort of claim it is, how sure and whether affirmed, and why. `ought`: it says what ought to be.

    `hanging`: what looks ahead in it is only a clause that hangs on the main one.
    """

    kind: Kind
    reasons: tuple[str, ...]
    certainty: Certainty
    polarity: Polarity
    forward: Forward | None = None
    ought: bool = False
    hanging: bool = False


def read_claim(
    text: str, words: str, unit: Unit, times: Sequence[TimeExpression], published_on: date | None
) -> Reading:
    """Return the sort of claim that `words`, those of `unit`, make: the first rule that holds.

    Forecast, position, statistic, background; what none of them takes is an event.
    """
    forward = _in_earnest(text, words, unit)
    if forward:
        cues = ", ".join(f"“{' '.join(cue.of(words).split())}”" for cue in forward.cues)
        certainty, negative = _certainty(words, forward.certainty), forward.polarity == "negative"
        polarity = _polarity(text, unit, negative=negative)
        modal = [cue for cue in forward.cues if _MODAL.match(cue.of(words))] or forward.cues
        hanging = all(hangs(words, cue.start) for cue in modal)
        return Reading("forecast", (f"forward-looking: {cues}",), certainty, polarity, forward, hanging=hanging)
    main = _main_part(words)
    ought = None if unit.stance or not unit.attribution else _OUGHT.search(main)
    if ought:
        kind, reason = _POSITION, f"position: “{ought[0]}” says what ought to be"
    else:
        kind, reason = _without_future(text, words, unit, times, published_on)
    polarity = _polarity(text, unit, negative=_NEGATIVE.search(main) is not None)
    return Reading(kind, (reason,), _certainty(words, "certain"), polarity, ought=ought is not None)


def _certainty(words: str, said: Certainty) -> Certainty:
    return "probable" if said == "certain" and sounds_unsure(words) else said


def _polarity(text: str, unit: Unit, *, negative: bool) -> Polarity:
    """What somebody denies is said with the other sign."""
    denied = unit.attribution and not unit.stance and _DENIES.search(unit.attribution.cue.of(text))
    return "negative" if bool(denied) != negative else "positive"


def _in_earnest(text: str, words: str, unit: Unit) -> Forward | None:
    """What looks ahead in the main clause; nothing that was only wished for, asked for or once planned."""
    forward = None if unit.stance else forward_looking(words)
    if forward is None or forward.certainty == "uncommitted":
        return None
    start = forward.cues[0].start
    if _was_planned(text, words, unit) or _TAKES_STAND.search(words[:start]):
        return None
    told_of_past = direction_at(words, 0, 0) == "past" and has_verb(words[:start])
    if _ASKED.search(words[:start]) or (told_of_past and _SUBORDINATE.search(words[:start])):
        return None
    if told_of_past and _MEANT.match(words, start):
        return None
    aside = told_of_past and forward.certainty == "possible" and not unit.attribution
    return None if aside or _OUGHT.search(words[:start]) else forward


def _was_planned(text: str, words: str, unit: Unit) -> re.Match[str] | None:
    """What was to be once, and is no longer: "had been due to", or "was due to" with what came of it."""
    found = _PAST_PLAN.search(words)
    so_on = f"{words}{text[unit.span.end : unit.span.end + 8]}"
    return found if found and (found[0].startswith("had") or _CAME_OTHERWISE.search(so_on)) else None


def _without_future(
    text: str, words: str, unit: Unit, times: Sequence[TimeExpression], published_on: date | None
) -> tuple[Kind, str]:
    stand = _TAKES_STAND.search(_main_part(words))
    if unit.stance:
        return "position", "position: the speaker takes a stand"
    if stand:
        return "position", f"position: “{stand[0].strip()}”"
    quantity = _QUANTITY.search(words)
    if quantity:
        return "statistic", f"statistic: “{quantity[0].strip()}”"
    planned = _was_planned(text, words, unit)
    if planned:
        return "event", f"event: “{planned[0]}” tells of what was planned once, which is no forecast"
    return _background(text, words, unit, times, published_on) or (
        "event",
        "event: told as a fact, and of no other kind",
    )


def _background(
    text: str, words: str, unit: Unit, times: Sequence[TimeExpression], published_on: date | None
) -> tuple[Kind, str] | None:
    standing, before = _STANDING.search(_main_part(words)), _PLUPERFECT.search(words)
    if standing:
        return "background", f"background: a standing fact, “{standing[0]}”"
    long_ago = is_long_ago(text, unit, times, published_on)
    if long_ago:
        return "background", f"background: “{long_ago.text}” is long before the publication day"
    # In reported speech "had" is only the past of what was said.
    if before and not unit.attribution:
        return "background", "background: “had …” tells of what went before"
    return None


def _main_part(words: str) -> str:
    """The words up to the first clause that hangs on them."""
    return _HANGING.split(words, maxsplit=1)[0]
