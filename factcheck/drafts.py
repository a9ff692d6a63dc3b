"""What browsers keep of forms: told when the server has it, and the way back to a form after a session's end."""

import re
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpResponse
from django.shortcuts import resolve_url

SAVED = "draft-saved"
KEY = re.compile(r"[\w:.-]{1,100}", re.ASCII)
A_DAY = 24 * 60 * 60


class DraftMiddleware:
    """Confirm the draft that a form named as `draft`, once the form was accepted, in a cookie that scripts read.

    A refusal answers 4xx and confirms nothing, and neither does the way to the login page, to which a request of
    htmx goes as a whole page instead of into a part of one.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if _leads_to_login(request, response):
            return _whole_page(request) if request.htmx.current_url else response
        if request.method == "POST" and response.status_code < 400 and request.user.is_authenticated:
            _confirm(request.POST.get("draft", ""), response)
        return response


def _leads_to_login(request, response):
    return response.status_code == 302 and _login() == _path(response.url) and not request.user.is_authenticated


def _login():
    return resolve_url(settings.LOGIN_URL)


def _path(address):
    return urlsplit(address).path


def _whole_page(request):
    """Return the way to the login page and back to the page on which htmx asked."""
    here = urlsplit(request.htmx.current_url)
    back = f"{here.path}?{here.query}" if here.query else here.path
    return HttpResponse(headers={"HX-Redirect": redirect_to_login(back, _login()).url})


def _confirm(key, response):
    if KEY.fullmatch(key):
        response.set_cookie(
            SAVED, key, max_age=A_DAY, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE, httponly=False
        )
