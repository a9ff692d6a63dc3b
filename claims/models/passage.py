from django.db import models
from django.db.models import CheckConstraint, Exists, F, OuterRef, Prefetch, Q, UniqueConstraint
from django.db.models.functions import Length
from django.db.models.lookups import LessThanOrEqual
from django.urls import reverse

from claims.models.article import Article, ArticleVersion
from claims.models.constraints import not_blank, one_of
from claims.models.source import Source
from claims.models.user import User
from claims.vocabulary import AnchorMethod, Certainty, Polarity, SpeakerKind


def with_sources(lookup):
    """Return what prefetches the chain steps at `lookup` together with their sources."""
    # Of each passage in order; by the passage first, its table would be joined.
    return Prefetch(lookup, ChainStep.objects.select_related("source").order_by("position"))


class PassageQuerySet(models.QuerySet):
    def in_version(self, version):
        """Passages that have a place in `version`."""
        return self.filter(Exists(Anchor.objects.filter(passage=OuterRef("pk"), version=version)))

    def with_attribution(self):
        """Load what a page needs to say who speaks and through whom, in two queries."""
        return self.select_related("origin").prefetch_related(with_sources("chain_steps"))


class Passage(models.Model):
    """Quoted words of an article, and who says them."""

    EXACT_MAX = 2000

    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="passages")
    exact = models.TextField()
    prefix = models.CharField(max_length=64, blank=True)
    suffix = models.CharField(max_length=64, blank=True)
    speaker = models.CharField(max_length=200, blank=True)
    speaker_kind = models.CharField(max_length=20, choices=SpeakerKind, default=SpeakerKind.UNATTRIBUTED)
    origin = models.ForeignKey(
        Source, null=True, blank=True, on_delete=models.PROTECT, related_name="originated_passages"
    )
    chain = models.ManyToManyField(Source, through="ChainStep", related_name="relayed_passages")
    certainty = models.CharField(max_length=12, choices=Certainty, default=Certainty.UNCOMMITTED)
    polarity = models.CharField(max_length=10, choices=Polarity, default=Polarity.POSITIVE)
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    objects = PassageQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            not_blank("exact", "passage_exact_not_blank"),
            CheckConstraint(condition=Q(LessThanOrEqual(Length("exact"), 2000)), name="passage_exact_not_too_long"),
            one_of("speaker_kind", SpeakerKind, "passage_speaker_kind_known"),
            one_of("certainty", Certainty, "passage_certainty_known"),
            one_of("polarity", Polarity, "passage_polarity_known"),
        ]

    def __str__(self):
        return self.exact

    def get_absolute_url(self):
        """The address that lands on the passage wherever it now stands."""
        return reverse("passage-detail", args=[self.pk])


class ChainStep(models.Model):
    """A source through which a passage's words came, nearest to the article first."""

    passage = models.ForeignKey(Passage, on_delete=models.CASCADE, related_name="chain_steps")
    position = models.PositiveSmallIntegerField()
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["passage", "position"]
        constraints = [
            UniqueConstraint(fields=["passage", "position"], name="chain_step_unique_position"),
            UniqueConstraint(fields=["passage", "source"], name="chain_step_unique_source"),
        ]

    def __str__(self):
        return str(self.source)


class Anchor(models.Model):
    """Where a passage stands in a version, in code points, half open."""

    passage = models.ForeignKey(Passage, on_delete=models.PROTECT, related_name="anchors")
    version = models.ForeignKey(ArticleVersion, on_delete=models.PROTECT, related_name="anchors")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    method = models.CharField(max_length=10, choices=AnchorMethod)
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["version", "start", "pk"]
        constraints = [
            UniqueConstraint(fields=["passage", "version"], name="anchor_unique_passage_version"),
            CheckConstraint(condition=Q(start__gte=0, start__lt=F("end")), name="anchor_start_before_end"),
            one_of("method", AnchorMethod, "anchor_method_known"),
        ]

    def __str__(self):
        return f"{self.start}–{self.end}"
