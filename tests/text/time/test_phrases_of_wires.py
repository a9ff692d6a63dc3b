"""Families of phrases of wires, broadsheets and sport: American, British and South Asian."""

from datetime import date

import pytest

from claims.text.time.expression import Window
from claims.text.time.find import find_times

MONDAY = date(2021, 11, 8)


def values(text):
    return {one.text: one.value for one in find_times(text, published_on=MONDAY)}


def windows(text):
    return [one.window for one in find_times(text, published_on=MONDAY)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The trial begins on Thursday week.", "Thursday week", "2021-11-18"),
        ("Rain is forecast between Tuesday and Thursday.", "Thursday", "2021-11-11"),
        ("Germany face Scotland on Friday.", "Friday", "2021-11-12"),
        ("Polls close on Tuesday.", "Tuesday", "2021-11-09"),
        ("The state holds its vote on Saturday.", "Saturday", "2021-11-13"),
        ("By Friday evening 12 bodies had been found.", "Friday evening", "2021-11-05TEV"),
        ("He had been due to appear on Wednesday.", "Wednesday", "2021-11-03"),
        ("The service planned for Sunday was cancelled.", "Sunday", "2021-11-07"),
        ("He was set to speak on Saturday.", "Saturday", "2021-11-06"),
        ("He was set to speak on Thursday.", "Thursday", "2021-11-11"),
        ("She will meet them when he speaks later Sunday.", "Sunday", "2021-11-07"),
        ("Until Thursday’s announcement, both were open.", "Thursday", "2021-11-04"),
        ("He is losing ground — a poll on Friday showed it.", "Friday", "2021-11-05"),
        ("He is coming off a strong debate Thursday.", "Thursday", "2021-11-04"),
        ("They teed up a vote-packed Dec. 19 primary.", "Dec. 19", "2021-12-19"),
        ("They engineered it to sway the March 8 election.", "March 8", "2022-03-08"),
        ("Let’s defeat them in July.", "July", "2022-07"),
        ("They lose if the June vote is rigged.", "June", "2022-06"),
        ("They lose if turnout does not grow by much in June.", "June", "2022-06"),
        ("It would take effect next Jan. 1.", "next Jan. 1", "2022-01-01"),
        ("Two cuts were made as late as March.", "March", "2021-03"),
        ("It has risen since Oct, he said.", "Oct", "2021-10"),
        ("He won in 1968. His rival fell that November.", "that November", "1968-11"),
        ("It opened on March 2, 2020. On March 25 it closed.", "March 25", "2020-03-25"),
        ("He took over in 2006, having won a year earlier.", "a year earlier", "2005"),
        ("In post-2001 Kabul it was safe.", "2001", "2001"),
        ("It was built in the second century BC.", "the second century", "BC01"),
        ("It broke even in H1 2020.", "H1 2020", "2020-H1"),
        ("It lost money in 4Q20.", "4Q20", "2020-Q4"),
        ("Last quarter it lost money.", "Last quarter", "2021-Q3"),
        ("It lost money in the year-ago third quarter.", "the year-ago third quarter", "2020-Q3"),
        ("It will be paid by month’s end.", "month’s end", "2021-11"),
        ("It was Thursday, June third.", "Thursday, June third", "2021-06-03"),
        ("They were seen at 14:05 on 2 November.", "14:05 on 2 November", "2021-11-02T14:05"),
        ("Updated: Nov 7, 2021 10:22 PM IST", "Nov 7, 2021 10:22 PM IST", "2021-11-07T22:22"),
        ("He left on the morning of November 3.", "the morning of November 3", "2021-11-03TMO"),
        ("It began at 4 am on Friday (0100 GMT).", "0100 GMT", "2021-11-05T01:00"),
        ("The shift starts at six in the morning.", "six in the morning", "2021-11-08T06:00"),
        ("They meet every other Friday.", "every other Friday", "XXXX-WXX-5"),
        ("It opens at weekends.", "weekends", "XXXX-WXX-WE"),
        ("The eight-month-old uprising goes on.", "eight-month-old", "P8M"),
        ("It took weeks to clear.", "weeks", "PXW"),
        ("They came hours after talks broke down.", "hours", "PTXH"),
        ("They met over the past half-dozen days.", "the past half-dozen days", "P6D"),
        ("An all-day meeting failed.", "all-day", "P1D"),
        ("A year on, it lies in ruins.", "A year", "P1Y"),
        ("They met in the second half of July.", "the second half of July", "2021-07"),
        ("He left in the latter half of the 1990s.", "the latter half of the 1990s", "199"),
        ("It was built in two thousand and one.", "two thousand and one", "2001"),
        ("Eleven years ago tonight it sank.", "Eleven years ago tonight", "2010-11-08"),
        ("One day he will be king.", "One day", "FUTURE_REF"),
    ],
)
def test_a_phrase_of_a_wire_is_read(text, words, value):
    assert values(text)[words] == value


@pytest.mark.parametrize(
    "text",
    [
        "A day of mourning was called.",
        "The Arab Spring changed him.",
        "The spring wheat was sown.",
        "The hotel has 2000 rooms.",
        "Resolution 1973 was passed.",
        "He lives at 1984 Orwell Road.",
        "A man aged 34 years was held.",
        "The Seven Years’ War was long.",
        "It was his fifth win in as many days.",
        "Wait a minute.",
        "He was 29-years-old.",
        "At the moment he spoke, it fell.",
        "He scored twice in the first half.",
        "Merry Christmas.",
        "Sunday Morning Futures is on.",
        "He spoke on ABC News’ “This Week.”",
        "They joined the March for Life.",
    ],
)
def test_what_only_sounds_like_a_time_is_none(text):
    assert values(text) == {}


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("They will talk on Thursday or Friday.", "2021-11-11", "2021-11-12"),
        ("They will talk no earlier than 15 November.", "2021-11-15", None),
        ("They will talk as early as Thursday.", "2021-11-11", None),
        ("They will talk before the end of the month.", "2021-11-08", "2021-11-30"),
        ("They will talk in the first half of December.", "2021-12-01", "2021-12-15"),
    ],
)
def test_a_window_is_as_wide_as_the_words(text, earliest, latest):
    wide = Window(date.fromisoformat(earliest), latest and date.fromisoformat(latest))

    assert set(windows(text)) == {wide}


@pytest.mark.parametrize(
    "text",
    [
        "They will talk around 20 November.",
        "They will talk after Eid.",
        "The fort of the second century BC will close.",
    ],
)
def test_what_nobody_can_date_is_left_to_a_person(text):
    assert windows(text) == [None]
