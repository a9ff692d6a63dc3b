from django.contrib.auth.models import AbstractUser
from django.db import models


class User(AbstractUser):
    """A person of the desk. What a person may do comes from the groups Analyst and Reviewer."""

    desk_seen_at = models.DateTimeField("caught up at", null=True, blank=True, editable=False)

    def __str__(self):
        return self.get_full_name() or self.username

    @property
    def may_annotate(self):
        """Whether this person may make claims, link passages and propose verdicts."""
        return self.has_perm("claims.annotate")

    @property
    def may_review(self):
        """Whether this person may decide, send back, reopen and merge."""
        return self.has_perm("claims.review")

    @property
    def role(self):
        """The widest role of this person, as a word for pages."""
        if self.is_superuser:
            return "Administrator"
        if self.may_review:
            return "Reviewer"
        return "Analyst" if self.may_annotate else "Reader"
