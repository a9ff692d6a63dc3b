"""What browsers keep of forms: told when the server has it, and the way back to a form after a new session."""

import re
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpResponse
from django.shortcuts import resolve_url
from django.views.csrf import csrf_failure

SAVED = "draft-saved"
KEY = re.compile(r"[\w:.-]{1,100}", re.ASCII)
A_DAY = 24 * 60 * 60
OF_BEFORE = "You logged in again since this page came, so nothing was sent. It is here anew: send it once more."


class DraftMiddleware:
    """Confirm the draft that a form named as `draft`, once the form was accepted, in a cookie that scripts read.

    A refusal answers 4xx and confirms nothing, and neither does the way to the login page, to which a request of
    htmx goes as a whole page instead of into a part of one. From there the way leads back to the page on which a form
    was sent: many an address takes forms and shows nothing itself.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if _leads_to_login(request, response):
            return _by_way_of_login(request, response)
        if request.method == "POST" and response.status_code < 400 and request.user.is_authenticated:
            _confirm(request.POST.get("draft", ""), response)
        return response


def answer_expired_form(request, reason=""):
    """Answer a form that came before its person logged in again, in another tab for instance.

    A part of a page cannot show that: htmx goes to the whole page anew, whose forms can be sent.
    """
    here = request.htmx.current_url_abs_path
    if not here:
        return csrf_failure(request, reason)
    messages.warning(request, OF_BEFORE)
    return HttpResponse(status=403, headers={"HX-Redirect": here.partition("#")[0]})


def _leads_to_login(request, response):
    return response.status_code == 302 and _login() == _path(response.url) and not request.user.is_authenticated


def _login():
    return resolve_url(settings.LOGIN_URL)


def _path(address):
    return urlsplit(address).path


def _by_way_of_login(request, response):
    """Return the way to the login page and back to the page on which htmx asked or a form was sent, if any."""
    sent_on = request.headers.get("Referer") if request.method == "POST" else None
    here = urlsplit(request.htmx.current_url or sent_on or "")
    if not here.path:
        return response
    login = redirect_to_login(f"{here.path}?{here.query}" if here.query else here.path, _login())
    return HttpResponse(headers={"HX-Redirect": login.url}) if request.htmx.current_url else login


def _confirm(key, response):
    if KEY.fullmatch(key):
        response.set_cookie(
            SAVED, key, max_age=A_DAY, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE, httponly=False
        )
