"""An article changes, another is withdrawn, two claims are one: each is looked at before it is done."""

from datetime import date

import pytest
from playwright.sync_api import expect

from claims.vocabulary import AnchorMethod, Standing
from tests.browser.reading import log_in
from tests.factories import ARRIVED, make_analyst, make_article, make_claim, make_link, make_reviewer

pytestmark = pytest.mark.django_db(transaction=True)
PADDING = "\n\n".join(f"Paragraph {number} of background says what it said." for number in range(6))
OLD = f"{ARRIVED} on Wednesday with an 11-member team.\n\n{PADDING}"
NEW = f"{ARRIVED} on Wednesday with a 12-member team.\n\n{PADDING}\n\nTalks follow."


@pytest.fixture
def article():
    return make_article(OLD, published_on=date(2021, 11, 10), name="arrival.txt")


@pytest.fixture
def desk(page):
    """A page on which a reviewer works and every complaint of the browser fails the test."""
    complaints = log_in(page, make_reviewer())
    yield page
    assert complaints == []


def test_changed_text_is_imported_read_word_by_word_and_its_link_re_affirmed(desk, article):
    claim = make_claim(statement="Eleven will come")
    link = make_link(claim, article=article, quote="an 11-member team")

    desk.goto("/articles/import/")
    desk.locator("textarea[name=text]").fill(NEW)
    desk.locator("input[name=name]").fill("arrival.txt")
    desk.locator("form:has(textarea[name=text]) button.primary").click()
    expect(desk.get_by_text("1 link is suspended")).to_be_visible()
    desk.goto(article.get_absolute_url())
    desk.get_by_role("link", name="What changed").click()
    desk.get_by_role("link", name="What changed in version 2").click()
    expect(desk.locator(".diff del")).to_contain_text("an 11")
    expect(desk.locator(".diff ins").first).to_contain_text("a 12")
    desk.locator(".diff summary").click()
    expect(desk.get_by_text("Paragraph 3 of background")).to_be_visible()
    desk.get_by_role("link", name=f"Re-affirm the link to {claim.label}").click()
    desk.get_by_role("textbox", name="The words that stand for it").fill("a 12-member team")
    desk.locator("form.sheet [name=reason]").fill("One more came along; the claim stands.")
    desk.locator("form.sheet button.primary").click()
    expect(desk.get_by_role("heading", name="Eleven will come")).to_be_visible()

    anchor = link.passage.anchors.get(version__number=2)
    assert NEW[anchor.start : anchor.end] == "a 12-member team"
    assert anchor.method == AnchorMethod.MANUAL


def test_withdrawal_is_foretold_and_what_rested_on_the_article_stays_on_its_page(desk, article):
    claim = make_claim()
    make_link(claim, article=article, quote=ARRIVED)

    desk.goto(article.get_absolute_url())
    desk.get_by_role("link", name="Change standing").click()
    foretold = desk.locator(".effects-list li")
    expect(foretold).to_contain_text(claim.label)
    expect(foretold).to_contain_text("Outcome reported → to Single source")
    desk.get_by_role("radio", name="Withdrawn").check()
    desk.get_by_label("What the outlet did").fill("Taken down on 12 November.")
    desk.get_by_role("button", name="Save").click()

    desk.get_by_text("What rested on it when it was marked withdrawn: 1 claim").click()
    expect(desk.locator(".rested .effects-list li")).to_contain_text("Single source")
    article.refresh_from_db()
    assert article.standing == Standing.WITHDRAWN


def test_merge_is_foretold_as_the_claim_that_stays_is_chosen(desk):
    alice = make_analyst()
    claim, into = make_claim(by=alice), make_claim(by=alice, statement="The minister will come")
    make_link(claim)

    desk.goto(f"/claims/{claim.number}/merge/")
    desk.get_by_label("The claim that stays").fill(into.label)
    desk.locator(f"[name=claim][value='{into.number}']").check()
    foretold = desk.locator("#effects .effects-list li")
    expect(foretold).to_have_count(2)
    expect(foretold.nth(1)).to_contain_text("Outcome reported")
    expect(desk.locator(f"[name=claim][value='{into.number}']")).to_be_focused()
    claim.refresh_from_db()
    assert claim.state == "open"

    desk.get_by_label("Why both are the same").fill("The same visit.")
    desk.get_by_role("button", name="Merge").click()
    expect(desk.get_by_role("heading", name="The minister will come")).to_be_visible()
    claim.refresh_from_db()
    assert claim.merged_into == into
