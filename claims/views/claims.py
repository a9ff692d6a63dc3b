from dataclasses import replace

from django.conf import settings
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.vary import vary_on_headers
from django.views.generic import TemplateView
from django_filters.views import FilterView
from django_tables2 import RequestConfig, SingleTableMixin

from claims.filters.claims import ClaimFilter, kept_query
from claims.forms.as_of import AsOfForm
from claims.models import Claim
from claims.reports.adjudication import answerable, differences, requests_on
from claims.reports.alternatives import alternatives_of
from claims.reports.claim_candidates import candidates_of
from claims.reports.claim_page import claim_page
from claims.reports.claim_sets import sets_of
from claims.reports.claims_then import MOST_JUDGED, ClaimsThen, TooMany
from claims.reports.comments import Place, comment_counts
from claims.reports.event_log import log_of
from claims.reports.scope import Scope
from claims.reports.seen import seen_now
from claims.reports.twins import twins_of
from claims.services import assessments, links
from claims.services.roles import refusal
from claims.tables.claims import ClaimTable
from claims.tables.claims_then import ClaimThenTable
from claims.views.claim_controls import controls_for
from claims.views.comments import talk_context
from claims.views.live import watch
from claims.views.queue_stage import fingerprint
from claims.vocabulary import Step

# Those below are unfolded: the page goes on under them.
CANDIDATES_AT_ONCE = 3


class ClaimListView(SingleTableMixin, FilterView):
    """All claims, narrowed and ordered by what the address says, now or as of a day and a record moment."""

    template_name = "claims/claim_list.html"
    filterset_class = ClaimFilter
    table_class = ClaimTable
    # Not paginate_by, which would paginate the list before the table does.
    table_pagination = {"per_page": 25}
    # A filter that the address spells wrongly says so, and the others still work.
    strict = False

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.as_of_form = AsOfForm(request.GET)
        self.scope = Scope(**self.as_of_form.cut_offs())
        self.too_many = 0

    def get_queryset(self):
        claims = Claim.objects.for_list().with_awaited_timing(timezone.localdate(), settings.FACTCHECK_GRACE_DAYS)
        # Of the past nothing can be asked by a query on what is stored now.
        return claims if self.scope.is_now else claims.none()

    def get_filterset(self, filterset_class):
        filterset = super().get_filterset(filterset_class)
        if not self.scope.is_now:
            filterset.offer_every_outlet()
        return filterset

    def get_table(self, **kwargs):
        if self.scope.is_now:
            return super().get_table(**kwargs)
        try:
            return self._configured(self._table_then())
        except TooMany as left:
            self.too_many = left.count
            return self._configured(ClaimTable(Claim.objects.none()))

    def _table_then(self):
        wanted = self.filterset.form.cleaned_data
        scope = replace(self.scope, **{name: wanted.get(name) for name in ("topic", "owner", "outlet")})
        return ClaimThenTable(ClaimsThen(scope, wanted), then=f"?{self.as_of_form.query()}")

    def _configured(self, table):
        return RequestConfig(self.request, paginate=self.table_pagination).configure(table)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        total = context["table"].paginator.count
        query = kept_query(self.request.GET)
        return context | {
            "query": query,
            "now_url": f"{self.request.path}?{query}" if query else self.request.path,
            "saved_filters": self.request.user.saved_filters.all(),
            "total": total,
            "none_at_all": self.scope.is_now and not total and not self.filterset.is_used,
            "as_of_form": self.as_of_form,
            "scope": self.scope,
            "too_many": self.too_many,
            "most_judged": MOST_JUDGED,
        }


class ClaimDetailView(TemplateView):
    """All that is known of a claim, now or as of a publication day and a record moment."""

    template_name = "claims/claim_detail.html"

    def get_context_data(self, number):
        newest = seen_now()
        claim = get_object_or_404(Claim.objects.for_detail(), number=number)
        form = AsOfForm(self.request.GET, claim=claim)
        page = claim_page(claim, **form.cut_offs(), reader=self.request.user)
        return {
            "claim": page.claim,
            "page": page,
            "as_of_form": form,
            "sets": [(row, row.beside(page.claim)) for row in sets_of(claim, **form.cut_offs())],
            "log": log_of(claim, recorded_by=page.recorded_by, everything=self.request.GET.get("log") == "all"),
            **self._proposed(claim, page),
            **self._talk(claim, page),
            **(self._acts(claim, page) | {"live": watch(claim, since=newest)} if page.is_now else {}),
        }

    def _proposed(self, claim, page):
        """The proposals beside each other, and requests for another; `answerable` are what this person may answer."""
        requests = requests_on(claim, recorded_by=page.recorded_by)
        may_propose = page.is_now and refusal(assessments.check_proposal, claim=claim, by=self.request.user) is None
        return {
            "differences": differences([one for one in page.live_assessments if one.step == Step.PROPOSAL]),
            "requests": requests,
            "answerable": answerable(requests, self.request.user) if may_propose else [],
        }

    def _talk(self, claim, page):
        """The comments that were made by then, and how many each passage has."""
        rows = [*page.later, *page.withdrawn, *(row for group in page.groups for row in group.rows)]
        counts = comment_counts([row.link.passage_id for row in rows], recorded_by=page.recorded_by)
        past = {"recorded_by": page.recorded_by, "is_past": not page.is_now}
        return {"comment_counts": counts, **talk_context(Place(claim=claim), self.request.user, **past)}

    def _acts(self, claim, page):
        """What the person may do here now; a page of the past offers nothing to do."""
        by = self.request.user
        acts = {
            "controls": controls_for(claim, by),
            "link_refusal": refusal(links.check_links, claim=claim, by=by),
        }
        return acts if claim.is_put_aside else acts | self._candidates(claim, by)

    def _candidates(self, claim, by):
        candidates = candidates_of(claim)
        groups = [(group.article, list(map(_shown, group.candidates))) for group in candidates.groups]
        first, others = _split_at(CANDIDATES_AT_ONCE, groups)
        return {
            "candidates": candidates,
            "candidate_groups": first,
            "more_groups": others,
            "folded": sum(len(rows) for _, rows in others),
            "copies_of_linked": list(map(_shown, candidates.of_linked)),
            "candidate_refusal": refusal(links.check_addition, claim=claim, by=by),
        }


def _split_at(most, groups):
    """Return the groups as far as they hold the first `most` rows, and those that hold the others."""
    first, others = [], []
    for article, rows in groups:
        room = most - sum(len(taken) for _, taken in first)
        first += [(article, rows[:room])] if room else []
        others += [(article, rows[room:])] if rows[room:] else []
    return first, others


def _shown(candidate):
    """Return a candidate and its copies, each with what its form sends back: what has changed is not linked."""
    copies = list(map(_shown, candidate.copies))
    return {"candidate": candidate, "fingerprint": fingerprint(candidate.offer.suggestion), "copies": copies}


@method_decorator(vary_on_headers("HX-Request"), name="dispatch")
class ClaimRelatedView(TemplateView):
    """Claims of the same matter with another truth condition; apart from the claim's page, which need not wait."""

    def get_template_names(self):
        return ["claims/_claim_related.html" if self.request.htmx else "claims/claim_related.html"]

    def get_context_data(self, number):
        claim = get_object_or_404(Claim, number=number)
        related = [] if claim.is_put_aside else [twin for twin in twins_of(claim) if not twin.is_same]
        excluded = alternatives_of([claim.pk]).get(claim.pk, ()) if related else ()
        return {"claim": claim, "related": related, "excluded": excluded}
