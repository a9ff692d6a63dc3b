"""What the form of a link and the notice after it was saved ask of a template."""

import re

from django import template
from django.urls import reverse

register = template.Library()
NEW_DATE = re.compile(r"\bnew-date-(\d+)\b")
UNDO = re.compile(r"\bundo-(link|membership)-(\d+)\b")
UNDONE_AT = {"link": "link-undo", "membership": "claim-set-undo"}


@register.simple_tag
def shortcut_of(scope, value):
    """Return the name of the shortcut that chooses `value` of a field."""
    return f"{scope}.{value}"


@register.simple_tag
def reason_in(closed, value):
    """Return why `value` cannot be chosen; nothing where it can, or where `closed` is not known."""
    return (closed or {}).get(value, "")


@register.filter
def undo_address(message):
    """Return the address that undoes what `message` tells of, or nothing."""
    found = UNDO.search(message.extra_tags or "")
    return reverse(UNDONE_AT[found[1]], args=[found[2]]) if found else ""


@register.filter
def offer_address(message):
    """Return where the words of a new date, of which `message` tells, are linked to the old one; or nothing."""
    found = NEW_DATE.search(message.extra_tags or "")
    return reverse("reschedule-offer", args=[found[1]]) if found else ""
