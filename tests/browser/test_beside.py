"""Side by side in a real browser: a claim or a second article stands beside the one that is read."""

import re
from datetime import date

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from claims.models import Link
from claims.vocabulary import Stance
from tests.browser.reading import log_in, select
from tests.factories import ARRIVED, FORETOLD, make_analyst, make_article, make_claim, make_link

pytestmark = pytest.mark.django_db(transaction=True)
LATER = date(2021, 11, 10)
PADDING = "\n\n".join(["A line of padding that is long enough to fill a line."] * 40)


@pytest.fixture
def reader(page):
    """A wide page on which an analyst is logged in and every complaint of the browser fails the test."""
    page.set_viewport_size({"width": 1280, "height": 800})
    complaints = log_in(page, make_analyst())
    yield page
    assert complaints == []


def save_as_support(reader):
    reader.get_by_label("Supports").check()
    reader.get_by_label("Reported to have happened").check()
    reader.get_by_label("Independent", exact=True).check()
    reader.get_by_role("button", name="Save the link").click()


def is_covered(reader, words):
    """Whether the panel lies over the first of `words`."""
    mark, panel = reader.locator(words).first.bounding_box(), reader.locator("#panel").bounding_box()
    apart = mark["x"] >= panel["x"] + panel["width"] or mark["x"] + mark["width"] <= panel["x"]
    return not apart and mark["y"] + mark["height"] > panel["y"] and mark["y"] < panel["y"] + panel["height"]


def test_words_of_the_article_are_linked_to_the_claim_that_stands_beside(reader):
    claim = make_claim()
    for number in range(12):  # more evidence than a screen holds
        report = make_article(f"{ARRIVED}, says report {number}. {PADDING}", published_on=LATER)
        make_link(claim, article=report, quote=f"{ARRIVED}, says report {number}.")
    article = make_article(f"{PADDING}\n\n{ARRIVED} on Wednesday.", published_on=LATER)
    reader.goto(f"{article.get_absolute_url()}?beside=claim-{claim.number}")

    select(reader, ARRIVED)
    expect(reader.get_by_role("button", name=f"Link to {claim.label}")).to_be_visible()
    reader.keyboard.press("l")
    save_as_support(reader)

    expect(reader.locator("#article mark.is-current")).to_have_text(ARRIVED)
    expect(reader.locator("#article mark.is-current")).to_be_in_viewport()
    expect(reader.locator(".side-there li.is-current")).to_contain_text(ARRIVED)
    expect(reader.locator(".side-there li.is-current")).to_be_in_viewport()
    assert Link.objects.latest("pk").claim == claim


def test_words_of_the_second_article_are_linked_to_a_claim_of_the_first(reader):
    first = make_article(f"{PADDING}\n\n{FORETOLD} this week.\n\n{PADDING} And so on.")
    claim = make_claim(article=first)
    second = make_article(f"{PADDING}\n\n{ARRIVED} on Wednesday.", published_on=LATER)
    reader.goto(f"{first.get_absolute_url()}?beside=article-{second.pk}")

    reader.locator("#article mark.passage").click()
    expect(reader.locator("#panel h2")).to_have_text(claim.statement)
    select(reader, ARRIVED, article="b-article")
    reader.get_by_role("button", name=f"Link to {claim.label}").click()
    expect(reader.locator("#evidence-form")).to_be_visible()
    expect(reader.locator("#article mark.is-open")).to_be_in_viewport()
    assert not is_covered(reader, "#article mark.is-open")
    save_as_support(reader)

    expect(reader.locator("#b-article mark.is-current")).to_have_text(ARRIVED)
    expect(reader.locator("#b-article mark.is-current")).to_be_in_viewport()
    expect(reader.locator("#article mark.is-current")).to_have_text(FORETOLD)
    expect(reader.locator("#article mark.is-current")).to_be_in_viewport()
    link = Link.objects.latest("pk")
    assert (link.claim, link.passage.article) == (claim, second)
    reader.go_back()
    expect(reader.locator("#b-article")).to_be_visible()
    expect(reader.locator("#panel form")).to_have_count(0)


def test_undoing_a_link_of_the_second_article_leaves_both_sides_and_marks_its_words(reader):
    claim = make_claim(article=(first := make_article()))
    second = make_article(f"{PADDING}\n\n{ARRIVED} on Wednesday.", published_on=LATER)
    reader.goto(f"{first.get_absolute_url()}?beside=article-{second.pk}&panel=claim-{claim.number}")
    select(reader, ARRIVED, article="b-article")
    reader.get_by_role("button", name=f"Link to {claim.label}").click()
    save_as_support(reader)
    expect(reader.locator("[data-toast]")).to_be_visible()

    reader.keyboard.press("u")

    expect(reader.locator("[data-toast]")).to_contain_text(f"The link to {claim.label} was undone.")
    expect(reader).to_have_url(re.compile(f"{first.get_absolute_url()}.*beside=article-{second.pk}"))
    expect(reader.locator("#b-article .passage")).to_have_count(0)
    reader.wait_for_function(f"() => [...CSS.highlights.get('draft') ?? []].join('') === '{ARRIVED}'")
    expect(reader.locator("#b-article").get_by_text(ARRIVED)).to_be_in_viewport()


