"""What a link says: whether it is complete, and whether the rules of evidence allow it."""

from django.utils import timezone

from claims.errors import NeedsConfirmation, Refused
from claims.reports import rules
from claims.services import roles
from claims.vocabulary import SPEAKING, Basis, Independence, Stance

CREDIBILITY = range(1, 7)


def checked(passage, stance, basis, independence, credibility, occurred_on, reason):
    """Return the values of a link to `passage`, or raise `Refused` naming what is missing."""
    roles.must_be_one_of(Stance, stance, "stance")
    speaks = stance in SPEAKING
    if speaks and not basis:
        raise Refused("Say whether the passage foretells the event or reports its outcome.")
    independence = (independence or Independence.UNDETERMINED) if speaks else ""
    basis = basis if speaks else ""
    if speaks:
        roles.must_be_one_of(Basis, basis, "basis")
        roles.must_be_one_of(Independence, independence, "independence")
    if credibility is not None and credibility not in CREDIBILITY:
        raise Refused("Credibility is graded from 1 (confirmed by other sources) to 6 (cannot be judged).")
    reason = reason.strip()
    asked = reason_asked(stance, independence)
    if asked:
        roles.must_say(reason, asked)
    if occurred_on and basis != Basis.OUTCOME:
        raise Refused("Only a passage that reports an outcome can say on which day it took place.")
    if occurred_on and occurred_on > (passage.article.published_on or timezone.localdate()):
        raise Refused("The event cannot have taken place after the article was published.")
    return {
        "stance": stance,
        "basis": basis,
        "independence": independence,
        "credibility": credibility,
        "occurred_on": occurred_on,
        "reason": reason,
    }


def reason_asked(stance, independence):
    """Return the sentence that asks for the reason which such a link needs, or "" where it needs none."""
    if stance in {Stance.REFUTES, Stance.QUALIFIES}:
        return "Say in what the passage conflicts with the claim, or what it qualifies."
    if independence == Independence.SAME_ORIGIN and stance in SPEAKING:
        return "Say what shows that both have the same origin."
    return ""


def must_satisfy_rules(claim, passage, values, acknowledged):
    """Raise `Refused` where a rule of evidence forbids the link, `NeedsConfirmation` where one speaks against it."""
    draft = draft_of(claim, passage, values)
    judgement = rules.judge(draft, rules.standing(draft))
    if judgement.refusals:
        raise Refused(" ".join(judgement.refusals))
    if judgement.warnings and not acknowledged:
        raise NeedsConfirmation(judgement.warnings)


def draft_of(claim, passage, values):
    """Return the draft of a link to a stored passage, as the rules of evidence want it."""
    return rules.Draft(
        claim=claim,
        article=passage.article,
        stance=values["stance"],
        basis=values["basis"],
        independence=values["independence"],
        origin=passage.origin,
        chain=tuple(step.source for step in passage.chain_steps.select_related("source")),
        exact=passage.exact,
    )
