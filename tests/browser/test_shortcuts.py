"""Shortcuts in a real browser: what is printed is bound, and none comes where it is not wanted."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.factories import make_analyst, make_article, make_reviewer

pytestmark = pytest.mark.django_db(transaction=True)

FOREIGN = """for (const [key, code] of [["п", "KeyG"], ["с", "KeyC"]]) {
  document.body.dispatchEvent(new KeyboardEvent("keydown", { key, code, bubbles: true, cancelable: true }));
}"""


@pytest.fixture
def desk(sit):
    """A page on which an analyst is logged in and every complaint of the browser fails the test."""
    return sit(make_analyst())


def sheet(page):
    return page.get_by_role("dialog", name="Keyboard shortcuts")


def switch_off(page):
    page.keyboard.press("?")
    page.get_by_role("switch").uncheck()
    page.keyboard.press("Escape")


def test_the_keys_that_the_sheet_prints_do_what_it_says(desk):
    desk.keyboard.press("?")
    rows = desk.locator("[data-scope=everywhere] [data-shortcut]:visible")
    printed = {row.locator("dd").inner_text(): row.locator("kbd").all_inner_texts() for row in rows.all()}
    for words, path in (("the articles", "/articles/"), ("the claims", "/claims/"), ("the queue", "/queue/")):
        desk.goto("/")
        for key in printed[f"Go to {words}"]:
            desk.keyboard.press(key)
        expect(desk).to_have_url(re.compile(f"{path}$"))


def test_the_sheet_begins_with_what_works_on_the_page_and_is_accessible(desk):
    desk.goto(make_article().get_absolute_url())
    desk.keyboard.press("?")
    groups = sheet(desk).locator("section")

    expect(groups.first).to_have_attribute("data-scope", "reader")
    expect(groups.first.get_by_text("Begin or end marking words")).to_be_visible()
    expect(groups.last).to_have_class(re.compile("is-elsewhere"))
    assert Axe().run(desk).response["violations"] == []


def test_shortcuts_that_were_switched_off_do_nothing_are_not_printed_and_stay_off_for_this_person(desk):
    switch_off(desk)
    desk.reload()

    for key in ("g", "c", "/", "?"):
        desk.keyboard.press(key)
    expect(desk).to_have_url(re.compile(r"/$"))
    expect(desk.locator("dialog[open]")).to_have_count(0)
    expect(desk.locator(".foot kbd")).to_be_hidden()
    desk.keyboard.press("Control+k")
    expect(desk.get_by_role("combobox")).to_be_focused()
    desk.goto(make_article().get_absolute_url())
    desk.keyboard.press("m")
    assert not desk.evaluate("CSS.highlights.has('caret')")


def test_another_person_in_the_same_browser_keeps_their_shortcuts(sit, desk):
    switch_off(desk)
    sit(make_reviewer())

    desk.keyboard.press("g")
    desk.keyboard.press("c")

    expect(desk).to_have_url(re.compile("/claims/$"))


def test_no_shortcut_comes_while_one_types_nor_with_another_key_held_down(desk):
    desk.goto("/search/")
    desk.get_by_role("searchbox").last.focus()
    desk.keyboard.type("gc?/")
    expect(desk.get_by_role("searchbox").last).to_have_value("gc?/")
    desk.get_by_role("heading", name="Search").click()
    for keys in (("Alt+g", "Alt+c"), ("Shift+G", "Shift+C"), ("g", "Control+Shift+C")):
        for key in keys:
            desk.keyboard.press(key)

    expect(desk).to_have_url(re.compile("/search/$"))
    expect(desk.locator("dialog[open]")).to_have_count(0)


def test_a_keyboard_of_another_script_has_the_same_places(desk):
    desk.evaluate(FOREIGN)

    expect(desk).to_have_url(re.compile("/claims/$"))
