from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint

from claims.models.claim import Claim
from claims.models.constraints import filled, one_of
from claims.models.passage import Anchor, Passage, with_sources
from claims.models.user import User
from claims.vocabulary import SPEAKING, Basis, EvidenceStatus, Independence, Stance

CONFLICTING_BASES = {
    Basis.OUTCOME: EvidenceStatus.NON_OCCURRENCE_REPORTED.label,
    Basis.EXPECTATION: "Foretold otherwise",
}


class LinkQuerySet(models.QuerySet):
    def live(self, at=None):
        """Links not withdrawn at `at` (default: now)."""
        if at is None:
            return self.filter(withdrawn_at=None)
        return self.filter(created_at__lte=at).filter(Q(withdrawn_at=None) | Q(withdrawn_at__gt=at))

    def published_by(self, day):
        """Links whose article was published on or before `day`."""
        return self.filter(passage__article__published_on__lte=day)

    def counting_for(self, claims):
        """Links of the claims with the keys `claims`, and of those merged into them."""
        held = Claim.objects.filter(Q(pk__in=claims) | Q(merged_into__in=claims))
        return self.filter(claim__in=held.order_by().values("pk"))

    def asserting(self):
        """Links to the passages in which a claim was made."""
        return self.filter(stance=Stance.ASSERTS)

    def without_place_in(self, version):
        """Links whose words do not stand in `version` of their article."""
        placed = Anchor.objects.filter(version=version).values("passage")
        return self.filter(passage__article=version.article_id).exclude(passage__in=placed)

    def for_detail(self):
        """Load what a page shows of a link, in two queries."""
        related = ("passage__article__outlet", "passage__origin", "created_by", "withdrawn_by")
        return self.select_related(*related).prefetch_related(with_sources("passage__chain_steps"))


class Link(models.Model):
    """A claim tied to a passage: what the passage says of it, and on what basis.

    Written once; afterwards it can only be withdrawn. `occurred_on` is the day on which the passage says that the
    event took place, where it states one: a report of Friday can attest an event of Monday.
    """

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="links")
    passage = models.ForeignKey(Passage, on_delete=models.PROTECT, related_name="links")
    stance = models.CharField(max_length=10, choices=Stance)
    basis = models.CharField(max_length=12, choices=Basis, blank=True)
    independence = models.CharField(max_length=12, choices=Independence, blank=True)
    credibility = models.PositiveSmallIntegerField(null=True, blank=True)
    occurred_on = models.DateField(null=True, blank=True)
    reason = models.TextField(blank=True)
    supersedes = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="superseded_by"
    )
    created_at = models.DateTimeField(db_index=True)
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    withdrawn_reason = models.TextField(blank=True)

    objects = LinkQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            one_of("stance", Stance, "link_stance_known"),
            CheckConstraint(condition=Q(basis="") | Q(basis__in=Basis.values), name="link_basis_known"),
            CheckConstraint(
                condition=Q(independence="") | Q(independence__in=Independence.values),
                name="link_independence_known",
            ),
            CheckConstraint(
                condition=~Q(stance__in=list(SPEAKING)) | (~Q(basis="") & ~Q(independence="")),
                name="link_basis_for_support_and_conflict",
            ),
            CheckConstraint(
                condition=~(
                    Q(stance__in=[Stance.REFUTES, Stance.QUALIFIES]) | Q(independence=Independence.SAME_ORIGIN)
                )
                | filled("reason"),
                name="link_reason_where_it_needs_one",
            ),
            CheckConstraint(
                condition=Q(occurred_on=None) | Q(basis=Basis.OUTCOME), name="link_occurred_on_is_outcome"
            ),
            CheckConstraint(
                condition=Q(credibility=None) | Q(credibility__range=(1, 6)), name="link_credibility_1_to_6"
            ),
            CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_by=None, withdrawn_reason="")
                | (Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False) & filled("withdrawn_reason")),
                name="link_withdrawn_by_whom_and_why",
            ),
            UniqueConstraint(
                fields=["claim", "passage"],
                condition=Q(withdrawn_at=None),
                name="link_one_live_per_passage",
            ),
        ]

    def __str__(self):
        return f"{self.get_stance_display()}: {self.passage}"

    @property
    def basis_label(self):
        """The basis in words that fit the stance: a conflict reports that the event did not happen."""
        if self.stance == Stance.REFUTES:
            return CONFLICTING_BASES.get(self.basis, "")
        return self.get_basis_display()

    @property
    def is_live(self):
        return self.withdrawn_at is None
