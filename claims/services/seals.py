"""Seals: which proposals are made blind, and what opens them (`reports.blindness` says what they hide)."""

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from claims.errors import Refused
from claims.models import Claim, Seal
from claims.reports.blindness import SEALED, hidden_from, proposed_in_round, visible_to
from claims.services import log, roles
from claims.vocabulary import Opening, Verb

SAID = ("step", "verdict", "unresolved_reason", "confidence", "rationale", "what_would_change", "as_of")


def is_blind(claim, by):
    """Whether a proposal that `by` makes on `claim` now is made blind, on a desk that wishes it.

    It is not while they can read what a colleague proposed in this round, though it stands no more.
    """
    return bool(settings.FACTCHECK_BLIND_PROPOSALS) and not reads_another(claim, by)


def reads_another(claim, by):
    """Whether `by` can read what somebody else proposed on `claim` in this round."""
    return _of_others(claim, by).filter(visible_to(by)).exists()


def has_opened(claim, by):
    """Whether `by` opened by hand what somebody else proposed on `claim` in this round."""
    return _of_others(claim, by).filter(seal__opened_by=by, seal__opening=Opening.REVIEWER).exists()


def _of_others(claim, by):
    return proposed_in_round(claim).exclude(author=by)


def note(claim, by):
    """Return in a sentence who may read what `by` proposes on `claim` now; nothing on a desk without blind rounds."""
    if not settings.FACTCHECK_BLIND_PROPOSALS:
        return ""
    if has_opened(claim, by):
        return "You opened this round, so your proposal is not blind: everybody can read it at once."
    if reads_another(claim, by):
        return "You can read what was proposed, so your proposal is not blind: everybody can read it at once."
    if claim.assessments.proposals().live().exclude(author=by).exists():
        return "You judge without knowing what was proposed. Once you propose, everybody can read both proposals."
    return "You propose blind: nobody else reads it until a second person has spoken or a reviewer opens the round."


def seal(proposal, *, opened):
    """Note that `proposal` was made blind; `opened` where another one stood, so that both are read from now on."""
    second = {"opened_at": proposal.created_at, "opened_by": proposal.author, "opening": Opening.SECOND}
    Seal.objects.create(proposal=proposal, **(second if opened else {}))


def open_all(claim, opening, *, by):
    """Open every proposal on `claim` that is sealed, for good; the log then tells what it says."""
    now = timezone.now()
    for one in claim.assessments.filter(SEALED).select_related("seal", "author").order_by("pk"):
        log.apply(one.seal, {"opened_at": now, "opened_by": by, "opening": opening})
        said = {name: getattr(one, name) for name in SAID} | {"relied_on": _keys(one)}
        after = {"author": str(one.author), "opening": opening} | said
        log.record(by=by, verb=Verb.OPENED, on=one, after=after, claim=claim, at=now)


def _keys(proposal):
    return sorted(proposal.relied_on.values_list("pk", flat=True))


def check_opening(*, claim, by):
    """Raise `Refused` unless `by` may open the round on `claim` now."""
    roles.must_review(by)
    if not claim.assessments.filter(hidden_from(by)).exists():
        raise Refused(f"No proposal on {claim.label} is hidden from you.")


@transaction.atomic
def open_round(*, claim, by):
    """Let everybody read what was proposed on `claim` so far.

    Whoever opens a round cannot propose blind in it any more: what they propose can be read at once.
    """
    claim = Claim.objects.lock(claim)
    check_opening(claim=claim, by=by)
    open_all(claim, Opening.REVIEWER, by=by)
    return claim
