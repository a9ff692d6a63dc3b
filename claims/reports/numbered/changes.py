"""What changed of claims between two moments: by which act, or by time alone."""

from dataclasses import dataclass
from datetime import UTC, datetime, time

from django.utils import timezone

from claims.models import User
from claims.reports.history import Past
from claims.reports.numbered.acts import MOST_ACTS, acts_between, by_claim, in_words
from claims.reports.numbered.replay import MOST_REPLAYED, computed_changes
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
    events = acts_between(since, until, claim=claim)
    acts = by_claim(events, since)
    names, people = _statements(scope, until, claim), dict(User.objects.values_list("pk", "username"))
    acts = {pk: of_claim for pk, of_claim in acts.items() if pk in names}
    found, skipped = computed_changes(names, acts, scope, since, until)
    lines = [_recorded(event, names, people) for event in events if event.claim_id in names]
    changes = [one for line in lines for one in line]
    changes += [_computed(pk, one, names) for pk, one in found]
    changes.sort(key=lambda one: (one.at, one.number, one.what), reverse=True)
    return Changes(tuple(changes), " ".join(_left_out(events, skipped)))


def _left_out(events, skipped):
    if len(events) == MOST_ACTS:
        yield f"Only the newest {MOST_ACTS:,} acts were looked at; narrow the period, or choose a topic or an owner."
    if skipped:
        yield (
            f"More than {MOST_REPLAYED:,} acts changed what is computed; of claims with most of them it is told what "
            "changed, but not by which act."
        )


def _statements(scope, until, claim):
    """Return {claim id: (number, statement)} of the claims asked for, as they were on record at `until`."""
    claims = scope.claims().filter(created_at__lte=until)
    claims = claims.filter(pk=claim.pk) if claim else claims
    earlier = Past(scope.recorded_by).of(Noun.CLAIM)
    return {
        pk: (number, earlier.get(pk, {}).get("statement", statement))
        for pk, number, statement in claims.values_list("pk", "number", "statement")
    }


def _recorded(event, names, people):
    """Yield what `event` changed of the record of its claim."""
    if event.noun != Noun.CLAIM:
        return
    if event.verb == Verb.CREATED:
        yield _change(event, names, "Claim", "", event.after["statement"])
    for name, label in TOLD.items():
        if name in event.before and event.before[name] != event.after.get(name):
            values = (_in_words(name, at.get(name), people) for at in (event.before, event.after))
            yield _change(event, names, label, *values)


def _in_words(name, value, people):
    """Return a value of the log as a report shows it; what is not stated is empty."""
    if value in (None, "", []):
        return ""
    if name == "owner":
        return people[value]
    if name == "topics":
        return ", ".join(value)
    return LABELS[name](value).label if name in LABELS else value


def _change(event, names, what, before, after):
    who = event.actor.username if event.actor else "Factcheck"
    return Change(*names[event.claim_id], what, before, after, event.at, who, in_words(event))


def _computed(pk, step, names):
    if step.event is None:
        day = timezone.make_aware(datetime.combine(step.day, time.min)).astimezone(UTC)
        return Change(*names[pk], step.what, step.before, step.after, day, "", TIME_PASSED)
    if not step.is_known:
        return Change(
            *names[pk], step.what, step.before, step.after, step.event.at, "", "Several acts, this the last"
        )
    who = step.event.actor.username if step.event.actor else "Factcheck"
    return Change(*names[pk], step.what, step.before, step.after, step.event.at, who, in_words(step.event))
