"""Icons out of one set, Bootstrap Icons."""

from django import template
from django.templatetags.static import static
from django.utils.html import format_html

register = template.Library()
SPRITE = "vendor/bootstrap-icons-1.13.2/sprite.svg"
DRAWN = '<svg class="icon" width="16" height="16" aria-hidden="true"><use href="{}#{}"/></svg>'


@register.simple_tag
def icon(name):
    """Return the icon `name` of the sprite. It is silent to a screen reader, so a word or a label stands with it."""
    return format_html(DRAWN, static(SPRITE), name)
