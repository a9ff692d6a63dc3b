"""What the records said at a moment of articles and passages that were changed since, and what sources are called."""

from claims.models import Source
from claims.reports.history import earlier_values, typed
from claims.vocabulary import Noun


class RecordsThen:
    """The records at the moment `at` (None: now), of articles and passages that were loaded as they are now."""

    def __init__(self, at):
        self._articles = earlier_values(Noun.ARTICLE, at) if at else {}
        self._passages = earlier_values(Noun.PASSAGE, at) if at else {}
        self._names = dict(Source.objects.values_list("pk", "name"))

    def title(self, article):
        """Return the title of `article`, or an empty text."""
        return self._of_article(article, "title") or ""

    def published_on(self, article):
        """Return the day on which `article` was published, or None."""
        changed = self._articles.get(article.pk, {})
        return typed("published_on", changed["published_on"]) if "published_on" in changed else article.published_on

    def outlet(self, article):
        """Return what the outlet of `article` is called, or an empty text."""
        return self._names.get(self._of_article(article, "outlet", "outlet_id"), "")

    def speaker(self, passage):
        """Return who said the words of `passage`, as it stands there, or an empty text."""
        return self._of_passage(passage, "speaker")

    def speaker_kind(self, passage):
        """Return what kind of speaker said the words of `passage`, as the database holds it."""
        return self._of_passage(passage, "speaker_kind")

    def origin(self, passage):
        """Return what the origin of `passage` is called, or an empty text."""
        return self._names.get(self._of_passage(passage, "origin", "origin_id"), "")

    def _of_article(self, article, name, field=None):
        return self._articles.get(article.pk, {}).get(name, getattr(article, field or name))

    def _of_passage(self, passage, name, field=None):
        return self._passages.get(passage.pk, {}).get(name, getattr(passage, field or name))
