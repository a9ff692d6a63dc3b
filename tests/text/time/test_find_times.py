from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.text.time.expression import Window
from claims.text.time.find import find_times

SUNDAY = date(2021, 11, 7)


def day(text):
    return date.fromisoformat(text)


def only(text, published_on=SUNDAY):
    [found] = find_times(text, published_on=published_on)
    return found


@pytest.mark.parametrize(
    ("text", "words", "type", "value"),
    [
        ("They met on 7 November 2021.", "7 November 2021", "DATE", "2021-11-07"),
        ("Published in Dawn, October 29th, 2019", "October 29th, 2019", "DATE", "2019-10-29"),
        ("He left Kabul in October.", "October", "DATE", "2021-10"),
        ("They had met in September last year.", "September last year", "DATE", "2020-09"),
        ("He came yesterday.", "yesterday", "DATE", "2021-11-06"),
        ("Talks collapsed last week.", "last week", "DATE", "2021-W43"),
        ("Over the weekend they left.", "the weekend", "DATE", "2021-W44-WE"),
        ("He came two weeks ago.", "two weeks ago", "DATE", "2021-W42"),
        ("It began in early 2020.", "early 2020", "DATE", "2020"),
        ("Sales rose in the third quarter.", "the third quarter", "DATE", "2021-Q3"),
        ("Kabul fell in the 1990s.", "the 1990s", "DATE", "199"),
        ("It is a 19th-century fort.", "19th-century", "DATE", "18"),
        ("In fiscal 2020 it grew.", "fiscal 2020", "DATE", "2020"),
        ("The war of 20 years ended.", "20 years", "DURATION", "P20Y"),
        ("They flew people out for 17 days.", "17 days", "DURATION", "P17D"),
        ("He came for a three-day visit.", "three-day", "DURATION", "P3D"),
        ("They waited two and a half hours, or 2 1/2 years.", "2 1/2 years", "DURATION", "P2Y6M"),
        ("They meet every year.", "every year", "SET", "P1Y"),
        ("They meet each Thursday.", "each Thursday", "SET", "XXXX-WXX-4"),
        ("He flew at 3:29 pm on August 30.", "3:29 pm on August 30", "TIME", "2021-08-30T15:29"),
        ("He came last night.", "last night", "TIME", "2021-11-06TNI"),
        ("He is expected to visit soon.", "soon", "DATE", "FUTURE_REF"),
        ("He left years ago.", "years ago", "DATE", "PAST_REF"),
        ("He left last Christmas.", "last Christmas", "DATE", "2020-12-25"),
        ("They will meet on Thanksgiving.", "Thanksgiving", "DATE", "2021-11-25"),
        ("Bombs fell in nineteen ninety-six.", "nineteen ninety-six", "DATE", "1996"),
        ("They have now left.", "now", "DATE", "PRESENT_REF"),
        ("They may starve this winter.", "this winter", "DATE", "2021-WI"),
        ("They fled this spring.", "this spring", "DATE", "2021-SP"),
        ("They will return next fall.", "next fall", "DATE", "2022-FA"),
        ("He left three and a half years ago.", "three and a half years ago", "DATE", "2018"),
        ("He left a week or so ago.", "a week or so ago", "DATE", "2021-W43"),
        ("He will leave a week from now.", "a week from now", "DATE", "2021-W45"),
        ("He will leave in two weeks’ time.", "two weeks’ time", "DATE", "2021-W46"),
        ("It will end by end-2022.", "end-2022", "DATE", "2022"),
        ("Profit rose in FY2020.", "FY2020", "DATE", "2020"),
        ("He died in January nineteen ninety-seven.", "January nineteen ninety-seven", "DATE", "1997-01"),
        ("It was before 9/11.", "9/11", "DATE", "2001-09-11"),
        ("It fought for half a century.", "half a century", "DURATION", "P50Y"),
        ("It was a month-long siege.", "a month-long", "DURATION", "P1M"),
        ("It was a decades-long war.", "a decades-long", "DURATION", "PXY"),
        ("It rose in the year ended March 31.", "the year", "DURATION", "P1Y"),
        ("They meet every other day.", "every other day", "SET", "P2D"),
        ("They fly on Monday nights.", "Monday nights", "SET", "XXXX-WXX-1TNI"),
        ("He arrived at 1430 GMT on Tuesday.", "1430 GMT on Tuesday", "TIME", "2021-11-02T14:30"),
        ("He arrived at 17:30 on Tuesday.", "17:30 on Tuesday", "TIME", "2021-11-02T17:30"),
        ("He came at 10:35 a.m. (0735 GMT) Friday.", "10:35 a.m.", "TIME", "2021-11-05T10:35"),
        ("The offer is open until 5 p.m. EST Nov. 9.", "5 p.m. EST Nov. 9", "TIME", "2021-11-09T17:00"),
        ("He came at five o’clock.", "five o’clock", "TIME", "2021-11-07T05:00"),
        ("They came last Monday night.", "last Monday night", "TIME", "2021-11-01TNI"),
        ("He came at 9:30 Saturday night.", "9:30 Saturday night", "TIME", "2021-11-06T21:30"),
        ("He fell ill following five hours of talks.", "five hours", "DURATION", "PT5H"),
        ("It will take two to three weeks.", "two to three weeks", "DURATION", "P2W"),
        ("They talked for five or six hours.", "five or six hours", "DURATION", "PT5H"),
        ("Over the last month prices rose.", "the last month", "DURATION", "P1M"),
        ("Years of war followed.", "Years", "DURATION", "PXY"),
        ("Days after the vote he fled.", "Days", "DURATION", "PXD"),
        ("They left a few minutes ago.", "a few minutes ago", "DATE", "PAST_REF"),
        ("They spoke on Fri. at noon.", "Fri.", "DATE", "2021-11-05"),
        ("They will play Saturday at noon.", "noon", "TIME", "2021-11-13T12:00"),
        ("It prays on Good Friday 2022.", "Good Friday 2022", "DATE", "2022-04-15"),
        ("After Easter 2022 they go.", "Easter 2022", "DATE", "2022-04-17"),
        ("He fell two weeks ago Monday.", "two weeks ago Monday", "DATE", "2021-10-18"),
        ("He will go a week from Tuesday.", "a week from Tuesday", "DATE", "2021-11-16"),
        ("He left the week before last.", "the week before last", "DATE", "2021-W42"),
        ("They fought throughout the week.", "the week", "DATE", "2021-W44"),
        ("He resigned in December.", "December", "DATE", "2020-12"),
        ("It was built in the 18th and 19th centuries.", "the 18th", "DATE", "17"),
        ("He will retire in the fall.", "the fall", "DATE", "2022-FA"),
        ("Net for the year-earlier nine months fell.", "the year-earlier nine months", "DURATION", "P9M"),
    ],
)
def test_words_for_a_time_are_found_with_their_value(text, words, type, value):
    found = next(one for one in find_times(text, published_on=SUNDAY) if one.text == words)

    assert (found.type, found.value) == (type, value)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("He will arrive on Thursday.", "2021-11-11", "2021-11-11"),
        ("He arrived on Thursday.", "2021-11-04", "2021-11-04"),
        ("He will arrive on Sunday.", "2021-11-07", "2021-11-07"),
        ("He arrived on Sunday.", "2021-11-07", "2021-11-07"),
        ("He will arrive this month.", "2021-11-07", "2021-11-30"),
        ("He arrived this month.", "2021-11-01", "2021-11-07"),
        ("They will leave by the end of this month.", "2021-11-07", "2021-11-30"),
        ("They will leave by 15 November.", "2021-11-07", "2021-11-15"),
        ("They will leave within 14 months.", "2021-11-07", "2023-01-07"),
        ("They have fought since August 15.", "2021-08-15", "2021-11-07"),
        ("They will leave next week.", "2021-11-08", "2021-11-14"),
        ("He will stay until Friday.", "2021-11-07", "2021-11-12"),
        ("They will leave no later than 15 November.", "2021-11-07", "2021-11-15"),
        ("They will leave within 48 hours.", "2021-11-07", "2021-11-09"),
        ("They will leave in the next 24 hours.", "2021-11-07", "2021-11-08"),
    ],
)
def test_the_window_is_counted_from_the_publication_day(text, earliest, latest):
    assert only(text).window == Window(day(earliest), day(latest))


