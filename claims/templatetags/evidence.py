"""What the form of a link and the notice after it was saved ask of a template."""

import re

from django import template
from django.urls import reverse

register = template.Library()
UNDO = re.compile(r"\bundo-link-(\d+)\b")


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
    return reverse("link-undo", args=[found[1]]) if found else ""
