"""The notice with the way to undo: it lies over nothing that is pressed next, in a real browser."""

from datetime import date

import pytest
from playwright.sync_api import expect

from tests.factories import ARRIVED, make_analyst, make_article, make_claim, make_suggestion

pytestmark = pytest.mark.django_db(transaction=True)

WORDS = "Muttaqi is due in Islamabad"
PHONE = {"width": 390, "height": 660}
SELECT = """words => {
  const walker = document.createTreeWalker(document.getElementById("article"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode() && !walker.currentNode.data.includes(words));
  const start = walker.currentNode.data.indexOf(words);
  getSelection().setBaseAndExtent(walker.currentNode, start, walker.currentNode, start + words.length);
}"""
# Whether all of an element in view is what a press there meets.
IS_FREE = """element => {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  const points = [[left + 4, top + 4], [right - 4, top + 4], [(left + right) / 2, bottom - 4]];
  return points.every(([x, y]) => y > innerHeight || element.contains(document.elementFromPoint(x, y)));
}"""


@pytest.fixture
def report():
    paragraphs = [f"Paragraph {number} tells of something else altogether." for number in range(40)]
    return make_article(
        "\n\n".join([*paragraphs, f"{WORDS}, they said.", *paragraphs]), published_on=date(2021, 11, 6)
    )


def link(page, claim, article):
    """Link the words to `claim` on the page that works without marking, which leads to them in the reader."""
    page.goto(f"{article.get_absolute_url()}evidence/?quote={WORDS}&claim={claim.number}")
    page.locator("[name=stance][value=context]").check()
    page.get_by_role("button", name="Save the link").click()
    expect(page.locator("[data-toast]")).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("size", [PHONE, {"width": 1280, "height": 700}])
def test_candidates_can_be_pressed_while_the_last_judgement_can_be_undone(page, sit, size):
    claim = make_claim()
    for day in range(6, 12):
        article = make_article(f"{ARRIVED} on Wednesday. He met Qureshi.", published_on=date(2021, 11, day))
        says = {"stance": "supports", "basis": "outcome"}
        make_suggestion("link", article=article, quote=ARRIVED, claim=claim, says=says)
    page.set_viewport_size(size)
    sit(make_analyst()).goto(f"{claim.get_absolute_url()}#candidates")

    page.locator("[data-does=reject]").first.click()

    expect(page.locator("#candidates [data-toast]")).to_be_in_viewport(ratio=1)
    seen = [each for each in page.locator("[data-candidate]").all() if each.is_visible()]
    assert all(each.evaluate(IS_FREE) for each in seen)


@pytest.mark.parametrize("size", [PHONE, {"width": 1280, "height": 700}, {"width": 920, "height": 700}])
def test_the_next_words_can_be_linked_while_the_last_link_can_be_undone(page, sit, report, size):
    page.set_viewport_size(size)
    sit(make_analyst())
    link(page, make_claim(), report)
    expect(page.locator(".passage").first).to_be_in_viewport(ratio=1)
    assert page.locator(".passage").first.evaluate(IS_FREE)

    page.evaluate(SELECT, "they said")
    page.get_by_role("button", name="Evidence for a claim").click()

    save = page.locator("#evidence-form").get_by_role("button", name="Save the link")
    expect(save).to_be_in_viewport(ratio=1)
    expect(page.locator("[data-toast]")).to_be_visible()
    assert save.evaluate(IS_FREE)
