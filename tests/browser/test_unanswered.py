"""No answer comes, or comes late: the page says so where one looks, and nothing typed or marked is lost."""

from datetime import date

import pytest
from playwright.sync_api import expect

from tests.browser.reading import select
from tests.factories import make_analyst, make_article, make_claim
from tests.queue.suggesting import suggest_claim

pytestmark = pytest.mark.django_db(transaction=True)

WORDS = "Muttaqi will visit Islamabad"
NO_ANSWER = "The server did not answer."
SAVED_ONCE = f"{NO_ANSWER[:-1]}. Try again: what it has saved already, it does not save twice."


@pytest.fixture
def reader(sit):
    """The reader of an article, with words marked."""
    article = make_article(f"Officials met.\n\n{WORDS}, they said. Talks follow.", published_on=date(2021, 11, 6))
    page = sit(make_analyst())
    page.goto(article.get_absolute_url())
    select(page, WORDS)
    expect(page.locator("#marking-toolbar")).to_be_visible()
    return page


def fail(page, status=502):
    """Let every request of the page's scripts fail, and return what lets them through again."""
    page.route("**/*", lambda route: route.fulfill(status=status, body="<p>Bad gateway</p>"))
    return lambda: page.unroute("**/*")


def test_a_form_that_does_not_come_leaves_the_words_marked_and_the_address_alone(reader, complaints):
    mend = fail(reader)

    reader.keyboard.press("c")
    expect(reader.get_by_role("alert")).to_contain_text(f"{NO_ANSWER} Try again.")
    expect(reader.get_by_role("alert")).to_be_in_viewport()
    expect(reader.locator("#marking-toolbar")).to_be_visible()
    expect(reader.locator("#article")).to_be_focused()
    assert "panel=" not in reader.url
    complaints.clear()  # of the server
    mend()
    reader.keyboard.press("c")

    expect(reader.get_by_label("Statement")).to_be_visible()
    expect(reader.get_by_role("alert")).to_have_count(0)


@pytest.mark.parametrize("offline", [True, False])
def test_a_claim_that_is_not_saved_stays_in_the_form_which_says_so_at_the_button(reader, complaints, offline):
    reader.keyboard.press("c")
    reader.get_by_label("Statement").fill("The minister will come")
    mend = (
        (reader.context.set_offline(True), lambda: reader.context.set_offline(False))[1] if offline else fail(reader)
    )

    reader.keyboard.press("Control+Enter")
    expect(reader.locator(".form-actions [role=alert]")).to_contain_text(SAVED_ONCE)
    expect(reader.locator(".form-actions [role=alert]")).to_be_in_viewport(ratio=1)
    expect(reader.get_by_label("Statement")).to_have_value("The minister will come")
    complaints.clear()  # of the network
    mend()
    reader.keyboard.press("Control+Enter")

    expect(reader.locator("#main").get_by_text("was made: The minister will come")).to_be_visible()


def test_a_comment_that_is_not_saved_says_so_and_stays(sit, complaints):
    page = sit(make_analyst())
    page.goto(make_claim().get_absolute_url())
    box = page.locator(".comment-form textarea").first
    box.fill("Is this the same visit?")
    fail(page)

    box.press("Control+Enter")

    expect(page.get_by_role("alert")).to_contain_text(SAVED_ONCE)
    expect(box).to_have_value("Is this the same visit?")
    complaints.clear()  # of the server


def test_a_form_that_comes_late_is_announced_in_its_place_at_once(reader):
    held = []
    reader.route("**/claim/**", lambda route: held.append(route))

    reader.keyboard.press("c")
    expect(reader.locator("#panel").get_by_text("New claim")).to_be_visible()
    expect(reader.locator("#panel")).to_contain_text("Loading…")
    expect(reader.locator("#panel")).to_have_attribute("aria-busy", "true")
    held[0].continue_()

    expect(reader.get_by_label("Statement")).to_be_visible()
    expect(reader.get_by_text("Loading…", exact=True)).to_have_count(0)
    expect(reader.locator("#panel")).not_to_have_attribute("aria-busy", "true")


def test_a_form_that_is_closed_before_it_came_does_not_come(reader):
    held = []
    reader.route("**/claim/**", lambda route: held.append(route))
    reader.keyboard.press("c")
    expect(reader.get_by_text("Loading…", exact=True)).to_be_visible()

    reader.keyboard.press("Escape")
    expect(reader.locator("#marking-toolbar")).to_be_visible()
    with reader.expect_response("**/claim/**"):
        held[0].continue_()
    reader.wait_for_timeout(300)

    expect(reader.locator("#panel")).to_be_empty()
    assert "panel=" not in reader.url


def test_who_may_no_longer_judge_is_told_so_and_the_queue_stays(sit):
    suggestion = suggest_claim()
    analyst = make_analyst()
    page = sit(analyst)
    page.goto("/queue/")
    analyst.groups.clear()
    page.wait_for_timeout(400)  # the queue takes nothing before it can have been read

    page.keyboard.press("x")

    expect(page.locator("#queue [role=alert]")).to_contain_text("You may not do this: ")
    expect(page.locator("h1")).to_have_text("Queue")
    expect(page.get_by_role("heading", name="Is this a claim to check?")).to_be_visible()
    suggestion.refresh_from_db()
    assert suggestion.is_pending


def test_a_part_that_is_gone_is_said_to_be(reader, complaints):
    gone = reader.request.get("/articles/0/claim/")
    reader.route("**/claim/**", lambda route: route.fulfill(status=gone.status, body=gone.text()))

    reader.keyboard.press("c")

    expect(reader.get_by_role("alert")).to_contain_text("There is no such page: ")
    complaints.clear()  # of the server
    expect(reader.locator("#marking-toolbar")).to_be_visible()


def test_the_words_that_no_answer_came_are_put_away_and_the_focus_stays_in_the_form(reader, complaints):
    reader.keyboard.press("c")
    expect(reader.get_by_label("Statement")).to_be_visible()
    fail(reader)
    reader.keyboard.press("Control+Enter")
    alert = reader.get_by_role("alert")

    alert.get_by_role("button", name="Close").click()

    expect(alert).to_have_count(0)
    expect(reader.get_by_role("button", name="Make the claim")).to_be_focused()
    complaints.clear()  # of the server
