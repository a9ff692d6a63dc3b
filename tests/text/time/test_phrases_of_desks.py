"""Phrases as diplomatic, court, market and sports desks write them, each read from one Wednesday."""

from datetime import date

import pytest

from claims.text.time.find import find_times

WEDNESDAY = date(2025, 6, 18)


def found(text):
    return {one.text: one for one in find_times(text, published_on=WEDNESDAY)}


def days(window):
    return window and tuple(day and day.isoformat() for day in (window.earliest, window.latest))


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The bank is likely to put rates on hold on Thursday.", "Thursday", "2025-06-19"),
        ("The minister is set to quit on Friday.", "Friday", "2025-06-20"),
        ("The party wants to hit its target in October.", "October", "2025-10"),
        ("The Fed is expected to cut rates twice, in September.", "September", "2025-09"),
        ("He told the BBC that he'd leave on Friday.", "Friday", "2025-06-20"),
        ("He told the BBC that he'd left on Friday.", "Friday", "2025-06-13"),
        ("The trial continues on Monday.", "Monday", "2025-06-23"),
        ("The union called a strike for Thursday.", "Thursday", "2025-06-19"),
        ("Unions planned another rally in Rome on Saturday.", "Saturday", "2025-06-21"),
        ("Forecasters expect more rain on Saturday.", "Saturday", "2025-06-21"),
        ("Ireland face the All Blacks on Saturday.", "Saturday", "2025-06-21"),
        ("Funds would buy once trading opened Friday.", "Friday", "2025-06-20"),
        ("A vote had been expected but was postponed to Friday.", "Friday", "2025-06-20"),
        ("The hearing was moved from Monday to Tuesday.", "Tuesday", "2025-06-17"),
        ("She is in Vienna on Thursday.", "Thursday", "2025-06-19"),
        ("Banks are closed on Thursday.", "Thursday", "2025-06-19"),
        ("Their next match is against Spain on Sunday.", "Sunday", "2025-06-22"),
        ("She is in hospital after the crash on Sunday.", "Sunday", "2025-06-15"),
        ("The firm is trying to grow under a February plan.", "February", "2025-02"),
    ],
)
def test_what_is_to_come_is_told_from_what_has_been(text, words, value):
    assert found(text)[words].value == value


@pytest.mark.parametrize(
    ("text", "words", "window"),
    [
        ("The talks ended shortly before midnight on Tuesday.", "midnight on Tuesday", ("2025-06-17", "2025-06-17")),
        ("It fled just after 5 p.m. on Monday.", "5 p.m. on Monday", ("2025-06-16", "2025-06-16")),
        ("They must leave before 9 a.m. Friday.", "9 a.m. Friday", ("2025-06-18", "2025-06-20")),
        ("They may leave after 9 a.m. Friday.", "9 a.m. Friday", ("2025-06-20", None)),
        ("They may leave after Friday.", "Friday", ("2025-06-21", None)),
        ("After Monday's talks, they swapped prisoners.", "Monday", ("2025-06-16", None)),
        ("After last month's quake, thousands left.", "last month", ("2025-05-01", None)),
        ("Before Monday's talks, they swapped prisoners.", "Monday", (None, "2025-06-16")),
        ("Sales fell 3% from last month.", "last month", ("2025-05-01", "2025-05-31")),
        ("Turnout was down from 2020.", "2020", ("2020-01-01", "2020-12-31")),
        ("The rule is in force from 2026.", "2026", ("2026-01-01", None)),
        ("The coming weekend will be hot.", "The coming weekend", ("2025-06-21", "2025-06-22")),
        ("He has been ill for the last week.", "the last week", ("2025-06-11", "2025-06-18")),
    ],
)
def test_a_window_holds_the_days_that_are_meant(text, words, window):
    assert days(found(text)[words].window) == window


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The strike will last two weeks.", "two weeks"),
        ("A decision is likely in the new year.", "new year"),
        ("The following week, he resigned.", "The following week"),
        ("He will campaign until Election Day.", "Election Day"),
        ("He will be released soon.", "soon"),
    ],
)
def test_words_that_bound_no_days_have_no_window(text, words):
    assert found(text)[words].window is None


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("He went on Tuesday and rested the next morning.", "the next morning", "2025-06-18TMO"),
        ("He went on Tuesday. The night before, he spoke.", "The night before", "2025-06-16TNI"),
        ("The day after Monday's attack, schools closed.", "The day after Monday", "2025-06-17"),
        ("The day before last Friday's vote, he left.", "The day before last Friday", "2025-06-12"),
        ("Shares rose at mid-afternoon yesterday.", "mid-afternoon yesterday", "2025-06-17TAF"),
        ("He landed early morning on Monday.", "early morning on Monday", "2025-06-16TMO"),
        ("Flights leave on Monday and Friday nights.", "Monday", "XXXX-WXX-1TNI"),
        ("Once a month, he calls.", "a month", "P1M"),
        ("It came a year to the day after the attack.", "a year", "P1Y"),
        ("In the first hours of the war, it burnt.", "the first hours", "PTXH"),
        ("Within hours of the attack, it burnt.", "hours", "PTXH"),
        ("It began a week and a half later.", "a week and a half", "P1.5W"),
        ("It burnt for a minute and a half.", "a minute and a half", "PT1M30S"),
        ("Work will resume at a later date.", "a later date", "FUTURE_REF"),
        ("It earned less than in the quarter a year ago.", "the quarter a year ago", "2024-Q1"),
        ("It earned less than in last year's quarter.", "last year's quarter", "2024-Q1"),
        ("Markets close on Juneteenth.", "Juneteenth", "2025-06-19"),
        ("Sales rise on Black Friday 2025.", "Black Friday 2025", "2025-11-28"),
        ("He will campaign until Election Day.", "Election Day", "2025-11-04"),
        ("He will go in the summer.", "the summer", "2025-SU"),
        ("It is open to 5pm. He left.", "5pm", "2025-06-18T17:00"),
    ],
)
def test_phrases_have_their_value(text, words, value):
    assert found(text)[words].value == value


