"""The queue in a real browser: keys, focus, and what a press in haste must not do."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from claims.models import Claim, Suggestion
from tests.browser.held import Held
from tests.browser.reading import read, read_drawn
from tests.factories import FORETOLD, make_analyst, make_article
from tests.queue.suggesting import SUGGEST, suggest_claim, suggest_link

pytestmark = pytest.mark.django_db(transaction=True)

SEEN = 100  # milliseconds after which the page has noticed what is in sight
# From within the page: a slow machine would press later than in haste.
PRESS_AS_THE_NEXT_ARRIVES = """() => document.addEventListener("htmx:after:swap", () => setTimeout(() => {
  document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "x", bubbles: true, cancelable: true }));
}), { once: true })"""

# The statement and the first line of the marked words are met by a press at them: nothing lies over them.
WHOLLY_SEEN = """() => [".suggestion .statement", ".words-text mark"].every((selector) => {
  const part = document.querySelector(selector);
  const { left, top, width } = part.getClientRects()[0];
  return part.contains(document.elementFromPoint(left + width / 2, top + 4));
})"""


@pytest.fixture
def queue(sit):
    """A page on which an analyst is logged in and every complaint of the browser fails the test."""
    return sit(make_analyst("amina"))


def suggest_claims(*statements):
    """Suggest claims of one article each, the first one first."""
    return [
        suggest_claim(article=make_article(), statement=statement, score=0.9 - place / 100)
        for place, statement in enumerate(statements)
    ]


def press(page, key):
    """Press `key` once what is shown may have been read."""
    read(page)
    page.keyboard.press(key)


def states():
    return list(Suggestion.objects.order_by("-score", "pk").values_list("state", flat=True))


def statement(page):
    return page.locator(".suggestion .statement").first


def test_keys_accept_reject_skip_and_undo(queue):
    suggest_claims("One", "Two", "Three", "Four")
    queue.goto("/queue/")

    press(queue, "y")
    expect(statement(queue)).to_have_text("Two")
    expect(queue.locator("#suggestion-title")).to_be_focused()
    expect(queue.locator("#status")).to_contain_text("You accepted “One”")
    press(queue, "x")
    expect(statement(queue)).to_have_text("Three")
    press(queue, "s")
    expect(statement(queue)).to_have_text("Four")
    press(queue, "u")
    expect(statement(queue)).to_have_text("Two")

    assert states() == ["accepted", "pending", "pending", "pending"]
    assert Claim.objects.get().statement == "One"


def test_a_key_pressed_twice_in_haste_judges_one(queue):
    suggest_claims("One", "Two", "Three")
    queue.goto("/queue/")

    queue.evaluate(PRESS_AS_THE_NEXT_ARRIVES)
    press(queue, "x")
    queue.keyboard.press("x")
    expect(statement(queue)).to_have_text("Two")
    read(queue)

    assert states() == ["rejected", "pending", "pending"]


def test_what_was_read_before_the_scripts_came_can_be_judged_at_once(queue):
    suggest_claims("One", "Two")
    scripts = Held(queue, "**/queue.js")
    queue.goto("/queue/", wait_until="commit")
    expect(statement(queue)).to_have_text("One")
    read_drawn(queue)

    scripts.let_through()
    queue.wait_for_load_state()
    queue.wait_for_timeout(SEEN)
    queue.keyboard.press("y")

    expect(statement(queue)).to_have_text("Two")


def test_a_button_clicked_twice_in_haste_judges_one(queue):
    suggest_claims("One", "Two")
    queue.goto("/queue/")
    read(queue)

    queue.get_by_role("button", name="Accept").dblclick()
    expect(statement(queue)).to_have_text("Two")
    read(queue)

    assert states() == ["accepted", "pending"]


def test_a_key_held_down_or_with_a_modifier_judges_no_more_than_one(queue):
    suggest_claims("One", "Two", "Three")
    queue.goto("/queue/")
    read(queue)

    queue.keyboard.press("Control+x")
    queue.keyboard.down("x")
    for _ in range(3):
        read(queue)
        queue.keyboard.down("x")
    queue.keyboard.up("x")

    assert states() == ["rejected", "pending", "pending"]


def test_next_and_previous_judge_nothing_and_the_address_follows(queue):
    first, second = suggest_claims("One", "Two")
    queue.goto("/queue/")

    press(queue, "n")
    expect(statement(queue)).to_have_text("Two")
    assert queue.url.endswith(f"/queue/{second.pk}/")
    queue.reload()
    expect(statement(queue)).to_have_text("Two")
    press(queue, "p")
    expect(statement(queue)).to_have_text("One")

    assert (queue.url.endswith(f"/queue/{first.pk}/"), states()) == (True, ["pending", "pending"])


def test_keys_are_letters_in_the_form_and_what_it_holds_is_made(queue):
    suggest_claims("One", "Two")
    queue.goto("/queue/")

    press(queue, "e")
    expect(queue.get_by_label("Statement")).to_be_focused()
    queue.keyboard.press("Control+a")
    queue.keyboard.type("Sixty envoys expect you")
    read(queue)
    queue.locator(".suggestion-form").get_by_role("button", name="Accept").click()

    expect(statement(queue)).to_have_text("Two")
    assert (Claim.objects.get().statement, states()) == ("Sixty envoys expect you", ["accepted", "pending"])


def test_letters_typed_before_the_form_came_are_for_its_field(queue):
    suggest_claims("One", "Two")
    queue.goto("/queue/")
    form = Held(queue, "**/accept/**")

    press(queue, "e")
    read(queue)
    queue.keyboard.type("Junk")
    form.let_through()

    expect(queue.get_by_label("Statement")).to_have_value(re.compile("Junk"))
    expect(queue.get_by_label("Statement")).to_be_focused()
    assert states() == ["pending", "pending"]


def test_the_form_is_sent_from_any_field(queue):
    suggest_claims("It will rain", "Two")
    queue.goto("/queue/")

    press(queue, "y")
    expect(queue.get_by_text("“It” says nothing without the article.")).to_be_visible()
    expect(queue.get_by_label("Statement")).to_be_focused()
    queue.keyboard.press("Control+a")
    queue.keyboard.type("Snow will fall in Kabul")
    press(queue, "Control+Enter")

    expect(statement(queue)).to_have_text("Two")
    assert Claim.objects.get().statement == "Snow will fall in Kabul"


def test_a_warning_is_acknowledged_from_the_keyboard(queue):
    suggest_link(article=make_article(f"{FORETOLD} soon.", published_on=None), quote=FORETOLD, basis="expectation")
    queue.goto("/queue/")

    press(queue, "y")
    expect(queue.locator("[name=acknowledge]")).to_be_focused()
    queue.keyboard.press("Space")
    press(queue, "Control+Enter")

    expect(queue.locator(".queue-last")).to_contain_text("You accepted")
    assert states() == ["accepted"]


def test_a_missing_answer_is_said_and_the_next_try_counts(queue, complaints):
    suggest_claims("One", "Two")
    queue.goto("/queue/")

    queue.context.set_offline(True)
    press(queue, "x")
    expect(queue.get_by_role("alert")).to_contain_text("The server did not answer.")
    complaints.clear()  # of the network
    queue.context.set_offline(False)
    press(queue, "x")

    expect(statement(queue)).to_have_text("Two")
    expect(queue.get_by_text("The server did not answer.")).to_have_count(0)
    assert states() == ["rejected", "pending"]


def test_a_phone_shows_what_is_asked_before_the_words(queue):
    suggest_claims("One")
    queue.set_viewport_size({"width": 390, "height": 700})

    queue.goto("/queue/")

    asked, words = (queue.locator(selector).bounding_box() for selector in (".suggestion-asked", ".suggestion-words"))
    assert asked["y"] + asked["height"] < min(words["y"], 700)


def test_escape_closes_the_form_and_what_was_typed_comes_back_with_it(queue):
    suggest_claims("One")
    queue.goto("/queue/")

    press(queue, "e")
    expect(queue.get_by_label("Statement")).to_be_focused()
    queue.keyboard.type("More")
    queue.keyboard.press("Escape")
    expect(statement(queue)).to_have_text("One")
    press(queue, "e")

    expect(queue.get_by_label("Statement")).to_have_value(re.compile("More"))
    assert states() == ["pending"]


def test_a_conflict_is_accepted_with_its_reason_from_the_keyboard(queue):
    suggest_link(stance="refutes")
    queue.goto("/queue/")

    expect(queue.get_by_role("button", name="Accept…")).to_be_visible()
    press(queue, "y")
    expect(queue.get_by_label("Reason")).to_be_focused()
    expect(queue.get_by_text("In what the passage conflicts with the claim")).to_be_in_viewport()
    queue.keyboard.type("He stayed in Kabul.")
    press(queue, "Control+Enter")

    expect(queue.locator(".queue-last")).to_contain_text("You accepted")
    assert states() == ["accepted"]


def test_the_form_of_a_link_begins_at_the_stance_that_was_suggested(queue):
    suggest_link(stance="context", basis="")
    queue.goto("/queue/")

    press(queue, "e")

    expect(queue.locator("*:focus")).to_have_attribute("value", "context")


def test_what_a_colleague_judged_is_said_and_the_next_one_offered(queue):
    first, _ = suggest_claims("One", "Two")
    queue.goto("/queue/")
    read(queue)
    bob = make_analyst("bob")
    Suggestion.objects.filter(pk=first.pk).update(state="rejected", decided_by=bob, decided_at=first.created_at)

    queue.keyboard.press("y")
    expect(queue.get_by_text("bob rejected this")).to_be_visible()
    queue.get_by_role("link", name="Go on to the next").click()

    expect(statement(queue)).to_have_text("Two")
    assert states() == ["rejected", "pending"]


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_queue_has_no_barrier(queue, width, scheme):
    for suggest in SUGGEST.values():
        suggest()
    queue.set_viewport_size({"width": width, "height": 800})
    queue.emulate_media(color_scheme=scheme)

    for address in ["/queue/", *(one.get_absolute_url() for one in Suggestion.objects.all())]:
        for page in (address, f"{address}accept/") if address != "/queue/" else (address,):
            queue.goto(page)
            found = Axe().run(queue)
            assert found.violations_count == 0, f"{page}: {found.generate_report()}"
            assert queue.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_buttons_are_in_reach_of_a_thumb(queue):
    long = make_article("\n\n".join(["A line of padding that is long enough. " * 9] * 3 + [f"{FORETOLD} soon."]))
    suggest_claim(article=long)
    queue.set_viewport_size({"width": 390, "height": 700})

    queue.goto("/queue/")

    for name in ("Accept", "Reject", "Skip"):
        box = queue.get_by_role("button", name=name).bounding_box()
        assert box["height"] >= 44
        assert box["y"] + box["height"] <= 700


@pytest.mark.parametrize(("width", "height"), [(390, 760), (640, 450), (1280, 400), (1280, 800)])
def test_after_each_judgement_the_question_and_its_words_are_in_sight(queue, width, height):
    suggest_claims("One", "Two", "Three")
    queue.set_viewport_size({"width": width, "height": height})
    queue.goto("/queue/")

    for following in ("Two", "Three"):
        press(queue, "x")
        expect(statement(queue)).to_have_text(following)
        queue.wait_for_function(WHOLLY_SEEN)


def test_a_question_out_of_sight_is_shown_before_it_is_judged(queue):
    suggest_claims("One", "Two")
    queue.set_viewport_size({"width": 640, "height": 240})
    queue.goto("/queue/")
    expect(statement(queue)).not_to_be_in_viewport()

    press(queue, "x")
    expect(statement(queue)).to_be_in_viewport()
    assert states() == ["pending", "pending"]
    press(queue, "x")

    expect(statement(queue)).to_have_text("Two")
    assert states() == ["rejected", "pending"]


def test_in_a_low_window_no_bar_lies_over_what_is_judged(queue):
    suggest_claims("One")
    queue.set_viewport_size({"width": 640, "height": 450})

    queue.goto("/queue/")

    reasons, acts = (queue.locator(selector).bounding_box() for selector in (".reasons", ".queue-acts"))
    assert acts["y"] >= reasons["y"] + reasons["height"]


def test_the_kind_that_is_looked_at_is_in_the_row_of_kinds(queue):
    queue.set_viewport_size({"width": 390, "height": 700})

    queue.goto("/queue/undated/")

    expect(queue.locator(".queue-tabs [aria-current]")).to_be_in_viewport(ratio=0.95)
