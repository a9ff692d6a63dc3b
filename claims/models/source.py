from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint

from claims.models.constraints import not_blank, one_of
from claims.vocabulary import Reliability, SourceKind


class SourceQuerySet(models.QuerySet):
    def outlets(self):
        """Sources that publish articles."""
        return self.filter(kind__in=[SourceKind.OUTLET, SourceKind.AGENCY])

    def named(self, name):
        """Sources called `name`, by their own name or by an alias, whatever the case."""
        return self.filter(Q(name__iexact=name) | Q(aliases__surface__iexact=name)).distinct()


class Source(models.Model):
    """Who stands behind words: an outlet, agency, person, organisation, document or anonymous voice."""

    kind = models.CharField(max_length=20, choices=SourceKind)
    name = models.CharField(max_length=200)
    domain = models.CharField(max_length=200, blank=True)
    reliability = models.CharField(max_length=1, choices=Reliability, default=Reliability.F)
    reliability_reason = models.TextField(blank=True)

    objects = SourceQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            UniqueConstraint(fields=["kind", "name"], name="source_unique_kind_name"),
            one_of("kind", SourceKind, "source_kind_known"),
            one_of("reliability", Reliability, "source_reliability_known"),
            not_blank("name", "source_name_not_blank"),
        ]

    def __str__(self):
        return self.name

    @property
    def is_anonymous(self):
        return self.kind == SourceKind.ANONYMOUS


class Alias(models.Model):
    """A name that means a source, for a time: an office is one person in July and another in November."""

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="aliases")
    surface = models.CharField(max_length=200)
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["surface", "valid_from"]
        verbose_name_plural = "aliases"
        constraints = [
            UniqueConstraint(fields=["source", "surface", "valid_from"], name="alias_unique_from"),
            # NULLs are distinct in an index, so undated aliases need one of their own.
            UniqueConstraint(fields=["source", "surface"], condition=Q(valid_from=None), name="alias_unique_undated"),
            CheckConstraint(
                condition=Q(valid_from=None) | Q(valid_to=None) | Q(valid_from__lte=F("valid_to")),
                name="alias_from_before_to",
            ),
            not_blank("surface", "alias_surface_not_blank"),
        ]

    def __str__(self):
        return self.surface