@pytest.mark.parametrize(
    "text",
    [
        "The money soon became a flood.",
        "He was shortly released.",
        "The quarter-on-quarter rise was small.",
        "The month-on-month rise was small.",
    ],
)
def test_words_that_only_look_like_a_time_are_left(text):
    assert not found(text)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The index stood just below the record set on Aug. 6.", "Aug. 6", "2024-08-06"),
        ("Neither of the men could be reached Tuesday at their homes.", "Tuesday", "2025-06-17"),
        ("The mayor has scheduled a news conference Thursday to announce cuts.", "Thursday", "2025-06-19"),
        ("The envoys meet separately on Friday with the king.", "Friday", "2025-06-20"),
        ("The firm is going to start getting hit in October.", "October", "2025-10"),
        ("The firm announced an agreement to buy a rival in September.", "September", "2025-09"),
        ("The bank extended the loan through September.", "September", "2025-09"),
        ("Sales rose steadily through May.", "May", "2025-05"),
        ("The firm bought a rival in September.", "September", "2024-09"),
    ],
)
def test_a_month_or_day_that_is_meant_is_told_from_one_long_over(text, words, value):
    assert found(text)[words].value == value


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("They hold hundreds of interviews a day.", "a day", "P1D"),
        ("It may be prolonged by an additional year.", "an additional year", "P1Y"),
        ("He waited a full week.", "a full week", "P1W"),
        ("Profit fell in the first nine months of the year.", "the year", "2025"),
        ("Rain will fall in the last two weeks of the month.", "the month", "2025-06"),
        ("Losses came after several quarters of growth.", "several quarters", "PXQ"),
        ("Orders rose from the lows of the early spring.", "early spring", "2025-SP"),
        ("We must meet the challenges of the near term.", "the near term", "FUTURE_REF"),
        ("It matters in today's world.", "today", "PRESENT_REF"),
        ("He spoke before today's talks.", "today", "2025-06-18"),
        ("Pilgrims came in Easter week.", "Easter week", "2025-W16"),
        ("Roads will be full on Labor Day weekend.", "Labor Day weekend", "2025-W35-WE"),
    ],
)
def test_phrases_of_business_and_of_the_year_have_their_value(text, words, value):
    assert found(text)[words].value == value


@pytest.mark.parametrize(
    "text", ["He told 60 Minutes so.", "In some quarters it was feared.", "It cut its future costs."]
)
def test_names_and_plain_words_are_left(text):
    assert not found(text)
