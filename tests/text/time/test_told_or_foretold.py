"""Days that stand near verbs of another clause, each read from one Wednesday."""

from datetime import date

import pytest

from claims.text.time.find import find_times

WEDNESDAY = date(2025, 6, 18)


def last_value(text):
    return find_times(text, published_on=WEDNESDAY)[-1].value[:10]


@pytest.mark.parametrize(
    "text",
    [
        "Her victories in Ohio, Maryland and Delaware on Monday will only speed that up.",
        "The slaying in Chicago on Monday may change that.",
        "He was planning to host a dinner on Monday.",
        "While he is counting on votes, Monday's referendum was a reminder.",
        "Workers are hailing the minister's speech on Monday.",
        "With the vote looming, Mayor Bill de Blasio on Monday intervened.",
        "Critics who on Monday cast his remarks as wrong will be there.",
        "They want to understand the meaning of Monday's debate.",
        "Following Monday's leak of the report, he will resign.",
        "Clinton taking on protesters loyal to her opponent Monday.",
        "The network is axing one show, and on Monday, it said that another was safe.",
        "He plans to speak in Iowa. Monday, he held a call.",
        "A slur shouted at a rally on Monday was likely the first.",
        "Monday's win is unlikely to give clarity.",
        "It's likely that Monday's agreement may fail.",
    ],
)
def test_what_is_over_is_told_from_the_verbs_around_it(text):
    assert last_value(text) == "2025-06-16"


@pytest.mark.parametrize(
    "text",
    [
        "A decision is likely on Monday.",
        "US envoy to meet Taliban on Monday",
        "Monday's vote will be close.",
    ],
)
def test_what_is_to_come_stays_ahead(text):
    assert last_value(text) == "2025-06-23"


def test_a_day_that_is_either_over_or_to_come_is_the_near_one():
    assert last_value("A poor showing just days before Tuesday's primary has hurt him.") == "2025-06-17"
    assert last_value("A poor showing just days before Friday's primary has hurt him.") == "2025-06-20"


def test_following_is_a_day_only_after_the():
    assert last_value("He came on Monday. The following Thursday he left.") == "2025-06-19"


@pytest.mark.parametrize(
    "text",
    [
        "The poll of 2047 registered voters is out.",
        "The future Trump hotel opened.",
        "In a year when all lost, he won.",
    ],
)
def test_numbers_and_names_are_no_times(text):
    assert not find_times(text, published_on=WEDNESDAY)
