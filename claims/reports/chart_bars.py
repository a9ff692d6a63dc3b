"""Shares as lying bars, one a label, with a part for each series. Pure."""

from claims.reports.chart_parts import LETTERS, MARGIN, WIDE, Bar, Drawing, Word, keys_of, room_of, ticks_up_to
from claims.reports.lettering import shortened

BAR = 18
ROW = 30
ROW_WITH_LABEL = 44  # on a narrow drawing the label stands above its bar
FOOT = 24


def draw_bars(chart, width):
    """Return `chart` as bars, each with its sum at its end."""
    sums = [sum(one.values[place] for one in chart.series) for place in range(len(chart.labels))]
    ticks, wide = ticks_up_to(max(sums, default=0)), width >= WIDE
    left = min(MARGIN + room_of(chart.labels), width // 3) + MARGIN if wide else MARGIN
    right = width - 2 * MARGIN - room_of(map(str, sums))
    row = ROW if wide else ROW_WITH_LABEL
    bottom = row * len(chart.labels)

    def x(value):
        return round(left + (right - left) * value / ticks[-1])

    tops = [row * (nth + 1) - BAR - 6 for nth in range(len(chart.labels))]
    labels = _labels_beside(chart, tops, left) if wide else _labels_above(chart, tops, width)
    totals = (Word(str(total), x(total) + 6, y + 13, "start") for total, y in zip(sums, tops, strict=True))
    return Drawing(
        chart, width, bottom + FOOT, left, right, 0, bottom,
        ticks=tuple(Word(str(tick), x(tick), bottom + 16) for tick in ticks),
        words=(*labels, *totals),
        keys=keys_of(chart),
        bars=tuple(_bars(chart, tops, x)),
    )  # fmt: skip


def _labels_beside(chart, tops, left):
    for label, y in zip(chart.labels, tops, strict=True):
        yield Word(shortened(label, left - 2 * MARGIN, LETTERS), left - MARGIN, y + 13, "end")


def _labels_above(chart, tops, width):
    for label, y in zip(chart.labels, tops, strict=True):
        yield Word(shortened(label, width - 2 * MARGIN, LETTERS), MARGIN, y - 5, "start")


def _bars(chart, tops, x):
    for place, y in enumerate(tops):
        before = 0
        for nth, (key, one) in enumerate(zip(keys_of(chart), chart.series, strict=True)):
            value = one.values[place]
            if value:
                title = f"{chart.labels[place]}, {one.label}: {value}"
                yield Bar(title, key, nth, x(before), y, max(x(before + value) - x(before), 1), BAR)
            before += value
