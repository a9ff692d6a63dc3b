"""A statement of a claim: its words without hedge and speaker, as far as the text allows it plainly."""

import re
from collections.abc import Sequence

from claims.text.attribution.find import Attribution
from claims.text.attribution.speaker_kinds import person_in
from claims.text.attribution.words import DETERMINERS, OTHER_PRONOUNS, PREPOSITIONS
from claims.text.claiming.hedges import Manner, without_hedges
from claims.text.claiming.kinds import Reading
from claims.text.claiming.lone_marks import without_lone_marks
from claims.text.claiming.moments import with_days_dated, without_vague_times
from claims.text.claiming.polled import is_poll
from claims.text.claiming.referents import Before, with_subject_named
from claims.text.claiming.tails import uninverted, without_aside, without_opening, without_shouting, without_tail
from claims.text.claiming.units import Unit
from claims.text.claiming.visits import Visit, statement_of_visit
from claims.text.statements import suggest_statement
from claims.text.time.expression import TimeExpression

_AUXILIARY = re.compile(r"(?<=\s)(?:will|would|is|are|was|were|has|have|had|can|could)(?=\s)(?!\s(?:not|never|no)\b)")
_SMALL = DETERMINERS | OTHER_PRONOUNS | PREPOSITIONS
_COMMA_WITHIN = re.compile(r",([”\"’'])\Z")


def state(
    words: str,
    unit: Unit,
    reading: Reading,
    before: Before,
    times: Sequence[TimeExpression],
    visits: Sequence[Visit],
    *,
    quoted: bool,
) -> str:
    """Return a statement of the claim that `words`, those of `unit`, make; never empty.

    `quoted`: they are somebody's own words, so that "he" is another.
    `before` is what the text has told until then of whom a pronoun may mean.
    """
    tidy = without_lone_marks(suggest_statement(words.replace("``", "“").replace("''", "”")))
    foretold = reading.kind == "forecast"
    visit = statement_of_visit(tidy, visits) if foretold and reading.polarity == "positive" else None
    if visit:
        return visit
    plain = without_aside(uninverted(without_opening(_with_future(without_shouting(tidy), reading))))
    said = None if unit.stance else unit.attribution
    plain = with_subject_named(plain, said, before, quoted=quoted)
    plain = without_hedges(plain, foretold=foretold, manner=_manner(unit, before, quoted=quoted))
    if foretold:
        plain = without_tail(plain)
        plain = without_vague_times(plain)
    plain = with_days_dated(plain, unit, times)
    held = without_lone_marks(_COMMA_WITHIN.sub(r"\1", _held(plain, words, unit, reading).rstrip(" ,;:")))
    return held[:1].upper() + held[1:] or words


def _manner(unit: Unit, before: Before, *, quoted: bool) -> Manner:
    said = None if unit.stance else unit.attribution
    if said and is_poll(f"{before.source} {said.speaker}"):
        return "polled"
    return "quoted" if quoted else "reported" if unit.attribution else "told"


def _with_future(words: str, reading: Reading) -> str:
    """ "Envoy to meet the Taliban": the infinitive of a headline is its future."""
    if reading.forward and reading.forward.reasons[0].startswith("headline"):
        return words.replace(" to ", " will ", 1)
    return words


def _held(plain: str, words: str, unit: Unit, reading: Reading) -> str:
    """What ought to be is no fact, and what is denied none that is told; that a named speaker says so is one."""
    said = unit.attribution
    if unit.stance or not said or not (reading.ought or reading.denied):
        return plain
    negated = _AUXILIARY.sub(r"\g<0> not", plain, count=1) if reading.denied else plain
    if negated != plain or not said.speaker or said.speaker_kind in ("anonymous", "unattributed"):
        return negated
    return f"{_named(said)} {'denies' if reading.denied else 'holds'} that {_begun_small(plain, words)}"


def _named(said: Attribution) -> str:
    """ "Sohail Mahmood", "The US general"."""
    proper = said.speaker[:1].isupper() and not (said.speaker_kind == "named_person" and not person_in(said.speaker))
    return said.speaker if proper else f"The {said.speaker}"


def _begun_small(plain: str, words: str) -> str:
    """Without the capital that only stood there because a sentence began."""
    first = plain.split()[0].casefold() if plain.split() else ""
    small = first in _SMALL or (words[:1].islower() and plain[:2].casefold() == words[:2].casefold())
    return plain[:1].lower() + plain[1:] if small else plain
