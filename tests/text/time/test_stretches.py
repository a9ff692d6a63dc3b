from datetime import date

import pytest

from claims.text.time.expression import Window
from claims.text.time.find import find_times

SUNDAY = date(2021, 11, 7)


def found(text):
    return find_times(text, published_on=SUNDAY)


def window(earliest, latest):
    return Window(date.fromisoformat(earliest), date.fromisoformat(latest))


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("They will meet from November 11 to 13.", "2021-11-11", "2021-11-13"),
        ("They will meet on November 11-13.", "2021-11-11", "2021-11-13"),
        ("They will meet from 9 to 12 November.", "2021-11-09", "2021-11-12"),
        ("The 10-12 Nov talks will go on.", "2021-11-10", "2021-11-12"),
        ("They will meet between 3 and 5 December.", "2021-12-03", "2021-12-05"),
        ("They will meet on 11 and 12 November.", "2021-11-11", "2021-11-12"),
        ("They will meet from 28 November to 3 December.", "2021-11-28", "2021-12-03"),
        ("It ran from June 5 through July 7, 2020.", "2020-06-05", "2020-07-07"),
        ("It ran from 28 December to 3 January 2020.", "2019-12-28", "2020-01-03"),
        ("They will meet from Monday to Wednesday.", "2021-11-08", "2021-11-10"),
        ("They will meet from Thursday to Tuesday.", "2021-11-11", "2021-11-16"),
        ("He served from 1996 to 2001.", "1996-01-01", "2001-12-31"),
        ("It closed from May to July 2020.", "2020-05-01", "2020-07-31"),
    ],
)
def test_both_ends_of_a_stretch_have_the_window_of_the_whole(text, earliest, latest):
    first, last = found(text)

    assert first.window == last.window == window(earliest, latest)


def test_each_end_of_a_stretch_keeps_its_own_value():
    assert [(one.text, one.value) for one in found("They will meet from November 11 to 13.")] == [
        ("November 11", "2021-11-11"),
        ("13", "2021-11-13"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "They will meet on Monday and Wednesday.",
        "It was postponed from Monday to Wednesday.",
        "They said on Monday to wait until Wednesday.",
    ],
)
def test_days_that_only_stand_side_by_side_are_no_stretch(text):
    monday, wednesday = found(text)

    assert monday.window != wednesday.window


@pytest.mark.parametrize("text", ["From 11 to 13 people came.", "He came on November 11 and 13 people died."])
def test_counted_things_are_no_days(text):
    assert [one.text for one in found(text) if one.text != "November 11"] == []


def test_a_stretch_inside_a_quotation_is_left_open():
    assert [one.window for one in found("“We will meet from Monday to Wednesday,” he said.")] == [None, None]
