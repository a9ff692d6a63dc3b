from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint

from claims.models.article import Article
from claims.models.claim import Claim
from claims.models.constraints import one_of
from claims.models.user import User
from claims.vocabulary import Doing


class PresenceQuerySet(models.QuerySet):
    def on(self, thing):
        """Who is at a claim or at an article."""
        return self.filter(**{thing._meta.model_name: thing})

    def since(self, moment):
        """Those seen after `moment`."""
        return self.filter(seen_at__gt=moment)


class Presence(models.Model):
    """That a person is at a claim or an article now, and what they do there: one row for each person and page.

    Not a record: nothing is logged, and who is not seen again is forgotten (`services.presence`). The table holds the
    few rows of this minute, so that it needs no index but those of its constraints.
    """

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+", db_index=False)
    claim = models.ForeignKey(Claim, null=True, on_delete=models.CASCADE, related_name="+", db_index=False)
    article = models.ForeignKey(Article, null=True, on_delete=models.CASCADE, related_name="+", db_index=False)
    doing = models.CharField(max_length=9, choices=Doing)
    seen_at = models.DateTimeField()

    objects = PresenceQuerySet.as_manager()

    class Meta:
        constraints = [
            one_of("doing", Doing, "presence_doing_known"),
            CheckConstraint(
                condition=Q(claim__isnull=False, article=None) | Q(claim=None, article__isnull=False),
                name="presence_on_one_thing",
            ),
            UniqueConstraint(fields=["claim", "user"], name="presence_unique_on_claim"),
            UniqueConstraint(fields=["article", "user"], name="presence_unique_on_article"),
        ]

    def __str__(self):
        return f"{self.user} {self.get_doing_display()}: {self.claim or self.article}"
