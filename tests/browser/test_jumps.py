"""The links to the parts of a long page stay in view, say where one is and lie over nothing, in a real browser."""

from datetime import date

import pytest
from playwright.sync_api import expect

from tests.factories import ARRIVED, make_analyst, make_article, make_claim, make_link, make_proposal, make_reviewer

pytestmark = pytest.mark.django_db(transaction=True)

PHONE, LAPTOP, LOW = ({"width": 390, "height": 800}, {"width": 1280, "height": 700}, {"width": 1280, "height": 400})
# Whether a press at the upper edge of an element, inside it, meets it.
IS_FREE = """element => {
  const { left, top } = element.getClientRects()[0];
  return element.contains(document.elementFromPoint(left + 4, top + 4));
}"""


@pytest.fixture
def claim():
    claim = make_claim()
    for day in range(8, 14):
        article = make_article(f"{ARRIVED} on Wednesday, said paper {day}.", published_on=date(2021, 11, day))
        make_link(claim, article=article, quote=ARRIVED)
    make_proposal(claim=claim, by=make_reviewer("rita"))
    return claim


def parts(page):
    return page.get_by_role("navigation", name="On this page")


def scroll_to(page, element):
    element.evaluate("element => element.scrollIntoView({ block: 'start', behavior: 'instant' })")


@pytest.mark.parametrize("size", [PHONE, LAPTOP])
def test_the_part_that_one_goes_to_is_marked_and_not_covered(page, sit, claim, size):
    page.set_viewport_size(size)
    sit(make_analyst()).goto(claim.get_absolute_url())
    expect(parts(page).locator("[aria-current]")).to_have_count(0)

    for name, heading in (("Evidence", "evidence-title"), ("Proposals", "assessments-title"), ("Log", "log-title")):
        parts(page).get_by_role("link", name=name).click()
        expect(parts(page).locator("[aria-current]")).to_have_text(name)
        expect(parts(page).get_by_role("link", name=name)).to_be_in_viewport(ratio=1)
        expect(page.locator(f"#{heading}")).to_be_in_viewport(ratio=1)
        assert page.locator(f"#{heading}").evaluate(IS_FREE)


def test_the_mark_goes_along_as_one_scrolls(page, sit, claim):
    sit(make_analyst()).goto(claim.get_absolute_url())

    for part, name in (("evidence", "Evidence"), ("comments", "Comments"), ("evidence", "Evidence")):
        scroll_to(page, page.locator(f"#{part}"))
        expect(parts(page).locator("[aria-current]")).to_have_text(name)


@pytest.mark.parametrize("size", [PHONE, LAPTOP])
def test_what_takes_the_focus_stays_where_it_is_and_is_not_covered(page, sit, claim, size):
    page.set_viewport_size(size)
    page.emulate_media(reduced_motion="reduce")  # scrolls at once, so that it can be asked for
    sit(make_analyst()).goto(claim.get_absolute_url(), wait_until="networkidle")
    scroll_to(page, page.locator("#assessments"))
    place = page.evaluate("scrollY")

    parts(page).get_by_role("link", name="Evidence").focus()
    assert page.evaluate("scrollY") == place

    for control in reversed(page.locator(".evidence-groups .link-card a:visible").all()[:6]):
        scroll_to(page, control)
        assert control.evaluate(IS_FREE)


def test_in_a_low_window_they_leave_room(page, sit, claim):
    page.set_viewport_size(LOW)
    sit(make_analyst()).goto(claim.get_absolute_url())

    scroll_to(page, page.locator("#assessments"))

    expect(parts(page)).not_to_be_in_viewport()


def test_the_outline_of_an_article_stays_in_view_on_a_phone_and_unfolds_over_the_text(page, sit):
    paragraphs = [f"Part {number} of the story tells of something else altogether." for number in range(60)]
    article = make_article("\n\n".join(paragraphs), published_on=date(2021, 11, 10))
    make_link(make_claim(), article=article, quote=paragraphs[50])
    make_link(make_claim(), article=article, quote=paragraphs[20])
    page.set_viewport_size(PHONE)
    sit(make_analyst()).goto(article.get_absolute_url())
    scroll_to(page, page.locator("#article [data-start]").nth(30))
    place = page.evaluate("scrollY")

    outline = page.get_by_role("navigation", name="Outline of the article")
    outline.locator("summary").press("Enter")
    expect(outline.get_by_role("link").last).to_be_visible()
    assert page.evaluate("scrollY") == place

    outline.get_by_role("link", name="Part 50").click()
    expect(outline.get_by_role("link").last).to_be_hidden()
    expect(page.locator("#article [data-start]").nth(50)).to_be_in_viewport(ratio=1)
    assert page.locator("#article [data-start]").nth(50).evaluate(IS_FREE)


def test_the_outline_is_folded_where_the_window_becomes_too_narrow_for_it(page, sit):
    article = make_article(
        "First part of it.\n\nSecond part of it.\n\nThird part of it.", published_on=date(2021, 11, 10)
    )
    for words in ("First part of it", "Third part of it"):
        make_link(make_claim(), article=article, quote=words)
    page.set_viewport_size(LAPTOP)
    sit(make_analyst()).goto(article.get_absolute_url())
    entry = page.get_by_role("navigation", name="Outline of the article").get_by_role("link").first
    expect(entry).to_be_visible()

    page.set_viewport_size(PHONE)

    expect(entry).to_be_hidden()
