from django.db import models
from django.db.models import Exists, OuterRef, Q

from claims.models.article import Article
from claims.models.claim import Claim
from claims.models.constraints import one_of
from claims.models.link import Link
from claims.models.user import User
from claims.vocabulary import Noun, Verb


class EventQuerySet(models.QuerySet):
    def after(self, moment):
        """Events later than `moment`, the newest first."""
        return self.filter(at__gt=moment).order_by("-at", "-pk")

    def touching(self, claim):
        """Events of `claim`, and those that changed an article after it was linked there."""
        links = Link.objects.filter(
            claim=claim, passage__article=OuterRef("object_id"), created_at__lt=OuterRef("at")
        )
        return self.filter(Q(claim=claim) | (Q(noun=Noun.ARTICLE) & Exists(links)))

    def for_log(self):
        """Load what a line of the log shows, newest first, in a fixed number of queries."""
        return self.select_related("actor", "claim", "article").order_by("-at", "-pk")


class Event(models.Model):
    """A line of the append-only log, written in the transaction of the change that it tells of.

    The database itself refuses to change or delete one. `claim` and `article` name the pages on which it shows.
    """

    at = models.DateTimeField(db_index=True)
    actor = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="events")
    verb = models.CharField(max_length=14, choices=Verb)
    noun = models.CharField(max_length=12, choices=Noun)
    object_id = models.PositiveBigIntegerField()
    claim = models.ForeignKey(Claim, null=True, on_delete=models.PROTECT, related_name="events")
    article = models.ForeignKey(Article, null=True, on_delete=models.PROTECT, related_name="events")
    before = models.JSONField(default=dict, blank=True)
    after = models.JSONField(default=dict, blank=True)
    reason = models.TextField(blank=True)

    objects = EventQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["noun", "object_id"], name="event_object")]
        constraints = [
            one_of("verb", Verb, "event_verb_known"),
            one_of("noun", Noun, "event_noun_known"),
        ]

    def __str__(self):
        return f"{self.actor or 'Factcheck'} {self.get_verb_display()} {self.get_noun_display()} {self.object_id}"
