import uuid

from django.db import models
from django.db.models import CheckConstraint, Q
from django.db.models.functions import Length
from django.db.models.lookups import LessThanOrEqual

from claims.models.claim import Claim
from claims.models.constraints import not_blank
from claims.models.passage import Passage
from claims.models.user import User


class Thread(models.Model):
    """What people say to one another about a claim, or about a passage, from one first comment on.

    `done_at` says that nothing is left to do about it; that may be taken back.
    """

    claim = models.ForeignKey(Claim, null=True, blank=True, on_delete=models.PROTECT, related_name="threads")
    passage = models.ForeignKey(Passage, null=True, blank=True, on_delete=models.PROTECT, related_name="threads")
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            CheckConstraint(
                condition=Q(claim__isnull=False, passage=None) | Q(claim=None, passage__isnull=False),
                name="thread_on_one_thing",
            ),
            CheckConstraint(
                condition=Q(done_at=None, done_by=None) | Q(done_at__isnull=False, done_by__isnull=False),
                name="thread_done_by_whom",
            ),
        ]

    def __str__(self):
        return f"Comments on {self.claim or self.passage}"

    @property
    def is_done(self):
        return self.done_at is not None


class CommentQuerySet(models.QuerySet):
    def standing(self, at=None):
        """Comments made by and not withdrawn at `at` (default: now)."""
        if at is None:
            return self.filter(withdrawn_at=None)
        return self.made_by(at).filter(Q(withdrawn_at=None) | Q(withdrawn_at__gt=at))

    def first_versions(self):
        """Each comment once, as it was first made."""
        return self.filter(supersedes=None)

    def made_by(self, moment):
        """Comments, and corrections, on record at `moment` (None: now)."""
        return self if moment is None else self.filter(made_at__lte=moment)


class Comment(models.Model):
    """Words of a person in a thread. Written once: a correction is a new version, and both stay on record.

    `first` is the first version of a corrected comment, and empty in that one; withdrawing a comment withdraws all
    its versions. `token` is that of the form: what is sent twice is made once.
    """

    BODY_MAX = 4000

    thread = models.ForeignKey(Thread, on_delete=models.PROTECT, related_name="comments")
    author = models.ForeignKey(User, on_delete=models.PROTECT, related_name="comments")
    body = models.TextField()
    first = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="versions")
    supersedes = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="superseded_by"
    )
    token = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    made_at = models.DateTimeField(db_index=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    objects = CommentQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            not_blank("body", "comment_body_not_blank"),
            CheckConstraint(condition=Q(LessThanOrEqual(Length("body"), 4000)), name="comment_body_not_too_long"),
            CheckConstraint(
                condition=Q(first=None, supersedes=None) | Q(first__isnull=False, supersedes__isnull=False),
                name="comment_version_of_what",
            ),
            CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_by=None)
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False),
                name="comment_withdrawn_by_whom",
            ),
        ]

    def __str__(self):
        return self.body

    @property
    def is_withdrawn(self):
        return self.withdrawn_at is not None


class Mention(models.Model):
    """A person named in a comment: `name` stands there after the @, here case-folded, which may lengthen it."""

    comment = models.ForeignKey(Comment, on_delete=models.PROTECT, related_name="mentions")
    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="mentions")
    name = models.CharField(max_length=450)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["comment", "name"], name="mention_unique_name"),
            not_blank("name", "mention_name_not_blank"),
        ]

    def __str__(self):
        return f"@{self.name}"
