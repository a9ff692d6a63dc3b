"""Verdicts: proposed, decided, sent back, reopened, taken back."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.decorators.http import require_POST

from claims.errors import NotAllowed, Refused
from claims.forms.assessments import AssessmentForm, DecisionForm, SendBackForm
from claims.forms.claims import ReasonForm
from claims.models import Assessment, User
from claims.reports.adjudication import differences, proposals_on
from claims.reports.blindness import spoken_on, standing
from claims.reports.event_log import log_of
from claims.reports.evidence_choice import evidence_choice, links_to_rely_on
from claims.reports.null_searches import freshness_of
from claims.services import assessments, seals
from claims.views.acts import ClaimActView, refusal, way_back
from claims.views.sending import sent_once
from claims.vocabulary import Doing, State


class AssessmentActView(ClaimActView):
    """What proposing and deciding have in common: the evidence, the verdicts that it could carry, and the news."""

    form_class = AssessmentForm

    def get_initial(self):
        return {"seen": assessments.last_event(self.claim)}

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"links": links_to_rely_on(self.claim)}

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        form = context["form"]
        as_of = form.is_bound and form.cleaned_data.get("as_of")
        context |= {"evidence": evidence_choice(self.claim, as_of=as_of or None), "chosen": form.chosen()}
        context["freshness"] = freshness_of(self.claim, day=as_of or None)
        back = {"next": self.request.path}
        context["log_search"] = reverse("claim-null-search", args=[self.claim.number], query=back)
        # Whoever sent the form may have been overtaken since it was read.
        context |= self.spoken() if form.is_bound else self.spoken_at_first
        if kwargs.get("stale"):
            context |= self._news(form.cleaned_data["seen"])
        return context

    def spoken(self):
        """Return what was proposed so far: side by side where that is more than one, and what is hidden of it."""
        proposals = proposals_on(self.claim, self.request.user)
        hidden = standing(spoken_on(self.claim, self.request.user))
        return {"proposals": proposals, "differences": differences(proposals), "hidden": hidden}

    @cached_property
    def spoken_at_first(self):
        """What was proposed (`spoken`) as the page was asked for."""
        return self.spoken()

    def refuse(self, refused):
        """Say why not; where colleagues made it so while this person was typing, what they did stands beside it."""
        if self.request.method != "POST":
            return super().refuse(refused)
        form = self.get_form()
        form.add_error(None, str(refused))
        seen = form.cleaned_data.get("seen")
        news = log_of(self.claim, after=seen) if seen else None
        return self.form_invalid(form, status=409 if news and news.lines else 422, news=news)

    def said(self, form):
        """Return what a service wants to know of the assessment."""
        return form.values() | {"acknowledged": "acknowledge" in self.request.POST}

    def _news(self, seen):
        """Return the newest event of the claim, and what happened since the event `seen`."""
        # In this order: what happens in between is shown, and a further sending finds it new.
        newest = assessments.last_event(self.claim)
        return {"newest": newest, "news": log_of(self.claim, after=seen)}


class ProposalCreateView(AssessmentActView):
    template_name = "claims/claim_propose.html"
    heading = "Propose a verdict"
    lead = "Somebody else decides on it. Say what the verdict rests on, so that they can follow you."
    submit = "Propose"
    doing = Doing.PROPOSING

    def get_context_data(self, **kwargs):
        return super().get_context_data(blind_note=seals.note(self.claim, self.request.user), **kwargs)

    def check(self):
        assessments.check_proposal(claim=self.claim, by=self.request.user)

    def act(self, form):
        assessments.propose(claim=self.claim, by=self.request.user, **self.said(form))
        return self.done(f"You proposed a verdict on {self.claim.label}.")


class DecisionCreateView(AssessmentActView):
    template_name = "claims/claim_decide.html"
    form_class = DecisionForm
    heading = "Decide"
    lead = "A decision closes the claim. It can be reopened, and stays on record."
    submit = "Decide"
    doing = Doing.DECIDING

    def check(self):
        assessments.check_decision(claim=self.claim, by=self.request.user)

    def get(self, request, *args, **kwargs):
        """Show the form; while a proposal is hidden, the two ways to read it."""
        if self.spoken_at_first["hidden"]:
            context = ClaimActView.get_context_data(self, **self.spoken_at_first)
            return render(request, "claims/claim_sealed.html", context)
        return super().get(request, *args, **kwargs)

    def get_initial(self):
        proposals = self.spoken_at_first["proposals"]
        prefilled = _said_in(proposals[0]) if len(proposals) == 1 else {}
        return super().get_initial() | prefilled

    def act(self, form):
        decision = assessments.decide(claim=self.claim, by=self.request.user, **self.said(form))
        return self.done(f"{self.claim.label} is decided: {decision.get_verdict_display().lower()}.")


def _said_in(proposal):
    """Return what a decision may take over from `proposal`; the day it speaks of is not among it."""
    names = ("verdict", "unresolved_reason", "confidence", "rationale", "what_would_change")
    said = {name: getattr(proposal, name) for name in names}
    return said | {"relied_on": [link.pk for link in proposal.relied_on.all()]}


class ClaimSendBackView(ClaimActView):
    template_name = "claims/claim_send_back.html"
    form_class = SendBackForm
    heading = "Send back"
    lead = "What is sent back is closed and stays on record. With no proposal left, the claim is open again."
    submit = "Send back"
    doing = Doing.DECIDING

    def check(self):
        assessments.check_send_back(claim=self.claim, by=self.request.user)

    def get_form_kwargs(self):
        authors = User.objects.filter(pk__in=self.claim.assessments.proposals().live().values("author"))
        return super().get_form_kwargs() | {"authors": authors.order_by("username")}

    def get_context_data(self, **kwargs):
        proposals = proposals_on(self.claim, self.request.user)
        return super().get_context_data(proposals=proposals, differences=differences(proposals), **kwargs)

    def act(self, form):
        to, reason = form.cleaned_data.get("to"), form.cleaned_data["reason"]
        claim = assessments.send_back(claim=self.claim, reason=reason, by=self.request.user, to=to)
        if claim.state == State.PROPOSED:
            return self.done(f"The proposal of {to} was sent back; {claim.label} still awaits review.")
        return self.done(f"{claim.label} was sent back and is open again.")


class ClaimReopenView(ClaimActView):
    form_class = ReasonForm
    heading = "Reopen"
    lead = "The claim is open again. The decision no longer stands, and stays on record."
    submit = "Reopen"

    def check(self):
        assessments.check_reopening(claim=self.claim, by=self.request.user)

    def act(self, form):
        assessments.reopen(claim=self.claim, reason=form.cleaned_data["reason"], by=self.request.user)
        return self.done(f"{self.claim.label} is open again.")


@require_POST
@sent_once
def proposal_withdraw(request, pk):
    """Take back one's own proposal."""
    proposal = get_object_or_404(Assessment.objects.select_related("claim"), pk=pk)
    try:
        assessments.withdraw_proposal(proposal=proposal, by=request.user)
    except NotAllowed:
        raise
    except Refused as refused:
        return refusal(request, refused, way_back(request) or proposal.claim.get_absolute_url())
    messages.success(request, f"Your proposal on {proposal.claim.label} was withdrawn.")
    return HttpResponseRedirect(way_back(request) or proposal.claim.get_absolute_url())
