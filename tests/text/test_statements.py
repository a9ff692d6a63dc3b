import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.text.statements import forecast_cues, looks_like_forecast, suggest_statement


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("Muttaqi is likely to visit Islamabad", ["is likely to"]),
        ("West will travel to India by Thursday", ["will", "by Thursday"]),
        ("The Contact Group is to meet", ["is to"]),
        ("They are going to leave by the end of June", ["are going to", "by the end of"]),
        ("He had been due to travel", ["been due to"]),
        ("Pakistan won’t go", ["won’t"]),
        ("West plans to travel", ["plans to"]),
        ("The pullout shall end by 31 August", ["shall", "by 31 August"]),
    ],
)
def test_words_of_what_is_to_come_are_found(text, cues):
    assert forecast_cues(text) == cues
    assert looks_like_forecast(text)


@pytest.mark.parametrize(
    "text", ["Muttaqi arrived in Islamabad", "The film was about war", "It was made by hand", "goodwill prevails"]
)
def test_what_has_happened_does_not_look_like_a_forecast(text):
    assert not looks_like_forecast(text)


@pytest.mark.parametrize(
    ("quote", "statement"),
    [
        ("“that Muttaqi\nwill visit Islamabad.”", "Muttaqi will visit Islamabad"),
        ("“We will go.”", "We will go"),
        ("we will go”.", "We will go"),
        ("West said they had “pretty clearly” said so.", "West said they had “pretty clearly” said so"),
        ("West called it “constructive”", "West called it “constructive”"),
        ("“A” met “B”", "“A” met “B”"),
        ("troops from the U.S.", "Troops from the U.S."),
        ("the ministers’ visit", "The ministers’ visit"),
        ("  ", ""),
    ],
)
def test_a_quote_is_tidied_into_a_statement(quote, statement):
    assert suggest_statement(quote) == statement


@given(st.text())
def test_a_statement_has_no_loose_white_space(quote):
    statement = suggest_statement(quote)

    assert statement == " ".join(statement.split())
