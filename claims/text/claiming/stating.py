"""A statement of a claim: its words without hedge and speaker, as far as the text allows it plainly."""

import re
from collections.abc import Sequence

from claims.text.claiming.hedges import without_hedges
from claims.text.claiming.kinds import Reading
from claims.text.claiming.lone_marks import without_lone_marks
from claims.text.claiming.moments import with_days_dated, without_vague_times
from claims.text.claiming.referents import Before, with_subject_named
from claims.text.claiming.tails import without_aside, without_opening, without_tail
from claims.text.claiming.units import Unit
from claims.text.claiming.visits import Visit, statement_of_visit
from claims.text.statements import suggest_statement
from claims.text.time.expression import TimeExpression

_COMMA_WITHIN = re.compile(r",([”\"’'])\Z")
_MARKS = ("“", '"', "‘", "'", "``")


def state(
    words: str, unit: Unit, reading: Reading, before: Before, times: Sequence[TimeExpression], visits: Sequence[Visit]
) -> str:
    """Return a statement of the claim that `words`, those of `unit`, make; never empty.

    `before` is what the text has told until then of whom a pronoun may mean.
    """
    tidy = suggest_statement(words.replace("``", "“").replace("''", "”"))
    foretold = reading.kind == "forecast"
    visit = statement_of_visit(tidy, visits) if foretold and reading.polarity == "positive" else None
    if visit:
        return visit
    plain = without_aside(without_opening(_with_future(tidy, reading)))
    said = None if unit.stance else unit.attribution
    plain = with_subject_named(plain, said, before, quoted=words.startswith(_MARKS))
    plain = without_hedges(plain, foretold=foretold, reported=unit.attribution is not None)
    if foretold:
        plain = without_tail(plain)
        plain = without_vague_times(plain)
    plain = with_days_dated(plain, unit, times)
    held = without_lone_marks(_COMMA_WITHIN.sub(r"\1", _held(plain, words, unit, reading).rstrip(" ,;:")))
    return held[:1].upper() + held[1:] or words


def _with_future(words: str, reading: Reading) -> str:
    """ "Envoy to meet the Taliban": the infinitive of a headline is its future."""
    if reading.forward and reading.forward.reasons[0].startswith("headline"):
        return words.replace(" to ", " will ", 1)
    return words


def _held(plain: str, words: str, unit: Unit, reading: Reading) -> str:
    """What ought to be is no fact; that a named speaker holds it is one."""
    said = unit.attribution
    if not reading.ought or unit.stance or not said or not said.speaker:
        return plain
    if said.speaker_kind in ("anonymous", "unattributed"):
        return plain
    begun_small = words[:1].islower() and plain[:2].casefold() == words[:2].casefold()
    held = plain[:1].lower() + plain[1:] if begun_small else plain
    return f"{'' if said.speaker[:1].isupper() else 'The '}{said.speaker} holds that {held}"
