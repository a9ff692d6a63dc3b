"""When a person may take back in the queue what the log says that they did there."""

from django.utils import timezone

from claims.errors import Refused
from claims.services import roles
from claims.services.suggestions import UNDO_WITHIN

MISTAKEN = "Taken back in the queue."


def must_be_own_and_recent(event, by):
    """Raise `Refused` unless `by` did what `event` says, within the last hours."""
    roles.must_annotate(by)
    if event.actor_id != by.pk:
        raise Refused("Only who did this can take it back.")
    if timezone.now() - event.at > UNDO_WITHIN:
        raise Refused("This was done too long ago to be taken back here.")
