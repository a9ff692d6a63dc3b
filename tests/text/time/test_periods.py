from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.text.time.periods import moved, period_of

UNITS = ["day", "week", "month", "quarter", "half", "year", "decade", "century"]
days = st.dates(min_value=date(1500, 1, 1), max_value=date(2500, 12, 31))


@given(st.sampled_from(UNITS), days, st.integers(-100, 100))
def test_a_period_holds_its_day_and_shifting_back_returns(unit, day, by):
    period = period_of(unit, day)

    assert period.first <= day <= period.last
    assert period.shifted(by).shifted(-by) == period if unit != "century" else True


@given(st.sampled_from(UNITS), days)
def test_the_next_period_begins_where_one_ends(unit, day):
    period = period_of(unit, day)

    assert (period.shifted(1).first - period.last).days == 1


def test_the_weekend_ends_the_week():
    assert period_of("weekend", date(2021, 11, 10)).value == "2021-W45-WE"
    assert period_of("weekend", date(2021, 11, 10)).first == date(2021, 11, 13)


def test_a_step_past_the_end_of_a_month_ends_with_it():
    assert moved(date(2020, 1, 31), "month", 1) == date(2020, 2, 29)


@pytest.mark.parametrize("by", [10**9, -(10**9), 9_000_000])
def test_beyond_the_calendar_there_is_no_period(by):
    with pytest.raises(ValueError, match=r"calendar|year"):
        period_of("year", date(2021, 1, 1)).shifted(by)
