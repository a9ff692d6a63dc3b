"""A claim that stands already is not made again unasked, and what is read of the words is there to be corrected."""

from datetime import date

import pytest
from playwright.sync_api import expect

from claims.models import Claim
from tests.browser.reading import select
from tests.factories import make_analyst, make_article, make_claim

pytestmark = pytest.mark.django_db(transaction=True)

WORDS = "Muttaqi will visit Islamabad by 20 November"


@pytest.fixture
def article():
    return make_article(f"Officials met.\n\nMinister Ingrid Soll said that {WORDS}. Talks follow.")


@pytest.fixture
def form(sit, article):
    """A page with the form for a claim of the words."""
    page = sit(make_analyst())
    page.goto(article.get_absolute_url())
    page.wait_for_load_state()
    select(page, WORDS)
    page.keyboard.press("c")
    expect(page.locator("#claim-form [name=statement]")).to_be_focused()
    return page


def test_window_and_speaker_of_the_words_are_in_the_form_and_are_saved(form):
    expect(form.get_by_label("Last day")).to_have_value("2021-11-20")
    expect(form.get_by_text("Read from “20 November”.")).to_be_visible()
    expect(form.get_by_label("Speaker", exact=False).first).to_have_value("Ingrid Soll")

    form.keyboard.press("Control+Enter")
    expect(form.locator(".messages").get_by_text("was made")).to_be_visible()

    claim = Claim.objects.get()
    assert (claim.window_end, claim.links.get().passage.speaker) == (date(2021, 11, 20), "Ingrid Soll")


def test_the_same_claim_again_waits_for_a_tick_that_takes_the_focus(form):
    standing = make_claim(statement=WORDS)

    form.keyboard.press("Control+Enter")
    tick = form.get_by_label("Make another one all the same")
    expect(tick).to_be_focused()
    expect(tick).to_be_in_viewport()
    expect(form.get_by_text(f"{standing.label} says this in the same words")).to_be_in_viewport()
    assert Claim.objects.get() == standing
    form.keyboard.press("Space")
    form.keyboard.press("Control+Enter")

    expect(form.locator(".messages").get_by_text("was made")).to_be_visible()
    assert Claim.objects.count() == 2
