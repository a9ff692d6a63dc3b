"""Addresses within the reader: something else is opened, and the rest of what is seen stays as it is."""

from urllib.parse import urlencode, urlsplit

from django import template
from django.http import QueryDict

register = template.Library()
STAYS = ("version", "hide", "suggestions")


@register.simple_tag(takes_context=True)
def opening_panel(context, *name):
    """Return the query that opens the panel whose name has the parts `name`; what stands beside the text stays."""
    return _query(context["request"], "panel", name, (*STAYS, "beside"))


@register.simple_tag(takes_context=True)
def opening_beside(context, *name):
    """Return the query that puts a claim or an article beside the text; the panel may be of what stood there."""
    return _query(context["request"], "beside", name, STAYS)


def _query(request, opened, name, stays):
    """Return the query with what is `opened` first: the browser knows by that what a link does."""
    said = _said(request)
    kept = {each: said[each] for each in stays if each in said}
    return f"?{urlencode({opened: ''.join(map(str, name))} | kept, safe=',')}"


def _said(request):
    """Return what the address of the page says, also where only a part of it is asked for."""
    page = request.htmx and request.htmx.current_url
    return QueryDict(urlsplit(page).query) if page else request.GET
