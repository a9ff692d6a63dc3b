"""What `suggest_claims` offers on the reports of the starter corpus that foretell one visit, and on others."""

import io
import json
from pathlib import Path

import pytest
from django.core.management import call_command

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
ANI, REPUBLIC = "2021-11-07-ani-muttaqi-likely-to-visit", "2021-11-07-muttaqi-expected-in-islamabad"
TDI, AFP = "2021-11-09-pakistan-envoy-telephones-muttaqi", "2021-11-10-us-envoy-to-meet-taliban-in-pakistan"
OPEN = {"start": None, "end": None}
DAYS_TO_COME, SOON = (
    OPEN | {"text": "the coming days", "value": "PXD"},
    OPEN | {"text": "soon", "value": "FUTURE_REF"},
)
THURSDAY = {"start": "2021-11-11", "end": "2021-11-11", "text": "Thursday", "value": "2021-11-11"}


def suggested(name):
    out = io.StringIO()
    call_command("suggest_claims", str(SEEDS / f"{name}.txt"), json=True, stdout=out)
    return json.loads(out.getvalue())


def offered(name, words):
    [one] = [one for one in suggested(name) if words in one["quote"]]
    return one


@pytest.mark.parametrize(
    ("name", "words", "statement", "certainty", "window", "chain"),
    [
        (
            ANI,
            "is likely to visit Islamabad",
            "Amir Khan Muttaqi will visit Islamabad",
            "probable",
            DAYS_TO_COME,
            ["ANI", "The Express Tribune", "official sources"],
        ),
        (
            ANI,
            "visit was on the cards",
            "Muttaqi will visit Islamabad",
            "probable",
            None,
            ["ANI", "The Express Tribune", "official sources"],
        ),
        (
            REPUBLIC,
            "is expected to visit Islamabad",
            "Amir Khan Muttaqi will visit Islamabad",
            "probable",
            None,
            ["ANI", "The Express Tribune", "sources"],
        ),
        (
            REPUBLIC,
            "Muttaqi will visit Islamabad at the head",
            "Muttaqi will visit Islamabad",
            "certain",
            None,
            ["ANI", "The Express Tribune", "sources"],
        ),
        (
            TDI,
            "is expected to visit Pakistan",
            "The Taliban's interim Foreign Minister will visit Pakistan",
            "probable",
            SOON,
            [],
        ),
        (
            AFP,
            "conference in Islamabad",
            "Amir Khan Muttaqi will attend Thursday's “troika plus” conference in Islamabad",
            "certain",
            THURSDAY,
            ["AFP", "senior official of the Pakistani government"],
        ),
    ],
)
def test_the_visit_is_offered_from_each_report_that_foretells_it(name, words, statement, certainty, window, chain):
    one = offered(name, words)

    assert (one["kind"], one["polarity"], one["certainty"]) == ("forecast", "positive", certainty)
    assert (one["statement"], one["window"], one["chain"]) == (statement, window, chain)


@pytest.mark.parametrize(
    ("name", "words"), [(ANI, "likely to visit"), (REPUBLIC, "expected to visit"), (TDI, "Pakistan soon")]
)
def test_the_visit_is_offered_first_of_its_report(name, words):
    assert words in suggested(name)[0]["quote"]


def test_who_says_it_is_anonymous_and_the_outlet_itself_is_no_hand():
    one = offered(AFP, "conference in Islamabad")

    assert (one["speaker"], one["speaker_kind"]) == ("senior official of the Pakistani government", "anonymous")
    assert "Republic World" not in offered(REPUBLIC, "is expected to visit Islamabad")["chain"]


@pytest.mark.parametrize(
    ("name", "words", "statement"),
    [
        (ANI, "will accompany him", "Several senior Taliban officials will accompany Amir Khan Muttaqi"),
        (ANI, "his first visit", "It will be Amir Khan Muttaqi’s first visit to Pakistan"),
        (
            TDI,
            "they will discuss",
            "Several senior Taliban officials will discuss a number of issues with the Pakistani authorities",
        ),
        (TDI, "It is campaigning", "Pakistan is campaigning for the world to engage with the Taliban"),
        (AFP, "plans to travel", "West will travel to Russia and to India"),
    ],
)
def test_a_pronoun_is_named_where_the_report_leaves_no_choice(name, words, statement):
    assert statement in [one["statement"] for one in suggested(name) if words.split()[-1] in one["quote"]]
