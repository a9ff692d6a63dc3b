from django import template

from claims.reports.waiting_in_menu import waiting_in_menu

register = template.Library()


@register.simple_tag
def waiting_for(user):
    """Return what waits in the queue for `user`, as the menu says it."""
    return waiting_in_menu(user)
