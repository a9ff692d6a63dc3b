from datetime import date

import pytest

from claims.text.claiming.suggest import suggest_claims

DAY = date(2021, 11, 7)


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Muttaqi is likely to visit Islamabad.", "forecast"),
        ("Sources said that the trip was on the cards.", "forecast"),
        ("They signed a deal in Doha on Saturday that is meant to end the war.", "event"),
        ("Karzai stayed in Kabul, a source said.", "event"),
        ("The minister was due to leave but stayed.", "event"),
        ("He did not say how it would be done.", "event"),
        ("India opposes the use of force.", "position"),
        ("The four countries called on all sides to reduce violence.", "position"),
        ("West believes that Beijing can play a role.", "position"),
        ("More than 120,000 people had been flown out, Joe Biden said.", "statistic"),
        ("The United States says that 90% of its withdrawal is done.", "statistic"),
        ("He was there for more than 20 years.", "event"),
        ("India belongs to the SCO.", "background"),
        ("Pakistan is among the few countries with an envoy in Kabul.", "background"),
        ("Those talks had collapsed after an attack.", "background"),
        ("It was founded in Shanghai in 2001.", "background"),
        ("The court met on Tuesday over the 2001 attack.", "event"),
        ("Muttaqi arrived in Islamabad.", "event"),
    ],
)
def test_the_kind_of_a_claim(sentence, kind):
    assert {one.kind for one in suggest_claims(sentence, published_on=DAY)} == {kind}


def test_a_plan_that_came_to_nothing_is_no_forecast():
    found = suggest_claims(
        "Former president Hamid Karzai had also been due to travel to Doha but stayed in Kabul.", published_on=DAY
    )

    assert {one.statement for one in found} == {
        "Former president Hamid Karzai had also been due to travel to Doha",
        "Former president Hamid Karzai stayed in Kabul",
    }
    assert "forecast" not in {one.kind for one in found}


@pytest.mark.parametrize(
    ("sentence", "certainty", "polarity"),
    [
        ("West will go to Doha.", "certain", "positive"),
        ("West is expected to go to Doha.", "probable", "positive"),
        ("West may go to Doha.", "possible", "positive"),
        ("West will not go to Doha.", "certain", "negative"),
        ("Pakistan reportedly helped them.", "probable", "positive"),
        ("Pakistan has not recognised them.", "certain", "negative"),
    ],
)
def test_how_sure_a_claim_sounds(sentence, certainty, polarity):
    [found] = suggest_claims(sentence, published_on=DAY)

    assert (found.certainty, found.polarity) == (certainty, polarity)
