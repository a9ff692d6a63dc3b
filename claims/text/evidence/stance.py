"""What a passage does to a claim, proposed with caution: a wrong "conflicts" costs more than a missed one."""

from claims.text.evidence.claim import AskedClaim
from claims.text.evidence.occurrence import Occurrence
from claims.text.evidence.proposal import CHECK, Proposal, context
from claims.text.evidence.questions import Questions
from claims.text.evidence.rarity import Rarity
from claims.text.evidence.reading import Reading
from claims.text.evidence.same_event import same_event


def propose_stance(claim: AskedClaim, passage: Reading, rarity: Rarity, *, barred: str = "") -> Proposal:
    """Return what `passage` does to `claim`: nothing but context unless both tell of one event.

    `barred` says why nothing but context may be proposed, such as that the article makes the claim itself.

    >>> claim = AskedClaim.of("Muttaqi will visit Islamabad")
    >>> proposal = propose_stance(claim, Reading("Muttaqi arrived in Islamabad."), Rarity(100))
    >>> proposal.stance, proposal.basis
    ('supports', 'outcome')
    """
    if barred:
        return context(barred)
    gate = same_event(claim, passage, rarity)
    if not gate.passed:
        return context(gate.reason)
    return _agreed([_asked(claim, passage, gate.reason, one) for one in gate.occurrences or (None,)])


def _asked(claim: AskedClaim, passage: Reading, same: str, at: Occurrence | None) -> Proposal:
    """Ask in the order of what costs most when it is missed."""
    asked = Questions(claim, passage, at)
    found = asked.doubted() or asked.taken_back() or asked.not_happened() or asked.foretold() or asked.happened()
    reason = f"tells of the same event: {at.event.word}" if at else same
    if not found:
        return context(reason, "does not say that it happened or will")
    return Proposal(found.stance, found.basis, (reason, *found.reasons))


def _agreed(proposals: list[Proposal]) -> Proposal:
    """What all words for the event say together; where they say opposite things, a person must look."""
    telling = [one for one in proposals if one.stance != "context"]
    if not telling:
        return proposals[0]
    if len({one.stance for one in telling}) > 1:
        return context(f"{CHECK}: the passage can be read both ways")
    return max(telling, key=lambda one: one.basis == "outcome")