def test_what_comes_after_a_day_has_no_last_day():
    assert only("They will meet after 12 November.").window == Window(day("2021-11-13"), None)


@pytest.mark.parametrize(
    "text",
    [
        "He is likely to visit in the coming days.",
        "He is expected to visit soon.",
        "They may starve in the winter.",
        "It will be cut within 135 days of the signing.",
        "Talks lasted for 17 days.",
        "They meet every year.",
    ],
)
def test_what_bounds_no_days_is_left_open(text):
    assert only(text).window is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He will arrive on Thursday.", "XXXX-WXX-4"),
        ("He came yesterday.", "XXXX-XX-XX"),
        ("He came last week.", "XXXX-WXX"),
        ("He came last month.", "XXXX-XX"),
        ("He came on August 15.", "XXXX-08-15"),
        ("He came in August.", "XXXX-08"),
        ("He came last year.", "XXXX"),
        ("He came over the weekend.", "XXXX-WXX-WE"),
        ("Sales fell in the third quarter.", "XXXX-Q3"),
        ("He came in the winter.", "XXXX-WI"),
    ],
)
def test_without_a_publication_day_nothing_is_counted(text, value):
    found = only(text, published_on=None)

    assert (found.value, found.window) == (value, None)


def test_a_full_date_needs_no_publication_day():
    found = only("They met on 7 November 2021.", published_on=None)

    assert found.window == Window(SUNDAY, SUNDAY)


