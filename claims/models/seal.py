from django.db import models
from django.db.models import CheckConstraint, Q

from claims.models.assessment import Assessment
from claims.models.user import User
from claims.vocabulary import Opening


class SealQuerySet(models.QuerySet):
    def whole(self):
        """Seals that nobody has opened: what such a proposal says is for its author alone."""
        return self.filter(opened_at=None)


class Seal(models.Model):
    """That a proposal was made blind: without knowing what anybody else holds, and unread until it is opened.

    It says so for ever; `opened_at`, `opened_by` and `opening` say since when everybody may read the proposal, and
    what made it so.
    """

    proposal = models.OneToOneField(Assessment, on_delete=models.PROTECT, related_name="seal")
    opened_at = models.DateTimeField(null=True, blank=True)
    opened_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    opening = models.CharField(max_length=10, choices=Opening, blank=True)

    objects = SealQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            CheckConstraint(
                condition=Q(opened_at=None, opened_by=None, opening="")
                | Q(opened_at__isnull=False, opened_by__isnull=False, opening__in=Opening.values),
                name="seal_opened_by_whom_and_how",
            ),
        ]

    def __str__(self):
        return f"Seal of proposal {self.proposal_id}"
