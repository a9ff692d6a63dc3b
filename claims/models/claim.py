from datetime import timedelta

from django.db import models
from django.db.models import Case, CheckConstraint, F, Q, Value, When
from django.urls import reverse

from claims.models.constraints import not_blank, one_of
from claims.models.topic import Topic
from claims.models.user import User
from claims.vocabulary import PUT_ASIDE, ClaimKind, EvidenceStatus, State, Timing, Verdict, WindowBasis

PAST_DRAFT = [State.OPEN, State.PROPOSED, State.DECIDED]
UNFINISHED = [State.DRAFT, State.OPEN, State.PROPOSED]


def _late(today, grace_days):
    """Return {timing: condition} of forecasts that are not closed, for the timings that ask somebody to act."""
    last_graced = today - timedelta(days=grace_days)
    return {
        Timing.OVERDUE: Q(window_end__lt=last_graced),
        Timing.DUE: Q(window_end__gte=last_graced, window_end__lt=today),
        Timing.REVIEW_DUE: Q(window_end=None, review_on__lt=today),
    }


def _timing(today, grace_days, *first):
    return Case(
        *first,
        When(~Q(kind=ClaimKind.FORECAST), then=Value(None)),
        When(figures__closed=True, then=Value(Timing.CLOSED)),
        When(window_end__gte=today, then=Value(Timing.NOT_DUE)),
        *(When(condition, then=Value(timing)) for timing, condition in _late(today, grace_days).items()),
        default=Value(Timing.UNDATED),
        output_field=models.CharField(null=True),
    )


class ClaimQuerySet(models.QuerySet):
    def lock(self, claim):
        """Return the row of `claim`, held until the transaction ends."""
        return self.lock_all([claim.pk])[claim.pk]

    def lock_both(self, claim, other):
        """Return both rows, held until the transaction ends."""
        rows = self.lock_all([claim.pk, other.pk])
        return rows[claim.pk], rows[other.pk]

    def lock_all(self, ids):
        """Return {id: row} of the claims `ids`, held until the transaction ends.

        They are locked in one order for everybody, so that two people cannot wait for each other, in one go, after
        the articles and before any of their links (`services.locks`). Rows that only name a claim need not wait: a
        key never changes.
        """
        rows = self.select_for_update(no_key=True).filter(pk__in=ids).order_by("pk")
        return {row.pk: row for row in rows}

    def unfinished(self):
        """Claims on which somebody must still act."""
        return self.filter(state__in=UNFINISHED)

    def forecasts(self):
        return self.filter(kind=ClaimKind.FORECAST)

    def with_timing(self, today, grace_days):
        """Annotate `timing` as it stands on `today`, from the figures kept for lists."""
        return self.annotate(timing=_timing(today, grace_days))

    def with_awaited_timing(self, today, grace_days):
        """Annotate `timing` as above, but none for claims put aside: nobody waits for these."""
        put_aside = When(state__in=PUT_ASIDE, then=Value(None))
        return self.annotate(timing=_timing(today, grace_days, put_aside))

    def late(self, timing, today, grace_days):
        """Forecasts whose `timing` on `today` is overdue, due or review_due; found by an index, not one by one."""
        return self.forecasts().filter(_late(today, grace_days)[timing], figures__closed=False)

    def for_list(self):
        """Load what a row of the claims list shows, in a fixed number of queries."""
        return self.select_related("figures", "owner").prefetch_related("topics")

    def for_detail(self):
        """Load what a page shows of a claim itself, in a fixed number of queries."""
        related = ("owner", "created_by", "merged_into", "split_from", "assistant_run")
        return self.select_related(*related).prefetch_related("topics")


