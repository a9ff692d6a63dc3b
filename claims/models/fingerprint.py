"""What near-duplicate articles are found by, and what was found: derived from their texts, and rebuildable."""

from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint

from claims.models.article import Article, ArticleVersion


class Fingerprint(models.Model):
    """A run of words that stands in the newest version of an article, as a number (`claims.text.copies`)."""

    value = models.BigIntegerField()
    version = models.ForeignKey(ArticleVersion, on_delete=models.CASCADE, related_name="fingerprints")

    class Meta:
        ordering = ["pk"]
        # By value first: that is what is asked for, and the index alone answers.
        constraints = [UniqueConstraint(fields=["value", "version"], name="fingerprint_unique_value_version")]

    def __str__(self):
        return f"{self.value}"


class ArticleCopyQuerySet(models.QuerySet):
    def of(self, articles):
        """Pairs in which one of `articles` (ids) stands."""
        return self.filter(Q(first__in=articles) | Q(second__in=articles))

    def alike(self):
        """Pairs whose texts are the same report, not only in part."""
        return self.filter(resemblance__gte=ArticleCopy.ALIKE)


class ArticleCopy(models.Model):
    """Two articles of which one carries words of the other; who copied whom is not known.

    Shares are of runs of three words, from 0 to 1: `first_share` is how much of the first stands in the second.
    `agency` is the news agency that both credit, blank where they credit none together.
    """

    ALIKE = 0.5

    first = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="+")
    second = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="+")
    first_version = models.ForeignKey(ArticleVersion, on_delete=models.CASCADE, related_name="+")
    second_version = models.ForeignKey(ArticleVersion, on_delete=models.CASCADE, related_name="+")
    first_share = models.FloatField()
    second_share = models.FloatField()
    resemblance = models.FloatField()
    agency = models.CharField(max_length=100, blank=True)

    objects = ArticleCopyQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name_plural = "article copies"
        constraints = [
            UniqueConstraint(fields=["first", "second"], name="article_copy_unique_pair"),
            CheckConstraint(condition=Q(first__lt=F("second")), name="article_copy_in_order"),
            CheckConstraint(
                condition=Q(first_share__range=(0, 1), second_share__range=(0, 1), resemblance__range=(0, 1)),
                name="article_copy_shares_are_parts",
            ),
        ]

    def __str__(self):
        return f"{self.first_id} and {self.second_id}: {self.resemblance:.2f}"
