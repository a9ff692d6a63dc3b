"""The part of the queue's page that changes with every suggestion, and the way of one person through it."""

from urllib.parse import urlencode
from zlib import crc32

from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_vary_headers

from claims.filters.suggestions import SuggestionFilter
from claims.models import Suggestion
from claims.reports.queue import count_one_by_one, last_judged, next_to_judge, place_of, tally
from claims.reports.queue_case import case_of, made_of
from claims.services import accepting, evidence, suggestions
from claims.services.roles import refusal
from claims.views.acts import way_back
from claims.views.queue_progress import Progress, midnight, tabs_for
from claims.views.skipping import SkippingMixin
from claims.vocabulary import SuggestionKind

TEACHING = {
    SuggestionKind.CLAIM: "A claim is suggested where an article says what can be true or false, and nobody has made "
    "a claim of these words.",
    SuggestionKind.LINK: "A link is suggested where an article may bear on an open claim: when the article is "
    "imported, and when the claim is opened or changed.",
    SuggestionKind.ORIGIN: "An origin is suggested where two linked passages seem to go back to one source: they "
    "share an agency, a speaker or a long quotation.",
    SuggestionKind.MERGE: "A merge is suggested where two claims that are worked on seem to say the same.",
    SuggestionKind.ANCHOR: "A place is suggested where a new version of an article no longer has the words of a "
    "passage, but others like them.",
}


class Queue(SkippingMixin):
    """The pending suggestions, as the address of a request narrows them.

    `matching` are all that the filters leave, `waiting` those that are offered one by one: copies of one report stand
    under the best of them, unless the filters say otherwise. `back` is the page to return to after one judgement,
    where the request names one.
    """

    skipped_as = "skipped_suggestions"

    def __init__(self, request):
        self.session, self.user = request.session, request.user
        self.asks_for_places = request.GET.get("kind") == SuggestionKind.ANCHOR
        offered = Suggestion.objects.pending() if self.asks_for_places else Suggestion.objects.to_judge()
        self.filter = SuggestionFilter(request.GET, queryset=offered.for_queue())
        self.matching = self.filter.qs
        self.waiting = self.matching if self.filter.shows_copies else self.matching.unfolded()
        self.back = way_back(request)

    @property
    def left(self):
        """How many of those that wait here were skipped."""
        return self.waiting.filter(pk__in=self.skipped).count()

    @property
    def folded(self):
        """How many match the filters and stand under others."""
        return 0 if self.filter.shows_copies else self.matching.count() - self.waiting.count()

    @property
    def judged_today(self):
        """How many of those that the filters leave this person has judged today, counted as they are offered."""
        judged = Suggestion.objects.judged_by(self.user, since=midnight())
        if not self.asks_for_places:
            judged = judged.exclude(kind=SuggestionKind.ANCHOR)
        judged = SuggestionFilter(self.filter.data, queryset=judged).qs
        return judged.count() if self.filter.shows_copies else count_one_by_one(judged)

    def next(self, after=None):
        return next_to_judge(self.waiting, after=after, skipped=self.skipped)

    @property
    def query(self):
        """The filters and the way back, as an address holds them."""
        parts = [self.filter.query, urlencode({"next": self.back}) if self.back else ""]
        return "&".join(filter(None, parts))

    def address(self, suggestion=None):
        path = suggestion.get_absolute_url() if suggestion else reverse("queue")
        return f"{path}?{self.query}" if self.query else path


def fingerprint(suggestion):
    """Return a short text that changes when what is suggested does."""
    shown = (suggestion.start, suggestion.end, sorted(suggestion.payload.items()))
    return f"{crc32(repr(shown).encode()):x}"


def render_stage(request, suggestion, *, status=200, **more):
    """Answer with `suggestion` (None: nothing is left) as the page or, for htmx, as the part that changes."""
    queue = Queue(request)
    partial = request.htmx and not request.htmx.history_restore_request
    context = _for_all(request, queue) | _for_one(request, queue, suggestion) | {"swapped": partial} | more
    response = render(request, f"claims/{'_queue_stage' if partial else 'queue'}.html", context, status=status)
    patch_vary_headers(response, ["HX-Request"])
    if partial:
        response["HX-Replace-Url"] = queue.address(suggestion)
    return response


def _for_all(request, queue):
    last = last_judged(request.user, timezone.now() - suggestions.UNDO_WITHIN)
    return {
        "queue": queue,
        "filter": queue.filter,
        "query": queue.query,
        "last": last,
        "last_made": last and made_of(last.suggestion),
        "hints": hints_for(request.user),
        "tabs": tabs_for(request.user),
        "may_annotate": request.user.may_annotate,
    }


def _for_one(request, queue, suggestion):
    if suggestion is None:
        return {"suggestion": None, "tally": tally(), "teaching": TEACHING.get(request.GET.get("kind"), "")}
    by, place = request.user, place_of(queue.waiting, suggestion)
    return {
        "suggestion": suggestion,
        "case": case_of(suggestion),
        "fingerprint": fingerprint(suggestion),
        "place": place,
        "progress": _progress(queue, suggestion, place),
        "reject_all": reverse("queue-reject") if queue.filter.narrows and by.may_annotate else "",
        "made": made_of(suggestion),
        "decided": None if suggestion.is_pending else _decided(suggestion),
        "accept_refusal": refusal(suggestions.check_acceptance, suggestion=suggestion, by=by),
        "reject_refusal": refusal(suggestions.check_rejection, suggestion=suggestion, by=by),
        "foreseen": _foresee(suggestion) if by.may_annotate else None,
    }


def _progress(queue, suggestion, place):
    position = place.position if suggestion.is_pending else None
    return Progress(queue.judged_today, place.total, position, is_cut=place.is_cut)


def hints_for(user):
    """Return filters that are often used, in words and as an address holds them."""
    return (
        ("Evidence for my claims", urlencode({"kind": "link", "owner": user.username})),
        ("Claims", "kind=claim"),
        ("Forecasts", "kind=claim&claim_kind=forecast"),
        ("Conflicts", "kind=link&stance=refutes"),
    )


def _decided(suggestion):
    """Return who was quicker, as a sentence."""
    return refusal(suggestions.must_be_pending, suggestion)


def _foresee(suggestion):
    """Return what the rules of evidence say of a suggested link, made as it stands."""
    if suggestion.kind != SuggestionKind.LINK or not suggestion.is_pending:
        return None
    words = accepting.words_of(suggestion)
    return evidence.foresee(
        claim=suggestion.claim,
        article=suggestion.version.article,
        quote=suggestion.quote,
        attribution=words["attribution"],
        values=accepting.link_values(suggestion),
    )
