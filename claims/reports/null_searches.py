"""Searches that found nothing, and for how long each speaks. Reads only.

Nothing found is no evidence, and the less the older it is: a search expires some days after the day up to which it
looked, and sooner when something was published since that bears on the claim.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings
from django.utils import timezone

from claims.models import Link, NullSearch
from claims.reports.explanations import counted
from claims.vocabulary import Stance

NONE_LOGGED = "No search that found nothing is logged on this claim."
NONE_BY_THEN = "No search that found nothing up to {day} or an earlier day is logged on this claim."


@dataclass(frozen=True, slots=True)
class JudgedSearch:
    """A search on a day: it holds until `fresh_until`, unless `later` articles were published after it."""

    search: NullSearch
    fresh_until: date
    later: int
    day: date

    @property
    def is_expired(self):
        return bool(self.later) or self.day > self.fresh_until

    @property
    def says_nothing_of(self):
        """Which articles it says nothing of, in a sentence; nothing where there are none."""
        if not self.later:
            return ""
        verb = "was" if self.later == 1 else "were"
        articles = "the article" if self.later == 1 else f"the {counted(self.later, 'article')}"
        return f"It says nothing of {articles} linked here that {verb} published since."

    @property
    def lasts(self):
        """For how long it holds or held by its age alone, in a sentence."""
        if self.day > self.fresh_until:
            days = counted((self.fresh_until - self.search.up_to).days, "day")
            return f"It held for {days}, until {_day(self.fresh_until)}."
        return "" if self.later else f"It holds until {_day(self.fresh_until)}."

    @property
    def sentence(self):
        return " ".join(filter(None, (self.says_nothing_of, self.lasts)))


def judged_searches(claims, links, *, day, recorded_by=None):
    """Return the searches on the keys `claims` that were on record then and speak of `day`, the farthest first.

    `links` are those that stood then. All but context bear on the claim, those that do not count among them: somebody
    must look there again. A search up to a later day does not speak of `day`, as no assessment of a later day does.
    """
    searches = NullSearch.objects.filter(claim__in=claims, up_to__lte=day)
    if recorded_by is not None:
        searches = searches.filter(created_at__lte=recorded_by)
    articles = {}
    for link, published_on in links:
        if link.stance != Stance.CONTEXT and published_on and published_on <= day:
            articles[link.passage.article_id] = published_on
    rows = searches.select_related("by", "claim").order_by("-up_to", "-created_at", "-pk")
    return tuple(_judged(search, articles.values(), day) for search in rows)


def _judged(search, published, day):
    later = sum(each > search.up_to for each in published)
    days = timedelta(days=settings.FACTCHECK_SEARCH_DAYS)
    # The calendar ends somewhere, whatever a desk has set.
    fresh_until = search.up_to + min(days, date.max - search.up_to)
    return JudgedSearch(search, fresh_until, later, day)


@dataclass(frozen=True, slots=True)
class Freshness:
    """How fresh the newest search on a claim is, as an assessment says it that found nothing."""

    newest: JudgedSearch | None
    sentence: str

    @property
    def warning(self):
        """Why nothing found rests on no search that still speaks; nothing where it does."""
        if self.newest is None:
            return f"{self.sentence} To say that nothing was found, search first and log it."
        return f"{self.sentence} Search again and log it." if self.newest.is_expired else ""


def freshness_of(claim, *, day=None):
    """Return how fresh the newest search on `claim` is on `day` (default: today), as it is recorded now."""
    today = timezone.localdate()
    day = min(day or today, today)
    claims = [claim.pk, *claim.merged.values_list("pk", flat=True)]
    links = Link.objects.live().filter(claim__in=claims).select_related("passage__article")
    found = judged_searches(claims, [(link, link.passage.article.published_on) for link in links], day=day)
    if not found:
        return Freshness(None, NONE_LOGGED if day == today else NONE_BY_THEN.format(day=_day(day)))
    newest = found[0]
    state = "has expired" if newest.is_expired else "is fresh"
    looked = f"The newest search that found nothing, by {newest.search.by}, looked up to {_day(newest.search.up_to)}"
    return Freshness(newest, f"{looked} and {state}. {newest.sentence}")


def _day(day):
    return f"{day.day} {day:%B %Y}"
