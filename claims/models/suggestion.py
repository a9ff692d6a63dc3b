from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint

from claims.models.article import ArticleVersion
from claims.models.claim import Claim
from claims.models.constraints import one_of
from claims.models.user import User
from claims.vocabulary import Noun, SuggestionKind, SuggestionState


class SuggestionQuerySet(models.QuerySet):
    def pending(self):
        return self.filter(state=SuggestionState.PENDING)


class Suggestion(models.Model):
    """What the machine offers, with the rule that made it, its score and its reasons in words."""

    kind = models.CharField(max_length=10, choices=SuggestionKind)
    version = models.ForeignKey(ArticleVersion, on_delete=models.PROTECT, related_name="suggestions")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    claim = models.ForeignKey(Claim, null=True, blank=True, on_delete=models.PROTECT, related_name="suggestions")
    payload = models.JSONField(default=dict, blank=True)
    rule = models.CharField(max_length=60)
    score = models.FloatField()
    reasons = models.JSONField(default=list, blank=True)
    state = models.CharField(max_length=10, choices=SuggestionState, default=SuggestionState.PENDING)
    created_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    result_noun = models.CharField(max_length=12, choices=Noun, blank=True)
    result_id = models.PositiveBigIntegerField(null=True, blank=True)

    objects = SuggestionQuerySet.as_manager()

    class Meta:
        ordering = ["-score", "pk"]
        constraints = [
            one_of("kind", SuggestionKind, "suggestion_kind_known"),
            one_of("state", SuggestionState, "suggestion_state_known"),
            CheckConstraint(condition=Q(start__lt=F("end")), name="suggestion_start_before_end"),
            CheckConstraint(
                condition=Q(state__in=[SuggestionState.PENDING, SuggestionState.STALE])
                | Q(decided_at__isnull=False, decided_by__isnull=False),
                name="suggestion_decided_by_whom",
            ),
            UniqueConstraint(
                fields=["kind", "version", "start", "end", "claim", "rule"],
                name="suggestion_unique_with_claim",
            ),
            # NULLs are distinct in an index, so suggestions that concern no claim need one of their own.
            UniqueConstraint(
                fields=["kind", "version", "start", "end", "rule"],
                condition=Q(claim=None),
                name="suggestion_unique_without_claim",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} by {self.rule}"
