"""The reports of the starter corpus that foretell Muttaqi's visit, and one that tells what came of another."""

from datetime import date
from pathlib import Path

import pytest

from claims.text.article_text import read_article
from claims.text.claiming.suggest import suggest_claims
from claims.text.hints import Hints
from claims.text.normalise import normalise

SEEDS = Path(__file__).resolve().parents[3] / "seeds"


def suggested(name):
    text = normalise((SEEDS / f"{name}.txt").read_text(encoding="utf-8"))
    published_on = read_article(text, hints=Hints(file_name=f"{name}.txt")).published_on
    return suggest_claims(text, published_on=published_on)


@pytest.mark.parametrize(
    ("name", "statement", "window", "chain"),
    [
        (
            "2021-11-07-ani-muttaqi-likely-to-visit",
            "Amir Khan Muttaqi will visit Islamabad",
            (None, None, "the coming days"),
            ["ANI", "The Express Tribune", "official sources"],
        ),
        (
            "2021-11-07-ani-muttaqi-likely-to-visit",
            "Muttaqi will visit Islamabad",
            None,
            ["ANI", "The Express Tribune", "official sources"],
        ),
        (
            "2021-11-07-muttaqi-expected-in-islamabad",
            "Amir Khan Muttaqi will visit Islamabad",
            None,
            ["ANI", "The Express Tribune", "sources"],
        ),
        (
            "2021-11-07-muttaqi-expected-in-islamabad",
            "Muttaqi will visit Islamabad",
            None,
            ["ANI", "The Express Tribune", "sources"],
        ),
        (
            "2021-11-09-pakistan-envoy-telephones-muttaqi",
            "The Taliban's interim Foreign Minister will visit Pakistan",
            (None, None, "soon"),
            [],
        ),
        (
            "2021-11-10-us-envoy-to-meet-taliban-in-pakistan",
            "Amir Khan Muttaqi will attend Thursday's “troika plus” conference in Islamabad",
            (date(2021, 11, 11), date(2021, 11, 11), "Thursday"),
            ["AFP", "senior official of the Pakistani government"],
        ),
    ],
)
def test_the_visit_is_suggested_from_every_report_that_foretells_it(name, statement, window, chain):
    found = [one for one in suggested(name) if one.statement == statement]

    assert found
    assert {one.kind for one in found} == {"forecast"}
    assert [link.name for link in found[0].chain] == chain
    assert (found[0].window and (found[0].window.start, found[0].window.end, found[0].window.text)) == window


@pytest.mark.parametrize(
    "name",
    [
        "2021-11-07-ani-muttaqi-likely-to-visit",
        "2021-11-07-muttaqi-expected-in-islamabad",
        "2021-11-09-pakistan-envoy-telephones-muttaqi",
    ],
)
def test_the_visit_comes_first(name):
    assert "will visit" in suggested(name)[0].statement


def test_that_karzai_stayed_is_no_forecast():
    found = [
        one for one in suggested("2021-07-18-afghan-and-taliban-negotiators-meet-in-doha") if "Karzai" in one.quote
    ]

    assert "Former president Hamid Karzai stayed in Kabul" in {one.statement for one in found}
    assert "forecast" not in {one.kind for one in found}


def test_the_withdrawal_has_its_last_day():
    found = suggested("2021-07-14-jaishankar-meets-atmar-in-dushanbe")

    [withdrawal] = [one for one in found if one.statement == "It will be finished by August 31"]
    assert (withdrawal.window.start, withdrawal.window.end) == (date(2021, 7, 14), date(2021, 8, 31))
    assert withdrawal.speaker == "United States"
