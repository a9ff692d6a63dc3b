"""The candidates of a claim from the keyboard, in a real browser."""

from datetime import date

import pytest
from playwright.sync_api import expect

from claims.models import Link, Suggestion
from claims.vocabulary import Stance, SuggestionState
from tests.browser.reading import read
from tests.factories import ARRIVED, make_analyst, make_article, make_claim, make_suggestion

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def claim(page, sit):
    """A claim with two candidates, on whose page an analyst is; a complaint of the browser fails the test."""
    claim = make_claim()
    for score, day in ((0.9, 10), (0.5, 11)):
        article = make_article(f"{ARRIVED} on Wednesday. He met Qureshi.", published_on=date(2021, 11, day))
        says = {"stance": "supports", "basis": "outcome"}
        make_suggestion("link", article=article, quote=ARRIVED, claim=claim, score=score, says=says)
    sit(make_analyst()).goto(claim.get_absolute_url())
    return claim


def press(page, key):
    """Press `key` once what was scrolled to may have been read."""
    read(page)
    page.keyboard.press(key)


def states():
    return list(Suggestion.objects.order_by("-score").values_list("state", flat=True))


def test_a_candidate_is_linked_in_two_keystrokes(page, claim):
    page.keyboard.press("c")
    expect(page.locator("[data-candidate]").first).to_be_focused()
    press(page, "y")

    expect(page.locator("#candidates .messages")).to_contain_text(f"Linked “{ARRIVED}” to {claim.label}")
    expect(page.locator("[data-candidate]")).to_have_count(1)
    assert states() == [SuggestionState.ACCEPTED, SuggestionState.PENDING]
    assert Link.objects.get(claim=claim, stance=Stance.SUPPORTS).passage.exact == ARRIVED


def test_keys_go_on_and_back_and_reject_the_one_that_is_looked_at(page, claim):
    for key, place in (("j", 0), ("j", 1), ("j", 1), ("k", 0), ("c", 1)):
        page.keyboard.press(key)
        expect(page.locator("[data-candidate]").nth(place)).to_be_focused()
    press(page, "x")

    expect(page.locator("[data-candidate]")).to_have_count(1)
    assert states() == [SuggestionState.PENDING, SuggestionState.REJECTED]


def test_nothing_is_judged_that_is_not_looked_at(page, claim):
    page.set_viewport_size({"width": 1280, "height": 500})
    page.keyboard.press("y")
    page.keyboard.press("x")
    page.keyboard.press("c")
    page.keyboard.press("y")  # it has only just come into view
    page.keyboard.press("Control+y")

    expect(page.locator("[data-candidate]").first).to_be_focused()
    assert states() == [SuggestionState.PENDING] * 2


def test_keys_that_lead_elsewhere_do_not_move_among_candidates(page, claim):
    page.evaluate("""addEventListener("focusin", ({ target }) => {
      if (target.matches("[data-candidate]")) sessionStorage.setItem("moved", "yes");
    })""")
    page.keyboard.press("g")
    page.keyboard.press("c")
    page.wait_for_url("**/claims/")

    assert page.evaluate("sessionStorage.getItem('moved')") is None


def test_a_key_pressed_twice_judges_one(page, claim):
    page.keyboard.press("c")
    press(page, "y")
    page.keyboard.press("y")

    expect(page.locator("#candidates .messages")).to_contain_text(f"Linked “{ARRIVED}” to {claim.label}")
    assert states() == [SuggestionState.ACCEPTED, SuggestionState.PENDING]


@pytest.mark.parametrize(("key", "told"), [("y", f"Linked “{ARRIVED}” to "), ("x", f"Rejected “{ARRIVED}”; ")])
def test_a_judgement_is_named_and_one_key_takes_it_back(page, claim, key, told):
    page.keyboard.press("c")
    press(page, key)
    expect(page.locator("[data-toast]")).to_contain_text(told)
    expect(page.locator("[data-candidate]")).to_have_count(1)

    page.keyboard.press("u")

    expect(page.locator("#candidates .messages")).to_contain_text("Taken back: 1 suggestion is pending again.")
    expect(page.locator("#candidates-title")).to_be_focused()
    assert states() == [SuggestionState.PENDING] * 2
    assert not Link.objects.live().filter(claim=claim, stance=Stance.SUPPORTS).exists()


