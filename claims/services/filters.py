"""Filters of the claims list that a person named and kept."""

from claims.errors import Refused
from claims.models import SavedFilter
from claims.services import roles


def save(*, name, query, by):
    """Keep the query string `query` as `name` for `by`; one of the same name is replaced."""
    name = roles.must_say(name, "Give the filter a name.")
    if len(name) > 60:
        raise Refused("The name of a filter has at most 60 characters.")
    if not query or len(query) > 1000:
        raise Refused("Choose what to filter by first." if not query else "This filter is too long to be kept.")
    saved, _ = SavedFilter.objects.update_or_create(user=by, name=name, defaults={"query": query})
    return saved


def delete(*, saved, by):
    """Forget one of one's own filters."""
    if saved.user_id != by.pk:
        raise Refused("Only the person who saved a filter can delete it.")
    saved.delete()
