"""What is computed of claims, computed again after each act of a period: so each change has the act that made it."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings
from django.db.models import Q

from claims.models import Claim, Event
from claims.reports.at_scale.figures import listed_figures
from claims.reports.facts import last_day
from claims.reports.facts_over_time import FactsOverTime
from claims.vocabulary import Noun

WHAT = {
    "Evidence": lambda found: found.evidence_status.label,
    "Timing": lambda found: found.timing.label if found.timing else "",
    "Verdict": lambda found: found.verdict.label if found.verdict else "",
    "Flags": lambda found: ", ".join(flag.label for flag in found.flags),
    "Origins": lambda found: str(found.origins),
}
COMPUTED = ("evidence_status", "timing", "verdict", "flags", "origins")
DATED = {"kind", "window_end", "review_on"}


@dataclass(frozen=True, slots=True)
class Step:
    """A computed word that was one and became another on `day`: by `event`, or by time alone (None)."""

    what: str
    before: str
    after: str
    day: date
    event: Event | None = None


def computed_changes(ids, acts, scope, log, until):
    """Yield (claim id, Step) for the claims `ids`, touched by `acts` since the moment of `log` (`history.Log`)."""
    days = Days(scope, log.since, until)
    moved = _moved(ids, log, until, days)
    over_time = FactsOverTime(moved, log)
    for pk in moved:
        yield from ((pk, step) for step in _steps_of(pk, acts.get(pk, []), over_time, log.since, days))


def may_have_waited(log, until):
    """Return the claims for which a day passed that ends a window, its days of grace, or the time before a review.

    And those of which these days were changed since: what they were then is seen when they are computed.
    """
    days = (last_day(log.since) - timedelta(days=settings.FACTCHECK_GRACE_DAYS + 1), last_day(until))
    passed = Q(window_end__range=days) | Q(window_end=None, review_on__range=days)
    found = set(Claim.objects.forecasts().filter(passed).values_list("pk", flat=True))
    changed = log.past(until).of(Noun.CLAIM)
    return found | {pk for pk, values in changed.items() if not DATED.isdisjoint(values)}


class Days:
    """The last publication day that counted at a moment of the period; `first` and `last` are those of its ends."""

    def __init__(self, scope, since, until):
        self._cut_off = scope.as_of
        self.first, self.last = self.at(since), self.at(until)

    def at(self, moment):
        return min(self._cut_off or last_day(moment), last_day(moment))


def _moved(ids, log, until, days):
    """Return those of the claims `ids` that stood otherwise at the end than in the beginning."""
    ids = sorted(ids)
    before = listed_figures(ids, as_of=days.first, past=log.past(log.since))
    after = listed_figures(ids, as_of=days.last, past=log.past(until))
    return [pk for pk in ids if _computed(before.get(pk)) != _computed(after.get(pk))]


def _computed(listed):
    return listed and [getattr(listed, name) for name in COMPUTED]


def _steps_of(pk, events, over_time, since, days):
    """Yield the changes of one claim, from act to act."""
    known, day = over_time.at(pk, since), days.first
    # Of several events of one moment the last tells what was done.
    for moment, event in {event.at: event for event in events}.items():
        now, today = over_time.at(pk, moment), days.at(moment)
        if known:
            yield from _waited(known, day, today)
            yield from _steps(known, now, today, event)
        known, day = now, today
    if known:
        yield from _waited(known, day, days.last)


def _words(facts, day):
    found = facts.figures(day)
    return {what: word(found) for what, word in WHAT.items()}


def _steps(before, after, day, event):
    old, new = _words(before, day), _words(after, day)
    return [Step(what, old[what], new[what], day, event) for what in WHAT if old[what] != new[what]]


def _waited(facts, first, last):
    """Yield what changed from the day `first` to the day `last` though nothing was done."""
    passed = sorted(day for day in _days_that_tell(facts) if first < day <= last)
    words = _words(facts, first) if passed else {}
    for day in passed:
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
