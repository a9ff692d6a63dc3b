"""What a field held at an earlier moment, read back from the log."""

from collections import defaultdict
from datetime import date, datetime
from json import loads

from django.db.models import TextField
from django.db.models.functions import Cast

from claims.models import Event


def earlier_values(noun, at):
    """Return {object id: {field: value}} for every field of `noun` that was changed after `at`.

    The values are those that stood at `at`, as the log holds them: days and moments as ISO text. A field that does
    not appear has not changed since.
    """
    values = {}
    for object_id, before in _changes_after(noun, at, "object_id"):  # so the earliest of them has the last word
        values.setdefault(object_id, {}).update(before)
    return values


def _changes_after(noun, at, *fields):
    """Yield those fields of what was changed after `at`, and what it was before, the newest first."""
    events = Event.objects.filter(noun=noun).exclude(before={}).after(at)
    told = events.annotate(text=Cast("before", TextField())).values_list(*fields, "text")
    # Most acts change the same thing, such as a state from open to proposed: each such text is read once.
    read = {}
    for *found, text in told.iterator():
        if text not in read:
            read[text] = loads(text)
        yield *found, read[text]


def typed(name, value):
    """Return a value of the log as Python holds it: days and moments are kept there as ISO text."""
    if value is None or not name.endswith(("_at", "_on", "_start", "_end")):
        return value
    return datetime.fromisoformat(value) if name.endswith("_at") else date.fromisoformat(value)


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
            self._read[noun] = self._values(noun)
        return self._read[noun]

    def _values(self, noun):
        return earlier_values(noun, self.at)


class Log:
    """What was changed after the moment `since`, for reports of a period: the log is read once for each noun."""

    def __init__(self, since):
        self.since = since
        self._read = {}

    def of(self, noun):
        """Return {object id: [(moment, values before)]} of what was changed of `noun`, the newest first."""
        if noun not in self._read:
            self._read[noun] = found = defaultdict(list)
            for object_id, at, before in _changes_after(noun, self.since, "object_id", "at"):
                found[object_id].append((at, before))
        return self._read[noun]

    def earlier(self, noun, object_id, at):
        """Return {field: value} of one object at the moment `at` of the fields that were changed after it."""
        values = {}
        for moment, before in self.of(noun).get(object_id, ()):
            if moment <= at:
                break
            values |= before
        return values

    def past(self, at):
        """Return the record at the moment `at`, not before `since`, without reading the log again."""
        return _PastInLog(self, at)


class _PastInLog(Past):
    def __init__(self, log, at):
        super().__init__(at)
        self._log = log

    def _values(self, noun):
        found = ((object_id, self._log.earlier(noun, object_id, self.at)) for object_id in self._log.of(noun))
        return {object_id: values for object_id, values in found if values}
