from django.contrib import messages
from django.http import QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from claims.errors import Refused
from claims.filters.claims import kept_query
from claims.models import SavedFilter
from claims.services import filters
from claims.views.acts import refusal
from claims.views.sending import sent_once


@require_POST
def filter_save(request):
    query = kept_query(QueryDict(request.POST.get("query", "")))
    try:
        saved = filters.save(name=request.POST.get("name", ""), query=query, by=request.user)
    except Refused as refused:
        return refusal(request, refused)
    messages.success(request, f"Saved as “{saved.name}”.")
    return redirect(saved)


@require_POST
@sent_once
def filter_delete(request, pk):
    saved = get_object_or_404(SavedFilter, pk=pk, user=request.user)
    filters.delete(saved=saved, by=request.user)
    messages.success(request, f"The saved filter “{saved.name}” was removed.")
    query = kept_query(QueryDict(request.POST.get("query", "")))
    return redirect(f"{reverse('claim-list')}?{query}" if query else reverse("claim-list"))
