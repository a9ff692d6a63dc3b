"""What changed of claims between two moments: by which act, or by time alone."""

from dataclasses import dataclass
from datetime import UTC, datetime, time

from django.utils import timezone

from claims.reports.history import Log
from claims.reports.numbered.acts import MOST_ACTS, acts_between, by_claim, in_words
from claims.reports.numbered.replay import computed_changes, may_have_waited
from claims.reports.numbered.ties import dated_claims, tied
from claims.reports.people import user_names
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
LABELS = {"kind": ClaimKind, "state": State}
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
    names, people = _statements(scope, ids, past), user_names(past)
    told = [event for event in events if event.claim_id in names]
    dated = dated_claims(told, past)
    lines = [line for event in told for line in (_recorded(event, names, people), _tied(event, names, people, dated))]
    changes = [one for line in lines for one in line]
    changes += [_computed(pk, one, names, people) for pk, one in computed_changes(names, acts, scope, log, until)]
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


def _recorded(event, names, people):
    """Yield what `event` changed of the record of its claim."""
    if event.noun != Noun.CLAIM:
        return
    if event.verb == Verb.CREATED:
        yield _change(event, names, people, "Claim", "", event.after["statement"])
    for name, label in TOLD.items():
        if name in event.before and event.before[name] != event.after.get(name):
            values = (_in_words(name, at.get(name), people) for at in (event.before, event.after))
            yield _change(event, names, people, label, *values)


def _tied(event, names, people, dated):
    """Yield how `event` tied its claim to others, or parted them."""
    for what, before, after in tied(event, dated):
        yield _change(event, names, people, what, before, after)


def _in_words(name, value, people):
    """Return a value of the log as a report shows it; what is not stated is empty."""
    if value in (None, "", []):
        return ""
    if name == "owner":
        return people[value]
    if name == "topics":
        return ", ".join(value)
    return LABELS[name](value).label if name in LABELS else value


def _change(event, names, people, what, before, after):
    return Change(*names[event.claim_id], what, before, after, event.at, _who(event, people), in_words(event))


def _who(event, people):
    return people.get(event.actor_id, "Factcheck")


def _computed(pk, step, names, people):
    if step.event is None:
        day = timezone.make_aware(datetime.combine(step.day, time.min)).astimezone(UTC)
        return Change(*names[pk], step.what, step.before, step.after, day, "", TIME_PASSED)
    who, done = _who(step.event, people), in_words(step.event)
    return Change(*names[pk], step.what, step.before, step.after, step.event.at, who, done)
