"""The axis of a timeline: days in, x and labels out. Pure."""

from dataclasses import dataclass
from datetime import date, timedelta

from claims.reports.lettering import width_of

LETTERS = 12
STEPS = (1, 2, 7, 14, 31, 92, 183, 366, 366 * 2, 366 * 5, 366 * 10, 366 * 50)
TICK_ROOM = 85


@dataclass(frozen=True, slots=True)
class Tick:
    """A labelled day of the axis."""

    x: int
    label: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Band:
    """The window, from its first to its last day."""

    x: int
    width: int


@dataclass(frozen=True, slots=True)
class Flag:
    """A day marked by a line through the drawing.

    `beyond` says that the day lies outside the drawing and has a label alone, `anchor` on which side that has room,
    and an empty label that there is none.
    """

    x: int
    label: str
    anchor: str
    beyond: bool = False

    @property
    def reach(self):
        """The first and the last x that the label takes."""
        width = width_of(self.label, LETTERS)
        left = {"start": self.x, "middle": self.x - width / 2, "end": self.x - width}[self.anchor]
        return left, left + width


@dataclass(frozen=True, slots=True)
class Scale:
    """Turns days into x: from `first` at `left` to `last` at `right`; days outside stand at the edge."""

    first: date
    last: date
    left: int
    right: int

    def x(self, day):
        days = max((self.last - self.first).days, 1)
        x = round(self.left + (day - self.first).days / days * (self.right - self.left))
        return min(max(x, self.left), self.right)

    @property
    def width(self):
        return self.right - self.left


def scale_of(days, today, left, right):
    """Return (the scale that holds `days`, whether it holds today too, which it does while today is near)."""
    near = _is_near(days, today)
    days = [*days, today] if near else days
    room = max((max(days) - min(days)) // 20, timedelta(days=1))
    return Scale(_moved(min(days), -room), _moved(max(days), room), left, right), near


def _is_near(days, today):
    span = max(days) - min(days)
    return _moved(min(days), -span) <= today <= _moved(max(days), max(span, timedelta(days=30)))


def _moved(day, by):
    """Return `day` moved `by` a time, or the first or last day that there is."""
    try:
        return day + by
    except OverflowError:
        return date.max if by > timedelta() else date.min


def band_of(start, end, scale):
    """Return the window's band; one with an end open reaches to the edge, and it holds the whole of its last day."""
    if not (start or end):
        return None
    left = scale.x(start) if start else scale.left
    right = scale.x(_moved(end, timedelta(days=1))) if end else scale.right
    return Band(min(left, scale.right - 2), max(right - left, 2))


def ticks_of(scale):
    """Return the labelled days, as many as have room."""
    span = (scale.last - scale.first).days
    most = max(scale.width // TICK_ROOM, 1)
    step = next((step for step in STEPS if span / step <= most), max(span, 1))
    ticks = []
    for offset in range(0, span + 1, step):
        x = scale.x(scale.first + timedelta(days=offset))
        if not offset or x <= scale.right - TICK_ROOM / 3:
            label = _label(scale.first + timedelta(days=offset), span, first=offset == 0)
            ticks.append(Tick(x, label, "middle" if offset else "start"))
    return tuple(ticks)


def _label(day, span, *, first):
    if span > 366 * 6:
        return str(day.year)
    if span > 120:
        return f"{day:%b} {day.year}"
    return f"{day.day} {day:%b}" + (f" {day.year}" if first else "")


def today_of(scale, today, label, near, last):
    """Return where today stands: on the axis, or at an edge with the distance in words.

    Far from everything else it would squeeze that into a corner.
    """
    if near:
        return flag_of(scale, today, label)
    if today > last:
        distance = f"{label}: {(today - last).days:,} days on →"
        return Flag(scale.right, distance, "end", beyond=True)
    return Flag(scale.left, f"← {label}", "start", beyond=True)


def flag_of(scale, day, label):
    """Return the flag of `day`, its label on the side that has room."""
    x = scale.x(day)
    half = width_of(label, LETTERS) / 2
    side = "end" if x + half > scale.right else "start" if x - half < scale.left else "middle"
    return Flag(x, label, side)
