"""Which claims a report is about, and when: the filters and the two cut-offs, which every figure obeys."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from urllib.parse import urlencode

from django.db.models import Q

from claims.models import Article, Claim, Link, Source, Topic, User
from claims.reports.facts import last_day
from claims.reports.history import Past, typed
from claims.reports.merges import every_merge
from claims.vocabulary import Noun

# From a link to its article.
IN_LINKS = "passage__article"


@dataclass(frozen=True, slots=True)
class Scope:
    """The claims that the filters hold, for what was published by `as_of` and on record at `recorded_by`.

    The filters, too, are those of the record cut-off: a claim is in a topic if it was then, its owner is who owned
    it then, and an article has the outlet and the publication day that it was recorded with then. They obey the
    publication cut-off, and find a claim by the links of those merged into it, which count there.
    """

    topic: Topic | None = None
    owner: User | None = None
    outlet: Source | None = None
    published_from: date | None = None
    published_to: date | None = None
    as_of: date | None = None
    recorded_by: datetime | None = None

    def __post_init__(self):
        # One moment is written in one way only, so that what is asked again is asked in the same words.
        if self.recorded_by is not None:
            object.__setattr__(self, "recorded_by", self.recorded_by.astimezone(UTC))

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

    @property
    def query(self):
        """What leads from an address to its page as of both cut-offs, to the microsecond; nothing where it is now."""
        asked = {name: getattr(self, name) for name in ("as_of", "recorded_by")}
        said = urlencode({name: value.isoformat() for name, value in asked.items() if value})
        return f"?{said}" if said else ""

    def claims(self):
        """Return the claims of this scope that were on record, each once."""
        past, claims = Past(self.recorded_by), Claim.objects.all()
        if self.recorded_by is not None:
            claims = claims.filter(created_at__lte=self.recorded_by)
        if self.topic:
            claims = claims.filter(_then(past, "topics", self.topic.name, Claim.objects.filter(topics=self.topic)))
        if self.owner:
            claims = claims.filter(_then(past, "owner", self.owner.pk, Claim.objects.filter(owner=self.owner)))
        if self.outlet:
            claims = claims.filter(self._with(self._of_outlet(past), past))
        if self.published_from or self.published_to:
            claims = claims.filter(self._with(self._of_period(past), past))
        return claims

    def _with(self, links, past):
        """Return the condition of a claim to have one of `links`, or one of them through a claim merged into it."""
        merged = every_merge(past=past)
        of_merged = links.filter(claim__in=list(merged)).order_by().values_list("claim", flat=True)
        return Q(pk__in=links.order_by().values("claim")) | Q(pk__in={merged[pk] for pk in of_merged})

    def _of_outlet(self, past):
        """Return the links that stood to what the outlet published, but for what it published after the cut-off."""
        links = Link.objects.live(self.recorded_by)
        return links.filter(self._by_outlet(past, IN_LINKS), self.known_by_then(past, IN_LINKS))

    def _of_period(self, past):
        """Return the links that stood to words that make a claim, published in the period and by the cut-off."""
        return Link.objects.live(self.recorded_by).asserting().filter(self._in_period(past, IN_LINKS))

    def of_articles(self, past, path):
        """Return the condition of what stands in an article that outlet, period and publication cut-off leave in.

        `path` leads from it to its article.
        """
        condition = self.known_by_then(past, path)
        if self.outlet:
            condition &= self._by_outlet(past, path)
        if self.published_from or self.published_to:
            condition &= self._in_period(past, path)
        return condition

    def known_by_then(self, past, path):
        """Return the condition of what stands in no article published after the cut-off; one may have no day."""
        if self.is_now:
            return Q()
        later = Q(published_on__gt=self.day), lambda day: day and day > self.day
        return ~_articles(past, "published_on", *later, path)

    def _by_outlet(self, past, path):
        return _articles(past, "outlet", Q(outlet=self.outlet), self.outlet.pk.__eq__, path)

    def _in_period(self, past, path):
        first, last = self.published_from or date.min, min(self.published_to or date.max, self.day)
        inside = Q(published_on__range=(first, last)), lambda day: day and first <= day <= last
        return _articles(past, "published_on", *inside, path)


def _then(past, name, wanted, found_now):
    """Return the condition of a claim whose field `name` was, or held, `wanted`; now it is so in `found_now`."""
    changed = {pk: values[name] for pk, values in past.of(Noun.CLAIM).items() if name in values}
    were = [pk for pk, value in changed.items() if value == wanted or _holds(value, wanted)]
    return Q(pk__in=were) | Q(pk__in=found_now.exclude(pk__in=changed).order_by().values("pk"))


def _holds(value, wanted):
    return isinstance(value, list) and wanted in value


def _articles(past, name, now, passes, path):
    """Return the condition of what stands in an article, at `path`, whose field `name` held a value that `passes`.

    `now` is the condition of an article that holds such a value now.
    """
    changed = {pk: typed(name, values[name]) for pk, values in past.of(Noun.ARTICLE).items() if name in values}
    were = [pk for pk, value in changed.items() if passes(value)]
    still = Article.objects.filter(now).exclude(pk__in=changed).order_by().values("pk")
    return Q(**{f"{path}__in": were}) | Q(**{f"{path}__in": still})
