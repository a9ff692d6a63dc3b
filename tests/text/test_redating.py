"""A statement with the new day in place of the old one: what is written, and what is left to a person."""

from datetime import date

import pytest

from claims.text.redating import redated

WEEK = date(2021, 11, 7), date(2021, 11, 14)
ONE_DAY = date(2021, 11, 17), date(2021, 11, 17)
DAYS = date(2021, 11, 17), date(2021, 11, 20)


def test_the_old_day_of_a_statement_is_written_anew():
    new = (None, date(2021, 9, 10))

    said = redated("It will end by August 31", old=(None, date(2021, 8, 31)), new=new, said_on=date(2021, 7, 14))

    assert said == "It will end by 10 September 2021"


@pytest.mark.parametrize(
    ("statement", "new"),
    [
        ("Muttaqi will visit Islamabad", (date(2021, 9, 10), date(2021, 9, 10))),
        ("It will end by August 31", (date(2021, 9, 10), None)),
        ("It will begin on August 31 and end on August 31", (None, date(2021, 9, 10))),
    ],
)
def test_a_statement_stays_where_it_is_not_plain_what_to_write(statement, new):
    assert redated(statement, old=(None, date(2021, 8, 31)), new=new, said_on=date(2021, 7, 14)) == statement


@pytest.mark.parametrize(
    ("statement", "new", "wanted"),
    [
        ("Muttaqi visits from 7 to 14 November", ONE_DAY, "Muttaqi visits on 17 November 2021"),
        ("From 7 to 14 November he visits", ONE_DAY, "On 17 November 2021 he visits"),
        ("He visits from 7 to 14 November", DAYS, "He visits from 17 November 2021 to 20 November 2021"),
        ("He visits on November 7-14", DAYS, "He visits on 17 November 2021 to 20 November 2021"),
        ("He will visit by 14 November", ONE_DAY, "He will visit by 17 November 2021"),
    ],
)
def test_a_window_that_is_named_is_written_anew_as_a_whole(statement, new, wanted):
    assert redated(statement, old=WEEK, new=new, said_on=date(2021, 11, 5)) == wanted


@pytest.mark.parametrize(
    ("statement", "old", "new"),
    [
        ("He arrives on 10 November and leaves by 14 November", WEEK, ONE_DAY),
        ("He visits on 10 November", WEEK, ONE_DAY),
        ("He arrives on 7 November and leaves on 14 November", WEEK, ONE_DAY),
        ("He visits from 7 to 14 November", WEEK, (None, date(2021, 11, 20))),
        ("He visits on 7 November", (WEEK[0], WEEK[0]), DAYS),
        ("It begins by 6 November and ends by 14 November", (None, WEEK[1]), ONE_DAY),
    ],
)
def test_nothing_untrue_is_written_of_days_between_the_edges(statement, old, new):
    assert redated(statement, old=old, new=new, said_on=date(2021, 11, 5)) == statement
