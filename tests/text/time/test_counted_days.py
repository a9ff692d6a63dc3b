from datetime import date

import pytest

from claims.text.time.expression import Window
from claims.text.time.find import find_times

SUNDAY = date(2021, 11, 7)


def only(text, published_on=SUNDAY):
    [found] = find_times(text, published_on=published_on)
    return found


def days(earliest, latest):
    return Window(date.fromisoformat(earliest), date.fromisoformat(latest))


@pytest.mark.parametrize(
    ("text", "value", "earliest", "latest"),
    [
        ("They will vote on the second Tuesday of next month.", "2021-12-14", "2021-12-14", "2021-12-14"),
        ("They voted on the last Monday in May 2020.", "2020-05-25", "2020-05-25", "2020-05-25"),
        ("They will meet in the third week of November.", "2021-W46", "2021-11-15", "2021-11-21"),
        ("They left in the last week of August.", "2021-W34", "2021-08-25", "2021-08-31"),
        ("They will meet in the week of November 15.", "2021-W46", "2021-11-15", "2021-11-21"),
        ("It fell in the week ended November 5.", "2021-W44", "2021-10-30", "2021-11-05"),
        ("They will meet over the weekend of 13 November.", "2021-W45-WE", "2021-11-13", "2021-11-14"),
        ("They will leave on the 15th.", "2021-11-15", "2021-11-15", "2021-11-15"),
        ("They left on the 15th of last month.", "2021-10-15", "2021-10-15", "2021-10-15"),
        ("They will meet on Monday next week.", "2021-11-08", "2021-11-08", "2021-11-08"),
        ("They met on Tuesday of last week.", "2021-10-26", "2021-10-26", "2021-10-26"),
        ("He came on August 15 last year.", "2020-08-15", "2020-08-15", "2020-08-15"),
        ("It is on the Fourth of July 2020.", "2020-07-04", "2020-07-04", "2020-07-04"),
        ("He came on December twenty-first, 2020.", "2020-12-21", "2020-12-21", "2020-12-21"),
    ],
)
def test_days_and_weeks_counted_in_a_month_are_found(text, value, earliest, latest):
    found = only(text)

    assert (found.value, found.window) == (value, days(earliest, latest))


@pytest.mark.parametrize(
    "text", ["The 15th Congress met.", "He stayed on the 15th floor.", "By the 4th round they lost."]
)
def test_a_place_in_a_row_is_no_day(text):
    assert find_times(text, published_on=SUNDAY) == []


@pytest.mark.parametrize(
    ("text", "value"), [("They vote on the first Monday of next month.", "XXXX-XX-XX"), ("on the 15th", "XXXX-XX-XX")]
)
def test_without_a_publication_day_nothing_is_counted(text, value):
    found = only(text, published_on=None)

    assert (found.value, found.window) == (value, None)


@pytest.mark.parametrize(
    ("text", "value"),
    [("on 11-14-89", "1989-11-14"), ("on 14/11/1989", "1989-11-14"), ("on 7.11.2021", "2021-11-07")],
)
def test_days_in_figures_are_read(text, value):
    found = only(text)

    assert (found.value, found.window) == (value, days(value, value))


def test_figures_that_may_be_two_days_are_left_open():
    found = only("on 07/11/2021")

    assert (found.value, found.window) == ("2021-07-11", None)


@pytest.mark.parametrize("text", ["Call 555-11-1234.", "Version 1.2.33.4", "It won 11-1-0.", "31/31/1989"])
def test_figures_that_are_no_day_are_none(text):
    assert find_times(text, published_on=SUNDAY) == []
