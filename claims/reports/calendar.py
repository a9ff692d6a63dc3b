"""What falls due on which day: the windows of forecasts, and the days on which undated ones are looked at again."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings
from django.db.models import F, Max, Min, Q
from django.db.models.functions import Coalesce

from claims.models import Claim
from claims.reports.date_chain import newest_dates
from claims.reports.month import Month
from claims.vocabulary import State, Timing

SHOWN = [State.OPEN, State.PROPOSED, State.DECIDED]
WAITING = [State.OPEN, State.PROPOSED]
ENDS, REVIEW, BEGINS = "ends", "review", "begins"
DAYS = {ENDS: "window_end", REVIEW: "review_on", BEGINS: "window_start"}
# What is to be done comes first.
PLACES = {ENDS: 0, REVIEW: 1, BEGINS: 2}
LATE = {Timing.OVERDUE.value: 0, Timing.DUE.value: 1}
# A value, because this is asked thousands of times a page.
CLOSED = Timing.CLOSED.value
MOST_A_DAY = 4
MOST_OVERDUE = 10
LATELY = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class Due:
    """That a claim's window begins or ends on a day, or that it is to be looked at again. Sorts as a day shows it."""

    day: date
    what: str
    claim: int
    timing: str
    decided: bool
    mine: bool
    window_end: date | None

    @property
    def place(self):
        """What is to be done comes first: ends before reviews before beginnings, one's own before others'."""
        late = LATE.get(self.timing, len(LATE))
        return self.day, self.is_done, PLACES[self.what], late, not self.mine, self.claim

    @property
    def is_done(self):
        return self.decided or self.timing == CLOSED


