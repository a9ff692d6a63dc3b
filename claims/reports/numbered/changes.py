"""What changed of claims between two moments: by which act, or by time alone."""

from dataclasses import dataclass
from datetime import UTC, datetime, time

from django.utils import timezone

from claims.reports.event_log import day_in_words
from claims.reports.history import Log
from claims.reports.numbered.acts import MOST_ACTS, acts_between, acts_in_words, by_claim
from claims.reports.numbered.replay import computed_changes, may_have_waited
from claims.reports.numbered.ties import dated_claims, tied
from claims.reports.people import names_then
from claims.vocabulary import ClaimKind, Noun, State, Verb

TOLD = {
    "statement": "Statement",
    "kind": "Kind",
    "state": "State",
    "window_start": "Window begins",
    "window_end": "Window ends",
    "review_on": "Review on",
    "owner": "Owner",
    "topics": "Topics",
}
LABELS, DAYS = {"kind": ClaimKind, "state": State}, ("window_start", "window_end", "review_on")
TIME_PASSED = "Time passed"


@dataclass(frozen=True, slots=True)
class Change:
    """Something of a claim that was one thing before and another after an act; `who` is nobody where time did it."""

    number: int
    statement: str
    what: str
    before: str
    after: str
    at: datetime
    who: str
    act: str


@dataclass(frozen=True, slots=True)
class Changes:
    """Changes, the newest first; `left_out` says what was too much to look at, if anything."""

    changes: tuple[Change, ...]
    left_out: str = ""


def changes_between(scope, since, until, *, claim=None):
    """Return what changed of the claims of `scope`, or of `claim` alone, after `since` up to `until`."""
    log = Log(since)
    events = acts_between(since, until, claim=claim)
    acts = by_claim(events, log)
    ids = {claim.pk} if claim else acts.keys() | may_have_waited(log, until)
    past = log.past(until)
    names = _statements(scope, ids, past)
    told = [event for event in events if event.claim_id in names]
    dated, teller = dated_claims(told, past), _Teller(names, names_then(past), acts_in_words(events))
    changes = [one for event in told for one in (*teller.recorded(event), *teller.tied(event, dated))]
    changes += [teller.computed(pk, one) for pk, one in computed_changes(names, acts, scope, log, until)]
    changes.sort(key=lambda one: (one.at, one.number, one.what), reverse=True)
    return Changes(tuple(changes), _left_out(events))


def _left_out(events):
    if len(events) < MOST_ACTS:
        return ""
    return f"Only the newest {MOST_ACTS:,} acts were looked at; narrow the period, or choose a topic or an owner."


def _statements(scope, ids, past):
    """Return {claim id: (number, statement)} of those of the claims `ids` asked for, as they were on record then."""
    claims, earlier = scope.claims().filter(pk__in=ids, created_at__lte=past.at), past.of(Noun.CLAIM)
    return {
        pk: (number, earlier.get(pk, {}).get("statement", statement))
        for pk, number, statement in claims.values_list("pk", "number", "statement")
    }


class _Teller:
    """Makes lines, with `names`, {claim id: (number, statement)}, what `people` are called, and `acts` in words."""

    def __init__(self, names, people, acts):
        self.names, self.people, self.acts = names, people, acts

    def recorded(self, event):
        """Yield what `event` changed of the record of its claim."""
        if event.noun != Noun.CLAIM:
            return
        if event.verb == Verb.CREATED:
            yield self._change(event, "Claim", "", event.after["statement"])
        for name, label in TOLD.items():
            if name in event.before and event.before[name] != event.after.get(name):
                values = (self._in_words(name, at.get(name)) for at in (event.before, event.after))
                yield self._change(event, label, *values)

    def tied(self, event, dated):
        """Yield how `event` tied its claim to others, or parted them."""
        for what, before, after in tied(event, dated):
            yield self._change(event, what, before, after)

    def computed(self, pk, step):
        """Return the line of a `Step` of the claim `pk`."""
        if step.event is None:
            day = timezone.make_aware(datetime.combine(step.day, time.min)).astimezone(UTC)
            return Change(*self.names[pk], step.what, step.before, step.after, day, "", TIME_PASSED)
        return self._done(pk, step.event, step.what, step.before, step.after)

    def _change(self, event, what, before, after):
        return self._done(event.claim_id, event, what, before, after)

    def _done(self, pk, event, what, before, after):
        who = self.people.get(event.actor_id, "Factcheck")
        return Change(*self.names[pk], what, before, after, event.at, who, self.acts[event.pk])

    def _in_words(self, name, value):
        """Return a value of the log as a report shows it; what is not stated is empty."""
        if value in (None, "", []):
            return ""
        if name == "owner":
            return self.people[value]
        if name == "topics":
            return ", ".join(value)
        if name in LABELS:
            return LABELS[name](value).label
        return day_in_words(value) if name in DAYS else value
