"""Comments in a real browser: a colleague is named while one types, told in the inbox, and led to the very place."""

import pytest
from playwright.sync_api import expect

from claims.models import Comment
from tests.factories import make_analyst, make_claim, make_link, make_reviewer

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_mention_leads_through_the_inbox_to_the_comment(sit):
    alice, bob, claim = make_analyst("alice"), make_reviewer("bob"), make_claim()
    make_reviewer("bodo")
    quiet = sit(alice)
    quiet.goto(claim.get_absolute_url())

    quiet.locator("#comments").get_by_label("Comment", exact=True).click()
    quiet.keyboard.type("Is this one origin, @bo")
    expect(quiet.get_by_role("option")).to_have_text(["@bob", "@bodo"])
    quiet.keyboard.press("ArrowDown")
    expect(quiet.get_by_role("option", name="bodo")).to_have_attribute("aria-selected", "true")
    quiet.keyboard.press("ArrowUp")
    quiet.keyboard.press("Enter")
    expect(quiet.get_by_role("listbox")).to_have_count(0)
    quiet.keyboard.type("? /gd")
    quiet.keyboard.press("Control+Enter")

    made = quiet.locator("#comments .comment")
    expect(made).to_be_focused()
    expect(made.locator(".comment-body")).to_have_text("Is this one origin, @bob ? /gd")
    expect(quiet.locator("#comments h2 .count")).to_have_text("1")
    comment = Comment.objects.get()

    sit(bob)
    expect(quiet.locator(".nav a[href='/inbox/'] .count")).to_contain_text("1")
    quiet.locator(".nav a[href='/inbox/']").click()
    quiet.get_by_role("link", name=str(claim)).click()

    quiet.wait_for_url(f"**{claim.get_absolute_url()}#comment-{comment.pk}")
    expect(quiet.locator(f"#comment-{comment.pk}")).to_be_in_viewport()
    expect(quiet.locator(".nav a[href='/inbox/'] .count")).to_have_count(0)

    quiet.locator(".reply summary").click()
    reply = quiet.get_by_label("Reply", exact=True)
    reply.fill("It is. @nemo")
    quiet.get_by_role("button", name="Send the reply").click()
    expect(quiet.get_by_text("Nobody here is called @nemo.")).to_be_visible()
    expect(reply).to_be_focused()
    expect(reply).to_have_value("It is. @nemo")
    reply.fill("It is.")
    quiet.get_by_role("button", name="Send the reply").click()
    expect(quiet.locator(".replies .comment-body")).to_have_text("It is.")
    expect(quiet.locator(".replies .comment")).to_be_focused()

    quiet.get_by_role("button", name="Mark as done").click()
    expect(quiet.get_by_role("button", name="Open again")).to_be_visible()
    expect(quiet.locator(".thread[data-done]")).to_be_focused()
    quiet.goto(f"{claim.get_absolute_url()}#comment-{comment.pk}")
    expect(quiet.locator(f"#comment-{comment.pk}")).to_be_in_viewport()


def test_a_passage_is_talked_about_on_its_card(sit):
    alice, claim = make_analyst("alice"), make_claim()
    link = make_link(claim)
    quiet = sit(alice)
    quiet.set_viewport_size({"width": 390, "height": 800})
    quiet.goto(claim.get_absolute_url())
    card = quiet.locator(f"#link-{link.pk}")

    card.get_by_text("Comment", exact=True).click()
    card.get_by_label("Comment", exact=True).fill("Who says so? @ali")
    expect(quiet.get_by_role("listbox")).to_have_count(0)
    card.get_by_label("Comment", exact=True).press_sequentially("c")
    expect(quiet.get_by_role("option")).to_have_text(["@alice"])
    quiet.keyboard.press("Escape")
    expect(quiet.get_by_role("listbox")).to_have_count(0)
    card.get_by_label("Comment", exact=True).press_sequentially("e")
    quiet.get_by_role("option").click()
    card.get_by_role("button", name="Comment").click()

    expect(card.locator(".comment-body")).to_have_text("Who says so? @alice")
    expect(card.locator(".comments-fold summary .count")).to_have_text("1")
    assert quiet.evaluate("document.documentElement.scrollWidth - innerWidth") == 0
    assert Comment.objects.get().thread.passage == link.passage
