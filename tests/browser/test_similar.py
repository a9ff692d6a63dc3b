"""“Already a claim?” follows what somebody types."""

from urllib.parse import urlencode

import pytest
from playwright.sync_api import expect

from tests.factories import FORETOLD, make_analyst, make_article, make_claim

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def reader(sit):
    """A page on which an analyst is logged in and every complaint of the browser fails the test."""
    return sit(make_analyst())


def test_claims_are_compared_while_the_statement_is_typed(reader):
    make_claim()
    query = urlencode({"quote": FORETOLD, "near": 0, "statement": "Wheat will cost more"})
    reader.goto(f"/articles/{make_article().pk}/claim/?{query}")
    statement, similar = reader.get_by_label("Statement"), reader.locator("#similar")
    expect(similar).to_be_empty()

    statement.clear()
    statement.press_sequentially("Muttaqi will travel to Islamabad")

    expect(similar).to_contain_text("Says the same")
    expect(statement).to_be_focused()
    reader.locator("#id_kind").select_option("event")
    expect(similar).to_contain_text("Related: one foretells what the other tells as done")
