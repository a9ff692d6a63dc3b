"""A trend as lines over labels such as months. Pure."""

from claims.reports.chart_parts import LETTERS, MARGIN, WIDE, Drawing, Line, Word, keys_of, room_of, ticks_up_to
from claims.reports.lettering import width_of

GAP = 16  # between the baselines of two names
ABOVE = 12
HEIGHT, FOOT = 200, 28
BESIDE = 12  # from the last mark to its name


def draw_lines(chart, width):
    """Return `chart` as lines; their names stand at their ends where there is room, and in the key in any case."""
    ticks = ticks_up_to(max((value for one in chart.series for value in one.values), default=0))
    named = width >= WIDE
    left = MARGIN + room_of(str(tick) for tick in ticks) + 6
    right = width - (BESIDE + room_of(one.label for one in chart.series) if named else 2 * MARGIN)
    places = _Places(len(chart.labels), left, right, ticks[-1])
    return Drawing(
        chart, width, places.bottom + FOOT, left, right, ABOVE, places.bottom,
        ticks=tuple(Word(str(tick), left - 6, places.y(tick), "end") for tick in ticks),
        words=tuple(_label_words(chart.labels, places, width)),
        keys=keys_of(chart),
        lines=tuple(_lines(chart, places, named)),
    )  # fmt: skip


class _Places:
    """Turns the place of a label into x, and a value into y."""

    bottom = ABOVE + HEIGHT

    def __init__(self, labels, left, right, most):
        self.labels, self.left, self.right, self.most = labels, left, right, most

    def x(self, place):
        share = place / (self.labels - 1) if self.labels > 1 else 1
        return round(self.left + 8 + (self.right - self.left - 16) * share)

    def y(self, value):
        return round(self.bottom - HEIGHT * value / self.most)


def _label_words(labels, places, width):
    """Yield the labels that have room beside each other, from the last one back."""
    free = width
    for place in reversed(range(len(labels))):
        x, half = places.x(place), width_of(labels[place], LETTERS) / 2
        middle = min(max(x, half), width - half)
        if middle + half <= free:
            yield Word(labels[place], round(middle), places.bottom + 20)
            free = middle - half - MARGIN


def _lines(chart, places, named):
    ends = spread([places.y(one.values[-1]) for one in chart.series], GAP, places.bottom)
    for key, one, end in zip(keys_of(chart), chart.series, ends, strict=True):
        points = " ".join(
            f"{places.x(place)},{places.y(one.values[place])}" for place in range(_start(one), len(one.values))
        )
        marks = tuple(_marks(chart, one, places))
        name = Word(one.label, places.right + BESIDE - 8, end + 4, "start") if named else None
        yield Line(key, points, marks, name)


def _start(series):
    """Return the place of the last nothing before the first value, since all that went before says nothing either."""
    first = next((place for place, value in enumerate(series.values) if value), 0)
    return max(first - 1, 0)


def _marks(chart, series, places):
    """Yield a mark at the start, at the end and wherever the value changes."""
    values, last = series.values, len(series.values) - 1
    for place in range(_start(series), len(values)):
        if place in (_start(series), last) or values[place] != values[place - 1]:
            said = f"{series.label}, {chart.labels[place]}: {values[place]}"
            yield Word(said, places.x(place), places.y(values[place]))


def spread(places, gap, last):
    """Return `places` in their order, moved so that any two are `gap` apart and none lies beyond `last`.

    >>> spread([10, 12, 50], 16, 60)
    [10, 26, 50]
    >>> spread([60, 60], 16, 60)
    [44, 60]
    """
    order = sorted(range(len(places)), key=lambda nth: places[nth])
    moved, free = list(places), float("-inf")
    for nth in order:
        moved[nth] = max(moved[nth], free)
        free = moved[nth] + gap
    for nth in reversed(order):
        moved[nth] = min(moved[nth], last)
        last = moved[nth] - gap
    return moved
