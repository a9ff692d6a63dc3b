"""Where everything of a claim's timeline stands in its drawing: days in, coordinates out. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from claims.vocabulary import Stance

DOT_GAP = 15  # dots closer than this would cover each other, so they are stacked
ROW = 18
TOP = 26  # room for the label of today
BOTTOM = 22  # room for the labels of the days
MARGIN = 14
SHAPES = {
    Stance.SUPPORTS: "M0-7 7 5-7 5Z",
    Stance.REFUTES: "M0 7 7-5-7-5Z",
    Stance.QUALIFIES: "M0-7 7 0 0 7-7 0Z",
}
STEPS = (1, 2, 7, 14, 31, 92, 183, 366, 366 * 2, 366 * 5, 366 * 10, 366 * 50)


@dataclass(frozen=True, slots=True)
class Mark:
    """A link to be drawn on the day on which its article was published."""

    link: int
    day: date
    stance: str
    label: str


@dataclass(frozen=True, slots=True)
class Dot:
    """A mark with its place."""

    mark: Mark
    x: int
    y: int

    @property
    def shape(self):
        """The outline that tells the stance apart without colour, or "" for a circle."""
        return SHAPES.get(self.mark.stance, "")


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
class Today:
    """The day asked for; `beyond` says that it lies after the drawing, `anchor` on which side its label has room."""

    x: int
    label: str
    beyond: bool
    anchor: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """A drawing of `width` by `height`, with its axis at `axis`."""

    width: int
    height: int
    axis: int
    dots: tuple[Dot, ...]
    ticks: tuple[Tick, ...]
    window: Band | None
    made: int | None
    today: Today

    @property
    def right(self):
        return self.width - MARGIN

    @property
    def left(self):
        return MARGIN

    @property
    def top(self):
        return TOP

    @property
    def tick_end(self):
        return self.axis + 4

    @property
    def label_y(self):
        return self.axis + 17

    @property
    def today_y(self):
        return TOP - 10

    @property
    def band_height(self):
        return self.axis - TOP


@dataclass(frozen=True, slots=True)
class Scale:
    """Turns days into x: from `first` at the left margin to `last` at the right."""

    first: date
    last: date
    width: int

    def x(self, day):
        days = max((self.last - self.first).days, 1)
        return round(MARGIN + (day - self.first).days / days * (self.width - 2 * MARGIN))


def draw(
    marks: Sequence[Mark],
    *,
    today: date,
    window_start: date | None = None,
    window_end: date | None = None,
    made_on: date | None = None,
    width: int = 760,
    today_label: str = "today",
) -> Timeline | None:
    """Return the drawing, or None when no day is known that could be drawn.

    Today stands on the axis while it is near; later it would squeeze everything else into a corner, and stands at
    the right edge with the distance in words.
    """
    days = [mark.day for mark in marks] + [day for day in (window_start, window_end, made_on) if day]
    if not days:
        return None
    near = _is_near(days, today)
    scale = _scale([*days, today] if near else days, width)
    dots, rows = _stacked(marks, scale)
    axis = TOP + ROW * (rows + 1)
    return Timeline(
        width=width,
        height=axis + BOTTOM,
        axis=axis,
        dots=tuple(Dot(mark, x, axis - ROW * (row + 1)) for mark, x, row in dots),
        ticks=tuple(_ticks(scale)),
        window=_band(window_start, window_end, scale),
        made=scale.x(made_on) if made_on else None,
        today=_today(scale, today, today_label, near, max(days)),
    )


def _is_near(days, today):
    span = max(days) - min(days)
    return _moved(min(days), -span) <= today <= _moved(max(days), max(span, timedelta(days=30)))


def _moved(day, by):
    """Return `day` moved `by` a time, or the first or last day that there is."""
    try:
        return day + by
    except OverflowError:
        return date.max if by > timedelta() else date.min


def _scale(days, width):
    room = max((max(days) - min(days)) // 20, timedelta(days=1))
    return Scale(_moved(min(days), -room), _moved(max(days), room), width)


def _stacked(marks, scale):
    """Return ((mark, x, row) for every mark, how many rows): the lowest row in which a dot covers no other."""
    placed = []
    for mark in sorted(marks, key=lambda one: (one.day, one.link)):
        x = scale.x(mark.day)
        taken = {row for _, other, row in placed if abs(other - x) < DOT_GAP}
        row = next(row for row in range(len(placed) + 1) if row not in taken)
        placed.append((mark, x, row))
    return placed, max((row for *_, row in placed), default=0) + 1


def _band(start, end, scale):
    if not (start or end):
        return None
    # A window with one end open reaches to the edge of the drawing, and holds the whole of its last day.
    left = scale.x(start) if start else MARGIN
    right = scale.x(_moved(end, timedelta(days=1))) if end else scale.width - MARGIN
    return Band(left, max(min(right, scale.width - MARGIN) - left, 2))


def _ticks(scale):
    span = (scale.last - scale.first).days
    most = scale.width // 85
    step = next((step for step in STEPS if span / step <= most), span)
    for offset in range(0, span + 1, step):
        day = scale.first + timedelta(days=offset)
        x = scale.x(day)
        if x > scale.width - MARGIN - 30 and offset:
            continue
        yield Tick(x, _label(day, span, first=offset == 0), "start" if offset == 0 else "middle")


def _label(day, span, *, first):
    if span > 366 * 6:
        return str(day.year)
    if span > 120:
        return f"{day:%b} {day.year}"
    return f"{day.day} {day:%b}" + (f" {day.year}" if first else "")


def _today(scale, today, label, near, last):
    if near:
        x = scale.x(today)
        side = "end" if x > scale.width * 0.8 else "start" if x < scale.width * 0.2 else "middle"
        return Today(x, label, beyond=False, anchor=side)
    if today > last:
        return Today(scale.width - MARGIN, f"{label}: {(today - last).days:,} days on →", beyond=True, anchor="end")
    return Today(MARGIN, f"← {label}", beyond=True, anchor="start")
