from django import template

from claims.reports.queue import pending_in_menu

register = template.Library()


@register.simple_tag
def pending_suggestions():
    """Return how many suggestions wait, as the menu says it; nothing where there are none."""
    return pending_in_menu()
