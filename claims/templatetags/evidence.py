"""What the form of a link and the notice after it was saved ask of a template."""

import re

from django import template
from django.urls import reverse

register = template.Library()
NEW_DATE = re.compile(r"\bnew-date-(\d+)\b")
UNDO = re.compile(r"\bundo-(link|claim|membership|suggestion)-(\d+)\b")
UNDONE_AT = {"link": "link-undo", "claim": "claim-undo", "membership": "claim-set-undo"}


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
    what, key = _undone(message)
    if what == "suggestion":  # a judgement is taken back as the last one, whatever it was about
        return reverse("suggestion-undo")
    return reverse(UNDONE_AT[what], args=[key]) if what else ""


@register.filter
def judged(message):
    """Return the key of the suggestion of whose judgement `message` tells, or nothing."""
    what, key = _undone(message)
    return key if what == "suggestion" else ""


def _undone(message):
    found = UNDO.search(message.extra_tags or "")
    return found.groups() if found else ("", "")


@register.filter
def offer_address(message):
    """Return where the words of a new date, of which `message` tells, are linked to the old one; or nothing."""
    found = NEW_DATE.search(message.extra_tags or "")
    return reverse("reschedule-offer", args=[found[1]]) if found else ""
