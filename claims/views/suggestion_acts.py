"""A suggestion rejected, and a judgement taken back."""

from django.contrib import messages
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from claims.errors import NotAllowed, Refused
from claims.models import Suggestion
from claims.services import suggestions
from claims.views.acts import go_to, refusal, status_of
from claims.views.queue_stage import Queue, render_stage
from claims.views.suggestion_answers import after_judgement, must_be_as_shown, refuse_judgement


@require_POST
def suggestion_reject(request, pk):
    suggestion = get_object_or_404(Suggestion.objects.for_queue(), pk=pk)
    try:
        must_be_as_shown(request, suggestion)
        said = {"copies": _keys(request.POST.get("copies", "")), "reason": request.POST.get("reason", "")}
        rejected = suggestions.reject(suggestion=suggestion, by=request.user, **said)
    except NotAllowed:
        raise
    except Refused as refused:
        return refuse_judgement(request, suggestion, refused)
    return after_judgement(request, rejected)


def _keys(sent):
    """Return the keys that `sent` lists, with commas in between; what is none is left out."""
    return [int(key) for key in sent.split(",") if key.isascii() and key.isdigit() and len(key) < 19]


@require_POST
def suggestion_undo(request):
    """Take back what this person judged last, and show it again; pressed twice, it takes back one judgement only."""
    going, of = Queue(request), request.POST.get("of")
    try:
        judged = suggestions.undo(by=request.user, of=next(iter(_keys(of)), 0) if of else None)
    except NotAllowed:
        raise
    except Refused as refused:
        return refuse_undo(request, refused)
    told = f"Taken back: {len(judged):,} suggestion{' is' if len(judged) == 1 else 's are'} pending again."
    if request.htmx and not going.back:
        return render_stage(request, Suggestion.objects.for_queue().get(pk=judged[0]), told=told)
    messages.success(request, told)
    return go_to(request, going.back or going.address(Suggestion(pk=judged[0])))


def refuse_undo(request, refused):
    if not request.htmx:
        going = Queue(request)
        return refusal(request, refused, going.back or going.address())
    return render_stage(request, Queue(request).next(), status=status_of(refused), refusal=str(refused))
