"""What a judgement of a suggestion is answered with; it is refused where the page showed something else."""

from django.contrib import messages

from claims.errors import Stale
from claims.models import Suggestion
from claims.reports.judged_sentences import what_it_did
from claims.views.acts import go_to, status_of
from claims.views.queue import show_next
from claims.views.queue_stage import Queue, fingerprint, render_stage

CHANGED = "What is suggested here has changed since you opened it. Look at it again; nothing was done."


def must_be_as_shown(request, suggestion):
    """Raise `Stale` when the request says that its page showed something else than is suggested now."""
    shown = request.POST.get("shown")
    if shown and suggestion.is_pending and shown != fingerprint(suggestion):
        raise Stale(CHANGED)


def refuse_judgement(request, suggestion, refused):
    """Say why `suggestion` cannot be judged so, and what became of it; nothing else is touched."""
    suggestion = Suggestion.objects.for_queue().get(pk=suggestion.pk)
    return render_stage(request, suggestion, status=status_of(refused), refusal=str(refused))


def after_judgement(request, suggestion):
    """Go back to where the person came from, with the way to undo it, or on to the next suggestion."""
    going = Queue(request)
    if going.back:
        messages.success(request, what_it_did(suggestion), extra_tags=f"undo-suggestion-{suggestion.pk}")
        return go_to(request, going.back)
    return show_next(request, going, suggestion)
