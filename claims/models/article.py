from django.db import models
from django.db.models import CheckConstraint, F, OuterRef, Q, Subquery, UniqueConstraint
from django.urls import reverse

from claims.models.constraints import not_blank, one_of
from claims.models.source import Source
from claims.models.user import User
from claims.vocabulary import DateBasis, Standing, VersionChange


class ArticleQuerySet(models.QuerySet):
    def without_date(self):
        """Articles whose passages cannot count yet, because nobody knows when they were published."""
        return self.filter(published_on=None)

    def with_newest_version(self, at=None):
        """Annotate `newest_version_id`: the version that stood at `at` (default: now)."""
        versions = ArticleVersion.objects.filter(article=OuterRef("pk"))
        if at is not None:
            versions = versions.filter(recorded_at__lte=at)
        return self.annotate(newest_version_id=Subquery(versions.order_by("-number").values("pk")[:1]))

    def lock(self, article):
        """Return the row of `article`, held until the transaction ends; it is locked before any claim."""
        return self.select_for_update(no_key=True).get(pk=article.pk)

    def lock_all(self, ids):
        """Return {id: row} of the articles `ids`, held until the transaction ends.

        They are locked in one order for everybody, and in one go (`services.locks`).
        """
        rows = self.select_for_update(no_key=True).filter(pk__in=ids).order_by("pk")
        return {row.pk: row for row in rows}


class Article(models.Model):
    """A published document: where claims are made and where evidence is found.

    What the article does not state stays null; nothing here is guessed.
    """

    title = models.CharField(max_length=500, null=True, blank=True)  # noqa: DJ001 - null means "not stated"
    outlet = models.ForeignKey(Source, null=True, blank=True, on_delete=models.PROTECT, related_name="articles")
    byline = models.CharField(max_length=200, null=True, blank=True)  # noqa: DJ001
    dateline = models.CharField(max_length=200, null=True, blank=True)  # noqa: DJ001
    url = models.URLField(max_length=1000, null=True, blank=True)  # noqa: DJ001
    published_on = models.DateField(null=True, blank=True, db_index=True)
    published_basis = models.CharField(max_length=10, choices=DateBasis, default=DateBasis.UNKNOWN)
    standing = models.CharField(max_length=10, choices=Standing, default=Standing.USABLE)
    standing_at = models.DateTimeField(null=True, blank=True, editable=False)
    imported_from = models.CharField(max_length=255, null=True, blank=True, db_index=True)  # noqa: DJ001
    created_at = models.DateTimeField(db_index=True)
    created_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    lock_version = models.PositiveIntegerField(default=1, editable=False)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        ordering = ["-published_on", "-pk"]
        constraints = [
            one_of("published_basis", DateBasis, "article_published_basis_known"),
            one_of("standing", Standing, "article_standing_known"),
            CheckConstraint(
                condition=Q(published_on=None, published_basis=DateBasis.UNKNOWN)
                | (Q(published_on__isnull=False) & ~Q(published_basis=DateBasis.UNKNOWN)),
                name="article_date_has_basis",
            ),
            CheckConstraint(
                condition=Q(standing=Standing.USABLE) | Q(standing_at__isnull=False),
                name="article_standing_has_moment",
            ),
        ]

    def __str__(self):
        return self.title or "Title not stated"

    def get_absolute_url(self):
        return reverse("article-detail", args=[self.pk])

    def newest_version(self):
        """The version that stands now."""
        return self.versions.order_by("-number").first()


class ArticleVersion(models.Model):
    """The text of an article as recorded at one moment; the text never changes.

    `headline_end` is the code point where the headline ends that the text itself states (0: it states none).
    `removed` holds what was taken out at import (role and words), so that nothing is lost.
    """

    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    text = models.TextField()
    headline_end = models.PositiveIntegerField(default=0)
    removed = models.JSONField(default=list, blank=True)
    sha256 = models.CharField(max_length=64, db_index=True)
    change = models.CharField(max_length=10, choices=VersionChange)
    note = models.TextField(blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["article", "number"]
        constraints = [
            UniqueConstraint(fields=["article", "number"], name="article_version_unique_number"),
            UniqueConstraint(fields=["article", "sha256"], name="article_version_unique_sha256"),
            one_of("change", VersionChange, "article_version_change_known"),
            CheckConstraint(condition=Q(number__gte=1), name="article_version_number_from_one"),
            not_blank("text", "article_version_text_not_blank"),
        ]

    def __str__(self):
        return f"{self.article}, version {self.number}"

    def get_absolute_url(self):
        return f"{self.article.get_absolute_url()}?version={self.number}"


class Sentence(models.Model):
    """A sentence of a version: what search and matching run over. Derived; can be rebuilt from the version."""

    version = models.ForeignKey(ArticleVersion, on_delete=models.CASCADE, related_name="sentences")
    ordinal = models.PositiveIntegerField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    text = models.TextField()

    class Meta:
        ordering = ["version", "ordinal"]
        constraints = [
            UniqueConstraint(fields=["version", "ordinal"], name="sentence_unique_ordinal"),
            CheckConstraint(condition=Q(start__lt=F("end")), name="sentence_start_before_end"),
        ]

    def __str__(self):
        return self.text
