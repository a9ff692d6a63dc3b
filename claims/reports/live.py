"""What colleagues did to a claim or an article since its page was opened, and who of them is there. Reads only."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Q
from django.utils import timezone

from claims.models import Claim, Event, Presence
from claims.reports.event_log import act_of
from claims.reports.seen import Seen, seen_now
from claims.vocabulary import Doing, Noun, Verb

# Who was not seen for three intervals is not there any more.
INTERVALS_KEPT = 3
MOST_TOLD = 3
MOST_SHOWN = 4
MOST_READ = 50
TALK = {
    Verb.CREATED: "commented",
    Verb.CHANGED: "corrected a comment",
    Verb.WITHDRAWN: "withdrew a comment",
    Verb.SETTLED: "marked comments as done",
    Verb.REOPENED: "opened comments again",
}
# The claim's or the link's event of the same moment says it as well.
IMPLIED = Q(noun__in=[Noun.ASSESSMENT, Noun.PASSAGE], verb=Verb.CREATED) | Q(verb=Verb.IMPORTED)


@dataclass(frozen=True, slots=True)
class Watch:
    """What an open page needs to ask for news: up to which event it shows everything, and what is done on it."""

    url: str
    since: Seen
    doing: Doing
    seconds: float


@dataclass(frozen=True, slots=True)
class Line:
    """An act of a person, how often they did it, and when last."""

    actor: str
    act: str
    at: datetime
    times: int = 1


@dataclass(frozen=True, slots=True)
class Colleague:
    """A person who is there, and what they do there."""

    pk: int
    name: str
    doing: Doing

    @property
    def initials(self):
        words = self.name.split()
        return "".join(word[0] for word in words[:: max(len(words) - 1, 1)]).upper()

    @property
    def is_acting(self):
        return self.doing != Doing.READING


@dataclass(frozen=True, slots=True)
class Pulse:
    """The news after an event, newest first, and the colleagues there, those who act first.

    `newest` is the last event told (0: no news), and `late` are those told that began before what the page showed;
    `seen` is what the page shows with all this, `more` counts the acts that `lines` leaves out.
    """

    newest: int
    late: tuple[int, ...]
    seen: Seen
    lines: tuple[Line, ...]
    more: int
    people: tuple[Colleague, ...]

    @property
    def shown(self):
        return self.people[:MOST_SHOWN]

    @property
    def others(self):
        return self.people[MOST_SHOWN:]

    @property
    def state(self):
        """What tells this from another pulse of the same page; empty when there is nothing to show."""
        people = "".join(f".{one.pk}{one.doing[0]}" for one in self.people)
        return f"{Seen(self.newest, self.late)}{people}" if self.newest or people else ""


def interval():
    return timedelta(seconds=settings.FACTCHECK_PULSE_SECONDS)


def forgotten_before(now):
    """Return the moment since which a person must have been seen to be there at `now`."""
    return now - INTERVALS_KEPT * interval()


def takes_part(user):
    """Whether colleagues may see where `user` is: a person of the desk who did not switch that off."""
    return user.shows_presence and user.may_annotate


def pulse_of(thing, *, since, user):
    """Return the pulse of a claim or an article for `user`, whose own acts are no news, for who has `seen_now`."""
    seen = seen_now()
    # Mostly nothing happened anywhere, and that is quickly known.
    events = [] if seen == since else _events(thing, since, user)
    lines = _folded(thing, events)
    return Pulse(
        newest=events[0].pk if events else 0,
        late=tuple(event.pk for event in events if event.pk in since.awaited),
        seen=seen,
        lines=lines[:MOST_TOLD],
        more=sum(line.times for line in lines[MOST_TOLD:]),
        people=tuple(_people(thing, user)),
    )


def _events(thing, since, user):
    """What others did to `thing` and said of it. The length of the log is no cost: only its end is read."""
    new = Event.objects.filter(Q(pk__gt=since.newest) | Q(pk__in=since.awaited)).exclude(actor=user)
    found = new.touching(thing, with_talk=True) if isinstance(thing, Claim) else new.filter(article=thing)
    told = found.exclude(IMPLIED).select_related("actor", "claim", "article")
    return list(told.order_by("-pk")[:MOST_READ])


def _folded(thing, events):
    """Return a line for each act of each person, the newest first."""
    lines = {}
    for event in events:
        key = (event.actor_id, _act(event, thing))
        at, times = lines.get(key, (event.at, 0))
        lines[key] = (at, times + 1)
    actors = {event.actor_id: str(event.actor or "Factcheck") for event in events}
    return tuple(Line(actors[actor], act, at, times) for (actor, act), (at, times) in lines.items())


def _act(event, thing):
    if event.noun == Noun.COMMENT:
        return TALK.get(event.verb, "commented")
    if event.claim and not isinstance(thing, Claim):
        return f"{act_of(event)}, {event.claim.label}"
    return act_of(event)


def _people(thing, user):
    """Who else is there: for those who take part; readers of the desk see who acts, and nobody who reads."""
    if not user.shows_presence:
        return []
    rows = Presence.objects.on(thing).since(forgotten_before(timezone.now())).exclude(user=user)
    if not user.may_annotate:
        rows = rows.exclude(doing=Doing.READING)
    people = [Colleague(row.user_id, str(row.user), Doing(row.doing)) for row in rows.select_related("user")]
    return sorted(people, key=lambda one: (-Doing.values.index(one.doing), one.name.casefold(), one.pk))
