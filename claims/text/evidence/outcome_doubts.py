"""Why a passage that tells of a claim's event as done may still not tell that it happened."""

import re
from collections.abc import Iterator

from claims.text.evidence import cues
from claims.text.evidence.affirming import not_affirmed_by_article
from claims.text.evidence.barriers import no_outcome, no_such_number
from claims.text.evidence.claim import AskedClaim
from claims.text.evidence.kin import other_of_theirs
from claims.text.evidence.left_open import left_open
from claims.text.evidence.occurrence import Occurrence
from claims.text.evidence.proposal import CHECK
from claims.text.evidence.reading import Reading
from claims.text.evidence.terms import terms

_BY = re.compile(r"\s{1,3}by\b", re.IGNORECASE)


def outcome_doubt(claim: AskedClaim, passage: Reading, at: Occurrence) -> str:
    """Return why what `passage` tells as done of the event `at` bears no outcome of `claim`, nothing where it may.

    Of several reasons the first counts: what a person is to compare before what only bars an outcome.
    """
    checks = (f"{CHECK}: {one}" for one in _to_compare(claim, passage, at) if one)
    return next(checks, "") or next(filter(None, _bars(claim, passage, at)), "")


def _to_compare(claim: AskedClaim, passage: Reading, at: Occurrence) -> Iterator[str]:
    before = passage.text[at.clause.start : at.event.span.start]
    if not claim.is_negative:
        yield "told here with “not”" if cues.NEGATED.search(before) else ""
        denied = _denied_beside(claim.reading, passage)
        yield f"told here with “{denied}”" if denied else ""
    elsewhen = cues.AT_OTHER_TIMES.search(at.clause.of(passage.text)) if claim.forecast else None
    yield f"told of other times: {_words(elsewhen[0])}" if elsewhen else ""
    in_part = cues.IN_PART.search(before) and not cues.IN_PART.search(_before_in_claim(claim.reading, at))
    yield "told of a part" if in_part else ""
    yield "what is still to come is named by it" if _names_what_is_to_come(passage, at) else ""
    doubt = left_open(passage.text, frozenset(terms(at.event.word)))
    yield f"left open: {doubt}" if doubt else ""
    other = other_of_theirs(passage, claim.reading)
    yield f"{other} here" if other else ""


def _bars(claim: AskedClaim, passage: Reading, at: Occurrence) -> Iterator[str]:
    hearsay = cues.HEARSAY.search(at.clause.of(passage.text))
    yield f"hearsay: {_words(hearsay[0])}" if hearsay else ""
    yield not_affirmed_by_article(passage, frozenset(claim.reading.terms))
    yield no_outcome(claim, passage, at)
    yield no_such_number(claim, passage)


def _names_what_is_to_come(passage: Reading, at: Occurrence) -> bool:
    """ "Talks hosted by Russia are expected to resume" tells of nothing done."""
    return bool(passage.forward and _BY.match(passage.text, at.event.span.end))


def _before_in_claim(claim: Reading, at: Occurrence) -> str:
    asked = next((one for one in claim.events if one.family == at.event.family), None)
    return claim.text[: asked.span.start] if asked else ""


def _denied_beside(claim: Reading, passage: Reading) -> str:
    """What else of the claim is told with "not": that she was detained, and was not his wife."""
    people = {stem for name in claim.names for stem in terms(name.text)}
    asked = frozenset(claim.terms) - people
    found = (one for one in cues.DENIES.finditer(passage.text) if not asked.isdisjoint(terms(one["what"])))
    return next((_words(one[0]) for one in found), "")


def _words(found: str) -> str:
    return " ".join(found.split())
