"""What a passage does to a claim, proposed with caution: a wrong "conflicts" costs more than a missed one."""

from claims.text.claiming.referents import begins_with_pronoun
from claims.text.evidence.chance import BY_CHANCE, shared_by_chance, tells_half
from claims.text.evidence.claim import AskedClaim
from claims.text.evidence.debunking import opens_against
from claims.text.evidence.done import told_as_done
from claims.text.evidence.elsewhere import elsewhere
from claims.text.evidence.occurrence import Occurrence
from claims.text.evidence.proposal import CHECK, Proposal, context
from claims.text.evidence.questions import Questions
from claims.text.evidence.rarity import Rarity
from claims.text.evidence.reading import Reading
from claims.text.evidence.same_event import same_event
from claims.text.evidence.same_statement import core_of, same_statement, shares_enough
from claims.text.evidence.telling import Telling
from claims.text.evidence.worth import is_to_check
from claims.text.similarity import near_verbatim

_NOT_TOLD = "does not say that it happened or will"
_RECURRING = frozenset("visit meeting withdrawal invitation recognition".split())


def propose_stance(
    claim: AskedClaim, passage: Reading, rarity: Rarity, similarity: float | None = None, *, barred: str = ""
) -> Proposal:
    """Return what `passage` does to `claim`: nothing but context unless both tell of one event, or say one thing.

    `similarity` is the cosine of their embeddings, where that is known. `barred` says why nothing but context may be
    proposed, such as that the article makes the claim itself.

    >>> claim = AskedClaim.of("Muttaqi will visit Islamabad")
    >>> proposal = propose_stance(claim, Reading("Muttaqi arrived in Islamabad."), Rarity(100))
    >>> proposal.stance, proposal.basis
    ('supports', 'outcome')
    """
    if barred:
        return context(barred)
    written = claim.as_written_in(passage)
    # What the article writes in neither way keeps its capital, as a name; capitals throughout are taken for none.
    ways = [claim] if written is claim else [written, claim]
    for way in ways:
        found = _of_this(way, passage, _proposed(way, passage, rarity, similarity))
        if found.stance != "context" or is_to_check(found.reasons):
            break
    if found.stance != "context":
        return found
    return next(filter(None, (opens_against(way, passage, rarity) for way in ways)), found)


def _of_this(claim: AskedClaim, passage: Reading, found: Proposal) -> Proposal:
    """Return `found`, but what a person has to compare where the two may speak of different people or places."""
    if found.stance != "context" and not _says_whom_it_means(claim.reading, passage, found):
        return context(f"{CHECK}: the claim does not name whom it means", *found.reasons)
    other = elsewhere(claim.reading, passage) if found.stance == "supports" else None
    return context(f"{CHECK}: {other[1]} here, {other[0]} in the claim", *found.reasons) if other else found


def _says_whom_it_means(claim: Reading, passage: Reading, found: Proposal) -> bool:
    """Whether a claim that begins with "he" is borne out in its own words, or no such claim."""
    told = found.stance == "supports" and near_verbatim(claim.text, passage.text)
    return told or not begins_with_pronoun(claim.text)


def _proposed(claim: AskedClaim, passage: Reading, rarity: Rarity, similarity: float | None) -> Proposal:
    gate = same_event(claim, passage, rarity)
    if gate.occurrences:
        if not shares_enough(claim, passage, rarity) or shared_by_chance(claim, passage, rarity, event=True):
            return context("shares too few of the claim's words to tell of the same event")
        found = _agreed([_asked(claim, passage, gate.reason, one) for one in gate.occurrences])
        if found.stance == "refutes" and not tells_half(claim, passage, rarity):
            return context(f"{CHECK}: {found.reasons[-1]}, with less than half of the claim's words")
        # "Contested the election" tells of an election by a verb of its own.
        if _NOT_TOLD not in found.reasons or not (claim.forecast and told_as_done(claim.reading, passage)):
            return found
    alike = None if _recurs(claim) else same_statement(claim, passage, rarity, similarity)
    if not alike:
        return context(gate.reason)
    same = f"holds {alike.here:.0%} of the claim's words by weight"
    told = Telling(claim, passage, alike).answer()
    if not told:
        return context(same, _NOT_TOLD)
    if told.stance == "supports" and shared_by_chance(claim, passage, rarity):
        return context(same, BY_CHANCE)
    return Proposal(told.stance, told.basis, (*told.reasons, same))


def _recurs(claim: AskedClaim) -> bool:
    """Whether the claim is of something that the same people do again and again, told in the same words each time.

    Of a heading in capitals that cannot be said: its words for events may be parts of names.
    """
    return bool(claim.reading.families & _RECURRING) and not core_of(claim.reading.text).in_title_case


def _asked(claim: AskedClaim, passage: Reading, same: str, at: Occurrence) -> Proposal:
    """Ask in the order of what costs most when it is missed."""
    asked = Questions(claim, passage, at)
    found = asked.doubted() or asked.taken_back() or asked.not_happened() or asked.foretold() or asked.happened()
    reason = f"{same}: {at.event.word}"
    if not found:
        return context(reason, _NOT_TOLD)
    return Proposal(found.stance, found.basis, (reason, *found.reasons))


def _agreed(proposals: list[Proposal]) -> Proposal:
    """What all words for the event say together; where they say opposite things, a person must look."""
    telling = [one for one in proposals if one.stance != "context"]
    if not telling:
        return proposals[0]
    doubted = next((one for one in proposals if one.stance == "context" and is_to_check(one.reasons)), None)
    if doubted and any(one.stance == "refutes" for one in telling):
        return doubted
    if len({one.stance for one in telling}) > 1:
        return context(f"{CHECK}: the passage can be read both ways")
    return max(telling, key=lambda one: one.basis == "outcome")
