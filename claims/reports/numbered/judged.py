"""What people made of the suggestions of the assistant, by the record cut-off."""

from claims.models import Event, Suggestion
from claims.models.suggestion import JUDGED
from claims.vocabulary import Noun, SuggestionState, Verb

STATES = {Verb.ACCEPTED: SuggestionState.ACCEPTED, Verb.REJECTED: SuggestionState.REJECTED}


def judged(recorded_by=None, *, among=None):
    """Return {suggestion id: (person id, state)} of what stood as judged at the cut-off, of the query `among`.

    A judgement that was taken back later stood until then.
    """
    among = Suggestion.objects.all() if among is None else among
    rows = among.filter(state__in=JUDGED)
    if recorded_by is None:
        return _by_id(rows)
    taken_back = _taken_back_since(recorded_by)
    asked = among.filter(pk__in=taken_back).values_list("pk", flat=True) if taken_back else ()
    return _by_id(rows.filter(decided_at__lte=recorded_by)) | {pk: taken_back[pk] for pk in asked}


def _by_id(rows):
    return {pk: (person, state) for pk, person, state in rows.order_by("pk").values_list("pk", "decided_by", "state")}


def _taken_back_since(moment):
    """Return the same of what people have taken back after `moment`, as the log tells it."""
    events = Event.objects.filter(noun=Noun.SUGGESTION)
    later = events.filter(verb=Verb.UNDONE, at__gt=moment).values_list("after", flat=True)
    wanted, found = {key for after in later for key in after["suggestions"]}, {}
    if not wanted:
        return found
    told = events.filter(at__lte=moment, verb__in=[*STATES, Verb.UNDONE]).order_by("at", "pk")
    for verb, actor, pk, after in told.values_list("verb", "actor", "object_id", "after"):
        for key in wanted.intersection(after.get("suggestions") or [pk]):
            found[key] = (actor, STATES[verb]) if verb in STATES else None
    return {key: one for key, one in found.items() if one}
