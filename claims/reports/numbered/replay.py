"""What is computed of claims, computed again after each act of a period: so each change has the act that made it."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings
from django.db.models import Q

from claims.models import Claim, Event
from claims.reports.evidence import figures
from claims.reports.facts import facts_for, last_day
from claims.reports.numbered.records import in_batches

# Each is computed from the records of its own moment.
MOST_REPLAYED = 100
WHAT = {
    "Evidence": lambda found: found.evidence_status.label,
    "Timing": lambda found: found.timing.label if found.timing else "",
    "Verdict": lambda found: found.verdict.label if found.verdict else "",
    "Flags": lambda found: ", ".join(flag.label for flag in found.flags),
    "Origins": lambda found: str(found.origins),
}


@dataclass(frozen=True, slots=True)
class Step:
    """A computed word that was one and became another on `day`: by `event`, by time alone (None), or by several
    acts of which that is the last (not `is_known`)."""

    what: str
    before: str
    after: str
    day: date
    event: Event | None = None
    is_known: bool = True


def computed_changes(ids, acts, scope, since, until):
    """Return ([(claim id, Step)], whether some acts were left out) for the claims `ids`, touched by `acts`."""
    touched = sorted(acts.keys() | _may_have_waited(ids, since, until))
    before, after = _facts(touched, since), _facts(touched, until)
    first, last = _day(scope, since), _day(scope, until)
    moved = [pk for pk in touched if _differs(before.get(pk), after.get(pk), first, last)]
    replayed = _affordable(moved, acts)
    steps = list(_replayed({pk: acts.get(pk, []) for pk in replayed}, before, scope, first, last))
    for pk in moved:
        if pk not in replayed:
            steps += _net(pk, acts[pk][-1], before, after, first, last)
    return steps, len(replayed) < len(moved)


def _may_have_waited(ids, since, until):
    """Return which of `ids` a day passed for that ends a window, its days of grace, or the time before a review."""
    days = (last_day(since) - timedelta(days=settings.FACTCHECK_GRACE_DAYS + 1), last_day(until))
    passed = Q(window_end__range=days) | Q(window_end=None, review_on__range=days)
    return set(Claim.objects.forecasts().filter(passed).values_list("pk", flat=True)) & ids.keys()


def _facts(ids, moment):
    return {pk: one for batch in in_batches(ids) for pk, one in facts_for(batch, recorded_by=moment).items()}


def _day(scope, moment):
    """Return the last publication day that counted at `moment`."""
    return min(scope.as_of or last_day(moment), last_day(moment))


def _words(facts, day):
    grace = settings.FACTCHECK_GRACE_DAYS
    found = figures(facts.claim, facts.links, facts.assessments, as_of=day, grace_days=grace)
    return {what: word(found) for what, word in WHAT.items()}


def _differs(before, after, first, last):
    return before is None or _words(before, first) != _words(after, last)


def _affordable(moved, acts):
    """Return the claims whose acts can all be replayed, those with fewest of them first."""
    chosen, left = set(), MOST_REPLAYED
    for pk in sorted(moved, key=lambda pk: (len(acts.get(pk, [])), pk)):
        left -= len(acts.get(pk, []))
        if left < 0:
            break
        chosen.add(pk)
    return chosen


def _replayed(acts, before, scope, first, last):
    """Yield (claim id, Step) for each change, from moment to moment."""
    at = defaultdict(dict)
    for pk, events in acts.items():
        for event in events:
            at[event.at][pk] = event
    known = {pk: (before[pk], first) for pk in acts if pk in before}
    for moment in sorted(at):
        day = _day(scope, moment)
        for pk, facts in facts_for(list(at[moment]), recorded_by=moment).items():
            if pk in known:
                yield from ((pk, step) for step in _waited(*known[pk], day))
                yield from ((pk, step) for step in _steps(known[pk][0], facts, day, at[moment][pk]))
            known[pk] = (facts, day)
    for pk, (facts, day) in known.items():
        yield from ((pk, step) for step in _waited(facts, day, last))


def _steps(before, after, day, event):
    old, new = _words(before, day), _words(after, day)
    return [Step(what, old[what], new[what], day, event) for what in WHAT if old[what] != new[what]]


def _waited(facts, first, last):
    """Yield what changed from the day `first` to the day `last` though nothing was done."""
    words = _words(facts, first)
    for day in sorted(day for day in _days_that_tell(facts) if first < day <= last):
        then = _words(facts, day)
        yield from (Step(what, words[what], then[what], day) for what in WHAT if words[what] != then[what])
        words = then


def _days_that_tell(facts):
    """Return the days on which the words of a claim can change by themselves."""
    next_day, grace = timedelta(days=1), timedelta(days=settings.FACTCHECK_GRACE_DAYS)
    days = {link.published_on for link in facts.links} | {one.as_of for one in facts.assessments}
    if facts.claim.window_end:
        days |= {facts.claim.window_end + next_day, facts.claim.window_end + grace + next_day}
    if facts.claim.review_on:
        days.add(facts.claim.review_on + next_day)
    return days - {None}


def _net(pk, event, before, after, first, last):
    """Yield what changed of a claim from the first moment to the last, whatever of its acts did it."""
    if pk not in before:
        return
    old, new = _words(before[pk], first), _words(after[pk], last)
    for what in WHAT:
        if old[what] != new[what]:
            yield pk, Step(what, old[what], new[what], last, event, is_known=False)