class Claim(models.Model):
    """One checkable statement with one truth condition, free of hedge and speaker."""

    number = models.PositiveIntegerField(unique=True, editable=False)
    statement = models.CharField(max_length=500)
    kind = models.CharField(max_length=12, choices=ClaimKind)
    topics = models.ManyToManyField(Topic, blank=True, related_name="claims")
    window_start = models.DateField(null=True, blank=True)
    window_end = models.DateField(null=True, blank=True, db_index=True)
    window_basis = models.CharField(max_length=10, choices=WindowBasis, blank=True)
    review_on = models.DateField(null=True, blank=True)
    criteria = models.TextField("what would settle it", blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT, db_index=True)
    owner = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="claims")
    merged_into = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="merged")
    split_from = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="parts")
    amended_at = models.DateTimeField(null=True, blank=True, editable=False)
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    updated_at = models.DateTimeField(db_index=True)
    lock_version = models.PositiveIntegerField(default=1, editable=False)

    objects = ClaimQuerySet.as_manager()

    class Meta:
        ordering = ["-number"]
        permissions = [
            ("annotate", "Can make claims, link passages and propose verdicts"),
            ("review", "Can decide, send back, reopen and merge"),
        ]
        # The state first: with it alone, or with the day alone, half of the table would be looked through.
        indexes = [
            models.Index(fields=["state", "window_end", "review_on"], name="claim_due"),
            models.Index(fields=["owner", "state", "window_end", "review_on"], name="claim_due_of_owner"),
            models.Index(fields=["state", "window_start"], name="claim_begins"),
        ]
        constraints = [
            not_blank("statement", "claim_statement_not_blank"),
            one_of("kind", ClaimKind, "claim_kind_known"),
            one_of("state", State, "claim_state_known"),
            CheckConstraint(
                condition=Q(window_basis="") | Q(window_basis__in=WindowBasis.values),
                name="claim_window_basis_known",
            ),
            CheckConstraint(
                condition=Q(window_start=None) | Q(window_end=None) | Q(window_start__lte=F("window_end")),
                name="claim_window_start_before_end",
            ),
            CheckConstraint(
                condition=Q(window_start=None, window_end=None, window_basis="")
                | (~Q(window_basis="") & (Q(window_start__isnull=False) | Q(window_end__isnull=False))),
                name="claim_window_has_basis",
            ),
            CheckConstraint(
                condition=~Q(kind=ClaimKind.FORECAST)
                | ~Q(state__in=PAST_DRAFT)
                | Q(window_end__isnull=False)
                | Q(review_on__isnull=False),
                name="claim_forecast_falls_due",
            ),
            CheckConstraint(
                condition=Q(state=State.MERGED, merged_into__isnull=False)
                | (~Q(state=State.MERGED) & Q(merged_into=None)),
                name="claim_merged_has_target",
            ),
            CheckConstraint(condition=~Q(merged_into=F("pk")), name="claim_not_merged_into_itself"),
        ]

    def __str__(self):
        return f"{self.label} {self.statement}"

    def get_absolute_url(self):
        return reverse("claim-detail", args=[self.number])

    @property
    def label(self):
        """The number as people say it: `C-12`."""
        return f"C-{self.number}"

    @property
    def is_put_aside(self):
        """Whether it was rejected or merged, so that nobody acts on it or waits for it any more."""
        return self.state in PUT_ASIDE

    @property
    def is_forecast(self):
        return self.kind == ClaimKind.FORECAST


class ClaimFigures(models.Model):
    """What the evidence of a claim adds up to now, kept for lists.

    A copy: `rebuild_figures` computes it anew, and answers as of a date never come from it.
    """

    claim = models.OneToOneField(Claim, primary_key=True, on_delete=models.CASCADE, related_name="figures")
    evidence_status = models.CharField(max_length=24, choices=EvidenceStatus, db_index=True)
    closed = models.BooleanField(default=False)
    verdict = models.CharField(max_length=18, choices=Verdict, blank=True)
    articles = models.PositiveIntegerField(default=0)
    origins = models.PositiveIntegerField(default=0)
    supporting_origins = models.PositiveIntegerField(default=0)
    supports = models.PositiveIntegerField(default=0)
    conflicts = models.PositiveIntegerField(default=0)
    qualified = models.BooleanField(default=False)
    disputed = models.BooleanField(default=False)
    needs_review = models.BooleanField(default=False)

    class Meta:
        verbose_name_plural = "claim figures"
        indexes = [
            models.Index(fields=["claim"], condition=Q(needs_review=True), name="claim_figures_needs_review"),
        ]
        constraints = [one_of("evidence_status", EvidenceStatus, "claim_figures_evidence_status_known")]

    def __str__(self):
        return self.get_evidence_status_display()
