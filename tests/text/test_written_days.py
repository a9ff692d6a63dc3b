from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.text.hints import Hints, year_from_hints
from claims.text.written_days import WrittenDay, read_day


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("9 November 2021", WrittenDay(2021, 11, 9)),
        ("October 29th, 2019", WrittenDay(2019, 10, 29)),
        ("Nov. 7", WrittenDay(None, 11, 7)),
        ("Sept 1st", WrittenDay(None, 9, 1)),
        ("3rd May, 2021", WrittenDay(2021, 5, 3)),
        ("JULY 18, 2021", WrittenDay(2021, 7, 18)),
        ("29 February", WrittenDay(None, 2, 29)),
    ],
)
def test_a_day_is_read_as_news_text_writes_it(written, day):
    assert read_day(written) == day


@pytest.mark.parametrize(
    "written", ["31 February 2021", "29 February 2021", "0 May", "7 Kabul", "November", "2021", "7 November x", ""]
)
def test_what_is_no_day_is_not_read(written):
    assert read_day(written) is None


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_every_date_is_read_back(day):
    for written in (f"{day.day} {day:%B %Y}", f"{day:%b}. {day.day}, {day.year}", f"{day:%B} {day.day}th {day.year}"):
        assert read_day(written).in_full() == day


@pytest.mark.parametrize(
    "hints",
    [
        Hints(file_name="2021-11-07-muttaqi.txt"),
        Hints(file_name="muttaqi_20211107.txt"),
        Hints(url="https://example.org/2021/11/07/muttaqi"),
        Hints(url="https://example.org/muttaqi20211107044908/"),
        Hints(file_name="2021-11-07.txt", url="https://example.org/2021/11/07/"),
        Hints(file_name="2020-01-01-2021-11-07.txt"),
    ],
)
def test_a_full_date_of_the_same_day_in_a_hint_gives_the_year(hints):
    assert year_from_hints(WrittenDay(None, 11, 7), hints) == date(2021, 11, 7)


@pytest.mark.parametrize(
    "hints",
    [
        Hints(),
        Hints(file_name="2021-11-08-muttaqi.txt"),
        Hints(file_name="2021-muttaqi.txt", url="https://example.org/2021/11/"),
        Hints(url="https://example.org/news/120211107"),
        Hints(file_name="2021-11-07.txt", url="https://example.org/2020/11/07/"),
    ],
)
def test_hints_that_show_another_day_or_two_years_give_none(hints):
    assert year_from_hints(WrittenDay(None, 11, 7), hints) is None


def test_a_leap_day_is_not_placed_in_a_common_year():
    assert year_from_hints(WrittenDay(None, 2, 29), Hints(file_name="2021-02-29.txt")) is None
