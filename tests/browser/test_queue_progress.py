"""What goes on by itself in the queue, and what must not: the numbers follow each judgement, an open form stays."""

import pytest
from playwright.sync_api import expect

from claims.models import Article, Link, Suggestion
from tests.browser.reading import read
from tests.factories import make_article, make_reviewer
from tests.queue.suggesting import suggest_claim
from tests.queue.waiting import make_stale_link, make_undated

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def desk(sit):
    """A page on which a reviewer is logged in and every complaint of the browser fails the test."""
    return sit(make_reviewer("rita"))


def press(page, key):
    """Press `key` once what is shown may have been read."""
    read(page)
    page.keyboard.press(key)


def test_menu_tab_and_place_follow_each_judgement(desk):
    for number in range(3):
        suggest_claim(article=make_article(), statement=f"Statement {number}", score=0.9 - number / 10)
    desk.goto("/queue/")
    menu = desk.get_by_role("navigation", name="Main").get_by_role("link", name="Queue")
    expect(menu).to_contain_text("3 waiting: 3 suggestions")

    for left, place in ((2, "2 of 3 · 1 judged today"), (1, "3 of 3 · 2 judged today")):
        press(desk, "x")
        expect(desk.locator(".queue-place p")).to_have_text(place)
        expect(desk.locator("#suggestion-title")).to_be_focused()
        expect(menu).to_contain_text(f"{left} waiting:")
        expect(desk.locator(".queue-tabs [aria-current] .count")).to_have_text(str(left))
    press(desk, "x")

    expect(menu).to_have_text("Queue")


@pytest.mark.parametrize(
    ("make", "address"),
    [(suggest_claim, "/queue/"), (make_stale_link, "/queue/stale/"), (make_undated, "/queue/undated/")],
)
def test_nothing_goes_on_while_a_form_is_open(desk, make, address):
    make()
    make()
    desk.goto(address)
    press(desk, "y" if make is make_stale_link else "e")
    expect(desk.locator(".suggestion-form")).to_be_visible()
    form, typed = desk.url, desk.locator(".suggestion-form textarea, .suggestion-form [name=reason]").last
    typed.fill("Half a sen")

    desk.evaluate("document.activeElement.blur()")
    for key in ("y", "x", "s", "n", "p", "u", "e", "l"):
        press(desk, key)

    assert desk.url == form
    expect(typed).to_have_value("Half a sen")
    assert not Suggestion.objects.judged().exists()
    assert not Link.objects.exclude(withdrawn_at=None).exists()
    assert Article.objects.without_date().count() == (2 if make is make_undated else 0)
