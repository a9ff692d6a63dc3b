from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.reports.month import Month

months = st.builds(Month, st.integers(1900, 2199), st.integers(1, 12))


@given(months)
def test_a_month_has_whole_weeks_from_monday_that_hold_each_of_its_days(month):
    weeks = month.weeks()

    days = [day for week in weeks for day in week]
    assert all(len(week) == 7 and week[0].weekday() == 0 for week in weeks)
    assert days == [days[0] + timedelta(days=at) for at in range(len(days))]
    assert month.span() == (days[0], days[-1])
    assert sum(day in month for day in days) in (28, 29, 30, 31)


@given(months)
def test_a_month_is_named_as_it_is_read(month):
    assert Month.named(str(month)) == month


@given(st.builds(Month, st.integers(1901, 2198), st.integers(1, 12)))
def test_the_next_month_of_the_previous_one_is_the_month(month):
    assert month.previous.next == month == month.next.previous


@pytest.mark.parametrize("name", ["", "2021", "2021-13", "2021-0", "1899-12", "2200-01", "x-y", "2021-11-07", "²-1"])
def test_what_is_no_month_is_none(name):
    assert Month.named(name) is None


@pytest.mark.parametrize(
    ("day", "name"), [(date.min, "1900-01"), (date(2021, 11, 7), "2021-11"), (date.max, "2199-12")]
)
def test_a_day_is_in_its_month_or_in_the_nearest_there_is(day, name):
    assert str(Month.of(day)) == name


def test_the_first_and_the_last_month_have_neighbours():
    assert Month(1900, 1).previous == Month(1900, 1)
    assert Month(2199, 12).next == Month(2199, 12)
