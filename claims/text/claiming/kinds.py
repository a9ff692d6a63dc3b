"""What sort of claim some words make, by few rules, each of which can say why."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from claims.text.claiming.clauses import hangs
from claims.text.claiming.earnest import OUGHT, TAKES_STAND, dated_ahead, in_earnest, was_planned
from claims.text.claiming.hedges import is_unlikely, sounds_unsure
from claims.text.claiming.moments import is_long_ago
from claims.text.claiming.suggestion import Kind
from claims.text.claiming.units import Unit
from claims.text.forward import Forward, Polarity
from claims.text.forward_cues import Certainty
from claims.text.time.expression import TimeExpression

_MODAL = re.compile(r"(?:will|would|may|might|could|won[’']t)\b|[’']ll\b", re.IGNORECASE)
# Without a speaker only what judges, and not what is so by rule.
_OUGHT_BY_ITSELF = re.compile(r"\b(?:should|ought to)\b(?! have\b)")
# "She had told them that they must stay": what ought to be is said by another.
_TOLD = re.compile(r"\b(?:said|says|told|tells|warned|added|argued)\b")
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

_HANGING = re.compile(
    r"[;:]\s|,\s(?:while|although|but|as|and|when)\b|\b(?:which|who|that|because|since|after|where)\b"
)

_POSITION: Kind = "position"


@dataclass(frozen=True, slots=True)
class Reading:
    """What sort of claim it is, how sure and whether affirmed, and why. `ought`: it says what ought to be.

    `hanging`: what looks ahead in it is only a clause that hangs on the main one. `denied`: somebody denies it.
    """

    kind: Kind
    reasons: tuple[str, ...]
    certainty: Certainty
    polarity: Polarity
    forward: Forward | None = None
    ought: bool = False
    hanging: bool = False
    denied: bool = False


def read_claim(
    text: str, words: str, unit: Unit, times: Sequence[TimeExpression], published_on: date | None
) -> Reading:
    """Return the sort of claim that `words`, those of `unit`, make: the first rule that holds.

    Forecast, position, statistic, background; what none of them takes is an event.
    """
    forward = in_earnest(text, words, unit)
    if forward:
        cues = ", ".join(dict.fromkeys(f"“{' '.join(cue.of(words).split())}”" for cue in forward.cues))
        certainty = _certainty(words, forward.certainty)
        negative = forward.polarity == "negative" or is_unlikely(words)
        polarity = _polarity(text, unit, negative=negative)
        modal = [cue for cue in forward.cues if _MODAL.match(cue.of(words))] or forward.cues
        hanging = all(hangs(words, cue.start) for cue in modal)
        denied = _is_denied(text, unit) and not negative
        reasons = (f"forward-looking: {cues}",)
        return Reading("forecast", reasons, certainty, polarity, forward, hanging=hanging, denied=denied)
    main = _main_part(words)
    ahead = None if unit.stance else dated_ahead(text, words, unit, times, published_on)
    if ahead:
        reason = f"forward-looking: “{ahead.text}” is after the publication day"
        polarity = _polarity(text, unit, negative=_NEGATIVE.search(main) is not None)
        return Reading("forecast", (reason,), _certainty(words, "certain"), polarity)
    ought = None if unit.stance else _ought(main, said=unit.attribution is not None)
    if ought:
        kind, reason = _POSITION, f"position: “{ought[0]}” says what ought to be"
    else:
        kind, reason = _without_future(text, words, unit, times, published_on)
    negative = _NEGATIVE.search(main) is not None
    polarity, denied = _polarity(text, unit, negative=negative), _is_denied(text, unit) and not negative
    return Reading(kind, (reason,), _certainty(words, "certain"), polarity, ought=ought is not None, denied=denied)


def _ought(main: str, *, said: bool) -> re.Match[str] | None:
    found = (OUGHT if said else _OUGHT_BY_ITSELF).search(main)
    return None if found and _TOLD.search(main, 1, found.start()) else found


def _certainty(words: str, said: Certainty) -> Certainty:
    return "probable" if said == "certain" and sounds_unsure(words) else said


def _polarity(text: str, unit: Unit, *, negative: bool) -> Polarity:
    """What somebody denies is said with the other sign."""
    return "negative" if _is_denied(text, unit) != negative else "positive"


def _is_denied(text: str, unit: Unit) -> bool:
    said = None if unit.stance else unit.attribution
    return said is not None and _DENIES.search(said.cue.of(text)) is not None


def _without_future(
    text: str, words: str, unit: Unit, times: Sequence[TimeExpression], published_on: date | None
) -> tuple[Kind, str]:
    stand = TAKES_STAND.search(_main_part(words))
    if unit.stance:
        return "position", "position: the speaker takes a stand"
    if stand:
        return "position", f"position: “{stand[0].strip()}”"
    quantity = _QUANTITY.search(words)
    if quantity:
        return "statistic", f"statistic: “{quantity[0].strip()}”"
    planned = was_planned(text, words, unit)
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
