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


class Past:
    """The record at the moment `at` (None: now), for reports that ask often: the log is read once for each noun."""

    def __init__(self, at):
        self.at = at
        self._read = {}

    def of(self, noun):
        """Return the `earlier_values` of `noun`; nothing has changed since now."""
        if self.at is None:
            return {}
        if noun not in self._read:
            self._read[noun] = earlier_values(noun, self.at)
        return self._read[noun]
