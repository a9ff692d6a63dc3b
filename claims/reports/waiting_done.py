"""What a person did in the queue besides judging suggestions, read from the log. Reads only."""

from django.db.models import Q

from claims.models import Event
from claims.vocabulary import Noun, Verb

MOST_READ = 1_000

DONE = {
    "asked": Q(noun=Noun.CLAIM, verb=Verb.PROPOSED, after__has_key="request"),
    "proposals": Q(noun=Noun.CLAIM, verb__in=[Verb.DECIDED, Verb.SENT_BACK, Verb.WITHDRAWN]),
    "stale": Q(noun=Noun.LINK, verb=Verb.REAFFIRMED) | Q(noun=Noun.LINK, verb=Verb.WITHDRAWN, after__suspended=True),
    "undated": Q(noun=Noun.ARTICLE, verb=Verb.SEARCHED)
    | Q(noun=Noun.ARTICLE, verb=Verb.CHANGED, after__has_key="published_on", before__published_on=None),
}
UNDONE = {
    "asked": Q(noun=Noun.CLAIM, verb=Verb.WITHDRAWN),
    "proposals": Q(noun=Noun.CLAIM, verb__in=[Verb.REOPENED, Verb.PROPOSED]),
    "stale": Q(noun=Noun.LINK, verb=Verb.UNDONE),
    "undated": Q(noun=Noun.ARTICLE, verb=Verb.UNDONE),
}
# What each of these takes back (None: whatever it was); proposing after one has sent back, say, takes back nothing.
TAKEN_BACK = {
    "asked": {Verb.WITHDRAWN: Verb.PROPOSED},
    "proposals": {Verb.REOPENED: Verb.DECIDED, Verb.PROPOSED: Verb.WITHDRAWN},
    "stale": {Verb.UNDONE: None},
    "undated": {Verb.UNDONE: None},
}


def done_by(user, kind, *, since):
    """Return the events of what `user` did since a moment to what waits as `kind`, the newest first.

    What they took back is left out; of more than 1,000 events the oldest are.
    """
    mine = Event.objects.filter(DONE[kind] | UNDONE[kind], actor=user, at__gte=since)
    kept, taken_back = [], {}
    for event in mine.select_related("claim", "article").order_by("-at", "-pk")[:MOST_READ]:
        if event.verb in TAKEN_BACK[kind]:
            taken_back[_of(event)] = event.verb
        elif not _is_undone(kind, event, taken_back.pop(event.object_id, None)):
            kept.append(event)
    return kept


def _is_undone(kind, event, undoing):
    """Whether what the person did next with the same, `undoing` (None: nothing), took `event` back."""
    return undoing is not None and (TAKEN_BACK[kind][undoing] or event.verb) == event.verb


def _of(event):
    """The row whose event was taken back: a link was made anew in the place of that one."""
    return event.after.get("supersedes") if event.noun == Noun.LINK else event.object_id
