from django.db import models
from django.db.models import CheckConstraint, Exists, F, OuterRef, Q, UniqueConstraint
from django.urls import reverse

from claims.models.article import ArticleVersion
from claims.models.claim import Claim
from claims.models.constraints import one_of
from claims.models.user import User
from claims.vocabulary import Noun, SuggestionKind, SuggestionState

JUDGED = (SuggestionState.ACCEPTED, SuggestionState.REJECTED)
# What is suggested of the words of one version; an origin or a merge is a matter of the records themselves.
OF_ONE_VERSION = (SuggestionKind.ANCHOR, SuggestionKind.CLAIM, SuggestionKind.LINK)


class SuggestionQuerySet(models.QuerySet):
    def pending(self):
        """Suggestions that nobody has judged yet, and that are still offered."""
        return self.filter(state=SuggestionState.PENDING)

    def to_judge(self):
        """Pending ones that are judged as such: what became of words that left a text is said of their links."""
        return self.pending().exclude(kind=SuggestionKind.ANCHOR)

    def judged(self):
        """Suggestions that a person accepted or rejected."""
        return self.filter(state__in=JUDGED)

    def judged_by(self, person, *, since):
        """What `person` judged as a suggestion since a moment; the place of a passage may be chosen otherwise."""
        chosen = Q(kind=SuggestionKind.ANCHOR, result_id__isnull=False)
        return self.judged().filter(decided_by=person, decided_at__gte=since).exclude(chosen)

    def of_article(self, article):
        """Suggestions for any version of `article`."""
        return self.filter(version__article=article)

    def unfolded(self):
        """Leave out of pending ones what another of the same fold speaks for: a better pending, or an accepted one.

        They stay as they are, and are shown under that one.
        """
        better = Q(score__gt=OuterRef("score")) | Q(score=OuterRef("score"), pk__lt=OuterRef("pk"))
        speaks = Q(state=SuggestionState.ACCEPTED) | Q(better, state=SuggestionState.PENDING)
        others = Suggestion.objects.order_by().filter(speaks, fold=OuterRef("fold"), fold__isnull=False)
        return self.filter(Q(fold=None) | ~Exists(others))

    def for_queue(self):
        """Load what the queue shows of a suggestion, the best first."""
        related = ("version__article__outlet", "claim__figures", "claim__owner", "decided_by")
        return self.select_related(*related).order_by("-score", "pk")


class Suggestion(models.Model):
    """What the machine offers, with the rule that made it, its score and its reasons in words.

    The span is what was offered; `kept_start` and `kept_end` are what a person kept of it, where it was accepted.
    Those with one `fold` say the same in copies of one report; it is derived, and means nothing else.
    """

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
    # Without an index of its own: `suggestion_decided` begins with it.
    decided_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    kept_start = models.PositiveIntegerField(null=True, blank=True)
    kept_end = models.PositiveIntegerField(null=True, blank=True)
    result_noun = models.CharField(max_length=12, choices=Noun, blank=True)
    result_id = models.PositiveBigIntegerField(null=True, blank=True)
    fold = models.PositiveBigIntegerField(null=True, blank=True, editable=False)

    objects = SuggestionQuerySet.as_manager()

    class Meta:
        ordering = ["-score", "pk"]
        indexes = [
            models.Index(
                fields=["-score", "id"], condition=Q(state=SuggestionState.PENDING), name="suggestion_queue"
            ),
            models.Index(
                fields=["kind", "-score", "id"],
                condition=Q(state=SuggestionState.PENDING),
                name="suggestion_queue_of_kind",
            ),
            models.Index(fields=["decided_by", "-decided_at"], name="suggestion_decided"),
            models.Index(fields=["fold"], condition=Q(fold__isnull=False), name="suggestion_fold"),
        ]
        constraints = [
            one_of("kind", SuggestionKind, "suggestion_kind_known"),
            one_of("state", SuggestionState, "suggestion_state_known"),
            CheckConstraint(condition=Q(start__lt=F("end")), name="suggestion_start_before_end"),
            CheckConstraint(
                condition=Q(state__in=[SuggestionState.PENDING, SuggestionState.STALE])
                | Q(decided_at__isnull=False, decided_by__isnull=False),
                name="suggestion_decided_by_whom",
            ),
            CheckConstraint(
                condition=Q(kept_start=None, kept_end=None) | Q(kept_start__lt=F("kept_end")),
                name="suggestion_kept_start_before_end",
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

    def get_absolute_url(self):
        """The place in the queue where this suggestion is judged."""
        return reverse("suggestion-detail", args=[self.pk])

    @property
    def quote(self):
        """The words that it is about, as they were offered."""
        return self.payload.get("quote", "")

    @property
    def is_pending(self):
        return self.state == SuggestionState.PENDING

    @property
    def was_linked_instead(self):
        """Whether its words were linked to a claim that there was, where it offered to make one."""
        return self.kind == SuggestionKind.CLAIM and self.result_noun == Noun.LINK
