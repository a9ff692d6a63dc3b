"""Where everything of a claim's timeline stands in its drawing: days in, coordinates out. Pure.

One lane an origin, so that ten copies of one report look like one report told ten times.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from claims.reports.lettering import shortened
from claims.reports.timeline_axis import (
    LETTERS,
    Band,
    Flag,
    Tick,
    band_of,
    flag_of,
    scale_of,
    ticks_of,
    today_of,
)
from claims.reports.timeline_lanes import ROW, folded, placed, words_of
from claims.reports.timeline_marks import Dot, Lane, Mark, Pile, Word

TOP = 26  # room for the labels of days that are marked
BOTTOM = 48  # room for the labels of the axis, and for a line of words on what is pointed at
LINE = 16
MARGIN = 14
GUTTER = 184  # titles beside the lanes, where a drawing is wide enough
TITLE = 18  # a title above its lane, where it is not
PADDING = 5
WIDE = 600
MOST_LANES = 10
NUMBER = 20


@dataclass(frozen=True, slots=True)
class DrawnLane:
    """A lane from `top`, `height` high. `title` has room, `whole_title` is what it stands for."""

    title: str
    whole_title: str
    number: int | None
    top: int
    height: int
    title_y: int
    dots: tuple[Dot, ...]
    piles: tuple[Pile, ...]
    words: tuple[Word, ...]

    @property
    def number_y(self):
        return self.title_y - 4

    @property
    def title_x(self):
        return MARGIN + NUMBER

    @property
    def bottom(self):
        return self.top + self.height


@dataclass(frozen=True, slots=True)
class Timeline:
    """A drawing of `width` by `height`, with its axis at `axis` from `left` to `right`."""

    width: int
    height: int
    axis: int
    left: int
    right: int
    lanes: tuple[DrawnLane, ...]
    ticks: tuple[Tick, ...]
    window: Band | None
    made: Flag | None
    today: Flag

    @property
    def dots(self):
        return tuple(dot for lane in self.lanes for dot in lane.dots)

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
    def flag_y(self):
        return TOP - 10

    @property
    def band_height(self):
        return self.axis - TOP

    @property
    def margin(self):
        return MARGIN

    @property
    def number_x(self):
        return MARGIN + 8

    @property
    def words_y(self):
        """The first base line of the words on what is pointed at."""
        return self.axis + 40


def draw(
    lanes: Sequence[Lane],
    *,
    today: date,
    verdicts: Sequence[Mark] = (),
    window_start: date | None = None,
    window_end: date | None = None,
    made_on: date | None = None,
    width: int = 760,
    today_label: str = "today",
) -> Timeline | None:
    """Return the drawing, or None when no day is known that could be drawn.

    A verdict as of a day far from the rest stands at the edge, as does today.
    """
    days = [mark.day for lane in lanes for mark in lane.marks]
    days += [day for day in (window_start, window_end, made_on) if day]
    if not days:
        return None
    left = GUTTER if width >= WIDE else MARGIN
    scale, near = scale_of(days, today, left, width - MARGIN)
    drawn = _laned([*folded(lanes, MOST_LANES), *_verdicts(verdicts)], scale)
    axis = drawn[-1].bottom if drawn else TOP + ROW
    now = today_of(scale, today, today_label, near, max(days))
    return Timeline(
        width=width,
        height=axis + BOTTOM + LINE * _lines_beyond_one(drawn),
        axis=axis,
        left=left,
        right=width - MARGIN,
        lanes=drawn,
        ticks=ticks_of(scale),
        window=band_of(window_start, window_end, scale),
        made=_made(scale, made_on, now),
        today=now,
    )


def _lines_beyond_one(lanes):
    return max((len(dot.lines) - 1 for lane in lanes for dot in lane.dots), default=0)


def _verdicts(marks):
    return [Lane("Verdicts", tuple(marks))] if marks else []


def _laned(lanes, scale):
    drawn, top = [], TOP
    above = TITLE if scale.left == MARGIN else 0
    for lane in lanes:
        marks = placed(lane.marks, scale)
        height = above + marks.rows * ROW + 2 * PADDING
        drawn.append(_drawn(lane, marks.moved(top + above + PADDING), top, height, scale))
        top += height
    return tuple(drawn)


def _drawn(lane, marks, top, height, scale):
    room = (scale.right if scale.left == MARGIN else GUTTER - NUMBER // 2) - MARGIN - NUMBER
    return DrawnLane(
        title=shortened(lane.title, room, LETTERS),
        whole_title=lane.title,
        number=lane.number,
        top=top,
        height=height,
        title_y=top + PADDING + 13,
        dots=tuple(dot.with_lines(scale.right - MARGIN) for dot in marks.dots),
        piles=marks.piles,
        words=words_of(marks.dots, scale),
    )


def _made(scale, made_on, now):
    """Return the flag of the day on which the claim was made; without its label where that of today stands."""
    if made_on is None:
        return None
    flag = flag_of(scale, made_on, "first made")
    start, end = flag.reach
    covers = start < now.reach[1] + MARGIN and now.reach[0] - MARGIN < end
    return Flag(flag.x, "", flag.anchor) if covers else flag
