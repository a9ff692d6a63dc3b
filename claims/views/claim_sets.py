"""Sets of claims of which at most one can be true: listed, shown with their evidence, and changed."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from claims.errors import NotAllowed, Refused
from claims.forms.as_of import AsOfForm
from claims.forms.claim_sets import ExclusionForm, JoinForm, LeaveForm, WordingForm
from claims.models import ClaimSet, Membership
from claims.reports.claim_sets import left_by, set_rows, sets_of
from claims.reports.evidence_matrix import matrix_of
from claims.reports.lookup import find_claims
from claims.services import claim_sets, roles
from claims.views.acts import ActView, ClaimActView, refusal
from claims.views.sending import sent_once

PER_PAGE = 25


@require_safe
def claim_set_list(request):
    """Show the sets in which claims exclude each other, or those that fell apart; the newest first."""
    fallen = request.GET.get("apart") == "1"
    others = ClaimSet.objects.fallen_apart()
    shown = others if fallen else ClaimSet.objects.standing()
    page = Paginator(shown.select_related("created_by").order_by("-pk"), PER_PAGE).get_page(request.GET.get("page"))
    apart = 0 if fallen else others.count()
    context = {"page": page, "rows": set_rows(list(page)), "fallen": fallen, "apart": apart}
    return render(request, "claims/claim_set_list.html", context)


@require_safe
def claim_set_detail(request, pk):
    """Show a set with the evidence that tells its claims apart, now or as of a day and a record moment."""
    claim_set = get_object_or_404(ClaimSet.objects.select_related("created_by"), pk=pk)
    form = AsOfForm(request.GET, claim=claim_set)
    cut_offs = form.cut_offs()
    [row] = set_rows([claim_set], **cut_offs)
    context = {
        "row": row,
        "left": left_by(claim_set, cut_offs["recorded_by"]),
        "matrix": matrix_of(row.claims, **cut_offs),
        "as_of_form": form,
        "may_change": request.user.may_annotate,
    }
    return render(request, "claims/claim_set_detail.html", context)


class ChoosingMixin:
    """A form in which another claim is chosen: what was found stands in it, and the choice, as `chosen`."""

    def get_initial(self):
        return super().get_initial() | {"claim": self.request.GET.get("claim", "")}

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        form = context["form"]
        chosen = form.cleaned_data.get("into") if form.is_bound else form.asked()
        # Without JavaScript nothing was found while typing; so it is found now.
        found = [chosen] if chosen else find_claims(form["q"].value() or "")
        return context | {"chosen": chosen, "claims": found}


class ClaimExcludeView(ChoosingMixin, ClaimActView):
    """Say that the claim and another cannot both be true."""

    template_name = "claims/claim_exclude.html"
    form_class = ExclusionForm
    heading = "Cannot both be true"
    lead = (
        "Claims of which at most one can be true form a set. What is reported of one is then offered as refuting the "
        "others, and nothing is linked until somebody accepts it."
    )
    submit = "Say so"

    def check(self):
        claim_sets.check_exclusion(claim=self.claim, by=self.request.user)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"sets": ClaimSet.objects.all()}

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        chosen = context["chosen"]
        own = sets_of(self.claim)
        known = {row.claim_set.pk for row in own}
        others = sets_of(chosen) if chosen and chosen != self.claim else ()
        return context | {"sets": [*own, *(row for row in others if row.claim_set.pk not in known)]}

    def act(self, form):
        said, other = form.cleaned_data, form.cleaned_data["into"]
        membership = self.join(said["to_set"], other, said) if said["to_set"] else self.make(other, said)
        sentence = f"{self.claim.label} and {other.label} exclude each other now."
        messages.success(self.request, sentence, extra_tags=f"undo-membership-{membership.pk}")
        return membership.claim_set.get_absolute_url()

    def join(self, claim_set, other, said):
        """Put into a set whichever of the two claims is not in it."""
        return claim_sets.exclude_in(
            claim_set=claim_set, claims=[self.claim, other], reason=said["reason"], by=self.request.user
        )

    def make(self, other, said):
        name = said["name"] or f"{self.claim.label} or {other.label}"
        claim_set = claim_sets.make(
            name=name, reason=said["reason"], claims=[self.claim, other], by=self.request.user
        )
        return claim_set.memberships.latest("pk")


class ClaimSetActView(ActView):
    """An act on a set, on a page of its own; see `ClaimActView`."""

    template_name = "claims/claim_set_act.html"
    heading = lead = submit = ""

    def load(self, pk):
        self.claim_set = get_object_or_404(ClaimSet, pk=pk)
        self.back = self.claim_set.get_absolute_url()

    def check(self):
        roles.must_annotate(self.request.user)

    def get_context_data(self, **kwargs):
        return super().get_context_data(claim_set=self.claim_set, cancel=self.back, **kwargs)

    def done(self, sentence, membership=None):
        if membership is None:
            return super().done(sentence, self.back)
        messages.success(self.request, sentence, extra_tags=f"undo-membership-{membership.pk}")
        return self.back


class ClaimSetEditView(ClaimSetActView):
    template_name = "claims/claim_set_edit.html"
    form_class = WordingForm
    heading = "Word the set anew"
    lead = "The log keeps what it said before."
    submit = "Save"

    def get_initial(self):
        # In this order: what is said anew in between is noticed when the form is sent.
        seen = claim_sets.last_wording(self.claim_set)
        self.claim_set.refresh_from_db()
        return {"name": self.claim_set.name, "reason": self.claim_set.reason, "seen": seen}

    def get_context_data(self, **kwargs):
        if kwargs.get("stale"):
            kwargs["newest"] = claim_sets.last_wording(self.claim_set)
            self.claim_set.refresh_from_db()
        return super().get_context_data(**kwargs)

    def act(self, form):
        claim_sets.reword(claim_set=self.claim_set, by=self.request.user, **form.cleaned_data)
        return self.done("The set is worded anew.")


class ClaimSetJoinView(ChoosingMixin, ClaimSetActView):
    template_name = "claims/claim_set_join.html"
    form_class = JoinForm
    heading = "Add a claim to the set"
    lead = "It excludes every other claim of the set."
    submit = "Add it"

    def act(self, form):
        claim, reason = form.cleaned_data["into"], form.cleaned_data["reason"]
        membership = claim_sets.join(claim_set=self.claim_set, claim=claim, reason=reason, by=self.request.user)
        return self.done(f"{claim.label} joined the set.", membership)


class ClaimSetLeaveView(ClaimSetActView):
    form_class = LeaveForm
    heading = "Take a claim out of the set"
    submit = "Take it out"

    def load(self, pk):
        rows = Membership.objects.select_related("claim", "claim_set")
        self.membership = get_object_or_404(rows, pk=pk)
        super().load(self.membership.claim_set_id)

    @property
    def lead(self):
        return (
            f"{self.membership.claim} can then be true beside the others. What was offered because of the set is "
            "offered no more; links that were made stay, and a decision that relies on an alternative is flagged."
        )

    def check(self):
        claim_sets.check_leaving(membership=self.membership, by=self.request.user)

    def act(self, form):
        left = claim_sets.leave(membership=self.membership, reason=form.cleaned_data["reason"], by=self.request.user)
        return self.done(f"{left.claim.label} left the set.", left)


@require_POST
@sent_once
def claim_set_undo(request, pk):
    """Take back that a claim was put into a set, or taken out, just now."""
    membership = get_object_or_404(Membership.objects.select_related("claim_set"), pk=pk)
    try:
        claim_sets.undo(membership=membership, by=request.user)
    except NotAllowed:
        raise
    except Refused as refused:
        return refusal(request, refused, membership.claim_set.get_absolute_url())
    messages.success(request, "Undone. Both acts stay on record.")
    return redirect(membership.claim_set)