def test_a_conflict_is_linked_with_its_reason_from_the_keyboard(page, claim):
    suggestion = Suggestion.objects.order_by("-score").first()
    suggestion.payload["stance"] = "refutes"
    suggestion.save(update_fields=["payload"])
    page.reload()

    page.keyboard.press("c")
    expect(page.locator("[data-candidate]:focus").get_by_role("button", name="Link it…")).to_be_visible()
    press(page, "y")
    expect(page.get_by_label("Reason")).to_be_focused()
    page.keyboard.type("He stayed in Kabul.")
    press(page, "Control+Enter")

    expect(page.locator("[data-toast]")).to_contain_text("conflicts, reported not to have happened.")
    assert Link.objects.get(claim=claim, stance=Stance.REFUTES).reason == "He stayed in Kabul."


def test_a_candidate_is_opened_for_editing_and_leads_back(page, claim):
    page.keyboard.press("c")
    press(page, "e")
    page.wait_for_url("**/accept/**")
    page.get_by_label("Took place").fill("2021-11-10")
    page.wait_for_timeout(400)  # the queue takes nothing before it can have been read
    page.get_by_role("button", name="Accept", exact=True).click()

    expect(page.locator("#candidates .messages")).to_contain_text(f"Linked “{ARRIVED}” to {claim.label}")
    assert Link.objects.get(claim=claim, stance=Stance.SUPPORTS).occurred_on == date(2021, 11, 10)


def test_the_key_goes_on_into_what_is_folded_away(page, claim):
    for day in (12, 13):
        article = make_article(f"{ARRIVED} on Wednesday. He met Qureshi.", published_on=date(2021, 11, day))
        says = {"stance": "supports", "basis": "outcome"}
        make_suggestion("link", article=article, quote=ARRIVED, claim=claim, score=0.1, says=says)
    page.reload()
    expect(page.locator("[data-candidate]").nth(3)).to_be_hidden()

    for _ in range(4):
        page.keyboard.press("j")

    expect(page.locator("[data-candidate]").nth(3)).to_be_focused()


@pytest.fixture
def third(page, claim):
    """A third candidate of the claim, the last of those that are to be seen."""
    says = {"stance": "supports", "basis": "outcome"}
    article = make_article(f"{ARRIVED} on Wednesday. He met Qureshi.", published_on=date(2021, 11, 12))
    suggestion = make_suggestion("link", article=article, quote=ARRIVED, claim=claim, score=0.4, says=says)
    page.reload()
    return page.locator(f"#candidate-{suggestion.pk}")


def test_after_a_judgement_the_key_goes_on_to_the_next_one_and_not_to_those_passed_over(page, claim, third):
    page.keyboard.press("c")
    page.keyboard.press("c")
    press(page, "y")
    expect(page.locator("#candidates-title")).to_be_focused()

    page.keyboard.press("c")

    expect(third).to_be_focused()


@pytest.mark.parametrize(("key", "place"), [("c", 1), ("k", 0)])
def test_what_was_taken_back_is_the_next_one_again(page, claim, third, key, place):
    page.keyboard.press("c")
    page.keyboard.press("c")
    press(page, "x")
    expect(page.locator("[data-candidate]")).to_have_count(2)
    page.keyboard.press("u")
    expect(page.locator("[data-candidate]")).to_have_count(3)

    page.keyboard.press(key)

    expect(page.locator("[data-candidate]").nth(place)).to_be_focused()


def test_a_form_that_was_left_again_leads_back_to_its_candidate(page, claim, third):
    page.keyboard.press("c")
    page.keyboard.press("c")
    press(page, "e")
    page.wait_for_url("**/accept/**")
    page.get_by_role("link", name="Cancel").click()
    page.wait_for_url("**#candidates")

    page.keyboard.press("c")

    expect(page.locator("[data-candidate]").nth(1)).to_be_focused()


def test_on_a_phone_what_the_claim_is_stands_before_its_record(page, claim):
    page.set_viewport_size({"width": 390, "height": 800})

    tops = [page.locator(f"#{name}").bounding_box()["y"] for name in ("about", "as-of", "evidence", "candidates")]

    assert tops == sorted(tops)
    page.get_by_role("navigation", name="On this page").get_by_role("link", name="As of").click()
    expect(page.get_by_label("Published by")).to_be_in_viewport()
