"""A form sent twice is acted on once: by a double click without scripts, or by a browser that tries again."""

from functools import wraps
from hashlib import sha256

from django.contrib import messages
from django.contrib.sessions.models import Session
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect

MASKED = "csrfmiddlewaretoken"
ACCEPTED = "accepted_forms"
MOST_KEPT = 10


def go_to(request, url):
    """Send the browser to `url`, whether htmx asked or the browser itself."""
    if request.htmx:
        return HttpResponse(headers={"HX-Redirect": url})
    return redirect(url)


def once(request, respond):
    """Return what `respond()` answers; where this very form was accepted before, lead on as it led then.

    A form is the same when all that it holds is. The token against forgery belongs to that, and every page masks it
    anew: what is said again on a page that was loaded again is another act. What was refused may be sent again.
    """
    if request.method != "POST" or MASKED not in request.POST:
        return respond()
    key = _key(request)
    with transaction.atomic():
        accepted = _accepted(request)
        if accepted is None:
            return respond()
        if key in accepted:
            return _lead_on_again(request, accepted[key])
        response = respond()
        url = _way_on(response)
        if url:
            _keep(request, accepted | {key: {"url": url, "told": _told(request)}})
    return response


def sent_once(view):
    """Let the function `view` act on a form `once`."""

    @wraps(view)
    def act(request, *args, **kwargs):
        return once(request, lambda: view(request, *args, **kwargs))

    return act


def _key(request):
    said = sorted((name, request.POST.getlist(name)) for name in request.POST)
    return sha256(repr((request.get_full_path(), said)).encode()).hexdigest()


def _accepted(request):
    """Return the forms accepted in this session, None where there is no session; others that act in it wait."""
    row = Session.objects.select_for_update().filter(pk=request.session.session_key).first()
    return row and row.get_decoded().get(ACCEPTED, {})


def _way_on(response):
    return response.headers.get("HX-Redirect") or response.headers.get("Location")


def _told(request):
    """Return what the next page will tell the person, and leave it to be told."""
    waiting = messages.get_messages(request)
    told = [[one.level, str(one.message), one.extra_tags] for one in waiting]
    waiting.used = False
    return told


def _keep(request, accepted):
    # Now, not with the answer: whoever waits for this transaction looks into the session next.
    request.session[ACCEPTED] = dict(list(accepted.items())[-MOST_KEPT:])
    request.session.save()


def _lead_on_again(request, kept):
    """Lead on and tell the same: the first answer may never have arrived."""
    waiting = _told(request)
    for level, text, tags in kept["told"]:
        if [level, text, tags] not in waiting:
            messages.add_message(request, level, text, extra_tags=tags)
    return go_to(request, kept["url"])
