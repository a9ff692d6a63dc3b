"""The kinds of work in the queue besides suggestions, and the way of one person through one of them."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property

from claims.filters.waiting import (
    AskedFilter,
    ProposalFilter,
    QueueFilter,
    SettledProposalFilter,
    StaleFilter,
    UndatedFilter,
)
from claims.models import Article, Claim, Link
from claims.reports.waiting import MOST_COUNTED, asked_of, proposals_for, stale_links, undated_articles
from claims.reports.waiting_cases import asked_case, proposal_case, stale_case, undated_case
from claims.views.skipping import SkippingMixin
from claims.vocabulary import Noun


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of work: who sees what of it, what it is narrowed by, and what is shown of one piece of it.

    `noun` is what the log calls it, `one` what people do, and `teaching` where such work comes from. `hints` are
    filters that are often used, in words and as an address holds them. What is settled may be narrowed otherwise.
    """

    slug: str
    title: str
    one: str
    noun: Noun
    waiting: Callable[..., QuerySet]
    everything: Callable[[], QuerySet]
    filter_class: type[QueueFilter]
    case_of: Callable
    done: str
    teaching: str
    hints: Callable[..., tuple[tuple[str, str], ...]]
    settled_filter_class: type[QueueFilter] | None = None

    @property
    def url(self):
        return reverse(f"queue-{self.slug}")

    @property
    def template(self):
        return f"claims/_waiting_{self.slug}.html"


KINDS = {
    kind.slug: kind
    for kind in (
        Kind(
            slug="proposals",
            title="Proposals",
            one="proposal",
            noun=Noun.CLAIM,
            waiting=lambda user: proposals_for(user).select_related("figures", "owner"),
            everything=lambda: Claim.objects.select_related("figures", "owner"),
            filter_class=ProposalFilter,
            case_of=proposal_case,
            done="settled",
            teaching="An analyst who has weighed the evidence of a claim proposes a verdict on its page. "
            "Somebody else then decides here, or sends it back.",
            hints=lambda user: (("With conflicting evidence", "conflicts=on"),),
            settled_filter_class=SettledProposalFilter,
        ),
        Kind(
            slug="asked",
            title="Asked of you",
            one="proposal asked of you",
            noun=Noun.CLAIM,
            waiting=lambda user: asked_of(user).select_related("figures", "owner"),
            everything=lambda: Claim.objects.select_related("figures", "owner"),
            filter_class=AskedFilter,
            case_of=asked_case,
            done="answered",
            teaching="A reviewer who wants more than was proposed asks a person, or anyone, for another proposal. "
            "Whoever proposes has answered.",
            hints=lambda user: (("On my claims", urlencode({"owner": user.username})),),
        ),
        Kind(
            slug="stale",
            title="Stale passages",
            one="stale passage",
            noun=Noun.LINK,
            waiting=lambda user: _links(stale_links()),
            everything=lambda: _links(Link.objects.all()),
            filter_class=StaleFilter,
            case_of=stale_case,
            done="judged",
            teaching="A link comes here when a new version of its article has other words, or when the article is "
            "withdrawn. It does not count until somebody says that it still holds.",
            hints=lambda user: (
                ("Of my claims", urlencode({"owner": user.username})),
                ("The article was withdrawn", "why=withdrawn"),
            ),
        ),
        Kind(
            slug="undated",
            title="Undated articles",
            one="undated article",
            noun=Noun.ARTICLE,
            waiting=lambda user: undated_articles().select_related("outlet"),
            everything=lambda: Article.objects.select_related("outlet"),
            filter_class=UndatedFilter,
            case_of=undated_case,
            done="dated or set aside",
            teaching="An article comes here when it is imported and does not state when it was published. Its "
            "passages do not count until it has a date.",
            hints=lambda user: (("With links that wait for a date", "linked=on"),),
        ),
    )
}


def _links(links):
    return links.select_related("claim__figures", "claim__owner", "passage__article__outlet", "passage__origin")


class Line(SkippingMixin):
    """What waits of one kind, as the address of a request narrows it, for the person who asks."""

    def __init__(self, request, kind):
        self.session, self.kind, self.user, self.request = request.session, kind, request.user, request
        self.filter = kind.filter_class(request.GET, queryset=kind.waiting(request.user), request=request)
        self.waiting = self.filter.qs

    @cached_property
    def keys(self):
        """The keys of what waits, in order, up to `MOST_COUNTED`."""
        return list(self.waiting.values_list("pk", flat=True)[:MOST_COUNTED])

    def settled_of(self, keys):
        """Return how many of the rows with `keys`, which wait no more, are of those that the filters leave."""
        if not self.filter.narrows:
            return len(keys)
        narrowed = self.kind.settled_filter_class or self.kind.filter_class
        settled = self.kind.everything().filter(pk__in=keys)
        return narrowed(self.filter.data, queryset=settled, request=self.request).qs.count()

    @property
    def skipped_as(self):
        return f"skipped_{self.kind.slug}"

    @property
    def left(self):
        """How many of those that wait here were skipped."""
        return len(set(self.skipped) & set(self.keys))

    def place_of(self, item):
        """Return the position of `item`, from 1, or None where it does not wait here."""
        return self.keys.index(item.pk) + 1 if item.pk in self.keys else None

    def neighbour(self, item, step):
        """Return the key before (-1) or after (1) `item`; where it does not wait, the first comes after it."""
        place = self.place_of(item)
        if place is None:
            return next(iter(self.keys), None) if step > 0 else None
        index = place - 1 + step
        return self.keys[index] if 0 <= index < len(self.keys) else None

    def next(self, after=None):
        """Return the next that was not skipped after `after`, else the first of all; None when none is left."""
        place = self.place_of(after) if after else None
        order = self.keys if place is None else self.keys[place:] + self.keys[: place - 1]
        skipped = set(self.skipped)
        key = next((key for key in order if key not in skipped), None)
        return None if key is None else self.get(key)

    def get(self, key):
        """Return what has the key, whether or not it waits; None where there is none."""
        return self.kind.everything().filter(pk=key).first()

    def get_or_404(self, key):
        return get_object_or_404(self.kind.everything(), pk=key)

    @property
    def query(self):
        return self.filter.query

    def address(self, item=None):
        path = reverse("waiting-detail", args=[self.kind.slug, item.pk]) if item else self.kind.url
        return f"{path}?{self.query}" if self.query else path

    def act(self, name, item):
        """Return the address of an act on `item` that stays in this line."""
        return f"{reverse(name, args=[item.pk])}?{self.query}"
