"""How high a claim is ranked: what makes it worth a person's look comes first; nothing is left out."""

import re

from claims.text.attribution.names import capitalised_names
from claims.text.claiming.kinds import Reading
from claims.text.claiming.referents import begins_with_pronoun
from claims.text.claiming.suggestion import ClaimWindow, Kind

_BY_KIND: dict[Kind, float] = {
    "forecast": 0.6,
    "statistic": 0.5,
    "event": 0.45,
    "position": 0.4,
    "background": 0.3,
}
_QUESTION = re.compile(r"\?[”’\"')\s]{0,3}\Z")
_GREETING = re.compile(
    r"\A[“\"'‘]?(?:hello|hi|hey|good (?:morning|afternoon|evening|day)|welcome|dear|thanks?|thank you|congratulations"
    r"|goodbye|happy|sorry|please|read (?:more|also)|also read|click|subscribe|follow us|share this|advertisement)\b",
    re.IGNORECASE,
)
_OPEN = re.compile(r"\b(?:not (?:yet )?(?:clear|known)|unclear|unknown|remains to be seen)\b", re.IGNORECASE)
_OPINION = re.compile(r"\b(?:I|we|my|our) (?:think|feel|love|hate|guess|hope|believe|want)\b|!\Z", re.IGNORECASE)
_FEWEST_WORDS, _MOST_WORDS = 4, 45


def score_of(
    statement: str, words: str, reading: Reading, *, window: ClaimWindow | None, speaker: str, heading: bool
) -> tuple[float, tuple[str, ...]]:
    """Return the score of a claim, from 0 to 1, and what lowers it, in words.

    Headings, greetings and questions come last, below every other sentence.
    """
    last = _comes_last(words, heading=heading)
    if last:
        place, reason = last
        return round(place + _BY_KIND[reading.kind] / 100, 3), (reason,)
    raised = (
        0.08 * (window is not None)
        + 0.07 * (window is not None and (window.start or window.end) is not None)
        + 0.08 * bool(capitalised_names(statement))
        + 0.05 * bool(speaker)
        + 0.05 * (reading.kind == "forecast" and reading.certainty in ("certain", "probable"))
    )
    lowered = _lowered(statement, words)
    score = _BY_KIND[reading.kind] + raised - sum(by for by, _ in lowered)
    return round(min(max(score, 0.11), 1.0), 3), tuple(reason for _, reason in lowered)


def _comes_last(words: str, *, heading: bool) -> tuple[float, str] | None:
    if _GREETING.match(words):
        return 0.01, "a greeting or a call to the reader, so ranked last"
    if _QUESTION.search(words):
        return 0.03, "a question, so ranked last"
    if heading:
        return 0.05, "a heading, so ranked last: sentences say it in full"
    if len(words.split()) < _FEWEST_WORDS and not capitalised_names(words):
        return 0.07, "too short to tell by itself"
    return None


def _lowered(statement: str, words: str) -> list[tuple[float, str]]:
    found: list[tuple[float, str]] = []
    if begins_with_pronoun(statement):
        found.append((0.1, "begins with a pronoun that the text may explain"))
    if _OPEN.search(words):
        found.append((0.25, "says that something is not known"))
    if _OPINION.search(words):
        found.append((0.2, "a feeling rather than a fact"))
    length = len(statement.split())
    if length < _FEWEST_WORDS or length > _MOST_WORDS:
        found.append((0.1, "very short" if length < _FEWEST_WORDS else "very long, so perhaps more than one claim"))
    return found
