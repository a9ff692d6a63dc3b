"""The way back and forth: what comes back is how things are now, and nothing is sent again by it."""

import pytest
from playwright.sync_api import expect

from claims.models import Claim, Suggestion
from claims.services import amending
from tests.browser.reading import read
from tests.factories import make_analyst, make_article, make_claim, make_reviewer
from tests.queue.suggesting import suggest_claim

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def desk(sit):
    """A page on which a reviewer is logged in and every complaint of the browser fails the test."""
    return sit(make_reviewer("rita"))


@pytest.fixture
def posts(page):
    """The addresses to which the page sent something."""
    sent = []
    page.on("request", lambda request: sent.append(request.url) if request.method == "POST" else None)
    return sent


def test_back_in_the_queue_waits_what_is_not_judged_and_nothing_is_judged_by_it(desk, posts):
    for place, said in enumerate(("One", "Two", "Three")):
        suggest_claim(article=make_article(), statement=said, score=0.9 - place / 100)
    shown = desk.locator(".suggestion .statement").first
    desk.goto("/queue/")
    read(desk)
    desk.keyboard.press("x")
    expect(shown).to_have_text("Two")

    desk.goto("/claims/")
    desk.go_back()
    expect(shown).to_have_text("Two")
    desk.go_back()
    expect(desk.get_by_role("heading", name="Desk", exact=True)).to_be_visible()
    desk.go_forward()
    expect(shown).to_have_text("Two")

    assert len(posts) == 1
    assert list(Suggestion.objects.order_by("-score").values_list("state", flat=True)) == [
        "rejected",
        "pending",
        "pending",
    ]


def test_back_at_a_list_it_says_what_was_changed_meanwhile(desk, posts):
    claim = make_claim(by=make_analyst())
    desk.goto("/claims/?state=open")
    desk.get_by_role("link", name=claim.statement).click()
    expect(desk.get_by_role("heading", name=claim.statement)).to_be_visible()

    amending.edit(claim=claim, values={"statement": "Muttaqi will fly to Doha"}, by=claim.created_by)
    desk.go_back()

    expect(desk.get_by_role("link", name="Muttaqi will fly to Doha")).to_be_visible()
    assert posts == []


def test_back_after_filters_the_list_and_its_fields_say_the_same(desk):
    make_claim(statement="Prices doubled in Herat", kind="event")
    make_claim()
    desk.goto("/claims/")
    words = desk.locator("form.filters [name=q]")
    words.fill("herat")
    words.press("Enter")
    expect(desk.get_by_role("link", name="Muttaqi will visit Islamabad")).to_have_count(0)

    desk.go_back()

    expect(desk.get_by_role("link", name="Muttaqi will visit Islamabad")).to_be_visible()
    expect(words).to_have_value("")
    desk.go_forward()
    expect(desk.get_by_role("link", name="Muttaqi will visit Islamabad")).to_have_count(0)
    expect(words).to_have_value("herat")


def test_back_after_an_act_its_form_is_gone_or_holds_what_is_stored(desk, posts):
    claim = make_claim(opened=False)
    desk.goto(claim.get_absolute_url())
    desk.goto(f"{claim.get_absolute_url()}reject/")
    desk.get_by_label("Why").fill("No claim.")
    desk.get_by_role("button", name="Reject the draft").click()
    expect(desk.get_by_text(f"{claim.label} was rejected.")).to_be_visible()

    desk.go_back()

    expect(desk.get_by_text("only a draft can be rejected")).to_be_visible()
    desk.go_back()
    expect(desk.locator(".facts, main .state").filter(has_text="Rejected").first).to_be_visible()
    assert len(posts) == 1
    assert Claim.objects.get().state == "rejected"


def test_who_logged_out_is_shown_nothing_by_the_way_back(desk):
    claim = make_claim()
    desk.goto(claim.get_absolute_url())
    desk.locator(".masthead details.menu summary").last.click()
    desk.get_by_role("button", name="Log out", exact=True).click()
    desk.wait_for_url("**/login/**")

    desk.go_back()

    expect(desk.get_by_label("Password")).to_be_visible()
    expect(desk.get_by_text(claim.statement)).to_have_count(0)
