"""Which claims a report is about, and when: the filters and the two cut-offs, which every figure obeys."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from claims.models import Article, Claim, Link, Source, Topic, User
from claims.reports import history
from claims.reports.facts import last_day, typed
from claims.vocabulary import Noun


@dataclass(frozen=True, slots=True)
class Scope:
    """The claims that the filters hold, for what was published by `as_of` and on record at `recorded_by`.

    The filters, too, are those of the record cut-off: a claim is in a topic if it was then, its owner is who owned
    it then, and an article has the outlet and the publication day that it was recorded with then.
    """

    topic: Topic | None = None
    owner: User | None = None
    outlet: Source | None = None
    published_from: date | None = None
    published_to: date | None = None
    as_of: date | None = None
    recorded_by: datetime | None = None

    @property
    def is_now(self):
        return self.as_of is None and self.recorded_by is None

    @property
    def is_narrowed(self):
        """Whether a filter leaves out claims that were on record."""
        return any((self.topic, self.owner, self.outlet, self.published_from, self.published_to))

    @property
    def day(self):
        """The last publication day that counts."""
        return self.as_of or last_day(self.recorded_by)

    def claims(self):
        """Return the claims of this scope that were on record, each once."""
        claims = Claim.objects.all()
        if self.recorded_by is not None:
            claims = claims.filter(created_at__lte=self.recorded_by)
        if self.topic:
            claims = self._then(claims, "topics", self.topic.name, claims.filter(topics=self.topic))
        if self.owner:
            claims = self._then(claims, "owner", self.owner.pk, claims.filter(owner=self.owner))
        if self.outlet:
            claims = claims.filter(pk__in=self._in_articles("outlet", self.outlet.pk.__eq__).values("claim"))
        if self.published_from or self.published_to:
            made = self._in_articles("published_on", self._is_in_period).asserting()
            claims = claims.filter(pk__in=made.values("claim"))
        return claims

    def _then(self, claims, name, wanted, found_now):
        """Return those of `claims` whose field `name` was, or held, `wanted` at the record cut-off."""
        if self.recorded_by is None:
            return found_now
        earlier = history.earlier_values(Noun.CLAIM, self.recorded_by)
        changed = {pk: values[name] for pk, values in earlier.items() if name in values}
        were = [pk for pk, value in changed.items() if value == wanted or _holds(value, wanted)]
        now = found_now.exclude(pk__in=changed).order_by().values("pk")
        return claims.filter(Q(pk__in=were) | Q(pk__in=now))

    def _in_articles(self, name, passes):
        """Return the links that stood, of the articles whose field `name` held a value that `passes`."""
        links, now = Link.objects.live(self.recorded_by), self._articles_now(name)
        if self.recorded_by is None:
            return links.filter(**{f"passage__article__{key}": value for key, value in now.items()})
        earlier = history.earlier_values(Noun.ARTICLE, self.recorded_by)
        changed = {pk: typed(name, values[name]) for pk, values in earlier.items() if name in values}
        were = [pk for pk, value in changed.items() if passes(value)]
        still = Article.objects.filter(**now).exclude(pk__in=changed).order_by().values("pk")
        return links.filter(Q(passage__article__in=were) | Q(passage__article__in=still))

    def _articles_now(self, name):
        """Return the lookups of the articles that the filter on `name` holds as they are now."""
        if name == "outlet":
            return {"outlet": self.outlet}
        ends = {"gte": self.published_from, "lte": self.published_to}
        return {f"published_on__{end}": day for end, day in ends.items() if day}

    def _is_in_period(self, day):
        early = self.published_from and day and day < self.published_from
        late = self.published_to and day and day > self.published_to
        return bool(day and not early and not late)


def _holds(value, wanted):
    return isinstance(value, list) and wanted in value
