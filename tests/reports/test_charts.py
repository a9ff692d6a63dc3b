from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.reports.chart_lines import GAP, spread
from claims.reports.chart_parts import LETTERS, MOST_STEPS, NARROW, WIDE, ticks_up_to
from claims.reports.charts import KINDS, shown_chart
from claims.reports.lettering import width_of
from claims.reports.numbered.parts import Chart, Series

MONTHS = ("July", "August", "September")
widths = pytest.mark.parametrize("width", [WIDE, NARROW])
counts = st.integers(min_value=0, max_value=10**7)


def make_chart(*values, kind="line", labels=None):
    series = tuple(Series(f"Series {nth}", numbers, "blue") for nth, numbers in enumerate(values))
    return Chart("a", "A chart", kind, labels or tuple(f"Label {nth}" for nth in range(len(values[0]))), series)


def draw(chart, width=WIDE):
    return KINDS[chart.kind](chart, width)


@given(counts)
def test_ticks_are_few_even_and_reach_the_greatest_value(most):
    ticks = ticks_up_to(most)

    assert len(ticks) <= MOST_STEPS + 1
    assert len({after - before for before, after in pairwise(ticks)}) == 1
    assert ticks[0] == 0
    assert ticks[-1] >= max(most, 1)
    assert ticks[-2] < max(most, 1)


@widths
def test_greater_values_stand_higher_and_later_ones_further_right(width):
    drawing = draw(make_chart((1, 3, 7)), width)

    [line] = drawing.lines
    assert [mark.x for mark in line.marks] == sorted(mark.x for mark in line.marks)
    assert [mark.y for mark in line.marks] == sorted((mark.y for mark in line.marks), reverse=True)


def test_a_line_begins_at_the_last_nothing_before_its_first_value():
    [line] = draw(make_chart((0, 0, 0, 2, 2, 5))).lines

    assert len(line.points.split()) == 4
    assert [mark.text for mark in line.marks] == [
        "Series 0, Label 2: 0", "Series 0, Label 3: 2", "Series 0, Label 5: 5",
    ]  # fmt: skip


@widths
@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
def test_everything_lies_in_the_drawing(width, kind, data):
    length = data.draw(st.integers(min_value=1, max_value=24))
    numbers = st.lists(st.integers(min_value=0, max_value=5000), min_size=length, max_size=length).map(tuple)
    chart = make_chart(*data.draw(st.lists(numbers, min_size=1, max_size=6)), kind=kind)

    drawing = draw(chart, width)

    for word in (*drawing.words, *drawing.ticks, *(line.name for line in drawing.lines if line.name)):
        room = width_of(word.text, LETTERS)
        left = {"start": word.x, "middle": word.x - room / 2, "end": word.x - room}[word.anchor]
        assert left >= -1
        assert left + room <= width + 1
        assert 0 <= word.y <= drawing.height
    for line in drawing.lines:
        assert all(0 <= mark.x <= width and 0 <= mark.y <= drawing.bottom for mark in line.marks)
    for bar in drawing.bars:
        assert drawing.left <= bar.x < bar.x + bar.width <= drawing.right + len(chart.series)
        assert drawing.top <= bar.y < bar.y + bar.height <= drawing.bottom


@widths
def test_labels_of_an_axis_do_not_touch(width):
    chart = make_chart(tuple(range(24)), labels=tuple(f"September {2000 + nth}" for nth in range(24)))

    words = sorted(draw(chart, width).words, key=lambda word: word.x)

    assert words[-1].text == "September 2023"
    for before, after in pairwise(words):
        assert before.x + width_of(before.text, LETTERS) / 2 < after.x - width_of(after.text, LETTERS) / 2


@given(st.lists(st.integers(min_value=0, max_value=200), max_size=8))
def test_names_at_the_ends_of_lines_do_not_touch(places):
    moved = spread(places, GAP, 200)

    assert all(after - before >= GAP for before, after in pairwise(sorted(moved)))
    assert all(place <= 200 for place in moved)


def test_names_stand_at_the_ends_on_a_wide_drawing_alone():
    chart = make_chart((1, 2), (2, 3))

    assert [line.name.text for line in draw(chart, WIDE).lines] == ["Series 0", "Series 1"]
    assert [line.name for line in draw(chart, NARROW).lines] == [None, None]


@pytest.mark.parametrize("kind", KINDS)
def test_series_are_told_apart_without_colour(kind):
    keys = draw(make_chart(*[(1, 2)] * 6, kind=kind)).keys

    assert {key.tone for key in keys} == {"blue"}
    for told in (lambda key: key.mark, lambda key: key.dash, lambda key: key.hatch):
        assert len({told(key) for key in keys}) == 6


def test_bars_are_as_long_as_their_values_and_say_their_sum():
    drawing = draw(make_chart((10, 0), (30, 5), kind="bars"))

    first, second, third = drawing.bars
    assert (second.width / first.width, third.width / first.width) == pytest.approx((3, 0.5), rel=0.05)
    assert second.x == first.x + first.width
    assert [word.text for word in drawing.words] == ["Label 0", "Label 1", "40", "5"]
    assert third.title == "Label 1, Series 1: 5"


def test_the_table_holds_what_is_drawn():
    chart = make_chart((1, 2, 3), (4, 5, 6), labels=MONTHS)

    assert shown_chart(chart).rows == (("July", (1, 4)), ("August", (2, 5)), ("September", (3, 6)))


def test_a_sentence_says_every_part_of_a_bar():
    said = shown_chart(make_chart((1, 2), (3, 4), kind="bars")).said

    assert said == "claims. Label 0: 1 series 0 and 3 series 1; Label 1: 2 series 0 and 4 series 1."


def test_another_kind_of_chart_is_refused():
    with pytest.raises(KeyError):
        shown_chart(replace(make_chart((1,)), kind="pie"))
