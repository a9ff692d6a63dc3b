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

    def touching(self, claim, *, with_talk=False):
        """Events of `claim`, and those that changed an article or a passage after it was linked there.

        What is linked to a claim merged into it counts too. Comments are left out unless asked for (`with_talk`):
        they are talk about the evidence, and change nothing of it.
        """
        links = Link.objects.filter(claim__in=Claim.objects.filter(Q(pk=claim.pk) | Q(merged_into=claim)))
        earlier = links.filter(created_at__lt=OuterRef("at"))
        of_article = Q(noun=Noun.ARTICLE) & Exists(earlier.filter(passage__article=OuterRef("object_id")))
        of_passage = Q(noun=Noun.PASSAGE, verb=Verb.CHANGED) & Exists(earlier.filter(passage=OuterRef("object_id")))
        # The articles first, so that their few events are found by an index among all.
        of_articles = Q(article__in=links.values("passage__article")) & (of_article | of_passage)
        found = self.filter(Q(claim=claim) | of_articles)
        return found if with_talk else found.exclude(noun=Noun.COMMENT)

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
    # Without an index of its own: `event_of_claim` begins with it.
    claim = models.ForeignKey(Claim, null=True, on_delete=models.PROTECT, related_name="events", db_index=False)
    article = models.ForeignKey(Article, null=True, on_delete=models.PROTECT, related_name="events")
    before = models.JSONField(default=dict, blank=True)
    after = models.JSONField(default=dict, blank=True)
    reason = models.TextField(blank=True)

    objects = EventQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        # Not the noun first: an index that begins with so few values tempts SQLite away from that of the moment.
        indexes = [
            models.Index(fields=["object_id", "noun"], name="event_of_object"),
            models.Index(fields=["claim", "at"], name="event_of_claim"),
            # What befell articles and what was said are rare, and would otherwise be looked for among all events.
            models.Index(fields=["at"], condition=Q(noun="article", verb="changed"), name="event_of_article_changed"),
            models.Index(fields=["at"], condition=Q(noun="comment", verb="created"), name="event_of_comment_made"),
            # What is shown as of a past moment asks what was changed since; most events are of links and claims.
            models.Index(fields=["at"], condition=Q(noun="article"), name="event_of_articles"),
            models.Index(fields=["at"], condition=Q(noun="passage"), name="event_of_passages"),
        ]
        constraints = [
            one_of("verb", Verb, "event_verb_known"),
            one_of("noun", Noun, "event_noun_known"),
        ]

    def __str__(self):
        return f"{self.actor or 'Factcheck'} {self.get_verb_display()} {self.get_noun_display()} {self.object_id}"
