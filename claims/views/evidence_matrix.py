"""Any claims side by side, with the passages that tell them apart."""

from urllib.parse import urlencode

from django.shortcuts import render
from django.views.decorators.http import require_safe

from claims.forms.as_of import AsOfForm
from claims.forms.claim_sets import MatrixForm
from claims.reports.evidence_matrix import FEWEST, MOST, matrix_of


@require_safe
def claim_matrix(request):
    """Show the matrix of the claims that the address names, now or as of a day and a record moment."""
    form, as_of_form = MatrixForm(request.GET), AsOfForm(request.GET)
    claims, left_out = form.claims()
    cut_offs = as_of_form.cut_offs()
    shown = [claim for claim in claims if not _is_later(claim, cut_offs["recorded_by"])]
    kept = [("claim", claim.number) for claim in claims]
    context = {
        "form": form,
        "as_of_form": as_of_form,
        "matrix": matrix_of(shown, **cut_offs),
        "left_out": left_out + [f"{claim.label} was not on record yet." for claim in claims if claim not in shown],
        "kept": kept,
        "kept_cut_offs": [(name, request.GET[name]) for name in as_of_form.fields if request.GET.get(name)],
        "now_url": f"{request.path}?{urlencode(kept)}",
        "claims": form.found(),
        "too_few": len(shown) < FEWEST,
        "is_full": len(claims) >= MOST,
    }
    return render(request, "claims/claim_matrix.html", context)


def _is_later(claim, recorded_by):
    return recorded_by is not None and claim.created_at > recorded_by
