"""Acts on a claim as a whole: edit, open, reject, merge, take a merge apart, split."""

from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from claims.errors import NotAllowed, Refused
from claims.forms.claims import ClaimForm, MergeForm, ReasonForm, SplitForm
from claims.models import Claim
from claims.reports.claim_versions import compare
from claims.reports.lookup import find_claims
from claims.services import claims
from claims.views.acts import ClaimActView, refusal


class ClaimEditView(ClaimActView):
    """Change what a claim says; where others worked on it, that is an amendment."""

    template_name = "claims/claim_edit.html"
    form_class = ClaimForm

    def check(self):
        claims.check_edit(claim=self.claim, by=self.request.user)

    def get_form_kwargs(self):
        kwargs = super().get_form_kwargs()
        kwargs.pop("initial")
        return kwargs | {"claim": self.claim}

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        context["amends"] = claims.others_have_worked_on(self.claim, self.request.user)
        if kwargs.get("stale"):
            self.claim = get_object_or_404(Claim.objects.for_list(), pk=self.claim.pk)
            context |= {"claim": self.claim, "rows": compare(kwargs["form"].version(), self.claim)}
            context["form"] = self._with_refusal(kwargs["form"])
        return context

    def _with_refusal(self, form):
        """Return the form as the claim stands now where the person touched nothing, with what was refused."""
        fresh = form.brought_up_to_date(self.claim)
        for error in form.non_field_errors():
            fresh.add_error(None, error)
        return fresh

    def act(self, form):
        claims.edit(
            claim=self.claim,
            values=form.values(),
            by=self.request.user,
            reason=form.cleaned_data["reason"],
            lock_version=form.cleaned_data["lock_version"],
        )
        return self.done(f"{self.claim.label} was changed.")


@require_POST
def claim_open(request, number):
    """Open a draft."""
    claim = get_object_or_404(Claim, number=number)
    try:
        claims.open_draft(claim=claim, by=request.user)
    except NotAllowed:
        raise
    except Refused as refused:
        return refusal(request, refused, claim.get_absolute_url())
    return HttpResponseRedirect(claim.get_absolute_url())


class ClaimRejectView(ClaimActView):
    form_class = ReasonForm
    heading = "Reject the draft"
    lead = "A rejected draft is put aside for good: it is no claim, or not worth a check. It stays on record."
    submit = "Reject the draft"
    danger = True

    def check(self):
        claims.check_rejection(claim=self.claim, by=self.request.user)

    def act(self, form):
        claims.reject(claim=self.claim, reason=form.cleaned_data["reason"], by=self.request.user)
        return self.done(f"{self.claim.label} was rejected.")


class ClaimMergeView(ClaimActView):
    template_name = "claims/claim_merge.html"
    form_class = MergeForm
    heading = "Merge into another claim"
    lead = (
        "Two claims that say the same are merged into one. The links stay where they are and count for the one "
        "that stays. A merge can be taken apart."
    )
    submit = "Merge"

    def check(self):
        claims.check_merge(claim=self.claim, by=self.request.user)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        form = context["form"]
        chosen = form.cleaned_data["into"] if form.is_bound else None
        # Without JavaScript nothing was found while typing; so it is found now.
        found = [chosen] if chosen else find_claims(form["q"].value() or "")
        return context | {"chosen": chosen, "claims": found}

    def act(self, form):
        into = form.cleaned_data["into"]
        claims.merge(claim=self.claim, into=into, reason=form.cleaned_data["reason"], by=self.request.user)
        return self.done(f"{self.claim.label} was merged into {into.label}.", into.get_absolute_url())


class ClaimUnmergeView(ClaimActView):
    form_class = ReasonForm
    heading = "Take the merge apart"
    submit = "Take the merge apart"

    @property
    def lead(self):
        return f"{self.claim.label} will be open again, and its links count for it alone."

    def check(self):
        claims.check_unmerge(claim=self.claim, by=self.request.user)

    def act(self, form):
        claims.unmerge(claim=self.claim, reason=form.cleaned_data["reason"], by=self.request.user)
        return self.done(f"{self.claim.label} is open again.")


class ClaimSplitView(ClaimActView):
    form_class = SplitForm
    heading = "Split into several claims"
    lead = "Each part becomes a draft with copies of the links, to be judged anew. The claim itself stays as it is."
    submit = "Split"

    def check(self):
        claims.check_split(claim=self.claim, by=self.request.user)

    def act(self, form):
        parts = claims.split(
            claim=self.claim,
            statements=form.cleaned_data["statements"],
            reason=form.cleaned_data["reason"],
            by=self.request.user,
        )
        made = " and ".join(part.label for part in parts)
        return self.done(f"{self.claim.label} was split into {made}; open each once its links are judged.")
