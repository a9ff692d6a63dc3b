"""How many keys the common acts take, besides the words that one types; a link takes four (see test_linking)."""

import pytest
from playwright.sync_api import expect

from claims.models import Claim, Comment, Suggestion
from tests.browser.reading import Keyboard, read
from tests.factories import make_analyst, make_article, make_claim, make_reviewer
from tests.queue.suggesting import suggest_claim
from tests.queue.waiting import make_proposed

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_sentence_becomes_a_claim_in_three(sit):
    desk = sit(make_analyst())
    desk.goto(make_article("Muttaqi will visit Islamabad on Wednesday. Talks follow.").get_absolute_url())
    keys = Keyboard(desk)

    keys.press("j", "c")
    expect(desk.get_by_label("Statement")).to_be_focused()
    keys.press("Control+Enter")

    expect(desk.locator("mark.passage")).to_contain_text("Muttaqi will visit Islamabad")
    assert (keys.count, Claim.objects.count()) == (3, 1)


def test_a_suggestion_is_accepted_or_rejected_with_one(sit):
    desk = sit(make_analyst())
    for place, said in enumerate(("One", "Two", "Three")):
        suggest_claim(article=make_article(), statement=said, score=0.9 - place / 100)
    desk.goto("/queue/")
    keys, shown = Keyboard(desk), desk.locator(".suggestion .statement").first

    for key, following in (("y", "Two"), ("x", "Three")):
        read(desk)
        keys.press(key)
        expect(shown).to_have_text(following)

    states = list(Suggestion.objects.order_by("-score").values_list("state", flat=True))
    assert (keys.count, states) == (2, ["accepted", "rejected", "pending"])


def test_a_proposal_that_says_all_is_decided_in_two(sit):
    desk, claim = sit(make_reviewer()), make_proposed()
    desk.goto("/queue/proposals/")
    read(desk)
    keys = Keyboard(desk)

    keys.press("y")
    expect(desk.get_by_role("button", name="Decide", exact=True)).to_be_visible()
    keys.press("Control+Enter")

    expect(desk.get_by_text(f"{claim.label} is decided: confirmed.")).to_be_visible()
    assert keys.count == 2


def test_a_comment_is_sent_with_one(sit):
    desk, claim = sit(make_analyst()), make_claim()
    desk.goto(claim.get_absolute_url())
    desk.locator("#comments").get_by_label("Comment", exact=True).focus()
    desk.keyboard.type("One origin?")
    keys = Keyboard(desk)

    keys.press("Control+Enter")

    expect(desk.locator("#comments .comment-body")).to_have_text("One origin?")
    assert (keys.count, Comment.objects.count()) == (1, 1)
