"""Pages about the assistant; `context` is what every page of the admin holds."""

import re
from dataclasses import dataclass

from django.contrib import messages
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_POST, require_safe

from claims.reports.suggestion_yield import RuleYield, unread, yield_by_rule
from claims.services import reading_list
from claims.vocabulary import SuggestionKind, SuggestionState


@dataclass(frozen=True, slots=True)
class Row:
    """A rule's figures, and the addresses of the lists behind them."""

    figures: RuleYield
    accepted_url: str
    rejected_url: str
    pending_url: str
    stale_url: str


@require_safe
def rule_yield(request, context):
    """Show what became of the suggestions of each rule, and what could not be read."""
    yields = yield_by_rule()
    page = {
        "title": "Yield of the assistant",
        "groups": [
            (kind.label, [_row(one) for one in yields if one.kind == kind])
            for kind in SuggestionKind
            if any(one.kind == kind for one in yields)
        ],
        "unread": unread(),
    }
    return TemplateResponse(request, "admin/suggestion_yield.html", context | page)


@require_POST
def read_again(request, context):
    """Have the assistant try once more what it could not read: the runs whose keys are sent."""
    keys = [int(key) for key in request.POST.getlist("run") if key.isascii() and key.isdigit() and len(key) < 19]
    asked = reading_list.read_again(keys)
    messages.success(request, f"{asked} {'text or claim is' if asked == 1 else 'texts or claims are'} read again.")
    return redirect("admin:suggestion-yield")


def _row(figures):
    urls = {f"{state.value}_url": _list_of(figures, state) for state in SuggestionState}
    queue = f"{reverse('queue')}?{urlencode({'kind': figures.kind, 'rule': figures.rule, 'copies': 'each'})}"
    return Row(figures=figures, **urls | {"pending_url": queue})


def _list_of(figures, state):
    """Return the address of the records in `state` of a rule, whatever key its name carries besides."""
    rule = f"^{re.escape(figures.rule)}(:|$)"
    query = urlencode({"kind__exact": figures.kind, "state__exact": state, "rule__regex": rule})
    return f"{reverse('admin:claims_suggestion_changelist')}?{query}"
