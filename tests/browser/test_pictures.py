"""The pictures of a claim and the calendar in a real browser: what they show is legible and reached by keyboard."""

from datetime import date

import pytest
from playwright.sync_api import expect

from claims.services.attribution import Attribution
from claims.vocabulary import Basis
from tests.factories import FORETOLD, make_analyst, make_article, make_claim, make_decision, make_link

pytestmark = pytest.mark.django_db(transaction=True)

LONG = "Ministry of Foreign Affairs and Overseas Development of the Islamic Republic"
OUTSIDE = """svg => [...svg.querySelectorAll("text")]
  .filter(text => getComputedStyle(text).visibility !== "hidden" && text.textContent.trim())
  .filter(text => {
    const box = text.getBBox(), room = svg.viewBox.baseVal;
    return box.x < room.x || box.x + box.width > room.x + room.width || box.y + box.height > room.y + room.height;
  }).map(text => text.textContent)"""
OVER_ITS_BOX = """svg => [...svg.querySelectorAll(".og-node")].flatMap(node => {
  const box = node.querySelector(".og-box").getBBox();
  return [...node.querySelectorAll(".og-name, .og-about")]
    .filter(text => text.getBBox().x + text.getBBox().width > box.x + box.width).map(text => text.textContent);
})"""
COVERED = """svg => {
  const boxes = [...svg.querySelectorAll(".og-name, .og-about, .og-heading, .og-count")]
    .map(text => [text.textContent, text.getBBox()]);
  // A line of letters is lower than the box that holds those of any script.
  const across = (a, b) => a.x < b.x + b.width && b.x < a.x + a.width;
  const meet = (a, b) => across(a, b) && a.y + 3 < b.y + b.height && b.y + 3 < a.y + a.height;
  return boxes.flatMap(([one, a], at) => boxes.slice(at + 1)
    .filter(([, b]) => meet(a, b)).map(([other]) => [one, other]));
}"""


@pytest.fixture
def desk(sit):
    return sit(make_analyst())


@pytest.fixture
def claim():
    claim = make_claim(attribution=Attribution("officials", "anonymous", ("ANI", "The Express Tribune")))
    for at, name in enumerate((LONG, "WWW MMMM WWWW MMMM", "Afghanistan's Taliban", "نيويورك تايمز العربية")):
        article = make_article(
            f"{FORETOLD}, paper {at} says on page {at}. More soon.", published_on=date(2021, 11, 8)
        )
        said = Attribution(name, "named_organisation", (f"Wire service of {name}",))
        make_link(claim, article=article, quote=FORETOLD, attribution=said, basis=Basis.EXPECTATION)
    make_link(claim)
    make_decision(claim, as_of=date(2021, 11, 12))
    return claim


@pytest.mark.parametrize(("width", "name"), [(1280, "wide"), (390, "narrow")])
def test_every_label_stands_in_its_place_and_covers_no_other(desk, claim, width, name):
    desk.set_viewport_size({"width": width, "height": 900})
    desk.goto(claim.get_absolute_url())
    timeline, graph = desk.locator(f".tl-{name}"), desk.locator(f".og-{name}")
    expect(timeline).to_be_visible()

    assert timeline.evaluate(OUTSIDE) == []
    assert graph.evaluate(OUTSIDE) == []
    assert graph.evaluate(COVERED) == []
    assert name == "narrow" or graph.evaluate(OVER_ITS_BOX) == []


def test_a_mark_is_read_when_the_keyboard_reaches_it_and_leads_to_its_card(desk, claim):
    link = claim.links.last()
    # Two smooth scrolls at once, to the mark and to the card, would race.
    desk.emulate_media(reduced_motion="reduce")
    desk.goto(claim.get_absolute_url())
    mark = desk.locator(f".tl-wide a[href='#link-{link.pk}']")

    mark.focus()
    expect(mark.locator(".tl-words")).to_be_visible()
    expect(desk.locator(".tl-wide .tl-hint")).to_be_hidden()
    desk.keyboard.press("Enter")

    expect(desk.locator(f"#link-{link.pk}")).to_be_in_viewport()


def test_a_source_that_publishes_nothing_leads_to_its_row_in_the_table(desk, claim):
    desk.goto(claim.get_absolute_url())

    desk.locator(".og-wide .og-node", has_text="officials").press("Enter")

    row = desk.locator("#origins-table tbody tr").first
    expect(row).to_be_visible()
    expect(row).to_contain_text("The Express Tribune")


def test_an_arrow_is_reached_by_keyboard_and_tells_who_had_it_from_whom(desk, claim):
    desk.goto(claim.get_absolute_url())
    arrow = desk.locator(".og-wide").get_by_role("link", name="ANI from The Express Tribune: 1 passage")

    # One box before it in the drawing, and then on by Tab alone.
    desk.locator("#origins .og-wide a").first.focus()
    for _ in range(desk.locator("#origins .og-wide a").count()):
        if arrow.evaluate("node => node === document.activeElement"):
            break
        desk.keyboard.press("Tab")

    expect(arrow).to_be_focused()
    assert arrow.locator(".og-line").evaluate("line => getComputedStyle(line).strokeWidth") == "3px"


def test_the_arrow_keys_go_from_day_to_day_of_the_month(desk, claim):
    desk.goto("/calendar/?month=2021-11")
    desk.get_by_role("link", name="Sunday 14 November").focus()

    visited = []
    for key in ("ArrowLeft", "ArrowUp", "Home", "End", "ArrowRight"):
        desk.keyboard.press(key)
        visited.append(
            desk.evaluate("document.activeElement.closest('td').querySelector('.cal-day').innerText.trim()")
        )

    assert visited == ["13", "6", "1", "7", "8"]


def test_on_a_phone_the_month_is_an_agenda_of_its_busy_days(desk, claim):
    desk.set_viewport_size({"width": 390, "height": 844})
    desk.goto("/calendar/?month=2021-11")

    expect(desk.locator(".cal td:visible")).to_have_count(2)
    desk.get_by_role("link", name="Sunday 14 November").click()

    expect(desk.get_by_role("heading", name="Due on 14 November 2021")).to_be_visible()
