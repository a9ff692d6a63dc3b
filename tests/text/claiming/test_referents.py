from datetime import date

import pytest

from claims.text.claiming.suggest import suggest_claims

DAY = date(2021, 11, 7)


def statements(text):
    return [one.statement for one in sorted(suggest_claims(text, published_on=DAY), key=lambda one: one.span)]


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("Israel has declared that it will respond to an attack.", "Israel will respond to an attack"),
        ("The bank said that it had fired the employees.", "The bank had fired the employees"),
        ("Heritage said it will exchange the shares.", "Heritage will exchange the shares"),
        ("Officials said they would look into it.", "Officials will look into it"),
        ("The boy's relatives in Miami said they would fight on.", "The boy's relatives in Miami will fight on"),
        (
            "Pakistan is rich. It is campaigning for the world to help.",
            "Pakistan is campaigning for the world to help",
        ),
        (
            "Pakistan has not signed, but it is among the few with an envoy.",
            "Pakistan is among the few with an envoy",
        ),
        ("Several envoys will come, and they will hold talks.", "Several envoys will hold talks"),
    ],
)
def test_it_and_they_are_whoever_speaks_or_was_spoken_of(text, statement):
    assert statements(text)[-1] == statement


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Israel says it will rain.", "It will rain"),
        ("Apple said it would cost $349.", "It will cost $349"),
        ("The minister said that it is clear that they will go.", "It is clear that they will go"),
        ("Ned Price said it will send a team.", "It will send a team"),
        ("Dawn reported that it has fired them.", "It has fired them"),
        ("The talks ended. It will help Pakistan.", "It will help Pakistan"),
        ("Germany wants Poland in NATO, saying it will serve security.", "It will serve security"),
        ("A friend said he believed that.", "He believed that"),
        ("Thomas West met them. One friend said he wanted to leave.", "He wanted to leave"),
    ],
)
def test_what_nobody_can_tell_for_certain_stays_as_it_is(text, kept):
    assert statements(text)[-1] == kept


def test_the_one_person_of_a_text_is_him():
    text = "Amir Khan Muttaqi, the foreign minister, will come. It will be his first visit. Officials will join him."

    assert statements(text)[1:] == [
        "It will be Amir Khan Muttaqi’s first visit",
        "Officials will join Amir Khan Muttaqi",
    ]


def test_where_a_text_names_two_people_neither_is_him():
    text = "Amir Khan Muttaqi, the foreign minister, met Thomas West, the envoy. Officials will join him."

    assert statements(text)[-1] == "Officials will join him"


def test_a_pronoun_that_stays_lowers_the_score():
    named, unnamed = (
        suggest_claims(f"{subject} will open talks in Doha.", published_on=DAY)[0] for subject in ("Qatar", "It")
    )

    assert unnamed.score < named.score
    assert "begins with a pronoun that the text may explain" in unnamed.reasons
