from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from claims.reports.timeline import DOT_GAP, Mark, draw
from claims.vocabulary import Stance

DAY = date(2021, 11, 7)
days = st.dates(min_value=date(1990, 1, 1), max_value=date(2040, 12, 31)) | st.dates()


def make_mark(link=1, day=DAY, stance=Stance.ASSERTS):
    return Mark(link=link, day=day, stance=stance, label="An article")


def test_nothing_dated_is_not_drawn():
    assert draw([], today=DAY) is None


def test_one_day_is_drawn():
    drawn = draw([make_mark()], today=DAY)

    assert len(drawn.dots) == 1
    assert drawn.dots[0].x == drawn.today.x


def test_later_days_stand_further_right():
    drawn = draw([make_mark(1), make_mark(2, DAY + timedelta(days=3))], today=DAY)

    first, second = drawn.dots
    assert first.x < second.x


def test_dots_of_one_day_are_stacked():
    drawn = draw([make_mark(1), make_mark(2), make_mark(3)], today=DAY)

    assert len({dot.x for dot in drawn.dots}) == 1
    assert len({dot.y for dot in drawn.dots}) == 3


def test_the_window_holds_its_first_and_its_last_day():
    drawn = draw(
        [make_mark(day=DAY), make_mark(2, DAY + timedelta(days=7))],
        today=DAY,
        window_start=DAY,
        window_end=DAY + timedelta(days=7),
    )

    first, last = drawn.dots
    assert drawn.window.x == first.x
    assert drawn.window.x + drawn.window.width > last.x


def test_a_window_without_a_first_day_starts_at_the_edge():
    drawn = draw([make_mark()], today=DAY, window_end=DAY + timedelta(days=7))

    assert drawn.window.x == drawn.left


def test_a_day_asked_for_years_later_does_not_squeeze_the_rest():
    drawn = draw([make_mark(), make_mark(2, DAY + timedelta(days=3))], today=date(2026, 11, 10))

    first, second = drawn.dots
    assert drawn.today.beyond
    assert drawn.today.label == "today: 1,826 days on →"
    assert second.x - first.x > drawn.width / 2


def test_a_day_asked_for_before_the_first_article_is_said_at_the_left():
    drawn = draw([make_mark()], today=date(2019, 1, 1))

    assert (drawn.today.x, drawn.today.label) == (drawn.left, "← today")


@given(st.lists(days, min_size=1, max_size=12), days, st.sampled_from([340, 760]))
def test_everything_stands_inside_and_no_dot_covers_another(published, today, width):
    marks = [make_mark(link, day) for link, day in enumerate(published)]

    drawn = draw(marks, today=today, window_start=min(published), window_end=max(published), width=width)

    assert all(0 <= dot.x <= width and 0 <= dot.y <= drawn.axis for dot in drawn.dots)
    assert 0 <= drawn.today.x <= width
    assert 0 <= drawn.window.x <= drawn.window.x + drawn.window.width <= width
    assert len(drawn.ticks) <= width // 85 + 1
    for dot in drawn.dots:
        same_row = [other for other in drawn.dots if other is not dot and other.y == dot.y]
        assert all(abs(other.x - dot.x) >= DOT_GAP for other in same_row)


@given(st.lists(days, min_size=1, max_size=8))
def test_the_order_of_the_marks_never_matters(published):
    marks = [make_mark(link, day) for link, day in enumerate(published)]

    assert draw(marks, today=DAY) == draw(marks[::-1], today=DAY)
