"""Two people at one claim, each in a browser of their own: they see one another, and what the other does."""

import pytest
from playwright.sync_api import expect

from claims.models import Presence, User
from claims.services import comments
from tests.factories import make_analyst, make_claim, make_link, make_proposal, make_reviewer

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def short_interval(settings):
    settings.FACTCHECK_PULSE_SECONDS = 1


def place(locator):
    return locator.evaluate("element => element.getBoundingClientRect().top")


def test_two_people_see_one_another_and_what_the_other_decides(browser_of):
    alice, bob, claim = make_analyst("alice"), make_reviewer("bob"), make_claim()
    make_link(claim)
    make_proposal(claim)
    of_alice, of_bob = browser_of(alice), browser_of(bob)
    of_alice.goto(claim.get_absolute_url())
    log = of_alice.get_by_role("heading", name="Log")
    log.scroll_into_view_if_needed()
    of_alice.wait_for_load_state("networkidle")
    before = place(log)

    of_bob.goto(f"{claim.get_absolute_url()}decide/")

    expect(of_alice.locator(".presence")).to_contain_text("bob is deciding")
    expect(of_alice.locator("#status")).to_have_text("bob is deciding.")
    expect(of_bob.get_by_text("alice is here", exact=True)).to_be_visible()

    comments.make(claim=claim, body="One origin?", by=bob)

    card = of_alice.locator(".live-card")
    expect(card).to_be_in_viewport()
    expect(card).to_contain_text("bob commented, just now")
    expect(of_alice.locator("#status")).to_have_text("bob commented.")
    assert place(log) == before
    expect(of_bob.locator(".live-card")).to_have_count(0)

    card.get_by_role("button", name="Dismiss").press("Enter")

    expect(card).to_have_count(0)
    expect(of_alice.locator("#main")).to_be_focused()
    of_alice.wait_for_timeout(1500)
    expect(card).to_have_count(0)

    comments.make(claim=claim, body="It is.", by=bob)
    with of_alice.expect_navigation():
        card.get_by_role("button", name="Reload").click()
    expect(of_alice.get_by_text("It is.")).to_be_attached()
    expect(card).to_have_count(0)


def test_what_was_typed_stands_when_a_colleague_changes_the_claim(browser_of):
    alice, bob, claim = make_analyst("alice"), make_reviewer("bob"), make_claim()
    page = browser_of(alice)
    page.goto(f"{claim.get_absolute_url()}edit/")
    statement = page.get_by_label("Statement")
    statement.focus()
    page.keyboard.press("End")
    page.keyboard.type(" soon")

    make_link(claim, by=bob)

    card = page.locator(".live-card")
    expect(card).to_contain_text("bob linked a passage: supports")
    expect(card).to_contain_text("Saving may be refused, because of the change")
    expect(card.get_by_role("button", name="Reload")).to_be_hidden()
    expect(card.get_by_role("link", name="See it in a new tab")).to_be_visible()
    expect(statement).to_be_focused()
    expect(statement).to_have_value("Muttaqi will visit Islamabad soon")


def test_a_hidden_page_asks_nothing_and_asks_at_once_when_it_is_seen_again(browser_of):
    alice, bob, claim = make_analyst("alice"), make_reviewer("bob"), make_claim()
    page = browser_of(alice)
    page.goto(claim.get_absolute_url())
    asked = []
    page.on("request", lambda request: asked.append(request.url) if "/pulse/" in request.url else None)
    page.evaluate("""() => {
      Object.defineProperty(document, "hidden", { value: true, configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
    }""")
    page.wait_for_timeout(500)
    comments.make(claim=claim, body="One origin?", by=bob)
    asked.clear()

    page.wait_for_timeout(2500)
    while_hidden = list(asked)
    page.evaluate("""() => {
      delete document.hidden;
      document.dispatchEvent(new Event("visibilitychange"));
    }""")

    expect(page.locator(".live-card")).to_contain_text("bob commented", timeout=900)
    assert while_hidden == []


def test_who_was_logged_out_is_told_and_keeps_the_page(browser_of):
    alice, claim = make_analyst("alice"), make_claim()
    page = browser_of(alice)
    page.goto(claim.get_absolute_url())

    page.context.clear_cookies()

    expect(page.locator(".live-card")).to_contain_text("You are logged out.")
    expect(page.locator("#status")).to_contain_text("You are logged out.")
    expect(page.get_by_role("heading", name=claim.statement)).to_be_visible()


def test_switched_off_in_the_settings_a_person_is_not_seen(browser_of):
    alice, bob, claim = make_analyst("alice"), make_reviewer("bob"), make_claim()
    of_alice, of_bob = browser_of(alice), browser_of(bob)
    of_alice.goto("/settings/")
    of_alice.get_by_label("Show colleagues that I am at a claim or an article").uncheck()
    of_alice.get_by_role("button", name="Save").click()
    expect(of_alice.get_by_text("Your settings were saved.")).to_be_visible()
    of_alice.goto(claim.get_absolute_url())

    with of_bob.expect_response("**/pulse/**"):
        of_bob.goto(claim.get_absolute_url())

    with of_alice.expect_response("**/pulse/**"):
        of_alice.wait_for_timeout(2000)
    assert [row.user for row in Presence.objects.all()] == [User.objects.get(username="bob")]
    expect(of_alice.locator(".presence")).to_have_count(0)
