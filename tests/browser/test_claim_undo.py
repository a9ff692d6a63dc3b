"""A claim made by mistake in the reader is taken back with one key."""

from datetime import date

import pytest
from playwright.sync_api import expect

from claims.models import Claim
from claims.vocabulary import State
from tests.browser.reading import select
from tests.factories import make_analyst, make_article

pytestmark = pytest.mark.django_db(transaction=True)

WORDS = "Muttaqi will visit Islamabad"


def test_one_key_takes_back_a_claim_just_made_and_marks_its_words_again(page, sit):
    article = make_article(f"Officials met.\n\n{WORDS}, they said.", published_on=date(2021, 11, 6))
    sit(make_analyst()).goto(article.get_absolute_url())
    select(page, WORDS)
    expect(page.locator("#marking-toolbar")).to_be_visible()
    page.keyboard.press("c")
    expect(page.get_by_label("Statement")).to_be_visible()
    page.keyboard.press("Control+Enter")
    expect(page.locator("[data-toast]")).to_contain_text("C-1 was made")

    page.keyboard.press("u")

    expect(page.locator("[data-toast]")).to_contain_text("C-1 was taken back. It stays on record as rejected.")
    expect(page.locator("#marking-toolbar")).to_be_visible()
    expect(page.locator(".passage")).to_have_count(0)
    assert Claim.objects.get().state == State.REJECTED
