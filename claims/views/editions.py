"""Editions: frozen by a reviewer, read and taken away by anybody, run again, and compared."""

from django.core.exceptions import ObjectDoesNotExist
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from claims.forms.reports import EditionForm, form_of
from claims.models import Edition
from claims.reports.comparison import compare
from claims.reports.document import in_words
from claims.reports.editions import frozen, run_again
from claims.reports.numbered.registry import REPORTS, build
from claims.reports.report_page import report_page
from claims.reports.scope import Scope
from claims.reports.writing.formats import FORMATS
from claims.services import editions, roles
from claims.views.acts import ActView
from claims.views.reports import file_of, kind_of, refuse_question, show_rows

PER_PAGE = 50
MOST_CHANGES = 500
COMPARED = 20


@require_safe
def edition_list(request):
    """Show the editions, the newest first."""
    found = Edition.objects.select_related("created_by").defer("content")
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "claims/edition_list.html", {"page": page})


class EditionCreateView(ActView):
    """Freeze the report that the address names, with the filters and cut-offs that stand there as well.

    Where no record cut-off stands there, it is the moment at which the page was opened: what it showed is frozen.
    """

    template_name = "claims/edition_form.html"
    form_class = EditionForm

    def answer(self, request, code):
        kind, self.asked = kind_of(code), form_of(code, request.GET)
        if not self.asked.is_valid():
            return refuse_question(request, kind, self.asked)
        return super().answer(request, code=code)

    def load(self, code):
        self.code, self.moment = code, self.request.POST.get("moment") or timezone.now().isoformat()
        if self.asked.scope.recorded_by is None:
            self.asked = self._asked_then()
        self.back = f"{reverse('report-detail', args=[code])}?{self.request.GET.urlencode()}"

    def _asked_then(self):
        asked = form_of(self.code, self.request.GET.dict() | {"recorded_by": self.moment})
        if not asked.is_valid():
            raise Http404("No page showed this moment.")
        return asked

    def check(self):
        roles.must_review(self.request.user)

    def get_context_data(self, **kwargs):
        scope, more = self.asked.scope, self.asked.more
        shown = {
            "kind": REPORTS[self.code],
            "asked": list(in_words(scope, **more)),
            "page": report_page(build(self.code, scope, **more), lambda key: ""),
            "moment": self.moment,
            "back": self.back,
        }
        return super().get_context_data(**shown, **kwargs)

    def act(self, form):
        asked = {"code": self.code, "scope": self.asked.scope, **self.asked.more}
        edition = editions.freeze(by=self.request.user, **asked, **form.cleaned_data)
        return self.done("The edition is frozen. Nothing of it will change.", edition.get_absolute_url())


@require_safe
def edition_detail(request, pk):
    """Show an edition as it was frozen, with the others of the same report, which it can be compared with."""
    edition = _edition(pk)
    written = frozen(edition)

    def address(key):
        return reverse("edition-rows", args=[pk, key])

    others = Edition.objects.filter(report=edition.report).exclude(pk=pk).defer("content")
    context = {
        "edition": edition,
        "document": written,
        "is_intact": written.digest == edition.sha256,
        "page": report_page(written.report, address, _then(edition).query, request.GET),
        "others": others[:COMPARED],
        "downloads": [(name, reverse("edition-download", args=[pk, name])) for name in FORMATS],
    }
    return render(request, "claims/edition_detail.html", context)


@require_safe
def edition_rows(request, pk, key):
    """Show the records behind the number `key` of an edition, as they stood at its cut-offs."""
    edition = _edition(pk)
    written, shown = frozen(edition), {"title": edition.title, "back": edition.get_absolute_url()}
    return show_rows(request, written.report, key, _then(edition), asked=written.asked, **shown)


def _then(edition):
    return Scope(as_of=edition.as_of, recorded_by=edition.recorded_by)


@require_safe
def edition_download(request, pk, name):
    """Answer an edition in the format `name`, as a file.

    What it says and its digest are the same for good; the bytes are the same for as long as the software is. Content
    that is no longer what the digest was taken of is not handed out: the page of the edition says why.
    """
    if name not in FORMATS:
        raise Http404("There is no such format.")
    edition = _edition(pk)
    written = frozen(edition)
    if written.digest != edition.sha256:
        return redirect(edition)
    return file_of(written, name, f"edition-{pk}-{edition.report}")


@require_safe
def edition_check(request, pk):
    """Run an edition again, and say whether the records still give the same content, or what differs."""
    edition = _edition(pk)
    try:
        check = run_again(edition)
    except ObjectDoesNotExist:
        raise Http404("A topic, a person or an outlet of its filters is there no longer.") from None
    context = {"edition": edition, "check": check, **_first(check.changes)}
    return render(request, "claims/edition_check.html", context)


@require_safe
def edition_compare(request, pk, other):
    """Say what differs between two editions of one report, the older one first."""
    if pk > other:
        return redirect("edition-compare", pk=other, other=pk)
    before, after = _edition(pk), _edition(other)
    if before.report != after.report:
        raise Http404("Only editions of one report can be compared.")
    sides = [("Before", before), ("After", after)]
    context = {"before": before, "after": after, "sides": sides, **_first(compare(frozen(before), frozen(after)))}
    return render(request, "claims/edition_compare.html", context)


def _edition(pk):
    return get_object_or_404(Edition.objects.select_related("created_by"), pk=pk)


def _first(changes):
    return {"changes": changes[:MOST_CHANGES], "more": max(0, len(changes) - MOST_CHANGES)}
