"""What a chart is drawn of: words, lines, bars and the key to them, in pixels. Pure.

No series is told by its colour alone: lines have dashes and marks of their own, bars a hatching.
"""

from dataclasses import dataclass, field

from claims.reports.lettering import width_of
from claims.reports.numbered.parts import Chart

LETTERS = 12
MARGIN = 8
WIDE, NARROW = 880, 340
MOST_STEPS = 4
# Shapes about (0, 0): disc, square, rhomb, triangles up and down, cross, plus.
MARKS = (
    "M-4.5 0A4.5 4.5 0 1 0 4.5 0A4.5 4.5 0 1 0-4.5 0Z",
    "M-4-4H4V4H-4Z",
    "M0-5.5 5.5 0 0 5.5-5.5 0Z",
    "M0-5 5 4H-5Z",
    "M0 5 5-4H-5Z",
    "M-4-4 4 4M4-4-4 4",
    "M0-5V5M-5 0H5",
)
DASHES = ("none", "7 3", "2 3", "9 3 2 3", "13 4", "5 5", "9 3 2 3 2 3")
# Lines through a tile of 8 by 8 pixels; none stands for a full fill.
HATCHES = ("", "M-2 6 2 10M0 0 8 8M6-2 10 2", "M0 4H8", "M-2 2 2-2M0 8 8 0M6 10 10 6", "M4 0V8", "M0 4H8M4 0V8")


@dataclass(frozen=True, slots=True)
class Word:
    """A text and where its baseline stands."""

    text: str
    x: int
    y: int
    anchor: str = "middle"


@dataclass(frozen=True, slots=True)
class Key:
    """How a series is told apart: by its colour, and in lines by mark and dash, in bars by hatching."""

    label: str
    tone: str
    mark: str
    dash: str
    hatch: str


@dataclass(frozen=True, slots=True)
class Line:
    """A series through its `marks`; `points` as SVG writes them, `name` at its end where that has room."""

    key: Key
    points: str
    marks: tuple[Word, ...]
    name: Word | None


@dataclass(frozen=True, slots=True)
class Bar:
    """The part of a series in the bar of a label: `title` says whose, `series` is its place among the keys."""

    title: str
    key: Key
    series: int
    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart, `width` by `height` pixels; `ticks` are the numbers of its axis, each with a line through the plot."""

    chart: Chart
    width: int
    height: int
    left: int
    right: int
    top: int
    bottom: int
    ticks: tuple[Word, ...]
    words: tuple[Word, ...]
    keys: tuple[Key, ...]
    lines: tuple[Line, ...] = field(default=())
    bars: tuple[Bar, ...] = field(default=())


def keys_of(chart):
    """Return the key of every series; from the seventh on, shapes come again."""
    return tuple(
        Key(one.label, one.tone, MARKS[nth % len(MARKS)], DASHES[nth % len(DASHES)], HATCHES[nth % len(HATCHES)])
        for nth, one in enumerate(chart.series)
    )


def ticks_up_to(most):
    """Return whole numbers at even steps from nothing to `most` or just beyond, five at the most.

    >>> ticks_up_to(7)
    (0, 2, 4, 6, 8)
    >>> ticks_up_to(0)
    (0, 1)
    """
    step = next(
        step for power in range(20) for step in (10**power, 2 * 10**power, 5 * 10**power) if _fits(step, most)
    )
    return tuple(range(0, max(most, 1) + step, step)) if most % step else tuple(range(0, max(most, 1) + 1, step))


def _fits(step, most):
    return -(-most // step) <= MOST_STEPS


def room_of(words):
    """Return the pixels that the widest of `words` takes at the most."""
    return round(max((width_of(word, LETTERS) for word in words), default=0)) + 1
