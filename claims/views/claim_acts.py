"""Acts on a claim as a whole: edit, open, reject, merge, take a merge apart, split."""

from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from claims.errors import NotAllowed, Refused
from claims.forms.claims import ClaimForm, MergeForm, ReasonForm, SplitForm
from claims.models import Claim, Link
from claims.reports.claim_effects import edit_effects, merge_effects, split_effects, unmerge_effects
from claims.reports.claim_versions import compare
from claims.reports.lookup import find_claims
from claims.services import amending, claims, merging, roles, splitting
from claims.views.acts import ClaimActView, refusal
from claims.views.sending import sent_once


class ClaimEditView(ClaimActView):
    """Change what a claim says; where others worked on it, that is an amendment."""

    template_name = "claims/claim_edit.html"
    form_class = ClaimForm

    def check(self):
        amending.check_edit(claim=self.claim, by=self.request.user)

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

    def form_valid(self, form):
        if "preview" in self.request.POST:
            return self.render_to_response(self.get_context_data(form=form, effects=self.effects(form.values())))
        return super().form_valid(form)

    def effects(self, values):
        """What would follow from `values`, of which those that differ decide whether it is an amendment."""
        touched = {name: value for name, value in values.items() if getattr(self.claim, name, value) != value}
        amends = amending.would_amend(self.claim, touched, self.request.user)
        return edit_effects(self.claim, touched, amends=amends, tells_anew=amending.tells_anew(touched))

    def act(self, form):
        amending.edit(
            claim=self.claim,
            values=form.values(),
            by=self.request.user,
            reason=form.cleaned_data["reason"],
            lock_version=form.cleaned_data["lock_version"],
        )
        return self.done(f"{self.claim.label} was changed.")


@require_POST
@sent_once
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
    previews = asks_preview = True

    def check(self):
        merging.check_merge(claim=self.claim, by=self.request.user)

    def post(self, request, *args, **kwargs):
        if "preview" in request.POST:
            form = MergeForm(initial=request.POST.dict())
            return self.render_to_response(self.get_context_data(form=form))
        return super().post(request, *args, **kwargs)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"initial": {"claim": self.request.GET.get("claim", "")}}

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        form = context["form"]
        chosen = form.cleaned_data["into"] if form.is_bound else form.asked()
        # Without JavaScript nothing was found while typing; so it is found now.
        found = [chosen] if chosen else find_claims(form["q"].value() or "")
        return context | {"chosen": chosen, "claims": found, "effects": self.effects(chosen)}

    def effects(self, chosen):
        """What would follow from a merge into the claim that is chosen; nothing where that is not possible."""
        possible = chosen and roles.refusal(merging.check_mergeable, self.claim, chosen) is None
        return merge_effects(self.claim, chosen) if possible else None

    def act(self, form):
        into = form.cleaned_data["into"]
        merging.merge(claim=self.claim, into=into, reason=form.cleaned_data["reason"], by=self.request.user)
        return self.done(f"{self.claim.label} was merged into {into.label}.", into.get_absolute_url())


class ClaimUnmergeView(ClaimActView):
    form_class = ReasonForm
    heading = "Take the merge apart"
    submit = "Take the merge apart"
    previews = True

    def get_context_data(self, **kwargs):
        effects = unmerge_effects(self.claim) if self.claim.merged_into_id else None
        return super().get_context_data(effects=effects, **kwargs)

    @property
    def lead(self):
        return f"{self.claim.label} will be open again, and its links count for it alone."

    def check(self):
        merging.check_unmerge(claim=self.claim, by=self.request.user)

    def act(self, form):
        merging.unmerge(claim=self.claim, reason=form.cleaned_data["reason"], by=self.request.user)
        return self.done(f"{self.claim.label} is open again.")


class ClaimSplitView(ClaimActView):
    form_class = SplitForm
    template_name = "claims/claim_split.html"
    heading = "Split into several claims"
    submit = "Split"
    previews = asks_preview = True

    @property
    def lead(self):
        count = Link.objects.filter(claim=self.claim).live().count()
        copies = "a copy of its link" if count == 1 else f"copies of its {count} links"
        return f"Each part becomes a draft with {copies}, to be judged anew. The claim itself stays as it is."

    def check(self):
        splitting.check_split(claim=self.claim, by=self.request.user)

    def post(self, request, *args, **kwargs):
        if "preview" in request.POST:
            return self.preview(SplitForm(initial=request.POST.dict()))
        return super().post(request, *args, **kwargs)

    def preview(self, form):
        """Show what the statements typed so far would make, or what speaks against them."""
        statements = form.lines()
        refused = roles.refusal(splitting.checked_parts, statements)
        effects = None if refused else split_effects(self.claim, statements)
        return self.render_to_response(self.get_context_data(form=form, effects=effects, refused=refused))

    def act(self, form):
        parts = splitting.split(
            claim=self.claim,
            statements=form.cleaned_data["statements"],
            reason=form.cleaned_data["reason"],
            by=self.request.user,
        )
        made = " and ".join(part.label for part in parts)
        return self.done(f"{self.claim.label} was split into {made}; open each once its links are judged.")
