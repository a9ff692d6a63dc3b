from django.db import models
from django.db.models import CheckConstraint, Exists, OuterRef, Q, UniqueConstraint

from claims.models.claim import Claim
from claims.models.constraints import not_blank
from claims.models.user import User
from claims.vocabulary import RequestClosing


class ProposalRequestQuerySet(models.QuerySet):
    def live(self, at=None):
        """Requests that stood at `at` (default: now): made by then and not yet closed."""
        if at is None:
            return self.filter(closed_at=None)
        return self.filter(created_at__lte=at).filter(Q(closed_at=None) | Q(closed_at__gt=at))

    def of(self, user):
        """Requests that `user` may answer: those to them, and those to anyone else than asked or had spoken by then.

        Beside a proposal of theirs another one was asked for, so theirs made anew is none.
        """
        stood = user.assessments.proposals().live(OuterRef("created_at")).filter(claim=OuterRef("claim"))
        return self.filter(Q(person=user) | (Q(person=None) & ~Q(asked_by=user) & ~Exists(stood)))


class ProposalRequest(models.Model):
    """A reviewer asks a person, or anyone (no `person`), for another proposal on a claim, and says why in `note`.

    Written once; afterwards it can only be closed.
    """

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="proposal_requests")
    person = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="proposal_requests"
    )
    note = models.TextField()
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    closing = models.CharField(max_length=10, choices=RequestClosing, blank=True)

    objects = ProposalRequestQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            not_blank("note", "proposal_request_note_not_blank"),
            CheckConstraint(
                condition=Q(closed_at=None, closed_by=None, closing="")
                | Q(closed_at__isnull=False, closed_by__isnull=False, closing__in=RequestClosing.values),
                name="proposal_request_closed_by_whom_and_why",
            ),
            UniqueConstraint(
                fields=["claim", "person"], condition=Q(closed_at=None), name="proposal_request_one_live_per_person"
            ),
            UniqueConstraint(
                fields=["claim"],
                condition=Q(closed_at=None, person=None),
                name="proposal_request_one_live_to_anyone",
            ),
        ]

    def __str__(self):
        return f"{self.asked_by} asks {self.person or 'anyone'} about {self.claim.label}"

    @property
    def is_live(self):
        return self.closed_at is None
