from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint

from claims.models.claim import Claim
from claims.models.constraints import filled
from claims.models.passage import Passage
from claims.models.user import User


class RescheduleQuerySet(models.QuerySet):
    def live(self, at=None):
        """Those on record and not withdrawn at `at` (default: now)."""
        if at is None:
            return self.filter(withdrawn_at=None)
        return self.filter(created_at__lte=at).filter(Q(withdrawn_at=None) | Q(withdrawn_at__gt=at))


class Reschedule(models.Model):
    """That a forecast was restated with a new date: the `later` claim supersedes the `earlier`, which stays as made.

    `passage` holds the words that state the new date; where they are not known, `reason` says what shows it. Written
    once; afterwards it can only be withdrawn.
    """

    earlier = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="newer_dates")
    later = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="older_dates")
    passage = models.ForeignKey(Passage, null=True, blank=True, on_delete=models.PROTECT, related_name="reschedules")
    reason = models.TextField(blank=True)
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    withdrawn_reason = models.TextField(blank=True)

    objects = RescheduleQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            CheckConstraint(condition=~Q(earlier=F("later")), name="reschedule_of_two_claims"),
            CheckConstraint(
                condition=Q(passage__isnull=False) | filled("reason"), name="reschedule_has_words_or_a_reason"
            ),
            CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_by=None, withdrawn_reason="")
                | (Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False) & filled("withdrawn_reason")),
                name="reschedule_withdrawn_by_whom_and_why",
            ),
            # A chain, not a tree: a forecast has one next date, and a date comes after one other.
            UniqueConstraint(
                fields=["earlier"], condition=Q(withdrawn_at=None), name="reschedule_one_live_per_earlier"
            ),
            UniqueConstraint(fields=["later"], condition=Q(withdrawn_at=None), name="reschedule_one_live_per_later"),
        ]

    def __str__(self):
        return f"{self.earlier.label} rescheduled to {self.later.label}"

    @property
    def is_live(self):
        return self.withdrawn_at is None