def test_the_other_article_shows_the_words_of_the_claim_that_is_chosen_in_the_form(reader):
    first = make_article(f"{ARRIVED} on Wednesday.", published_on=LATER)
    second = make_article(f"Prices doubled.\n\n{PADDING}\n\n{FORETOLD} this week.")
    make_claim(article=second, quote="Prices doubled", statement="Prices doubled in Herat", kind="event")
    meant = make_claim(article=second)
    reader.goto(f"{first.get_absolute_url()}?beside=article-{second.pk}")
    select(reader, ARRIVED)
    reader.get_by_role("button", name="Evidence for a claim").click()

    reader.get_by_label("Which claim?").fill(meant.label)
    reader.locator(f"[name=claim][value='{meant.number}']").check()

    expect(reader.locator("#b-article mark.is-open")).to_have_text(FORETOLD)
    expect(reader.locator("#b-article mark.is-open")).to_be_in_viewport()
    assert not is_covered(reader, "#b-article mark.is-open")


def test_a_mark_of_one_side_points_at_the_words_of_the_other(reader):
    first, second = make_article(), make_article(f"{PADDING}\n\n{ARRIVED} on Wednesday.", published_on=LATER)
    claim = make_claim(article=first)
    make_link(claim, article=second)
    reader.goto(f"{first.get_absolute_url()}?beside=article-{second.pk}")

    reader.locator("#article mark.passage").click()

    expect(reader.locator("#b-article mark.is-current")).to_have_text(ARRIVED)
    expect(reader.locator("#b-article mark.is-current")).to_be_in_viewport()
    expect(reader.locator("#article mark.is-current")).to_be_in_viewport()


def test_sides_are_changed_and_closed_from_the_keyboard(reader):
    first, second = make_article(), make_article()
    reader.goto(f"{first.get_absolute_url()}?beside=article-{second.pk}")

    reader.locator("#article").focus()
    reader.keyboard.press("b")
    expect(reader.locator("#b-article")).to_be_focused()
    reader.keyboard.press("b")
    expect(reader.locator("#article")).to_be_focused()
    reader.keyboard.press("Escape")

    expect(reader).to_have_url(re.compile(f"{first.get_absolute_url()}$"))
    reader.go_back()
    expect(reader.locator("#b-article")).to_be_visible()


def test_each_side_scrolls_by_itself_and_the_address_keeps_both_places(reader):
    first, second = make_article(PADDING), make_article(f"{PADDING} And so on.")
    reader.goto(f"{first.get_absolute_url()}?beside=article-{second.pk}")

    reader.locator("#side-here").evaluate("side => side.scrollTo({ top: 700, behavior: 'instant' })")
    expect(reader).to_have_url(re.compile(r"[?&]at=\d+"))
    assert reader.locator("#side-there").evaluate("side => side.scrollTop") == 0
    reader.reload()

    expect(reader.locator("#side-there")).to_be_visible()
    reader.wait_for_function("document.getElementById('side-here').scrollTop > 600")


def test_without_room_one_side_is_shown_at_a_time(reader):
    first, second = make_article(), make_article()
    reader.set_viewport_size({"width": 900, "height": 800})
    reader.goto(f"{first.get_absolute_url()}?beside=article-{second.pk}")

    expect(reader.locator("#b-article")).to_be_hidden()
    reader.get_by_role("group", name="Which side is shown").get_by_role("link", name=str(second)).click()
    expect(reader.locator("#b-article")).to_be_visible()
    reader.keyboard.press("b")

    expect(reader.locator("#article")).to_be_visible()


def test_the_quick_search_opens_a_claim_beside(reader):
    article, claim = make_article(), make_claim()
    reader.goto(article.get_absolute_url())

    reader.keyboard.press("/")
    reader.keyboard.type(claim.label)
    expect(reader.get_by_role("option", selected=True)).to_contain_text(claim.statement)
    reader.keyboard.press("Shift+Enter")

    expect(reader).to_have_url(re.compile(f"beside=claim-{claim.number}"))
    expect(reader.locator("#beside-title")).to_have_text(claim.statement)


def test_two_sides_and_a_panel_are_accessible(reader):
    first, second = make_article(), make_article()
    claim = make_claim(article=first)
    make_link(claim, article=second, quote=FORETOLD, stance=Stance.CONTEXT)

    for query in (f"beside=article-{second.pk}&panel=b-claim-{claim.number}", f"beside=claim-{claim.number}"):
        reader.goto(f"{first.get_absolute_url()}?{query}")
        found = Axe().run(reader, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]})
        assert found.response["violations"] == [], found.generate_report()
