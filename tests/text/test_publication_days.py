"""Days on which an undated text may have been published."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.text.publication_days import Removed, publication_days

TODAY = date(2022, 1, 1)


def found(text="It rained.", **said):
    days = publication_days(text, until=TODAY, **said)
    return [(one.where, one.day.isoformat()) for one in days]


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/2021/11/10/talks",
        "https://example.org/world/2021/nov/10/talks",
        "https://example.org/talks-2021-11-10.html",
        "https://example.org/20211110/talks",
    ],
)
def test_address_shows_a_day(address):
    assert found(address=address) == [("address", "2021-11-10")]


@pytest.mark.parametrize("address", ["https://example.org/2021/13/40/", "https://example.org/id/99123", ""])
def test_address_without_a_possible_day_shows_none(address):
    assert found(address=address) == []


def test_the_last_lines_of_a_long_text_are_read():
    story = "It rained.\n" * 3_000

    assert found(f"Headline\n\n{story}\nPublished: 9 November 2021") == [("page", "2021-11-09")]


def test_day_to_come_is_left_out():
    assert found("Talks will begin on 9 November 2031.") == []


def test_short_line_that_says_when_it_was_published_comes_before_the_story():
    text = "Talks begin\n\nPublished: 10 November 2021\n\nThey had met on 1 November 2021."

    assert found(text) == [("page", "2021-11-10"), ("text", "2021-11-01")]


def test_latest_days_of_the_story_come_first_and_no_more_than_three():
    days = ", ".join(f"on {day} November 2021" for day in range(1, 8))

    assert found(f"They met {days}.") == [("text", f"2021-11-0{day}") for day in (7, 6, 5)]


def test_day_since_which_something_is_so_counts_and_one_by_which_it_is_to_be_does_not():
    text = "The border is closed since 10 October 2021, and was since March 2021. It will open by 20 November 2021."

    assert found(text) == [("text", "2021-10-10")]


def test_day_of_a_dateline_falls_in_the_latest_year_named_that_is_not_to_come():
    text = "They met in 2019 and in 2021. The plan runs to 2035."

    (one,) = publication_days(text, until=TODAY, dateline="KABUL, Nov 9 (Reuters)")

    assert (one.day, one.presumed) == (date(2021, 11, 9), "2021 is the latest year that the text names")


def test_day_of_a_dateline_stays_open_where_no_year_is_named():
    assert found(dateline="KABUL, Nov 9 (Reuters)") == []


def test_what_was_taken_out_of_the_text_is_read_too():
    removed = (Removed("trailer", "Published in Dawn, October 29th, 2019"), Removed("byline", "By 9 May 2020"))

    assert found(removed=removed) == [("trailer", "2019-10-29")]


def test_each_day_is_named_once_where_it_tells_most():
    assert found("It began on 10 November 2021.", address="/2021/11/10/") == [("address", "2021-11-10")]


@given(text=st.text(max_size=300), address=st.text(max_size=80), dateline=st.text(max_size=80))
def test_any_text_is_read_and_no_day_is_to_come(text, address, dateline):
    days = publication_days(text, until=TODAY, address=address, dateline=dateline)

    assert all(one.day <= TODAY and one.words is not None for one in days)
    assert len({one.day for one in days}) == len(days)
