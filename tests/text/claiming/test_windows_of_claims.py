from datetime import date

import pytest

from claims.text.claiming.suggest import suggest_claims

DAY = date(2021, 11, 7)


def window(sentence):
    [found] = suggest_claims(sentence, published_on=DAY)
    return found.window


@pytest.mark.parametrize(
    ("sentence", "start", "end"),
    [
        ("He will come to Doha on Wednesday.", date(2021, 11, 10), date(2021, 11, 10)),
        ("He will come to Doha by Thursday.", DAY, date(2021, 11, 11)),
        ("He will come to Doha tomorrow.", date(2021, 11, 8), date(2021, 11, 8)),
        ("He will come to Doha on 9 December.", date(2021, 12, 9), date(2021, 12, 9)),
        ("They will meet in Doha from 9 to 12 November.", date(2021, 11, 9), date(2021, 11, 12)),
        ("They will meet in Doha from Monday to Wednesday.", date(2021, 11, 8), date(2021, 11, 10)),
        ("He will come to Doha early next week.", date(2021, 11, 8), date(2021, 11, 10)),
        ("He will come to Doha within 48 hours.", DAY, date(2021, 11, 9)),
        ("He came to Doha on Wednesday.", date(2021, 11, 3), date(2021, 11, 3)),
        ("ANI said on Saturday that he will come on Monday.", date(2021, 11, 8), date(2021, 11, 8)),
    ],
)
def test_a_window_is_read_from_the_words_of_the_claim(sentence, start, end):
    assert (window(sentence).start, window(sentence).end) == (start, end)


def test_the_words_of_a_window_name_both_of_its_ends():
    assert window("They will meet in Doha from 9 to 12 November.").text == "9 to 12 November"


@pytest.mark.parametrize(
    "sentence",
    [
        "He will come to Doha.",
        "ANI reported on Saturday that he will come.",
        "It will be his first visit since the Taliban took control on August 15.",
        "He will mend the ties after the war that ended in August.",
        "He will come to Doha, where they meet every Monday.",
    ],
)
def test_a_time_of_something_else_is_no_window(sentence):
    assert window(sentence) is None


@pytest.mark.parametrize(
    ("sentence", "value"), [("He will come soon.", "FUTURE_REF"), ("He will come in the coming days.", "PXD")]
)
def test_a_vague_time_is_shown_and_left_to_a_person(sentence, value):
    found = window(sentence)

    assert (found.start, found.end, found.value) == (None, None, value)


def test_relative_days_in_a_quotation_are_left_open():
    assert window("“We will leave Doha on Thursday,” he said.").end is None


def test_relative_days_in_a_quotation_are_counted_from_its_day():
    found = window("“We will leave Doha on Thursday,” he said on Monday.")

    assert found.end == date(2021, 11, 4)
