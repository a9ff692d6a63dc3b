from django.db import models
from django.db.models import CheckConstraint, Q

from claims.models.article import ArticleVersion
from claims.models.claim import Claim


class AssistantRunQuerySet(models.QuerySet):
    def waiting(self):
        """What is to be read, or to be read again."""
        return self.filter(waiting=True)

    def failed(self):
        """What could not be read."""
        return self.filter(waiting=False).exclude(error="")


class AssistantRun(models.Model):
    """That the assistant is to read one version or one claim, or has read it, by which release of its rules.

    Written with the change that asks for it, so that nothing is forgotten. A run that is neither waiting nor done is
    under way since `started_at`. `error` says why it failed, and `tries` how often it was begun without getting to an
    end since it was asked for.
    """

    version = models.OneToOneField(
        ArticleVersion, null=True, blank=True, on_delete=models.CASCADE, related_name="assistant_run"
    )
    claim = models.OneToOneField(Claim, null=True, blank=True, on_delete=models.CASCADE, related_name="assistant_run")
    waiting = models.BooleanField(default=True)
    asked_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    rules = models.PositiveIntegerField(default=0)
    error = models.TextField(blank=True)
    tries = models.PositiveSmallIntegerField(default=0)

    # What ends a worker, or fails, as often as this is left alone until there is something new to it.
    MOST_TRIES = 3

    objects = AssistantRunQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        indexes = [
            models.Index(fields=["id"], condition=Q(waiting=True), name="assistant_run_waiting"),
            models.Index(fields=["started_at"], condition=Q(done_at=None, waiting=False), name="assistant_run_begun"),
        ]
        constraints = [
            CheckConstraint(
                condition=Q(version=None, claim__isnull=False) | Q(version__isnull=False, claim=None),
                name="assistant_run_of_one_thing",
            ),
        ]

    def __str__(self):
        return str(self.version or self.claim)

    @property
    def rests(self):
        """Whether it is not tried again by itself."""
        return self.tries >= self.MOST_TRIES
