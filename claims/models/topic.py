from django.db import models

from claims.models.constraints import not_blank


class Topic(models.Model):
    """A subject under which claims are filed."""

    name = models.CharField(max_length=100, unique=True)
    slug = models.SlugField(max_length=100, unique=True)

    class Meta:
        ordering = ["name"]
        constraints = [not_blank("name", "topic_name_not_blank")]

    def __str__(self):
        return self.name
