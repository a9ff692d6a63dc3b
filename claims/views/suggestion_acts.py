"""A suggestion judged: accepted as it is or with changes, rejected, and either taken back."""

from django.contrib import messages
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_POST

from claims.errors import NeedsConfirmation, NotAllowed, Refused, Stale
from claims.forms.suggestions import FORMS, LinkInsteadForm
from claims.models import Claim, Suggestion
from claims.reports.queue import last_judged
from claims.reports.queue_doubts import doubts_about
from claims.services import accepting, evidence, suggestions
from claims.views.acts import ActView, go_to, refusal
from claims.views.queue import show_next
from claims.views.queue_stage import Queue, fingerprint, render_stage
from claims.vocabulary import SuggestionKind

CHANGED = "What is suggested here has changed since you opened it. Look at it again; nothing was done."
TAKEN_BACK = "That judgement was taken back already. Your last one is another by now; look at it first."


class SuggestionAcceptView(ActView):
    """Accept a suggestion: as it is, or with what the form holds where that was sent (`edited`).

    What cannot be accepted as it is, or is to be looked at again first, opens the form, which says why.
    """

    accepted = None

    def load(self, pk):
        self.suggestion = get_object_or_404(Suggestion.objects.for_queue(), pk=pk)

    def check(self):
        suggestions.check_acceptance(suggestion=self.suggestion, by=self.request.user)
        if self.request.method == "POST":
            must_be_as_shown(self.request, self.suggestion)

    def refuse(self, refused):
        if not self.was_edited:
            return refuse_judgement(self.request, self.suggestion, refused)
        form = self.get_form()
        form.add_error(None, str(refused))
        return self.form_invalid(form, status=status_of(refused))

    @property
    def was_edited(self):
        return "edited" in self.request.POST

    def get_form_class(self):
        return FORMS[self.suggestion.kind]

    def get_initial(self):
        return self.get_form_class().initial_of(self.suggestion, self.request.user)

    def get_form_kwargs(self):
        return super().get_form_kwargs() if self.was_edited else {"initial": self.get_initial()}

    def get(self, request, *args, **kwargs):
        return self.show(self.get_form())

    def post(self, request, *args, **kwargs):
        return super().post(request, *args, **kwargs) if self.was_edited else self.accept_as_it_is()

    def accept_as_it_is(self):
        if doubts_about(self.suggestion):
            return self.show(self.get_form(), status=422)
        try:
            return self.go_on(self.accept())
        except NotAllowed:
            raise
        except Stale as refused:
            return refuse_judgement(self.request, self.suggestion, refused)
        except NeedsConfirmation as refused:
            return self.show(self.get_form(), status=422, warnings=refused.warnings)
        except Refused as refused:
            return self.show(self.get_form(), status=422, missing=str(refused))

    def form_valid(self, form):
        """Go on in the same page once the service has accepted; a refusal shows the form again."""
        response = super().form_valid(form)
        return self.go_on(self.accepted) if self.accepted else response

    def act(self, form):
        acknowledged = "acknowledge" in self.request.POST
        self.accepted = self.accept(edits=form.edits_of(self.suggestion), acknowledged=acknowledged)
        return self.accepted.get_absolute_url()

    def accept(self, **said):
        return suggestions.accept(suggestion=self.suggestion, by=self.request.user, **said)

    def form_invalid(self, form, status=422, **context):
        return self.show(form, status=status, **context)

    def show(self, form, status=200, **context):
        if form.is_bound and self.suggestion.kind == SuggestionKind.LINK:
            context["foreseen"] = self.foresee(form, self.suggestion.claim)
        return render_stage(self.request, self.suggestion, status=status, form=form, **context)

    def foresee(self, form, claim):
        """Return what the rules of evidence say of the link to `claim` as far as it is typed."""
        return evidence.foresee(
            claim=claim,
            article=self.suggestion.version.article,
            quote=form.cleaned_data.get("quote", ""),
            attribution=form.attribution(),
            values=form.link_values(),
        )

    def go_on(self, accepted):
        return after_judgement(self.request, accepted, "Accepted.")


