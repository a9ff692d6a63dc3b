"""A suggestion accepted: as it is, with changes, or by linking its words to a claim that there is."""

from django.shortcuts import get_object_or_404

from claims.errors import NeedsConfirmation, NotAllowed, Refused, Stale
from claims.forms.suggestions import FORMS, LinkInsteadForm
from claims.models import Claim, Suggestion
from claims.reports.queue_doubts import doubts_about, lacks_reason
from claims.services import accepting, evidence, suggestions
from claims.views.acts import ActView
from claims.views.queue_stage import render_stage
from claims.views.suggestion_answers import after_judgement, must_be_as_shown, refuse_judgement
from claims.vocabulary import SuggestionKind


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
        return (
            super().refuse(refused) if self.was_edited else refuse_judgement(self.request, self.suggestion, refused)
        )

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
        if lacks_reason(self.suggestion):
            return self.ask_reason()
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

    def ask_reason(self):
        form = self.get_form()
        form.ask_reason()
        return self.show(form, status=422)

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
        return after_judgement(self.request, accepted)


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
