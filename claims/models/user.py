from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils import timezone

from claims.models.constraints import one_of
from claims.vocabulary import Digest


class User(AbstractUser):
    """A person of the desk. What a person may do comes from the groups Analyst and Reviewer."""

    desk_seen_at = models.DateTimeField("caught up at", null=True, blank=True, editable=False)
    # What is older is read; what came before the person, or before there was an inbox, is no news to them.
    inbox_read_at = models.DateTimeField("inbox read up to", default=timezone.now, editable=False)
    inbox_read_before = models.DateTimeField(null=True, blank=True, editable=False)
    inbox_all_read_at = models.DateTimeField(null=True, blank=True, editable=False)
    digest = models.CharField("inbox by e-mail", max_length=8, choices=Digest, default=Digest.NEVER)
    digest_on = models.DateField("last mailed on", null=True, blank=True, editable=False)
    shows_presence = models.BooleanField("shows presence", default=True)

    class Meta(AbstractUser.Meta):
        constraints = [one_of("digest", Digest, "user_digest_known")]

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
