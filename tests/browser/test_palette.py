"""The quick search in a real browser."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.factories import make_analyst, make_article, make_claim

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def desk(sit):
    """A page on which an analyst is logged in and every complaint of the browser fails the test."""
    return sit(make_analyst())


def box(page):
    return page.get_by_role("combobox")


@pytest.mark.parametrize("key", ["Control+k", "/"])
def test_a_number_and_enter_land_on_the_claim_however_hasty(desk, key):
    make_claim(statement="Another claim")
    claim = make_claim()

    desk.keyboard.press(key)
    expect(box(desk)).to_be_focused()
    desk.keyboard.type(claim.label)
    desk.keyboard.press("Enter")

    expect(desk).to_have_url(re.compile(f"{claim.get_absolute_url()}$"))


def test_words_of_a_text_and_enter_land_in_its_article(desk):
    article = make_article("The dockers' union met. Its leader denied that talks had ended.", title="Port")

    desk.keyboard.press("Control+k")
    desk.keyboard.type("dockers union denied")
    expect(desk.get_by_role("option").first).to_contain_text("Its leader denied that talks had ended.")
    desk.keyboard.press("Enter")

    expect(desk).to_have_url(re.compile(article.get_absolute_url()))


def test_arrows_choose_and_what_is_chosen_is_told(desk):
    make_claim(statement="Muttaqi will visit Islamabad")
    make_claim(statement="Muttaqi will visit Kabul")
    desk.get_by_role("button", name="Search").click()
    desk.keyboard.type("visit mutt")
    options = desk.get_by_role("option")
    expect(options.first).to_have_attribute("aria-selected", "true")

    desk.keyboard.press("ArrowDown")
    expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    expect(box(desk)).to_have_attribute("aria-activedescendant", options.nth(1).get_attribute("id"))
    desk.keyboard.press("ArrowUp")
    desk.keyboard.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    expect(options.last).to_have_text("Search all articles for “visit mutt”")
    desk.keyboard.press("Escape")

    expect(desk.locator("#palette")).to_be_hidden()
    expect(desk.get_by_role("button", name="Search")).to_be_focused()


def test_what_was_opened_lately_is_offered_before_anything_is_typed(desk):
    claim, article = make_claim(), make_article(title="Talks in Doha")
    for row in (claim, article):
        desk.goto(row.get_absolute_url())
    desk.goto("/")

    desk.keyboard.press("Control+k")

    lately = desk.get_by_role("group", name="Opened lately").get_by_role("option")
    expect(lately).to_have_count(2)
    expect(lately.first).to_contain_text("Talks in Doha")
    desk.keyboard.press("ArrowDown")
    desk.keyboard.press("Enter")
    expect(desk).to_have_url(re.compile(f"{claim.get_absolute_url()}$"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_open_search_is_accessible(desk, scheme):
    make_claim()
    desk.emulate_media(color_scheme=scheme)
    desk.keyboard.press("Control+k")
    desk.keyboard.type("mutt")
    expect(desk.get_by_role("option").first).to_contain_text("Muttaqi")

    assert Axe().run(desk).response["violations"] == []


def test_without_scripts_the_masthead_leads_to_a_page_of_results(browser_of):
    claim = make_claim()
    page = browser_of(make_analyst(), java_script_enabled=False)

    page.get_by_role("searchbox", name="Search").fill("muttaqi")
    page.keyboard.press("Enter")
    page.get_by_role("link", name=claim.statement).click()

    expect(page).to_have_url(re.compile(f"{claim.get_absolute_url()}$"))
