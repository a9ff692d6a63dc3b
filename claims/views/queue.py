"""The queue: what is suggested, one at a time, and rejected by the filter where none of it is wanted."""

from django.db.models import Count, Max
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.views.decorators.http import require_GET, require_POST

from claims.errors import Refused
from claims.forms.suggestions import RejectAllForm
from claims.models import Suggestion
from claims.services import roles, suggestions
from claims.views.acts import ActView, go_to
from claims.views.queue_stage import Queue, render_stage

EXAMPLES = 8
NO_FILTER = "Narrow the queue with a filter first; what it then holds can be rejected at once."
MISREAD = "A filter in the address cannot be understood, so nothing can be rejected by it."


@require_GET
def queue(request):
    """Show the first suggestion that this person has not skipped."""
    return render_stage(request, Queue(request).next())


@require_GET
def suggestion_detail(request, pk):
    return render_stage(request, get_object_or_404(Suggestion.objects.for_queue(), pk=pk))


@require_POST
def suggestion_skip(request, pk):
    """Pass over a suggestion; it stays pending."""
    suggestion = get_object_or_404(Suggestion, pk=pk)
    going = Queue(request)
    going.skip(suggestion)
    if going.back:
        return go_to(request, going.back)
    return show_next(request, going, suggestion)


@require_POST
def queue_again(request):
    """Offer again what was skipped."""
    going = Queue(request)
    going.forget_skipped()
    return redirect(going.address())


def show_next(request, going, after):
    """Answer with the suggestion after `after`."""
    suggestion = going.next(after)
    if request.htmx:
        return render_stage(request, suggestion)
    return redirect(going.address(suggestion))


class QueueRejectView(ActView):
    """Reject every suggestion that the filters of the address leave."""

    form_class = RejectAllForm
    template_name = "claims/queue_reject.html"

    def load(self):
        self.queue = Queue(self.request)
        self.back = self.queue.address()

    def check(self):
        roles.must_annotate(self.request.user)
        if not self.queue.filter.is_sound:
            raise Refused(MISREAD)
        if not self.queue.filter.narrows:
            raise Refused(NO_FILTER)

    @cached_property
    def found(self):
        """How many there are, and the key of the newest."""
        return self.queue.matching.order_by().aggregate(count=Count("pk"), newest=Max("pk"))

    def get_initial(self):
        return {"newest": self.found["newest"] or 0}

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            queue=self.queue,
            query=self.queue.query,
            count=self.found["count"],
            examples=self.queue.matching.defer("version__text")[:EXAMPLES],
            **kwargs,
        )

    def act(self, form):
        seen = self.queue.matching.filter(pk__lte=form.cleaned_data["newest"])
        if seen.exists():  # else all of it is judged, as by the first of two clicks, and the queue says by whom
            suggestions.reject_all(suggestions=seen, by=self.request.user, reason=form.cleaned_data["reason"])
        return self.queue.address()
