"""What a form says of itself to drafts.js, which keeps what a person typed until the server has it."""

from django import template
from django.utils.html import format_html

register = template.Library()


@register.simple_tag
def draft(form, *parts, version=""):
    """Return the attributes of a form that is kept as a draft, under a key made of `parts`.

    `version` tells one state of what is edited from another: nothing is restored over a newer one unasked. A form
    that was sent back says so: it holds what was typed already. The browser itself puts nothing back, so that the way
    back after saving shows what is stored.
    """
    key = ":".join(str(part) for part in parts)
    bound = format_html(" {}", "data-bound") if form.is_bound else ""
    return format_html('data-draft="{}" data-version="{}" autocomplete="off"{}', key, version, bound)
