from django import template

from claims.reports.inbox import unread_in_menu

register = template.Library()


@register.filter
def of(counts, key):
    """Return the number that `counts` holds under `key`; 0 where it holds none."""
    return counts.get(key, 0) if counts else 0


@register.simple_tag
def unread_items(user):
    """Return how many items of the inbox are unread, as the menu says it; nothing where there are none."""
    return unread_in_menu(user)
