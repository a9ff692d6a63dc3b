"""The days of a window that are typed while a claim is made."""

from datetime import date

import pytest
from playwright.sync_api import expect

from claims.models import Claim
from claims.vocabulary import WindowBasis
from tests.browser.reading import select
from tests.factories import make_analyst, make_article

pytestmark = pytest.mark.django_db(transaction=True)

WORDS = "Muttaqi will visit Islamabad"


@pytest.fixture
def form(sit):
    """The page on which a claim is made of marked words."""
    article = make_article(f"Officials met.\n\n{WORDS}, they said. Talks follow.", published_on=date(2021, 11, 6))
    page = sit(make_analyst())
    page.goto(article.get_absolute_url())
    page.wait_for_load_state()
    select(page, WORDS)
    page.keyboard.press("c")
    expect(page.get_by_label("Last day")).to_be_visible()
    return page


def basis(page):
    return page.get_by_label("Where it comes from")


def test_a_day_that_is_typed_is_the_analysts_and_one_taken_out_is_nobodys(form):
    optional = form.locator(".field:has([name=window_basis]) .optional")
    form.get_by_label("Last day").fill("2021-11-14")
    expect(basis(form)).to_have_value(WindowBasis.ANALYST)
    expect(optional).to_be_hidden()
    form.get_by_label("Last day").fill("")
    expect(basis(form)).to_have_value("")
    expect(optional).to_be_visible()
    form.get_by_label("Last day").fill("2021-11-14")

    form.keyboard.press("Control+Enter")

    expect(form.locator("#main").get_by_text("was made")).to_be_visible()
    claim = Claim.objects.get()
    assert (claim.window_end, claim.window_basis) == (date(2021, 11, 14), WindowBasis.ANALYST)


def test_what_was_chosen_stays_whatever_is_typed(form):
    basis(form).select_option(WindowBasis.STATED)
    form.get_by_label("Last day").fill("2021-11-14")
    form.get_by_label("Last day").fill("")

    expect(basis(form)).to_have_value(WindowBasis.STATED)


def test_a_window_that_ends_before_it_starts_is_refused_at_its_last_day(form):
    form.get_by_label("First day").fill("2021-11-14")
    form.get_by_label("Last day").fill("2021-11-07")

    form.keyboard.press("Control+Enter")

    expect(form.get_by_label("Last day")).to_be_focused()
    expect(form.get_by_text("The window ends before it starts.")).to_be_in_viewport(ratio=1)
    assert not Claim.objects.exists()
