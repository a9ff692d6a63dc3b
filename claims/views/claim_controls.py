"""What a person may do with a claim, and why not: the buttons of a claim page."""

from dataclasses import dataclass

from django.urls import reverse

from claims.services import (
    amending,
    assessments,
    claim_sets,
    claims,
    links,
    merging,
    proposal_requests,
    reschedules,
    roles,
    splitting,
)
from claims.services.roles import refusal
from claims.vocabulary import State


@dataclass(frozen=True, slots=True)
class Control:
    """A button; `refusal` is the sentence that it shows where it cannot be pressed."""

    name: str
    label: str
    url: str
    refusal: str | None
    is_post: bool = False


@dataclass(frozen=True, slots=True)
class Controls:
    """The next steps, in order, and everything else for a menu, what cannot be done last."""

    next_steps: tuple[Control, ...]
    others: tuple[Control, ...]

    @property
    def primary(self):
        """The name of the first step that can be taken."""
        return next((control.name for control in self.next_steps if not control.refusal), None)


def _may_search(*, claim, by):
    roles.must_annotate(by)


ACTS = {
    "open": ("Open", claims.check_opening),
    "evidence": ("Add evidence", links.check_addition),
    "propose": ("Propose a verdict", assessments.check_proposal),
    "decide": ("Decide", assessments.check_decision),
    "ask": ("Ask for another proposal", proposal_requests.check_asking),
    "send-back": ("Send back", assessments.check_send_back),
    "reopen": ("Reopen", assessments.check_reopening),
    "edit": ("Edit", amending.check_edit),
    "reschedule": ("New date", reschedules.check_reschedule),
    "null-search": ("Log a search that found nothing", _may_search),
    "split": ("Split", splitting.check_split),
    "exclude": ("Cannot both be true with…", claim_sets.check_exclusion),
    "merge": ("Merge into another claim", merging.check_merge),
    "unmerge": ("Take the merge apart", merging.check_unmerge),
    "reject": ("Reject", claims.check_rejection),
}
NEXT_STEPS = {
    State.DRAFT: ("open", "evidence", "edit"),
    State.OPEN: ("evidence", "propose"),
    State.PROPOSED: ("decide", "send-back", "evidence"),
    State.DECIDED: ("evidence", "reopen"),
    State.REJECTED: (),
    State.MERGED: ("unmerge",),
}


def controls_for(claim, by):
    """Return the controls of `claim` for `by`, each with the sentence that refuses it, if one does."""
    controls = {name: control(name, claim, by) for name in ACTS}
    steps = NEXT_STEPS[State(claim.state)]
    others = [one for name, one in controls.items() if name not in steps]
    return Controls(
        next_steps=tuple(controls[name] for name in steps),
        others=tuple(sorted(others, key=lambda one: one.refusal is not None)),
    )


def control(name, claim, by):
    """Return one of the controls of `claim` for `by`, with the sentence that refuses it, if one does."""
    label, check = ACTS[name]
    return Control(
        name=name,
        label=label,
        url=reverse(f"claim-{name}", args=[claim.number]),
        refusal=refusal(check, claim=claim, by=by),
        is_post=name == "open",
    )
