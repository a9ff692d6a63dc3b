from django.db import models
from django.db.models import CheckConstraint, Q
from django.urls import reverse

from claims.models.constraints import not_blank
from claims.models.passage import Passage
from claims.models.user import User


class Edition(models.Model):
    """A numbered report as a reviewer froze it: what was asked, up to when, and what it answered, word for word.

    `asked` holds the filters by name; `content` the whole document, from which every format is written; `sha256` the
    digest of what it says; `passages` those whose words it holds. Nothing of it ever changes.
    """

    title = models.CharField(max_length=200)
    report = models.CharField(max_length=3)
    asked = models.JSONField(default=dict, blank=True)
    as_of = models.DateField()
    recorded_by = models.DateTimeField()
    note = models.TextField(blank=True)
    software = models.CharField(max_length=40)
    sha256 = models.CharField(max_length=64)
    content = models.JSONField()
    passages = models.ManyToManyField(Passage, related_name="editions")
    created_at = models.DateTimeField(db_index=True)
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-pk"]
        constraints = [
            not_blank("title", "edition_title_not_blank"),
            CheckConstraint(condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="edition_sha256_is_one"),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("edition-detail", args=[self.pk])
