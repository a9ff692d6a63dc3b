from django.db import models
from django.db.models import CheckConstraint, Count, Q, UniqueConstraint
from django.db.models.functions import Coalesce
from django.urls import reverse

from claims.models.claim import Claim
from claims.models.constraints import filled, not_blank
from claims.models.user import User
from claims.vocabulary import State

HELD = [state for state in State if state != State.REJECTED]


class ClaimSetQuerySet(models.QuerySet):
    def with_live(self):
        """Annotate `live`: how many claims stand in each set, each once however many were merged into it."""
        stands = Coalesce("memberships__claim__merged_into", "memberships__claim")
        live = Q(memberships__left_at=None, memberships__claim__state__in=HELD)
        return self.annotate(live=Count(stands, filter=live, distinct=True))

    def standing(self):
        """Sets in which there are still two claims, so that they exclude each other."""
        return self.with_live().filter(live__gte=2)

    def fallen_apart(self):
        """Sets in which so many left, or were rejected, that nothing is excluded any more."""
        return self.with_live().filter(live__lt=2)


class ClaimSet(models.Model):
    """Claims of which at most one can be true, under a name, with why they exclude each other.

    A claim may be in several sets, because exclusion is not handed on: where two claims each exclude a third, both
    of these may be true, and only two sets can say so.
    """

    name = models.CharField(max_length=200)
    reason = models.TextField("why they exclude each other")
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    objects = ClaimSetQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            not_blank("name", "claim_set_name_not_blank"),
            not_blank("reason", "claim_set_reason_not_blank"),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("claim-set-detail", args=[self.pk])

    @property
    def label(self):
        """The name as sentences say it."""
        return f"“{self.name}”"


class MembershipQuerySet(models.QuerySet):
    def live(self, at=None):
        """Memberships that stood at `at` (default: now)."""
        if at is None:
            return self.filter(left_at=None)
        return self.filter(joined_at__lte=at).filter(Q(left_at=None) | Q(left_at__gt=at))

    def for_detail(self):
        """Load what a page shows of a membership, in one query."""
        return self.select_related("claim__figures", "joined_by", "left_by")


class Membership(models.Model):
    """A claim in a set, from when on and by whom; once it has left, it may join anew.

    Written once; afterwards it can only end, with the reason why.
    """

    claim_set = models.ForeignKey(ClaimSet, on_delete=models.PROTECT, related_name="memberships")
    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="memberships")
    reason = models.TextField(blank=True)
    joined_at = models.DateTimeField()
    joined_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    left_at = models.DateTimeField(null=True, blank=True)
    left_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    left_reason = models.TextField(blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            CheckConstraint(
                condition=Q(left_at=None, left_by=None, left_reason="")
                | (Q(left_at__isnull=False, left_by__isnull=False) & filled("left_reason")),
                name="membership_left_by_whom_and_why",
            ),
            UniqueConstraint(
                fields=["claim_set", "claim"], condition=Q(left_at=None), name="membership_once_at_a_time"
            ),
        ]

    def __str__(self):
        return f"{self.claim.label} in {self.claim_set}"

    @property
    def is_live(self):
        return self.left_at is None
