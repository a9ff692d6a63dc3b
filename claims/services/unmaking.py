"""Claims unmade: what somebody has just made by mistake is taken back, together with the link to its words."""

from django.db import transaction
from django.utils import timezone

from claims.errors import Refused
from claims.services import claims, links


def check_undoing(*, claim, by):
    """Raise `Refused` unless `by` made `claim` just now, and nobody has built on it."""
    claims.check_taking_back(claim=claim, by=by)
    if timezone.now() - claim.created_at > links.UNDO_WITHIN:
        raise Refused(f"{claim.label} was made too long ago to be undone.")


@transaction.atomic
def undo(*, claim, by):
    """Take back the claim that `by` made just now; the log says that it was undone."""
    check_undoing(claim=claim, by=by)
    return unmake(claim=claim, reason=links.UNDONE, by=by)


@transaction.atomic
def unmake(*, claim, reason, by):
    """Put `claim` aside for `reason` and withdraw the link to the words that it was made of; return the claim."""
    claims.check_taking_back(claim=claim, by=by)
    # Or the words would be taken for those of a claim that somebody wanted, and never be offered again.
    for link in claim.links.live():
        links.withdraw(link=link, reason=reason, by=by)
    return claims.take_back(claim=claim, reason=reason, by=by)
