"""The queue of proposals, stale passages and undated articles in a real browser, by keyboard alone."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from claims.models import Article, Claim, Link
from tests.browser.reading import read
from tests.factories import make_reviewer
from tests.queue.waiting import SAID, SECOND, TYPED, make_proposed, make_retracted_link, make_stale_link, make_undated

pytestmark = pytest.mark.django_db(transaction=True)

ADDRESS = "https://example.org/2021/11/10/talks"


@pytest.fixture
def desk(sit):
    """A page on which a reviewer is logged in and every complaint of the browser fails the test."""
    return sit(make_reviewer("rita"))


def press(page, key):
    """Press `key` once what is shown may have been read."""
    read(page)
    page.keyboard.press(key)


def title(page):
    return page.locator("#suggestion-title")


def nearest(page):
    return page.locator(".words mark").nth(1)


def test_a_proposal_is_read_skipped_opened_and_decided(desk):
    claim, other = make_proposed(), make_proposed()
    desk.goto("/queue/proposals/")

    press(desk, "j")
    expect(title(desk)).to_have_text(f"Is {other.label} confirmed?")
    expect(title(desk)).to_be_focused()
    press(desk, "k")
    expect(title(desk)).to_have_text(f"Is {claim.label} confirmed?")
    press(desk, "Enter")
    desk.wait_for_url(f"**/claims/{claim.number}/")
    desk.go_back()
    expect(title(desk)).to_have_text(f"Is {claim.label} confirmed?")
    press(desk, "y")
    desk.wait_for_url(f"**/claims/{claim.number}/decide/**")
    assert Claim.objects.get(pk=claim.pk).state == "proposed"
    desk.get_by_label("What would change this verdict").fill("A denial by the ministry.")
    desk.get_by_role("button", name="Decide").press("Enter")

    desk.wait_for_url(f"**/queue/proposals/{other.pk}/**")
    expect(desk.locator(".queue-last")).to_contain_text(f"You decided {claim.label}")
    expect(desk.locator(".queue-place")).to_contain_text("1 settled today")
    press(desk, "u")
    desk.wait_for_url(f"**/claims/{claim.number}/reopen/**")


def test_stale_passages_are_re_affirmed_withdrawn_and_taken_back(desk):
    make_stale_link(SAID, TYPED)
    changed = make_stale_link()
    desk.goto("/queue/stale/")

    press(desk, "y")
    expect(nearest(desk)).to_have_text(SECOND)
    expect(title(desk)).to_be_focused()
    press(desk, "u")
    expect(desk.locator(".makes")).to_contain_text("The same words, typed otherwise.")
    press(desk, "y")
    expect(nearest(desk)).to_have_text(SECOND)
    press(desk, "x")
    expect(desk.get_by_label("Why")).to_be_focused()
    desk.keyboard.type("Yes, the number is another.")
    press(desk, "Control+Enter")

    expect(title(desk)).to_have_text("No stale passage waits")
    expect(desk.locator(".queue-last")).to_contain_text("You withdrew a link of")
    assert Link.objects.get(pk=changed.pk).withdrawn_reason == "Yes, the number is another."
    assert Link.objects.live().filter(passage__exact=SAID).count() == 1


def test_undated_articles_are_dated_typed_set_aside_and_taken_back(desk):
    first, second, third = make_undated("It poured."), make_undated("It rained."), make_undated(url=ADDRESS)
    desk.goto("/queue/undated/")

    expect(desk.get_by_role("button", name="Take 10 Nov 2021")).to_be_visible()
    press(desk, "y")
    expect(desk.locator(".words-text")).to_have_text("It rained.")
    press(desk, "e")
    field = desk.get_by_label("Published on")
    expect(field).to_be_focused()
    field.fill("2021-11-12")
    press(desk, "Control+Enter")
    expect(desk.locator(".words-text")).to_have_text("It poured.")
    press(desk, "x")
    expect(title(desk)).to_have_text("No undated article waits")
    press(desk, "u")
    expect(desk.locator(".words-text")).to_have_text("It poured.")

    days = dict(Article.objects.values_list("pk", "published_on"))
    assert [str(days[one.pk]) for one in (first, second, third)] == ["None", "2021-11-12", "2021-11-10"]


def test_a_key_pressed_twice_in_haste_takes_one_day(desk):
    for _ in range(3):
        make_undated()
    desk.goto("/queue/undated/")

    press(desk, "y")
    desk.keyboard.press("y")
    expect(desk.locator(".queue-place")).to_contain_text("1 dated")
    read(desk)

    assert Article.objects.without_date().count() == 2


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_kind_has_a_barrier(desk, width, scheme):
    make_proposed()
    stale, undated = make_stale_link(), make_undated(url=ADDRESS)
    make_retracted_link()
    desk.set_viewport_size({"width": width, "height": 800})
    desk.emulate_media(color_scheme=scheme)

    lists = ["/queue/proposals/", "/queue/stale/?why=withdrawn", "/queue/undated/?linked=on"]
    one_by_one = [f"/queue/stale/{stale.pk}/", f"/queue/stale/{stale.pk}/reaffirm/", f"/queue/undated/{undated.pk}/"]
    for address in lists + one_by_one:
        desk.goto(address)
        found = Axe().run(desk)
        assert found.violations_count == 0, f"{address}: {found.generate_report()}"
        assert desk.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_acts_are_in_reach_of_a_thumb(desk):
    make_undated("\n\n".join(["A line of padding that is long enough. " * 9] * 5), url=ADDRESS)
    desk.set_viewport_size({"width": 390, "height": 700})

    desk.goto("/queue/undated/")

    for name in ("Take", "Cannot be dated", "Skip"):
        box = desk.locator(".queue-acts").get_by_role("button", name=name).bounding_box()
        assert box["height"] >= 44
        assert box["y"] + box["height"] <= 700