def test_inside_a_quotation_the_day_is_left_open():
    found = only("“We will leave tomorrow,” he said.")

    assert (found.value, found.window) == ("2021-11-08", None)
    assert "quotation" in found.reason


def test_inside_a_quotation_the_day_of_utterance_counts_where_it_is_stated():
    tomorrow, _ = find_times("“We will leave tomorrow,” he said on Thursday.", published_on=SUNDAY)

    assert tomorrow.window == Window(day("2021-11-05"), day("2021-11-05"))
    assert "uttered on 2021-11-04" in tomorrow.reason


def test_a_day_in_full_inside_a_quotation_stands():
    assert only("“We leave on 15 November 2021,” he said.").window == Window(day("2021-11-15"), day("2021-11-15"))


@pytest.mark.parametrize(
    "text",
    [
        "It may rain.",
        "They march on.",
        "Janos Martonyi and Jan Kavan came.",
        "The tank held 1,500 gallons.",
        "He is 34 years old.",
        "A 34-year-old man died.",
        "Three-quarters of them left.",
        "He was in his 30s.",
        "Prices fall.",
        "He spent $1990.",
        "They close for the Chinese New Year.",
        "The grenade is seen at 1:28 in the video.",
        "It is presided over by then-governor Adams.",
        "The 1990 Trust and the 1922 Committee met.",
        "He drove a 1987 Chevrolet.",
        "The Sunday Times said so.",
        "It was read on USA Today.",
        "They spoke to ABC’s “This Week”.",
        "Men in their 30s, 40s and 50s came.",
        "Super Tuesday shook them.",
    ],
)
def test_what_only_looks_like_a_time_is_none(text):
    assert [found.text for found in find_times(text, published_on=SUNDAY) if found.type == "DATE"] == []


def test_a_date_may_run_over_the_end_of_a_line_but_not_of_a_paragraph():
    assert only("They met on 7\nNovember.").value == "2021-11-07"
    assert [found.text for found in find_times("They were 7\n\nNovember came.", published_on=SUNDAY)] == ["November"]


@pytest.mark.parametrize("published_on", [date.min, date.max, date(2020, 2, 29)])
def test_the_ends_of_the_calendar_break_nothing(published_on):
    text = (
        "Last week, next year, tomorrow, yesterday, 9,000 years ago, in October, this decade, last century, "
        "by Friday, within 900 years, the weekend, a year earlier, third quarter, last winter, 29 February, "
        "the next 50 decades, last Christmas, Halloween."
    )

    assert find_times(text, published_on=published_on)


@given(st.text(alphabet="Monday next 12 week,.“”\nOctober ago yesterday 2021'", max_size=200), st.none() | st.dates())
def test_expressions_are_in_order_disjoint_and_as_they_stand(text, published_on):
    found = find_times(text, published_on=published_on)

    assert all(one.text == one.span.of(text) for one in found)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))


@given(st.text(max_size=200))
def test_any_text_can_be_read(text):
    find_times(text, published_on=SUNDAY)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They met on 7 October 2019. Two years later he left.", "2021"),
        ("They met on 7 October 2019. He had left the month before.", "2019-09"),
        ("They met in 2019. He stayed until then.", "2019"),
    ],
)
def test_words_that_point_back_are_counted_from_what_was_named(text, value):
    assert find_times(text, published_on=SUNDAY)[-1].value == value


def test_what_is_later_than_another_day_than_the_one_named_is_a_length():
    text = "They met on 7 October 2021. Now, 20 years later, it looks the same."

    assert find_times(text, published_on=SUNDAY)[-1].value == "P20Y"


def test_a_part_of_a_day_belongs_to_the_day_named_before():
    found = find_times("He came on 2 November. That evening he left.", published_on=SUNDAY)

    assert [one.value for one in found] == ["2021-11-02", "2021-11-02TEV"]


def test_the_second_of_two_weekdays_follows_the_first():
    found = find_times("The board meets Saturday and Sunday.", published_on=SUNDAY)

    assert [one.value for one in found] == ["2021-11-13", "2021-11-14"]


def test_a_feast_that_follows_the_moon_is_left_to_a_person():
    assert only("They will talk after Ramadan.").window is None


def test_later_and_earlier_are_counted_from_the_day_named_before():
    text = "They met on 7 October 2021. Two days later he left."

    assert find_times(text, published_on=SUNDAY)[-1].value == "2021-10-09"
