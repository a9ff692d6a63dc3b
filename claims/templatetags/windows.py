"""A claim's window, in one wording on every page."""

from django import template

from claims.reports.queue_sentences import days_in_words

register = template.Library()


@register.filter
def window(claim):
    """Return the window of `claim` as people write it: “8–11 Nov 2021”, “12 Nov 2021”; nothing where it has none."""
    return days_in_words(claim.window_start, claim.window_end)
