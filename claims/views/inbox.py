"""The inbox: what concerns the person, what of it is read, and whether it is mailed to them."""

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.views.decorators.http import require_GET, require_POST
from django.views.generic import TemplateView

from claims.errors import Refused
from claims.forms.comments import SettingsForm
from claims.reports.inbox import MOST, find_key, items_of, keys_for
from claims.services import inbox, presence
from claims.views.acts import ActView, refusal

PER_PAGE = 25


class InboxView(TemplateView):
    """What concerns this person, newest first: all of it, or with `?show=unread` what they have not read."""

    template_name = "claims/inbox.html"

    def get_context_data(self, **kwargs):
        user, unread = self.request.user, self.request.GET.get("show") == "unread"
        keys = keys_for(user, unread=unread)
        page = Paginator(keys, PER_PAGE).get_page(self.request.GET.get("page"))
        return super().get_context_data(
            page=page,
            items=items_of(user, list(page)),
            unread_only=unread,
            # What happens from here on is not on the page, so "all read" leaves it unread.
            until=timezone.now(),
            most=MOST,
            is_cut=len(keys) == MOST,
            **kwargs,
        )


def _key_or_404(request, text):
    key = find_key(request.user, text)
    if key is None:
        raise Http404("There is no such item in your inbox.")
    return key


@require_GET
def inbox_open(request, key):
    """Mark an item as read and go to the very place it is about; a browser that looks ahead has read nothing."""
    key = _key_or_404(request, key)
    if not request.headers.get("Sec-Purpose", "").startswith("prefetch"):
        inbox.mark(key=key, by=request.user)
    (item,) = items_of(request.user, [key])
    return redirect(item.url)


@require_POST
def inbox_mark(request, key):
    """Mark an item as read, or, with an empty `read`, as unread again."""
    inbox.mark(key=_key_or_404(request, key), by=request.user, read=bool(request.POST.get("read")))
    return _back(request)


@require_POST
def inbox_all_read(request):
    """Mark as read what the page showed, up to the moment `until` that it sends back; without one, nothing."""
    until = _moment(request.POST.get("until", ""))
    if until is None:
        return refusal(request, "Nothing was marked as read: look at the inbox again.", reverse("inbox"))
    inbox.mark_all_read(by=request.user, until=min(until, timezone.now()))
    return _back(request)


@require_POST
def inbox_undo(request):
    """Make unread again what was marked as read at once."""
    try:
        inbox.undo_all_read(by=request.user)
    except Refused as refused:
        return refusal(request, refused, reverse("inbox"))
    return _back(request)


def _back(request):
    query = {"show": "unread"} if request.POST.get("show") == "unread" else {}
    if request.POST.get("page", "").isdecimal():
        query["page"] = request.POST["page"]
    return redirect(reverse("inbox", query=query))


def _moment(sent):
    try:
        moment = parse_datetime(sent)
    except ValueError:
        return None
    return moment if moment and timezone.is_aware(moment) else None


class SettingsView(ActView):
    """What a person chooses for themselves."""

    form_class = SettingsForm
    template_name = "claims/settings.html"

    def get_initial(self):
        return {name: getattr(self.request.user, name) for name in ("digest", "shows_presence")}

    def act(self, form):
        inbox.choose_digest(digest=form.cleaned_data["digest"], by=self.request.user)
        presence.choose(shows=form.cleaned_data["shows_presence"], by=self.request.user)
        messages.success(self.request, "Your settings were saved.")
        return reverse("settings")

    def get_context_data(self, **kwargs):
        return super().get_context_data(mails=bool(settings.EMAIL_HOST and settings.FACTCHECK_URL), **kwargs)
