"""What is hidden of a proposal that was made blind, and from whom: the one place that knows. Reads only.

While its seal is whole, nobody but its author reads what a proposal says: the verdict with its reason, the
confidence, the rationale, what would change it, the day it speaks of, the links relied on. That somebody has spoken,
who and when, may be told. A seal is opened for good, whatever becomes of the proposal then,

- when a second person proposes while the first proposal stands,
- when a reviewer opens the round,
- when the round ends: by a decision, a sending back of all, an amendment or a merge. Then all of it is there to read.

A proposal that its author takes back before that stays hidden until one of the three opens it as well: whoever else
proposes next must not have read it. The log holds nothing of a sealed proposal but that it was made; the line that
tells of its opening holds the rest. So what is read from the log needs no care, and what reads assessments asks here.
Reports and exports have no reader: for them it is hidden from everybody.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from claims.models import Assessment, User

SEALED = Q(seal__isnull=False, seal__opened_at=None)


@dataclass(frozen=True, slots=True)
class Spoken:
    """That `author` proposed, when, and whether they took it back since; what they said is not in here."""

    author: User
    at: datetime
    is_withdrawn: bool


def visible_to(person):
    """Return the condition under which `person` (None: nobody in particular) may read what an assessment says."""
    return ~hidden_from(person)


def hidden_from(person):
    """Return the condition under which an assessment is hidden from `person` (None: nobody in particular)."""
    return SEALED if person is None else SEALED & ~Q(author=person)


def spoken_on(claim, person, *, recorded_by=None):
    """Return who proposed on `claim` by a record moment and is hidden from `person`, the first to speak first.

    What was opened since that moment is not hidden: what is read now of the past is what may be read now.
    """
    hidden = Assessment.objects.filter(hidden_from(person), claim=claim)
    if recorded_by is not None:
        hidden = hidden.filter(created_at__lte=recorded_by)
    loaded = hidden.select_related("author").only("author", "created_at", "closed_at").order_by("pk")
    return tuple(Spoken(one.author, one.created_at, _is_over(one, recorded_by)) for one in loaded)


def _is_over(proposal, recorded_by):
    at = proposal.closed_at
    return at is not None and (recorded_by is None or at <= recorded_by)
