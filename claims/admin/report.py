"""The pages of the claim status report; `context` is what every page of the admin holds."""

import csv

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from claims.forms.reports import RowsForm, ScopeForm
from claims.reports.claim_rows import COLUMNS, as_cells, labelled
from claims.reports.claim_status import selected_rows, status_report
from claims.reports.writing.as_csv import harmless

PER_PAGE = 50


@require_safe
def status(request, context):
    """Show the matrix of states and evidence, and what waits."""
    form = ScopeForm(request.GET)
    if not form.is_valid():
        return _refuse(request, "admin/report.html", context, form)
    report = status_report(form.scope)
    page = {
        "title": "Claim status report",
        "form": form,
        "report": report,
        "rows": [_linked_row(row, form) for row in (*report.matrix, report.totals)],
        "figures": [_linked(figure, form) for figure in report.figures],
        "csv_url": _address("admin:claim-report-csv", form),
    }
    return TemplateResponse(request, "admin/report.html", context | page)


@require_safe
def rows(request, context):
    """Show the claims behind a figure, a page at a time."""
    form = RowsForm(request.GET)
    if not form.is_valid():
        return _refuse(request, "admin/report_rows.html", context, form)
    page = Paginator(selected_rows(form.scope, form.selection), PER_PAGE).get_page(request.GET.get("page"))
    shown = {
        "title": "Claims behind the report",
        "form": form,
        "page": page,
        "rows": [labelled(row) for row in page.object_list],
        "report_url": _address("admin:claim-report", form),
        "csv_url": _address("admin:claim-report-csv", form, form.selection.params()),
    }
    return TemplateResponse(request, "admin/report_rows.html", context | shown)


@require_safe
def download(request, context):
    """Answer the rows as CSV, made harmless for spreadsheets."""
    form = RowsForm(request.GET)
    if not form.is_valid():
        return _refuse(request, "admin/report_rows.html", context, form)
    answer = HttpResponse(
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="claims.csv"'},
    )
    writer = csv.writer(answer)
    writer.writerow(COLUMNS)
    writer.writerows(map(harmless, as_cells(row)) for row in selected_rows(form.scope, form.selection))
    return answer


def _refuse(request, template, context, form):
    page = {"title": "Claim status report", "form": form, "report_url": reverse("admin:claim-report")}
    return TemplateResponse(request, template, context | page, status=400)


def _address(name, form, selection=()):
    scope = [(field, form.data[field]) for field in ScopeForm.base_fields if form.data.get(field)]
    query = urlencode([*scope, *selection])
    return f"{reverse(name)}?{query}" if query else reverse(name)


def _linked(figure, form):
    url = _address("admin:claim-report-rows", form, figure.selection.params())
    return {"label": figure.label, "count": figure.count, "url": url}


def _linked_row(row, form):
    return {
        "label": row.label,
        "cells": [_linked(cell, form) for cell in row.cells],
        "total": _linked(row.total, form),
    }
