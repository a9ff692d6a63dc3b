"""The numbered reports: all of them, one of them, the records behind a number, and a report to take away."""

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from claims.errors import Refused
from claims.forms.reports import form_of
from claims.reports.document import MOST_CLAIMS, document, in_words
from claims.reports.numbered.registry import REPORTS, build
from claims.reports.opened import opened
from claims.reports.report_page import report_page
from claims.reports.writing.formats import FORMATS, WITH_EVIDENCE
from claims.views.acts import refusal
from claims.vocabulary import Noun

PER_PAGE = 50


@require_safe
def report_index(request):
    """Show which reports there are, and what each of them answers."""
    return render(request, "claims/report_list.html", {"reports": REPORTS.values()})


@require_safe
def report_detail(request, code):
    """Show the report `code` for the filters and the cut-offs of the address."""
    kind, form = kind_of(code), form_of(code, request.GET)
    if not form.is_valid():
        return refuse_question(request, kind, form)
    report = build(code, form.scope, **form.more)

    def address(key):
        return _address("report-rows", code, form, key)

    context = {
        "kind": kind,
        "form": form,
        "asked": list(in_words(form.scope, **form.more)),
        "page": report_page(report, address, form.scope.query, request.GET),
        "downloads": [(name, _address("report-download", code, form, name)) for name in FORMATS],
        "freeze_url": _address("report-freeze", code, form),
    }
    return render(request, "claims/report_detail.html", context)


@require_safe
def report_rows(request, code, key):
    """Show the records behind the number `key` of the report `code`."""
    kind, form = kind_of(code), form_of(code, request.GET)
    if not form.is_valid():
        return refuse_question(request, kind, form)
    report = build(code, form.scope, **form.more)
    shown = {"title": f"{code} {kind.TITLE}", "back": _address("report-detail", code, form)}
    return show_rows(request, report, key, form.scope, asked=in_words(form.scope, **form.more), **shown)


def show_rows(request, report, key, scope, *, asked, title, back):
    """Show a page of the records behind the number `key` of `report`, with the way `back` to it.

    `asked` says in pairs what was asked; `scope` gives the cut-offs as of which the records are told.
    """
    counted = report.find(key)
    if counted is None:
        raise Http404("This report has no such number.")
    page = Paginator(counted.members, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "title": title,
        "back": back,
        "place": report.place(key),
        "counted": counted,
        "page": page,
        "rows": opened(counted.of, page.object_list, scope),
        "nouns": Noun,
        "asked": list(asked),
    }
    return render(request, "claims/report_rows.html", context)


@require_safe
def report_download(request, code, name):
    """Answer the report `code` in the format `name`, as a file."""
    kind, form = kind_of(code), form_of(code, request.GET)
    if name not in FORMATS:
        raise Http404("There is no such format.")
    if not form.is_valid():
        return refuse_question(request, kind, form)
    asked = {"with_evidence": name in WITH_EVIDENCE, "most_claims": MOST_CLAIMS, **form.more}
    try:
        return file_of(document(code, form.scope, **asked), name, code)
    except Refused as refused:
        return refusal(request, refused, back=_address("report-detail", code, form))


def file_of(written, name, stem):
    """Return `written` in the format `name` as a file to take away, called after `stem`."""
    ending = "txt" if name == "table" else name
    return HttpResponse(
        FORMATS[name].write(written),
        content_type=FORMATS[name].CONTENT_TYPE,
        headers={"Content-Disposition": f'attachment; filename="{stem}.{ending}"'},
    )


def kind_of(code):
    """Return the report `code`, or answer that there is none."""
    try:
        return REPORTS[code]
    except KeyError:
        raise Http404(f"There is no report {code}.") from None


def refuse_question(request, kind, form):
    """Say beside the fields of `form` why the report `kind` cannot be asked this."""
    return render(request, "claims/report_detail.html", {"kind": kind, "form": form}, status=400)


def _address(name, code, form, *args):
    """Return an address of the report `code` that keeps the filters and the cut-offs of `form`."""
    query = urlencode([(field, form.data[field]) for field in form.base_fields if form.data.get(field)])
    at = reverse(name, args=[code, *args])
    return f"{at}?{query}" if query else at
