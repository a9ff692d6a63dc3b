"""The new date of an event that was put off: which of the days that words name, and from which day on."""

from datetime import date

import pytest

from claims.text.new_dates import new_days
from claims.text.spans import Span

PUBLISHED = date(2021, 11, 5)
OLD = date(2021, 11, 7)


def read(text, *, old=(OLD, OLD), published_on=PUBLISHED, within=None):
    return new_days(text, within or Span(0, len(text)), published_on=published_on, old=old)


def days(text, **fields):
    found = read(text, **fields)
    return found and (found.start, found.end)


@pytest.mark.parametrize(
    "text",
    [
        "The visit has been postponed to November 10, an official said.",
        "The visit, planned for 7 November, will now take place on Wednesday.",
        "Muttaqi's visit was rescheduled from November 7 to November 10.",
        "The trip was moved from Sunday to 10 November.",
        "The hearing was adjourned to 10 November instead of 7 November.",
        "The visit, originally scheduled for November 6, is on November 10.",
        "The talks were put off until November 10.",
    ],
)
def test_the_day_to_which_it_was_moved_is_the_new_one(text):
    assert days(text) == (date(2021, 11, 10), date(2021, 11, 10))


def test_put_off_until_a_week_is_that_week():
    assert days("The talks were put off until next week.") == (date(2021, 11, 8), date(2021, 11, 14))


def test_put_off_to_a_stretch_of_days_is_all_of_it():
    assert days("The visit will be from 10 to 12 November.") == (date(2021, 11, 10), date(2021, 11, 12))


def test_a_last_day_is_one_from_the_publication_on():
    assert days("The launch is now expected by the end of November.") == (PUBLISHED, date(2021, 11, 30))


@pytest.mark.parametrize(
    "text",
    [
        "It was postponed indefinitely.",
        "The talks have been delayed by three days.",
        "The visit will still begin on 7 November.",
        "The visit was called off on November 4.",
        "Talks are held every Monday.",
    ],
)
def test_where_no_other_day_is_named_that_is_still_to_come_nothing_is_read(text):
    assert read(text) is None


@pytest.mark.parametrize(
    ("until", "wanted"),
    [
        ("December", (date(2021, 12, 1), date(2021, 12, 31))),
        ("2022", (date(2022, 1, 1), date(2022, 12, 31))),
        ("the end of November", (PUBLISHED, date(2021, 11, 30))),
    ],
)
def test_put_off_until_a_month_or_a_year_is_that_one_but_no_part_of_it(until, wanted):
    assert days(f"The talks were put off until {until}.") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("On Tuesday he said the visit was postponed.", None),
        ("Today the ministry said the visit was postponed to a later date.", None),
        (
            "A spokesman told reporters on Tuesday, November 9, that the visit would now be on Friday.",
            date(2021, 11, 12),
        ),
        ("The visit will now take place on Tuesday, November 9.", date(2021, 11, 9)),
        ("The visit was brought forward to Tuesday.", date(2021, 11, 9)),
        ("The new date is today.", date(2021, 11, 9)),
    ],
)
def test_the_day_of_saying_is_not_the_new_one_unless_the_event_is_to_be_that_day(text, wanted):
    assert days(text, published_on=date(2021, 11, 9)) == (wanted and (wanted, wanted))


@pytest.mark.parametrize(
    "text",
    [
        "The visit is not on November 10 or 11; it is on November 13.",
        "The visit was first planned for 10 November and then for 11 November, and is now on November 13.",
        "The talks, originally planned for next week, will now be on November 13.",
    ],
)
def test_all_days_that_hold_no_longer_are_passed_over(text):
    assert days(text) == (date(2021, 11, 13), date(2021, 11, 13))


def test_an_edge_of_the_old_window_is_no_new_day():
    old = (date(2021, 11, 7), date(2021, 11, 14))

    assert days("Not by 14 November, but on 20 November 2021.", old=old) == (date(2021, 11, 20), date(2021, 11, 20))


def test_only_the_marked_words_are_read():
    text = "It was put off to 10 November. The talks are on 12 November."

    assert days(text, within=Span(31, len(text))) == (date(2021, 11, 12), date(2021, 11, 12))


def test_the_reason_names_the_words():
    found = read("The visit has been postponed to November 10.")

    assert found.words == "November 10"
    assert found.reason.startswith("“November 10”: ")


def test_an_undated_article_names_only_days_that_are_full():
    assert days("It was put off to 10 November 2021.", published_on=None) == (date(2021, 11, 10), date(2021, 11, 10))
    assert days("It was put off to Wednesday.", published_on=None) is None
