"""What a field held at an earlier moment, read back from the log."""

from claims.models import Event


def earlier_values(noun, at):
    """Return {object id: {field: value}} for every field of `noun` that was changed after `at`.

    The values are those that stood at `at`, as the log holds them: days and moments as ISO text. A field that does
    not appear has not changed since.
    """
    values = {}
    changes = Event.objects.filter(noun=noun).exclude(before={}).after(at).values_list("object_id", "before")
    for object_id, before in changes:  # newest first, so the earliest change after `at` has the last word
        values.setdefault(object_id, {}).update(before)
    return values
