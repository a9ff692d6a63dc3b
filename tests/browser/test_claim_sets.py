"""Claims that cannot both be true: said with few keys, followed to the evidence, taken back, in a real browser."""

import pytest
from playwright.sync_api import expect

from claims.models import ClaimSet, Link, Membership
from claims.services import assistant
from claims.vocabulary import Stance
from tests.browser.reading import read
from tests.factories import make_analyst, make_claim, make_claim_set, make_link

pytestmark = pytest.mark.django_db(transaction=True)
PHONE = {"width": 390, "height": 800}


@pytest.fixture
def claims():
    return make_claim(), make_claim(statement="Qureshi will stay in Kabul")


def say_so(page, claim):
    page.goto(claim.get_absolute_url())
    page.get_by_text("More", exact=True).click()
    page.get_by_role("link", name="Cannot both be true with…").click()
    page.get_by_label("The claim that cannot be true as well").fill("Qureshi Kabul")
    expect(page.locator("#matches").get_by_role("radio")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page.get_by_label("Why at most one can be true")).to_be_focused()
    page.keyboard.type("One stays, the other travels to meet him.")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("heading", name="What tells them apart")).to_be_visible()


def test_two_claims_exclude_each_other_from_the_keyboard(page, sit, claims):
    say_so(sit(make_analyst()), claims[0])

    assert {member.claim for member in ClaimSet.objects.get().memberships.all()} == set(claims)


def test_saying_so_is_undone_with_one_key(page, sit, claims):
    say_so(sit(make_analyst()), claims[0])

    page.keyboard.press("u")

    expect(page.locator(".messages")).to_contain_text("Undone")
    assert not Membership.objects.live().exists()


def test_words_typed_while_the_page_still_loads_are_looked_up(page, sit, claims):
    held = []

    def hold(route):
        held.append(route)

    sit(make_analyst()).route("**/htmx*.js", hold)
    page.goto(f"{claims[0].get_absolute_url()}exclude/", wait_until="commit")

    page.get_by_label("The claim that cannot be true as well").fill("Qureshi Kabul")
    assert held
    held[0].continue_()

    expect(page.locator("#matches").get_by_role("radio")).to_have_count(1)


def test_chosen_claim_brings_the_sets_that_may_be_joined(page, sit, claims):
    third = make_claim(statement="Atmar will fly to Doha")
    claim_set = make_claim_set(*claims)
    sit(make_analyst()).goto(f"{third.get_absolute_url()}exclude/")

    page.get_by_label("The claim that cannot be true as well").fill("Qureshi Kabul")
    expect(page.locator("#matches").get_by_role("radio")).to_have_count(1)
    page.keyboard.press("Enter")
    page.get_by_role("radio", name=claim_set.name).check()
    page.get_by_label("Why at most one can be true").fill("Nor is he in Doha.")
    page.get_by_role("button", name="Say so").click()

    expect(page.get_by_role("heading", name=claim_set.name, level=1)).to_be_visible()
    assert claim_set.memberships.live().filter(claim=third).exists()


def test_outcome_of_one_is_linked_as_a_conflict_with_the_other_in_one_key(page, sit, claims):
    claim_set = make_claim_set(*claims)
    make_link(claims[0])
    assistant.work_off()
    sit(make_analyst()).goto(claim_set.get_absolute_url())

    page.get_by_role("link", name="Offered as a conflict").click()
    expect(page.get_by_text("cannot be true as well")).to_be_visible()
    read(page)
    page.keyboard.press("y")

    expect(page.locator("#status")).to_contain_text("You accepted")
    assert Link.objects.filter(claim=claims[1], stance=Stance.REFUTES).count() == 1


def test_matrix_fits_a_phone_and_leaves_out_what_is_not_linked(page, sit, claims):
    claim_set = make_claim_set(*claims)
    make_link(claims[0])
    page.set_viewport_size(PHONE)

    sit(make_analyst()).goto(claim_set.get_absolute_url())

    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    row = page.locator(".evidence-matrix tr").filter(has_text="Reported to have happened")
    expect(row.locator("td").nth(0)).to_be_visible()
    expect(row.locator("td").nth(1)).to_be_hidden()


def test_first_column_stays_while_a_wide_matrix_is_scrolled(page, sit, claims):
    members = [*claims, *(make_claim() for _ in range(5))]
    claim_set = make_claim_set(*members)
    page.set_viewport_size({"width": 900, "height": 800})
    sit(make_analyst()).goto(claim_set.get_absolute_url())
    passage = page.locator(".evidence-matrix tbody th[scope=row]").first
    before = passage.bounding_box()["x"]

    page.locator(".matrix-scroll").evaluate("region => { region.scrollLeft = 300; }")

    assert page.locator(".matrix-scroll").evaluate("region => region.scrollLeft") == 300
    assert passage.bounding_box()["x"] == before
