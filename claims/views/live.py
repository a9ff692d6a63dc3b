"""What an open page asks for now and then: news of its claim or article, and who is there."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from claims.models import Article, Claim
from claims.reports.live import Watch, pulse_of
from claims.reports.seen import read_seen
from claims.services import presence
from claims.vocabulary import Doing


def watch(thing, *, since, doing=Doing.READING):
    """Return what the page of a claim or an article needs to ask for its pulse.

    `since` is what was `seen_now` before the page was read, so that what happens meanwhile is news.
    """
    if isinstance(thing, Claim):
        url = reverse("claim-pulse", args=[thing.number])
    else:
        url = reverse("article-pulse", args=[thing.pk])
    return Watch(url=url, since=since, doing=doing, seconds=settings.FACTCHECK_PULSE_SECONDS)


@require_GET
@never_cache
def claim_pulse(request, number):
    """What is new on a claim after the event `since`, and who is there; 204 when the page shows that already."""
    return _pulse(request, get_object_or_404(Claim.objects.only("number"), number=number))


@require_GET
@never_cache
def article_pulse(request, pk):
    """The same of an article."""
    return _pulse(request, get_object_or_404(Article.objects.only("pk"), pk=pk))


def _pulse(request, thing):
    doing, since = request.GET.get("doing"), request.GET.get("since", "")
    if doing in Doing.values and (doing != Doing.DECIDING or request.user.may_review):
        presence.note(on=thing, doing=doing, by=request.user)
    pulse = pulse_of(thing, since=read_seen(since), user=request.user)
    if pulse.state == request.GET.get("shown", ""):
        return HttpResponse(status=204)
    return render(request, "claims/_live_pulse.html", {"pulse": pulse, "thing": thing})
