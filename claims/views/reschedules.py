"""Reschedules: recorded between claims that stand already, withdrawn, and what their words say of the old date."""

from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from claims.forms.claims import ReasonForm
from claims.forms.links import AttributionForm
from claims.forms.reschedules import LaterClaimForm
from claims.models import Reschedule
from claims.reports.date_chain import days_of
from claims.reports.lookup import find_claims
from claims.services import reschedules
from claims.views.acts import ActView, ClaimActView
from claims.views.marking import SAID
from claims.vocabulary import Basis, Stance


def dates_of(claim):
    """Return the address of the dates on the page of `claim`."""
    return f"{claim.get_absolute_url()}#dates"


def told_of(row):
    """Return the sentence that tells of a new date."""
    return f"{row.later.label} is the new date of {row.earlier.label}: {days_of(row.later)}."


class ClaimRescheduleToView(ClaimActView):
    """Say of a claim that stands already that it is the new date of this one."""

    template_name = "claims/claim_reschedule_to.html"
    form_class = LaterClaimForm
    heading = "The new date is a claim already"
    lead = "Both claims stay as they are. Each says that it is a date in the chain of the other."
    submit = "Record the new date"

    def check(self):
        reschedules.check_reschedule(claim=self.claim, by=self.request.user)

    def get_initial(self):
        return {name: self.request.GET.get(name, "") for name in ("claim", "q")}

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        chosen = context["form"].later
        # Without JavaScript nothing was found while typing; so it is found now.
        found = [chosen] if chosen else find_claims(context["form"]["q"].value() or "")
        return context | {"chosen": chosen, "claims": found}

    def act(self, form):
        row = reschedules.record_reschedule(
            earlier=self.claim,
            later=form.cleaned_data["into"],
            passage=form.cleaned_data["passage"],
            reason=form.cleaned_data["reason"],
            by=self.request.user,
        )
        return self.done(told_of(row), dates_of(self.claim))


class RescheduleWithdrawView(ActView):
    """Take back that one claim is the new date of the other."""

    template_name = "claims/reschedule_withdraw.html"
    form_class = ReasonForm

    def load(self, pk):
        rows = Reschedule.objects.select_related("earlier__figures", "later", "withdrawn_by", "passage__article")
        self.row = get_object_or_404(rows, pk=pk)
        self.back = dates_of(self.row.earlier)

    def check(self):
        reschedules.check_withdrawal(reschedule=self.row, by=self.request.user)

    def get_context_data(self, **kwargs):
        return super().get_context_data(row=self.row, claim=self.row.earlier, cancel=self.back, **kwargs)

    def act(self, form):
        reschedules.withdraw(reschedule=self.row, reason=form.cleaned_data["reason"], by=self.request.user)
        sentence = f"{self.row.later.label} is no longer the new date of {self.row.earlier.label}. Both claims stay."
        return self.done(sentence, self.row.earlier.get_absolute_url())


@require_safe
def reschedule_offer(request, pk):
    """Lead to the form that links the words of a new date to the claim with the old one: they may contradict it."""
    related = ("earlier__merged_into", "later", "passage__article__outlet", "passage__origin")
    rows = Reschedule.objects.select_related(*related)
    row = get_object_or_404(rows.exclude(passage=None), pk=pk)
    passage = row.passage
    anchor = passage.anchors.order_by("-version__number").first()
    said = {name: value for name, value in AttributionForm.initial_of(passage).items() if name in SAID}
    query = {
        "quote": passage.exact,
        "near": anchor.start,
        "claim": (row.earlier.merged_into or row.earlier).number,
        "stance": Stance.REFUTES,
        "basis": Basis.EXPECTATION,
        "reason": f"They give a new date: {days_of(row.later)}.",
    }
    return redirect(reverse("article-evidence", args=[passage.article_id], query=query | said))
