"""What a person sends from the queue, and what became of a suggestion."""

from django.urls import reverse

from claims.models import Suggestion

HTMX = {"HX-Request": "true"}


def post(client, name, suggestion=None, query=None, htmx=False, claim=None, **data):
    keys = [suggestion.pk] if suggestion else []
    address = reverse(name, args=[*keys, claim.number] if claim else keys, query=query)
    return client.post(address, data, headers=HTMX if htmx else {})


def state_of(suggestion):
    return Suggestion.objects.get(pk=suggestion.pk).state


def filled(client, suggestion, **said):
    """Return what the form of `suggestion` would send as it opens, with `said` in place of some of it."""
    form = client.get(reverse("suggestion-accept", args=[suggestion.pk])).context["form"]
    return {"edited": "1"} | {name: form[name].value() or "" for name in form.fields} | said
