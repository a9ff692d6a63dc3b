"""What a reviewer does with proposals besides deciding: opens a blind round, and asks for another proposal."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_POST

from claims.errors import NotAllowed, Refused
from claims.forms.assessments import AskForm
from claims.models import Claim, ProposalRequest
from claims.services import assessments, proposal_requests, roles, seals
from claims.views.acts import ClaimActView, refusal, way_back
from claims.views.sending import sent_once
from claims.vocabulary import Doing


@require_POST
@sent_once
def round_open(request, number):
    """Open the round, and go on to what was hidden: to decide on it, or, with nothing to decide, on the claim."""
    claim = get_object_or_404(Claim, number=number)
    try:
        seals.open_round(claim=claim, by=request.user)
    except NotAllowed:
        raise
    except Refused as refused:
        return refusal(request, refused, claim.get_absolute_url())
    messages.success(request, f"You opened the round on {claim.label}: what was proposed can be read now.")
    return HttpResponseRedirect(_way_on(claim, request))


def _way_on(claim, request):
    """Return the page on which to decide on what was hidden; who cannot goes back, or reads it on the claim."""
    back = way_back(request)
    if roles.refusal(assessments.check_decision, claim=claim, by=request.user):
        return back or f"{claim.get_absolute_url()}#assessments"
    address = reverse("claim-decide", args=[claim.number])
    return f"{address}?{urlencode({'next': back})}" if back else address


class ProposalAskView(ClaimActView):
    form_class = AskForm
    heading = "Ask for another proposal"
    lead = (
        "The claim goes on awaiting review, and can be decided without it. A person who is asked finds it in their "
        "inbox; what is asked of anyone stands in the queue."
    )
    submit = "Ask"
    doing = Doing.DECIDING

    def check(self):
        proposal_requests.check_asking(claim=self.claim, by=self.request.user)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"claim": self.claim, "by": self.request.user}

    def act(self, form):
        request = proposal_requests.ask(claim=self.claim, by=self.request.user, **form.cleaned_data)
        return self.done(f"{request.person or 'Anyone'} is asked for another proposal on {self.claim.label}.")


@require_POST
@sent_once
def request_take_back(request, pk):
    """Ask for a proposal no more."""
    asked = get_object_or_404(ProposalRequest.objects.select_related("claim"), pk=pk)
    back = way_back(request) or asked.claim.get_absolute_url()
    try:
        proposal_requests.take_back(request=asked, by=request.user)
    except NotAllowed:
        raise
    except Refused as refused:
        return refusal(request, refused, back)
    messages.success(request, f"Nobody is asked any more by this request on {asked.claim.label}.")
    return HttpResponseRedirect(back)
