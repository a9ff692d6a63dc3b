"""How high a claim is ranked: what makes it worth a person's look comes first; nothing is left out."""

import re

from claims.text.attribution.names import capitalised_names
from claims.text.claiming.kinds import Reading
from claims.text.claiming.notes import greets, is_note
from claims.text.claiming.referents import begins_with_pronoun
from claims.text.claiming.suggestion import ClaimWindow, Kind
from claims.text.claiming.wholeness import why_no_sentence
from claims.text.time.direction import has_verb

_BY_KIND: dict[Kind, float] = {
    "forecast": 0.6,
    "statistic": 0.5,
    "event": 0.45,
    "position": 0.4,
    "background": 0.3,
}
_QUESTION = re.compile(r"\?[”’\"')\s]{0,3}\Z")
_OPEN = re.compile(r"\b(?:not (?:yet )?(?:clear|known)|unclear|unknown|remains to be seen)\b", re.IGNORECASE)
_OPINION = re.compile(r"\b(?:I|we|my|our) (?:think|feel|love|hate|guess|hope|believe|want)\b|!\Z", re.IGNORECASE)
_WITHIN_MARKS = re.compile(r"“[^”]*”|\"[^\"]*\"")
_READER = re.compile(r"\b(?:I|[Ww]e|us|[Mm]y|[Oo]ur|[Yy]ou|[Yy]our)\b")
_ENDS_OPENLY = re.compile(r"[:,–—-]\s?\Z")
# "hosting the meeting;": one of several things, whose verb stands before the list.
_IN_A_LIST = re.compile(r"[a-z]{2,20}ing\s")
# A present tense, or the plural of a noun: only where there is neither may a verb be missed.
_PERHAPS_VERB = re.compile(r"\b[a-z]{2,20}(?:s|ed|en|ing|n[’']t)\b")
_WOULD = re.compile(r"\bwould(?:n[’']t)?\b")
_PLANNED = re.compile(r"\b(?:will|plans?|expected|scheduled|due|likely)\b")
_WITHIN = re.compile(r"(?<=\s)(?:he|she|him)\b")
_FEWEST_WORDS, _MOST_WORDS = 4, 45


def score_of(
    statement: str, words: str, reading: Reading, *, window: ClaimWindow | None, speaker: str, heading: bool
) -> tuple[float, tuple[str, ...]]:
    """Return the score of a claim, from 0 to 1, and what lowers it, in words.

    Headings, greetings and questions come last, below every other sentence; what is no whole one right above them.
    """
    last = _comes_last(words, heading=heading) or _is_no_sentence(statement)
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
    lowered = [*_lowered(statement, words), *_lowered_by_reading(statement, words, reading, speaker)]
    score = _BY_KIND[reading.kind] + raised - sum(by for by, _ in lowered)
    return round(min(max(score, 0.11), 1.0), 3), tuple(reason for _, reason in lowered)


def _comes_last(words: str, *, heading: bool) -> tuple[float, str] | None:
    if greets(words):
        return 0.01, "a greeting or a call to the reader, so ranked last"
    if is_note(words):
        return 0.01, "a note to a picture, or on who wrote, so ranked last"
    if _QUESTION.search(words):
        return 0.03, "a question, so ranked last"
    if heading:
        return 0.05, "a heading, so ranked last: sentences say it in full"
    if len(words.split()) < _FEWEST_WORDS and not capitalised_names(words):
        return 0.07, "too short to tell by itself"
    return None


def _is_no_sentence(statement: str) -> tuple[float, str] | None:
    short_of = why_no_sentence(statement)
    return (0.09, f"no whole sentence: {short_of}") if short_of else None


def _lowered(statement: str, words: str) -> list[tuple[float, str]]:
    found: list[tuple[float, str]] = []
    if begins_with_pronoun(statement):
        found.append(
            (0.1 if capitalised_names(statement) else 0.15, "begins with a pronoun that the text may explain")
        )
    if _OPEN.search(words):
        found.append((0.25, "says that something is not known"))
    if _OPINION.search(words):
        found.append((0.2, "a feeling rather than a fact"))
    if _READER.search(_WITHIN_MARKS.sub("", statement)) and not _OPINION.search(words):
        found.append((0.2, "speaks of “I”, “we” or “you”, whom the text may explain"))
    if (
        _ENDS_OPENLY.search(words)
        or _IN_A_LIST.match(words)
        or not (has_verb(statement) or _PERHAPS_VERB.search(statement))
    ):
        found.append((0.15, "perhaps no whole sentence"))
    length = len(statement.split())
    if length < _FEWEST_WORDS or length > _MOST_WORDS:
        found.append((0.1, "very short" if length < _FEWEST_WORDS else "very long, so perhaps more than one claim"))
    return found


def _lowered_by_reading(statement: str, words: str, reading: Reading, speaker: str) -> list[tuple[float, str]]:
    found: list[tuple[float, str]] = []
    if reading.hanging:
        found.append((0.15, "looks ahead only in a clause that hangs on another"))
    elif reading.kind == "forecast" and not speaker and _WOULD.search(words) and not _PLANNED.search(words):
        found.append((0.1, "“would” may hang on a condition, or be told of the past"))
    within = _WITHIN.search(statement)
    if within and not capitalised_names(statement[: within.start()]):
        found.append((0.05, "a pronoun within that the text may explain"))
    return found
