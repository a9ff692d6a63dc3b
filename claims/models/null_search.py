from django.db import models

from claims.models.claim import Claim
from claims.models.constraints import not_blank
from claims.models.user import User


class NullSearch(models.Model):
    """Somebody looked and found nothing: where, for what, and up to which day. It never refutes a claim."""

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="null_searches")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    searched = models.TextField("what was searched, and where")
    up_to = models.DateField()
    note = models.TextField(blank=True)
    created_at = models.DateTimeField()

    class Meta:
        ordering = ["-created_at"]
        verbose_name_plural = "null searches"
        constraints = [not_blank("searched", "null_search_searched_not_blank")]

    def __str__(self):
        return f"Nothing found up to {self.up_to}"