@dataclass(frozen=True, slots=True)
class Entry:
    """A due day with its claim as a page shows it, and the claim with its newest date where that is another."""

    due: Due
    claim: Claim
    newest: Claim | None = None


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the page: what has room, and how much more there is."""

    day: date
    entries: tuple[Entry, ...]
    more: int
    is_inside: bool
    is_today: bool

    @property
    def count(self):
        return len(self.entries) + self.more


@dataclass(frozen=True, slots=True)
class Sum:
    """How many windows end and begin in the month and how many claims are to be looked at, and what of it is done."""

    ends: int
    reviews: int
    begins: int
    overdue: int
    done: int


@dataclass(frozen=True, slots=True)
class MonthPage:
    """A month by weeks. `before` and `after` are the nearest months with something in them, of an empty one only."""

    month: Month
    weeks: tuple[tuple[Day, ...], ...]
    sum: Sum
    before: Month | None = None
    after: Month | None = None

    @property
    def is_empty(self):
        return not any((self.sum.ends, self.sum.reviews, self.sum.begins))


def scheduled(user, *, mine=False, topic=None):
    """Return the forecasts that a calendar of `user` shows: their own alone if `mine`, of one topic if any."""
    claims = Claim.objects.forecasts().filter(state__in=SHOWN)
    claims = claims.filter(owner=user) if mine else claims
    return claims.filter(topics=topic) if topic else claims


def month_page(claims, month, *, user, today):
    """Return the page of `month`: of the `claims` those of its days, most of a busy day folded away."""
    first, last = month.span()
    dues = dues_between(claims, first, last, user=user, today=today)
    by_day = {}
    for due in dues:
        by_day.setdefault(due.day, []).append(due)
    shown = filled([due for dues in by_day.values() for due in dues[:MOST_A_DAY]])
    entries = {}
    for entry in shown:
        entries.setdefault(entry.due.day, []).append(entry)
    weeks = tuple(tuple(_day(day, by_day, entries, month, today) for day in week) for week in month.weeks())
    total = _sum([due for due in dues if due.day in month])
    neighbours = {} if any((total.ends, total.reviews, total.begins)) else _neighbours(claims, month)
    return MonthPage(month, weeks, total, **neighbours)


def _day(day, by_day, entries, month, today):
    shown = tuple(entries.get(day, ()))
    return Day(day, shown, len(by_day.get(day, ())) - len(shown), day in month, day == today)


def _sum(dues):
    counts = Counter(due.what for due in dues)
    overdue = sum(due.what == ENDS and due.timing == Timing.OVERDUE for due in dues)
    return Sum(counts[ENDS], counts[REVIEW], counts[BEGINS], overdue, sum(due.is_done for due in dues))


def dues_between(claims, first, last, *, user, today) -> Sequence[Due]:
    """Return every due day of the `claims` from `first` to `last`, in the order of a page; few columns of each.

    A query for each sort of day: an index serves each of them, and none serves all three.
    """
    timed = claims.with_awaited_timing(today, settings.FACTCHECK_GRACE_DAYS).order_by()
    found = {ENDS: timed, REVIEW: timed.filter(window_end=None), BEGINS: timed.exclude(window_start=F("window_end"))}
    dues = [
        Due(day, what, claim, timing, state == State.DECIDED, owner == user.pk, end)
        for what, rows in found.items()
        for day, claim, timing, state, owner, end in _rows(rows, DAYS[what], first, last)
    ]
    return sorted(dues, key=lambda due: due.place)


def _rows(claims, field, first, last):
    within = claims.filter(**{f"{field}__range": (first, last)})
    return within.values_list(field, "pk", "timing", "state", "owner", "window_end")


def filled(dues) -> tuple[Entry, ...]:
    """Return the dues with their claims; the number of queries does not depend on how many they are."""
    claims = Claim.objects.select_related("figures", "owner").in_bulk({due.claim for due in dues})
    newest = newest_dates(claims)
    return tuple(Entry(due, claims[due.claim], newest.get(due.claim)) for due in dues)


def lately_overdue(claims, *, user, today):
    """Return (what became overdue in the past month, the latest first, how many more there are)."""
    late = claims.late(Timing.OVERDUE, today, settings.FACTCHECK_GRACE_DAYS)
    late = late.filter(state__in=WAITING, window_end__gte=today - LATELY)
    latest = late.select_related("figures", "owner").order_by("-window_end", "-pk")[:MOST_OVERDUE]
    newest = newest_dates([claim.pk for claim in latest])
    entries = tuple(Entry(_overdue(claim, user), claim, newest.get(claim.pk)) for claim in latest)
    return entries, late.count() - len(entries) if len(entries) == MOST_OVERDUE else 0


def _overdue(claim, user):
    end = claim.window_end
    return Due(end, ENDS, claim.pk, Timing.OVERDUE.value, False, claim.owner_id == user.pk, end)


def _neighbours(claims, month):
    """Return the nearest months before and after an empty one that have something, in one query."""
    first, last = month.first, month.next.first - timedelta(days=1)
    days = claims.annotate(due_on=Coalesce("window_end", "review_on"))
    found = days.aggregate(
        due_before=Max("due_on", filter=Q(due_on__lt=first)),
        begun_before=Max("window_start", filter=Q(window_start__lt=first)),
        due_after=Min("due_on", filter=Q(due_on__gt=last)),
        begun_after=Min("window_start", filter=Q(window_start__gt=last)),
    )
    before = max(filter(None, (found["due_before"], found["begun_before"])), default=None)
    after = min(filter(None, (found["due_after"], found["begun_after"])), default=None)
    return {"before": before and Month.of(before), "after": after and Month.of(after)}


def to_come(claims, *, today, most):
    """Return up to `most` claims still waited for that fall due from a month ago on, with `due_on`, by day."""
    waiting = claims.filter(state__in=WAITING, figures__closed=False)
    waiting = waiting.annotate(due_on=Coalesce("window_end", "review_on")).filter(due_on__gte=today - LATELY)
    waiting = waiting.with_awaited_timing(today, settings.FACTCHECK_GRACE_DAYS)
    return waiting.order_by(F("due_on").asc(), "number")[:most]
