"""A chart of a report as a page shows it: drawn for two widths, in a sentence, and as the rows of a table. Pure."""

from dataclasses import dataclass

from claims.reports.chart_bars import draw_bars
from claims.reports.chart_lines import draw_lines
from claims.reports.chart_parts import NARROW, WIDE, Drawing
from claims.reports.numbered.parts import Chart, Column, Table

KINDS = {"line": draw_lines, "bars": draw_bars}


@dataclass(frozen=True, slots=True)
class ShownChart:
    """A chart with its drawings by name, its words, and `rows` (label, values) of the table that is its twin."""

    chart: Chart
    drawings: dict[str, Drawing]
    said: str
    rows: tuple[tuple[str, tuple[int, ...]], ...]


def shown_chart(chart):
    """Return `chart` ready for a page. Raises `KeyError` for a kind of chart that there is not."""
    values = zip(*(one.values for one in chart.series), strict=True)
    return ShownChart(
        chart=chart,
        drawings={"wide": KINDS[chart.kind](chart, WIDE), "narrow": KINDS[chart.kind](chart, NARROW)},
        said=said_of(chart),
        rows=tuple(zip(chart.labels, values, strict=True)),
    )


def twin_of(chart):
    """Return the numbers of `chart` as a table, for files in which nothing is drawn."""
    columns = (Column("label", ""), *(Column(one.label, one.label, "number") for one in chart.series))
    rows = zip(chart.labels, *(one.values for one in chart.series), strict=True)
    return Table(chart.name, chart.title, columns, tuple(rows))


def said_of(chart):
    """Return what a chart shows: of a trend how each series begins and ends, of bars every value.

    >>> from claims.reports.numbered.parts import Series
    >>> said_of(Chart("a", "A", "line", ("July", "August"), (Series("Open", (1, 4)), Series("Decided", (0, 2)))))
    'claims, July to August: Open from 1 to 4, Decided from 0 to 2.'
    >>> said_of(Chart("b", "B", "bars", ("Refuted",), (Series("Forecasts", (3,)),), unit="forecasts"))
    'forecasts. Refuted: 3.'
    """
    if chart.kind == "line":
        courses = (f"{one.label} from {one.values[0]} to {one.values[-1]}" for one in chart.series)
        return f"{chart.unit}, {chart.labels[0]} to {chart.labels[-1]}: {', '.join(courses)}."
    return f"{chart.unit}. {'; '.join(_bar_said(chart, place) for place in range(len(chart.labels)))}."


def _bar_said(chart, place):
    if len(chart.series) == 1:
        return f"{chart.labels[place]}: {chart.series[0].values[place]}"
    parts = " and ".join(f"{one.values[place]} {one.label.lower()}" for one in chart.series)
    return f"{chart.labels[place]}: {parts}"
