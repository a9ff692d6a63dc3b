"""Parts of days, and times of day, with the day that is said around them."""

from datetime import date

import pytest

from claims.text.time.find import find_times

WEDNESDAY = date(1998, 3, 18)


def found(text, published_on=WEDNESDAY):
    return {one.text: one for one in find_times(text, published_on=published_on)}


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("By late afternoon the ferry was back.", "late afternoon", "1998-03-18TAF"),
        ("The mayor spoke in the early evening.", "the early evening", "1998-03-18TEV"),
        ("At mid-morning the siren went off.", "mid-morning", "1998-03-18TMO"),
        ("On Monday the sea rose. By early evening the pier was gone.", "early evening", "1998-03-16TEV"),
    ],
)
def test_an_early_or_late_part_is_of_the_day_told_of(text, words, value):
    assert found(text)[words].value == value


@pytest.mark.parametrize("text", ["He is an early morning host.", "Wool fell in late afternoon trading."])
def test_a_part_of_a_day_that_only_describes_is_none(text):
    assert found(text) == {}


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The truce ends at midnight on Friday.", "midnight on Friday", "1998-03-20T24:00"),
        ("The truce began at midnight.", "midnight", "1998-03-18T24:00"),
    ],
)
def test_midnight_ends_its_day(text, words, value):
    assert found(text)[words].value == value


def test_a_time_in_brackets_is_of_the_day_behind_them():
    read = found("The ferry sank at 4:20 a.m. (0320 GMT) Monday.")

    assert read["4:20 a.m."].value == "1998-03-16T04:20"
    assert read["0320 GMT"].value == "1998-03-16T03:20"
