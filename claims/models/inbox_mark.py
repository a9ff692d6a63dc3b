from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint

from claims.models.claim import Claim
from claims.models.event import Event
from claims.models.user import User


class InboxMark(models.Model):
    """That a person has read one thing in their inbox, or was mailed it: an event, or a forecast that fell due.

    `fell_due_on` is the last day of the window, or the day of review, that passed.
    """

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="inbox_marks")
    event = models.ForeignKey(Event, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    claim = models.ForeignKey(Claim, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    fell_due_on = models.DateField(null=True, blank=True)
    read_at = models.DateTimeField(null=True, blank=True)
    mailed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            CheckConstraint(
                condition=Q(event__isnull=False, claim=None, fell_due_on=None)
                | Q(event=None, claim__isnull=False, fell_due_on__isnull=False),
                name="inbox_mark_on_one_thing",
            ),
            UniqueConstraint(fields=["user", "event"], name="inbox_mark_unique_event"),
            UniqueConstraint(fields=["user", "claim", "fell_due_on"], name="inbox_mark_unique_due"),
        ]

    def __str__(self):
        return f"{self.user}: {self.event or self.claim}"
