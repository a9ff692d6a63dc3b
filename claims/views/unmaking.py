"""A claim taken back by whoever has just made it, from the notice that tells of it."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from claims.errors import NotAllowed, Refused
from claims.models import Claim, Link
from claims.services import unmaking
from claims.views.acts import refusal
from claims.views.links import words_of
from claims.views.sending import sent_once


@require_POST
@sent_once
def claim_undo(request, number):
    """Take back a claim just made; in the article its words are marked again, so that it can be made otherwise."""
    claim = get_object_or_404(Claim, number=number)
    made_of = Link.objects.for_detail().live().asserting().filter(claim=claim).first()
    try:
        unmaking.undo(claim=claim, by=request.user)
    except NotAllowed:
        raise
    except Refused as refused:
        return refusal(request, refused, claim.get_absolute_url())
    reader = request.POST.get("from", "")
    told = f"{claim.label} was taken back. It stays on record as rejected."
    messages.success(request, told, extra_tags="at-words" if reader else "")
    return redirect(words_of(made_of, reader) if reader and made_of else claim.get_absolute_url())
