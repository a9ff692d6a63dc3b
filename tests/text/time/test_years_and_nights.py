"""Years that reach into the next one, nights, and what is counted from a week or a month, from one Wednesday."""

from datetime import date

import pytest

from claims.text.time.find import find_times

WEDNESDAY = date(2025, 6, 18)


def first(text):
    return find_times(text, published_on=WEDNESDAY)[0]


@pytest.mark.parametrize(
    ("text", "value", "earliest", "latest"),
    [
        ("In 2023-24, exports rose.", "2023", "2023-01-01", "2024-12-31"),
        ("The 2024/25 budget was passed.", "2024", "2024-01-01", "2025-12-31"),
        ("In 2016–18, exports rose.", "2016", "2016-01-01", "2018-12-31"),
        ("It was tested in 2024-06 and sold.", "2024", "2024-01-01", "2024-12-31"),
        ("They struck overnight.", "2025-06-18TNI", "2025-06-17", "2025-06-18"),
        ("They will march overnight.", "2025-06-18TNI", "2025-06-18", "2025-06-18"),
        ("They struck overnight Saturday.", "2025-06-14TNI", "2025-06-14", "2025-06-14"),
        ("They will march overnight on Friday.", "2025-06-20TNI", "2025-06-20", "2025-06-20"),
        ("They meet the week after next.", "2025-W27", "2025-06-30", "2025-07-06"),
        ("They met the month before last.", "2025-04", "2025-04-01", "2025-04-30"),
        ("It ended 80 years ago last month.", "1945-05", "1945-05-01", "1945-05-31"),
        ("It began two years ago next week.", "2023-W25", "2023-06-19", "2023-06-25"),
    ],
)
def test_a_phrase_has_its_value_and_its_days(text, value, earliest, latest):
    found = first(text)

    assert (found.value, found.window.earliest.isoformat(), found.window.latest.isoformat()) == (
        value,
        earliest,
        latest,
    )


def test_a_time_stands_on_the_day_that_is_written_just_before():
    _, time = find_times("On 3 May 2021 at around 10pm he left.", published_on=WEDNESDAY)

    assert (time.value, time.window.earliest) == ("2021-05-03T22:00", date(2021, 5, 3))


@pytest.mark.parametrize(
    "text",
    [
        "Vision 2030 is on track.",
        "Project 2025 was denied.",
        "Adam and June Allyson met.",
        "The Summer Olympics ended.",
    ],
)
def test_what_is_called_after_a_time_is_none(text):
    assert not find_times(text, published_on=WEDNESDAY)


@pytest.mark.parametrize(
    "text",
    [
        "The sides will not meet until July.",
        "Talks won't resume before Monday.",
        "No deal is expected before Friday.",
        "He will remain in custody until at least Friday.",
    ],
)
def test_not_until_bounds_no_days(text):
    assert first(text).window is None


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("He must leave before Friday.", "2025-06-18", "2025-06-19"),
        ("He must stay until Friday.", "2025-06-18", "2025-06-20"),
        ("The king will be crowned on May 6.", "2026-05-06", "2026-05-06"),
        ("He will resign if the vote is lost on Monday.", "2025-06-23", "2025-06-23"),
    ],
)
def test_days_that_are_bounded_are_those_to_come(text, earliest, latest):
    window = first(text).window

    assert (window.earliest.isoformat(), window.latest.isoformat()) == (earliest, latest)


def test_what_lasted_until_a_day_is_over():
    assert first("They stayed in the palace until Friday.").value == "2025-06-13"


def test_a_week_ahead_of_something_is_no_rate():
    *_, week = find_times("The rains came on May 24, a week ahead of schedule.", published_on=WEDNESDAY)

    assert (week.type, week.value) == ("DURATION", "P1W")
