from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint

from claims.models.claim import Claim
from claims.models.constraints import filled, not_blank, one_of
from claims.models.link import Link
from claims.models.user import User
from claims.vocabulary import Closing, Confidence, Step, UnresolvedReason, Verdict


class AssessmentQuerySet(models.QuerySet):
    def live(self, at=None):
        """Assessments that stood at `at` (default: now): made by then and not yet closed."""
        if at is None:
            return self.filter(closed_at=None)
        return self.filter(created_at__lte=at).filter(Q(closed_at=None) | Q(closed_at__gt=at))

    def proposals(self):
        return self.filter(step=Step.PROPOSAL)

    def decisions(self):
        return self.filter(step=Step.DECISION)


class Assessment(models.Model):
    """A person's proposal or decision of a verdict, with its reasons and the links it relies on.

    Written once; afterwards it can only be closed, with the reason why it stands no more.
    """

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="assessments")
    author = models.ForeignKey(User, on_delete=models.PROTECT, related_name="assessments")
    step = models.CharField(max_length=10, choices=Step)
    verdict = models.CharField(max_length=18, choices=Verdict)
    unresolved_reason = models.CharField(max_length=15, choices=UnresolvedReason, blank=True)
    confidence = models.CharField(max_length=10, choices=Confidence)
    rationale = models.TextField()
    what_would_change = models.TextField("what would change this verdict", blank=True)
    as_of = models.DateField()
    relied_on = models.ManyToManyField(Link, blank=True, related_name="relied_on_by")
    # A desk of one may let a person decide their own proposal; the record then says so for ever.
    own_proposal = models.BooleanField(default=False)
    created_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    closing = models.CharField(max_length=10, choices=Closing, blank=True)
    closing_note = models.TextField(blank=True)

    objects = AssessmentQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            one_of("step", Step, "assessment_step_known"),
            one_of("verdict", Verdict, "assessment_verdict_known"),
            one_of("confidence", Confidence, "assessment_confidence_known"),
            not_blank("rationale", "assessment_rationale_not_blank"),
            CheckConstraint(
                condition=~Q(step=Step.DECISION) | filled("what_would_change"),
                name="assessment_decision_says_what_would_change",
            ),
            CheckConstraint(
                condition=Q(verdict=Verdict.UNRESOLVED, unresolved_reason__in=UnresolvedReason.values)
                | (~Q(verdict=Verdict.UNRESOLVED) & Q(unresolved_reason="")),
                name="assessment_unresolved_has_reason",
            ),
            CheckConstraint(
                condition=Q(closed_at=None, closed_by=None, closing="")
                | Q(closed_at__isnull=False, closed_by__isnull=False, closing__in=Closing.values),
                name="assessment_closed_by_whom_and_why",
            ),
            UniqueConstraint(
                fields=["claim"],
                condition=Q(step=Step.DECISION, closed_at=None),
                name="assessment_one_live_decision",
            ),
            UniqueConstraint(
                fields=["claim", "author"],
                condition=Q(step=Step.PROPOSAL, closed_at=None),
                name="assessment_one_live_proposal_per_author",
            ),
        ]

    def __str__(self):
        return f"{self.get_step_display()}: {self.get_verdict_display()}"

    @property
    def is_live(self):
        return self.closed_at is None

    @property
    def lost_links(self):
        """The links relied on that were withdrawn since; needs `relied_on` prefetched."""
        return [link for link in self.relied_on.all() if not link.is_live]
