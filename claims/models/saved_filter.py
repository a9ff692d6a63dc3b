from django.db import models
from django.db.models import UniqueConstraint
from django.urls import reverse

from claims.models.constraints import not_blank
from claims.models.user import User


class SavedFilter(models.Model):
    """A view of the claims list that a person named, kept as the query string of its address."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="saved_filters")
    name = models.CharField(max_length=60)
    query = models.CharField(max_length=1000)

    class Meta:
        ordering = ["name"]
        constraints = [
            UniqueConstraint(fields=["user", "name"], name="saved_filter_unique_name"),
            not_blank("name", "saved_filter_name_not_blank"),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return f"{reverse('claim-list')}?{self.query}"