class SuggestionLinkView(SuggestionAcceptView):
    """Link the words of a suggested claim to one that there is, instead of making another; always from a form."""

    def load(self, pk, number):
        super().load(pk)
        self.claim = get_object_or_404(Claim.objects.select_related("figures", "owner"), number=number)

    def check(self):
        suggestions.check_linking(suggestion=self.suggestion, claim=self.claim, by=self.request.user)
        if self.request.method == "POST":
            must_be_as_shown(self.request, self.suggestion)

    def get_form_class(self):
        return LinkInsteadForm

    def get_initial(self):
        return LinkInsteadForm.initial_of(self.suggestion, self.claim)

    def accept_as_it_is(self):
        return self.show(self.get_form())

    def accept(self, *, edits, **said):
        return super().accept(edits=edits | {"linked_to": self.claim}, **said)

    def show(self, form, status=200, **context):
        said = self.foresee(form, self.claim) if form.is_bound else self.foresee_presumed(form)
        return super().show(form, status=status, **context | {"instead": self.claim, "foreseen": said})

    def foresee_presumed(self, form):
        """Return what the rules say of the link as the form presumes it."""
        words = accepting.words_of(self.suggestion)
        return evidence.foresee(
            claim=self.claim,
            article=self.suggestion.version.article,
            quote=words["quote"],
            attribution=words["attribution"],
            values=form.initial,
        )

    def go_on(self, accepted):
        return after_judgement(self.request, accepted, f"Linked to {self.claim.label} instead.")


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
    return after_judgement(request, rejected, "Rejected; it is not suggested again.")


def _keys(sent):
    """Return the keys that `sent` lists, with commas in between; what is none is left out."""
    return [int(key) for key in sent.split(",") if key.isascii() and key.isdigit() and len(key) < 19]


@require_POST
def suggestion_undo(request):
    """Take back what this person judged last, and show it again."""
    going = Queue(request)
    try:
        must_be_last(request)
        judged = suggestions.undo(by=request.user)
    except NotAllowed:
        raise
    except Refused as refused:
        return refuse_undo(request, refused)
    told = f"Taken back: {len(judged)} suggestion{' is' if len(judged) == 1 else 's are'} pending again."
    if request.htmx and not going.back:
        return render_stage(request, Suggestion.objects.for_queue().get(pk=judged[0]), told=told)
    messages.success(request, told)
    return go_to(request, going.back or going.address(Suggestion(pk=judged[0])))


def must_be_as_shown(request, suggestion):
    """Raise `Stale` when the request says that its page showed something else than is suggested now."""
    shown = request.POST.get("shown")
    if shown and suggestion.is_pending and shown != fingerprint(suggestion):
        raise Stale(CHANGED)


def must_be_last(request):
    """Raise `Stale` when the page showed another judgement than the last: pressed twice, it takes back one only."""
    of = request.POST.get("of")
    last = last_judged(request.user, timezone.now() - suggestions.UNDO_WITHIN)
    if of and last and str(last.suggestion.pk) != of:
        raise Stale(TAKEN_BACK)


def refuse_undo(request, refused):
    if not request.htmx:
        return refusal(request, refused, Queue(request).address())
    return render_stage(request, Queue(request).next(), status=status_of(refused), refusal=str(refused))


def refuse_judgement(request, suggestion, refused):
    """Say why `suggestion` cannot be judged so, and what became of it; nothing else is touched."""
    suggestion = Suggestion.objects.for_queue().get(pk=suggestion.pk)
    return render_stage(request, suggestion, status=status_of(refused), refusal=str(refused))


def status_of(refused):
    return 409 if isinstance(refused, Stale) else 422


def after_judgement(request, suggestion, told):
    """Go back to where the person came from, or on to the next suggestion."""
    going = Queue(request)
    if going.back:
        messages.success(request, told)
        return go_to(request, going.back)
    return show_next(request, going, suggestion)
