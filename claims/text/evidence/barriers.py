"""Why a passage on the same event can still tell neither its outcome nor what is expected: days and numbers.

Each function returns the reason in words, and nothing where there is none.
"""

from datetime import date, timedelta

from claims.text.evidence.claim import AskedClaim
from claims.text.evidence.numbers import quantities
from claims.text.evidence.occurrence import Occurrence
from claims.text.evidence.reading import Reading

# Without a window, a report of a much later or earlier time is of another event.
_LONGEST_WAIT = timedelta(days=180)


def no_outcome(claim: AskedClaim, passage: Reading, at: Occurrence | None) -> str:
    """Why the passage can tell no outcome: published too early (E2, E3) or too late, or of other days."""
    start, told = claim.start, passage.published_on
    if start is None:
        return _other_days(claim, at)
    if not claim.forecast:
        return _long_before(claim, start, told) or _other_days(claim, at)
    if told is None:
        return "its date is not stated, so it can attest no outcome"
    if told < start:
        return "published before the event could happen, so no outcome"
    if told - (claim.window.last or start) > _LONGEST_WAIT:
        return "published too long after to be taken for the same event"
    return _other_days(claim, at)


def no_expectation(claim: AskedClaim, passage: Reading, at: Occurrence | None) -> str:
    """Why the passage can tell nothing that is expected of the claim."""
    made, told, window = claim.reading.published_on, passage.published_on, claim.window
    if not claim.forecast and not (told and made and told <= made):
        return "looks ahead, and the claim tells of what was done"
    days = [one for one in at.days if window and not one.days.meets(window)] if at else []
    if days:
        return f"looks ahead to other days: {days[0].text}"
    if told and window.last and told > window.last:
        return "looks ahead from after the claim's window"
    if told and made and abs(told - made) > _LONGEST_WAIT:
        return "published too far from the claim to be of the same event"
    return ""


def no_such_number(claim: AskedClaim, passage: Reading) -> str:
    """Why the passage does not bear out a claim with a quantity: it does not give it."""
    mine, theirs = claim.reading, passage
    asked, given = quantities(mine.text, mine.days), quantities(theirs.text, theirs.days)
    if asked and not {(one.number, one.unit) for one in asked} & {(one.number, one.unit) for one in given}:
        return f"does not say {asked[0].text}"
    return ""


def _long_before(claim: AskedClaim, start: date, told: date | None) -> str:
    """What a claim tells as done may have been reported before the claim was made, but not in another year."""
    if told and (told < (claim.window.first or told) or start - told > _LONGEST_WAIT):
        return "published long before the claim was made"
    return ""


def _other_days(claim: AskedClaim, at: Occurrence | None) -> str:
    """The days of the event, where they are named, against those of the claim."""
    start = claim.start if claim.forecast else claim.window.first
    told, named = at.days if at else (), claim.reading.days
    earlier = [one for one in told if one.days.ends_before(start)]
    if earlier:
        return f"tells of an earlier day: {earlier[0].text}"
    if told and named and not any(one.days.meets(other.days) for one in told for other in named):
        return f"tells of another day: {told[0].text}"
    return ""
