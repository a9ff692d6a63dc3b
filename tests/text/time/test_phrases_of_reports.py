"""Phrases of reports on business and on seasons of trade: quarters, years that are named by what ends them."""

from datetime import date

import pytest

from claims.text.time.find import find_times

WEDNESDAY = date(1998, 3, 18)


def values(text, published_on=WEDNESDAY):
    return {one.text: one.value for one in find_times(text, published_on=published_on)}


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Sales fell in the quarter ended Sept. 30.", "the quarter", "1997-Q3"),
        ("Sales fell in the quarter that ended on June 28, 1996.", "the quarter", "1996-Q2"),
        ("Sales will fall in the quarter ending June 30.", "the quarter", "1998-Q2"),
        ("The miller lost money in the September quarter.", "the September quarter", "1997-Q3"),
        ("The miller lost money in the July-September quarter.", "the July-September quarter", "1997-Q3"),
        ("It sold fewer ploughs in the April-June period of 1996.", "the April-June period of 1996", "1996-Q2"),
        ("It sold fewer ploughs in fiscal 1996's third quarter.", "fiscal 1996's third quarter", "1996-Q3"),
    ],
)
def test_a_quarter_is_known_by_its_days(text, words, value):
    assert values(text)[words] == value


def test_a_quarter_that_a_report_has_named_keeps_its_name():
    assert (
        values("In its first quarter it lost money. The quarter ended Jan. 31 was mild.")["The quarter"] == "1998-Q1"
    )


def test_months_that_make_no_quarter_are_read_one_by_one():
    assert "1997-Q4" not in values("It rose in the August-December period.").values()


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("In 1988 they lost money; the previous year they had not.", "the previous year", "1987"),
        ("Exports fell in September from the previous month.", "the previous month", "1997-08"),
        ("In the third quarter it earned less than in the prior quarter.", "the prior quarter", "1997-Q2"),
        ("It fell from the previous year.", "the previous year", "1997"),
    ],
)
def test_the_previous_period_is_that_before_the_one_told_of(text, words, value):
    assert values(text)[words] == value


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("He left in the summer of '94.", "the summer of '94", "1994-SU"),
        ("The fire of Sept. ’91 took the mill.", "Sept. ’91", "1991-09"),
    ],
)
def test_a_year_is_read_from_two_figures(text, words, value):
    assert values(text)[words] == value


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("He ruled for thirty-seven years.", "thirty-seven years", "P37Y"),
        ("It takes twenty to thirty days.", "twenty to thirty days", "P20D"),
        ("Seconds later the roof gave way.", "Seconds", "PTXS"),
        ("The pump yields nine barrels per day.", "per day", "P1D"),
    ],
)
def test_lengths_and_rates_are_read_in_words(text, words, value):
    assert values(text)[words] == value


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The dam broke two Fridays ago.", "two Fridays ago", "1998-03-06"),
        ("The dam broke the other night.", "the other night", "PAST_REF"),
        ("Ploughs were drawn by oxen in the distant past.", "the distant past", "PAST_REF"),
    ],
)
def test_what_was_long_ago_is_dated_as_far_as_it_is_said(text, words, value):
    assert values(text)[words] == value


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("For the full year 1997 it lost money.", "the full year 1997", "1997"),
        ("The log was closed on 1997/04/09.", "1997/04/09", "1997-04-09"),
        ("March through May is the dry season.", "March", "1998-03"),
        ("They sow barley in May or June.", "May", "1998-05"),
        ("They jeered at the Friday-night crowd.", "Friday-night", "1998-03-13TNI"),
        ("The fair was held in May.", "May", "1997-05"),
        ("She will speak of the Aug. 7 bombings.", "Aug. 7", "1997-08-07"),
    ],
)
def test_days_and_years_are_read_as_they_are_written(text, words, value):
    assert values(text)[words] == value


def test_a_year_and_a_half_ago_is_a_year():
    assert values("They married a year and a half ago.") == {"a year and a half ago": "1996"}


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The clerk is to be sentenced Friday.", "Friday", "1998-03-20"),
        ("The baker said farmers expect the mill to reopen Friday.", "Friday", "1998-03-20"),
        ("A list due Friday names the dead.", "Friday", "1998-03-20"),
        ("He pays on or before Friday.", "Friday", "1998-03-20"),
        ("The ban takes effect Jan. 1.", "Jan. 1", "1999-01-01"),
        ("No cattle at this Saturday's fair.", "this Saturday", "1998-03-21"),
        ("She is in town ahead of the regional vote on Sunday.", "Sunday", "1998-03-22"),
    ],
)
def test_what_is_still_to_be_done_lies_ahead(text, words, value):
    assert values(text)[words] == value
