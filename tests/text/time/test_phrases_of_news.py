"""Families of phrases of the news, each read from one publication day."""

from datetime import date

import pytest

from claims.text.time.find import find_times

THURSDAY = date(1989, 11, 2)


def values(text, published_on=THURSDAY):
    return {one.text: one.value for one in find_times(text, published_on=published_on)}


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It expires at midnight tomorrow.", "midnight tomorrow", "1989-11-03T24:00"),
        ("He fell at 8:15 a.m. yesterday.", "8:15 a.m. yesterday", "1989-11-01T08:15"),
        ("They met at four o'clock this afternoon.", "four o'clock this afternoon", "1989-11-02T16:00"),
        ("They met at six p.m. eastern time.", "six p.m. eastern time", "1989-11-02T18:00"),
        ("They met at 6:30 in the evening on Wednesday.", "6:30 in the evening on Wednesday", "1989-11-01T18:30"),
        ("They met late last night.", "late last night", "1989-11-01TNI"),
    ],
)
def test_a_time_of_day_stands_on_the_day_said_with_it(text, words, value):
    assert values(text)[words] == value


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It fell on Oct. 13. The following Monday it rose.", "The following Monday", "1989-10-16"),
        ("It fell on Oct. 13. The next Monday it rose.", "The next Monday", "1989-10-16"),
        ("It fell on Oct. 13. The previous Thursday it rose.", "The previous Thursday", "1989-10-12"),
        ("It fell on Oct. 13. The following week it rose.", "The following week", "1989-W42"),
        ("They met in 1980. The following year he left.", "The following year", "1981"),
        ("They met in 1980. The next year he left.", "next year", "1981"),
        ("In 1978 he was jailed. In December of the same year he left.", "December of the same year", "1978-12"),
        ("In May 1978 he was jailed. In December he was freed.", "December", "1978-12"),
        ("On Nov. 4, 1979, students came. On Nov. 19 they left.", "Nov. 19", "1979-11-19"),
        ("Sales rose in September from the year before.", "the year before", "1988"),
    ],
)
def test_a_story_is_counted_on_from_what_it_named(text, words, value):
    assert values(text)[words] == value


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Net rose from the same quarter last year.", "the same quarter last year", "1988-Q3"),
        ("September sales rose from a year earlier.", "a year earlier", "1988-09"),
        ("Net rose from the same period in 1988.", "the same period in 1988", "1988"),
        ("Sales rose from the same month last year.", "the same month last year", "1988-10"),
        ("In the nine months net fell. In the year-earlier period it rose.", "the year-earlier period", "P9M"),
        ("It will rise in the second half.", "the second half", "1989-H2"),
        ("It rose in the week ended Friday.", "the week", "P1W"),
        ("It rose in the year to March.", "the year", "P1Y"),
        ("It rose in fiscal '88.", "88", "1988"),
    ],
)
def test_periods_of_reports_are_those_of_the_year_that_is_meant(text, words, value):
    assert values(text)[words] == value


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("They fought for a fortnight.", "a fortnight", "P2W"),
        ("It lasted two hundred years.", "two hundred years", "P200Y"),
        ("It lasted one hundred and fifty years.", "one hundred and fifty years", "P150Y"),
        ("It lasted 10,000 years.", "10,000 years", "P10000Y"),
        ("It lasted 3 million years.", "3 million years", "P3000000Y"),
        ("It lasted hundreds of years.", "hundreds of years", "PXY"),
        ("It lasted forty-odd years.", "forty-odd years", "P40Y"),
        ("It took another year.", "another year", "P1Y"),
        ("It was a year's supply.", "a year", "P1Y"),
        ("It was a weeklong strike.", "a weeklong", "P1W"),
        ("It was a decade-old feud.", "decade-old", "P10Y"),
        ("It was a three-week-old strike.", "three-week-old", "P3W"),
        ("They fell in the last half hour.", "the last half hour", "PT30M"),
        ("He had left months earlier.", "months", "PXM"),
        ("He may stay two or more weeks.", "two or more weeks", "P2W"),
    ],
)
def test_lengths_are_read_in_figures_and_in_words(text, words, value):
    assert values(text)[words] == value


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It rises every hour.", "every hour", "PT1H"),
        ("It rises every 10 minutes.", "every 10 minutes", "PT10M"),
        ("It rises every December.", "every December", "XXXX-12"),
        ("It rises each spring.", "each spring", "XXXX-SP"),
        ("It rises every night.", "every night", "XXXX-XX-XXTNI"),
        ("It is a biweekly paper.", "biweekly", "P2W"),
    ],
)
def test_what_recurs_is_a_set(text, words, value):
    assert values(text)[words] == value


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It fell on Friday the 13th.", "Friday the 13th", "1989-10-13"),
        ("It fell on the last day of October.", "the last day of October", "1989-10-31"),
        ("It fell on March the first.", "March the first", "1989-03-01"),
        ("A week ago today he left.", "A week ago today", "1989-10-26"),
        ("He left a year ago this month.", "a year ago this month", "1988-11"),
        ("He will leave in the spring of next year.", "the spring of next year", "1990-SP"),
        ("It has risen since summer.", "summer", "1989-SU"),
        ("He ran in '84.", "84", "1984"),
        ("They met in the fifth century.", "the fifth century", "04"),
        ("It will fall in the next century.", "next century", "20"),
        ("It grew during the decade.", "the decade", "198"),
        ("They met on St. Patrick’s Day.", "St. Patrick’s Day", "1989-03-17"),
        ("Sales rose from May to July.", "July", "1989-07"),
        ("He worked all week.", "all week", "1989-W44"),
    ],
)
def test_days_and_periods_are_found_however_they_are_called(text, words, value):
    assert values(text)[words] == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He could have won on Tuesday.", "1989-10-31"),
        ("After a loss in New Hampshire Tuesday, he is reeling.", "1989-10-31"),
        ("He is ahead thanks to his narrow win Tuesday.", "1989-10-31"),
        ("The turnout was about 35% on Tuesday.", "1989-10-31"),
        ("In the primary on Tuesday, he faces a rival.", "1989-11-07"),
        ("Tuesday is the deadline.", "1989-11-07"),
        ("The two resume talks Tuesday.", "1989-11-07"),
        ("Until Tuesday, the police had declined to talk.", "1989-10-31"),
        ("Until Tuesday, the police will decline to talk.", "1989-11-07"),
    ],
)
def test_the_clause_tells_which_tuesday(text, value):
    assert list(values(text).values()) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "It was read in USA TODAY.",
        "This fall in prices helped.",
        "It ran for a second straight month.",
        "April Ryan asked him.",
        "They raised money over the same period.",
        "It was just another day.",
        "They found trouble in some quarters.",
        "A 34-year-old man is 34 years old.",
    ],
)
def test_what_only_looks_like_a_time_is_left_alone(text):
    assert values(text) == {}


def test_without_a_publication_day_a_story_still_tells_its_own_days():
    found = values("On Nov. 4, 1979, students came. The next day they left.", published_on=None)

    assert found["The next day"] == "1979-11-05"
