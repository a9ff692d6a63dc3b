"""“Already a claim?” beside the form for a new one."""

from datetime import date

import pytest

from tests.factories import FORETOLD, make_analyst, make_article, make_claim

pytestmark = pytest.mark.django_db


@pytest.fixture
def ask(client):
    """What the form says of a statement, asked as htmx asks while somebody types."""
    client.force_login(make_analyst())
    article = make_article(published_on=date(2021, 11, 8))

    def asked(statement, **fields):
        query = {"quote": FORETOLD, "near": "0", "statement": statement, "kind": "forecast"} | fields
        page = client.get(f"/articles/{article.pk}/claim/", query, headers={"HX-Request": "true"})
        return page.content.decode().partition('id="similar"')[2].partition('<div class="field')[0]

    return asked


def test_claim_that_says_the_same_is_named_as_such(ask):
    claim = make_claim()

    notice = ask("Amir Khan Muttaqi will travel to Islamabad")

    assert "Already a claim?" in notice
    assert "Says the same" in notice
    assert f"claim={claim.number}" in notice


def test_related_claim_says_in_what_it_differs(ask):
    make_claim()

    notice = ask("Muttaqi will visit Pakistan")

    assert "Already a claim?" not in notice
    assert "Related: other places: Pakistan, Islamabad" in notice


def test_kind_that_is_chosen_decides_what_says_the_same(ask):
    make_claim()

    assert "Says the same" in ask("Muttaqi visits Islamabad")
    assert "Related: one foretells what the other tells as done" in ask("Muttaqi visits Islamabad", kind="event")


def test_statement_without_a_like_says_nothing(ask):
    make_claim()

    assert "<p>" not in ask("Wheat will cost twice as much in Kabul")


def test_statement_is_shown_as_text(ask):
    make_claim(statement="Muttaqi will visit <b>Islamabad</b>")

    assert "<b>" not in ask("Muttaqi will visit Islamabad")


@pytest.mark.parametrize("kind", ["", "nonsense", "\x00"])
def test_a_kind_that_there_is_not_does_no_harm(ask, kind):
    make_claim()

    assert "Muttaqi" in ask("Muttaqi will visit Islamabad", kind=kind)
