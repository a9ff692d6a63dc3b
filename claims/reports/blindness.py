"""What is hidden of a proposal that was made blind, and from whom: the one place that knows. Reads only.

While its seal is whole, nobody but its author reads what a proposal says: the verdict with its reason, the
confidence, the rationale, what would change it, the day it speaks of, the links relied on. That somebody has spoken,
who and when, may be told. A seal is opened for good, whatever becomes of the proposal then,

- when a second person proposes while the first proposal stands,
- when a reviewer opens the round,
- when the round ends: by a decision, a sending back of all, or a merge. Then all of it is there to read.

A proposal that its author takes back before that, or that an amendment voids, stays hidden until one of the three
opens it as well: whoever else proposes next must not have read it, and amending a claim, which every analyst may, is
no way to read what is hidden.

Blind is who can read nothing that anybody else proposed in the round. As a judgement once read is not forgotten, a
round in this sense lasts from one decision to the next, whatever was taken back, sent back or voided meanwhile.

The log holds nothing of a sealed proposal but that it was made; the line that tells of its opening holds the rest. So
what is read from the log needs no care, and what reads assessments asks here. Reports and exports have no reader: for
them it is hidden from everybody.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Q

from claims.models import Assessment, User

SEALED = Q(seal__isnull=False, seal__opened_at=None)


@dataclass(frozen=True, slots=True)
class Spoken:
    """That `author` proposed, when, and what ended it since (a `Closing`, or ""); what they said is not in here."""

    author: User
    at: datetime
    ended: str


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
    loaded = hidden.select_related("author").only("author", "created_at", "closed_at", "closing").order_by("pk")
    return tuple(Spoken(one.author, one.created_at, _ended(one, recorded_by)) for one in loaded)


def _ended(proposal, recorded_by):
    at = proposal.closed_at
    return proposal.closing if at is not None and (recorded_by is None or at <= recorded_by) else ""


def standing(hidden):
    """Return those of the `hidden` ones (`Spoken`) that nothing has ended."""
    return tuple(one for one in hidden if not one.ended)


def proposed_in_round(claim):
    """Return the proposals on `claim`, and on claims merged into it, that no decision on either has followed.

    Those that ended otherwise are among them: who could read them knows what a colleague holds.
    """
    decided = Assessment.objects.decisions().filter(Q(claim=claim) | Q(claim=OuterRef("claim")))
    made = Assessment.objects.proposals().filter(Q(claim=claim) | Q(claim__merged_into=claim))
    return made.filter(~Exists(decided.filter(pk__gt=OuterRef("pk"))))
