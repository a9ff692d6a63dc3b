"""The reader in a real browser: marks open beside the text, and the address says what one sees."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.reading import log_in, select
from tests.factories import FORETOLD, make_analyst, make_article, make_claim, make_suggestion

pytestmark = pytest.mark.django_db(transaction=True)
LONG = "\n\n".join([f"Paragraph {number} says little, and says it at some length." for number in range(60)])


@pytest.fixture
def analyst(transactional_db):
    return make_analyst()


@pytest.fixture
def reader(page, analyst):
    """A page on which an analyst is logged in and every complaint of the browser fails the test."""
    complaints = log_in(page, analyst)
    yield page
    assert complaints == []


def mark(reader, words):
    return reader.locator("mark.passage").get_by_text(words, exact=True)


def test_the_smallest_mark_wins_the_click_and_the_others_are_reached_from_its_card(reader):
    article = make_article()
    whole = make_claim(article=article)
    part = make_claim(article=article, quote="visit Islamabad", statement="A visit is planned")
    crossing = make_claim(article=article, quote="Islamabad this week", statement="He goes this week")
    reader.goto(article.get_absolute_url())

    mark(reader, "visit ").click()
    expect(reader.locator("#panel h2")).to_have_text(part.statement)
    expect(reader.locator("#panel h2")).to_be_focused()
    expect(reader.locator(".also-here a")).to_have_count(2)
    reader.locator(".also-here").get_by_text(whole.label, exact=True).click()
    expect(reader.locator("#panel h2")).to_have_text(whole.statement)
    mark(reader, " this week").click()

    expect(reader.locator("#panel h2")).to_have_text(crossing.statement)


def test_the_way_back_closes_the_panel_and_forth_opens_it(reader):
    article = make_article()
    claim = make_claim(article=article)
    reader.goto(article.get_absolute_url())
    glyph = reader.get_by_role("link", name=f"Makes the claim: {claim.label}, open")

    glyph.focus()
    expect(reader.get_by_role("tooltip")).to_contain_text(claim.statement)
    reader.keyboard.press("Enter")
    expect(reader).to_have_url(re.compile(f"panel=claim-{claim.number}#passage-"))
    reader.go_back()
    expect(reader.locator("#panel")).to_be_empty()
    expect(glyph).to_be_focused()
    reader.go_forward()

    expect(reader.locator("#panel h2")).to_have_text(claim.statement)


def test_escape_puts_away_the_card_first_and_then_the_panel_and_the_focus_returns(reader):
    article = make_article()
    claim = make_claim(article=article)
    reader.goto(article.get_absolute_url())

    mark(reader, FORETOLD).click()
    expect(reader.locator("#panel h2")).to_be_focused()
    reader.mouse.move(5, 5)
    mark(reader, FORETOLD).hover()
    expect(reader.get_by_role("tooltip")).to_contain_text("Open")
    reader.keyboard.press("Escape")
    expect(reader.get_by_role("tooltip")).to_be_hidden()
    expect(reader.locator("#panel h2")).to_have_text(claim.statement)
    reader.keyboard.press("Escape")

    expect(reader.locator("#panel")).to_be_empty()
    expect(reader.locator("a.glyph")).to_be_focused()
    expect(reader).not_to_have_url(re.compile("panel="))


def test_a_click_with_control_opens_a_tab_with_the_same_panel(reader):
    article = make_article()
    claim = make_claim(article=article)
    reader.goto(article.get_absolute_url())

    with reader.context.expect_page() as opened:
        mark(reader, FORETOLD).click(modifiers=["Control"])

    expect(opened.value.locator("#panel h2")).to_have_text(claim.statement)
    expect(reader.locator("#panel")).to_be_empty()


def test_a_reload_and_a_colleague_see_the_place_the_panel_and_the_words(reader):
    article = make_article(f"{FORETOLD} this week.\n\n{LONG}")
    claim = make_claim(article=article)
    reader.goto(article.get_absolute_url())

    mark(reader, FORETOLD).click()
    expect(reader.locator("#panel h2")).to_have_text(claim.statement)
    select(reader, "Paragraph 40")
    expect(reader).to_have_url(re.compile(r"at=\d+.*words=\d+-\d+|words=\d+-\d+.*at=\d+"))
    address = reader.url
    for visit in (reader.reload, lambda: (reader.goto("/"), reader.goto(address))):
        visit()

        expect(reader.locator("#panel h2")).to_have_text(claim.statement)
        expect(reader.locator("[data-start]", has_text="Paragraph 40")).to_be_in_viewport()
        expect(reader.get_by_role("button", name="New claim")).to_be_visible()
        assert reader.evaluate("[...CSS.highlights.get('draft')].join('')") == "Paragraph 40"


def test_a_form_that_was_open_is_open_after_a_reload_with_its_words(reader):
    article = make_article()
    reader.goto(article.get_absolute_url())

    select(reader, "Talks follow")
    reader.get_by_role("button", name="New claim").click()
    expect(reader.get_by_label("Statement")).to_be_focused()
    reader.reload()

    expect(reader.get_by_label("Statement")).to_have_value("Talks follow")
    expect(reader.locator("#panel blockquote")).to_contain_text("Talks follow")


def test_what_is_copied_and_found_is_the_stored_text(reader):
    reader.context.grant_permissions(["clipboard-read", "clipboard-write"])
    article = make_article(f"{FORETOLD} this week.\n\nTalks follow.")
    make_claim(article=article)
    make_claim(article=article, quote="visit Islamabad", statement="A visit")
    make_suggestion("claim", article=article, quote="Talks follow", says={"statement": "They talk", "kind": "event"})
    reader.goto(article.get_absolute_url())

    reader.evaluate("getSelection().selectAllChildren(document.getElementById('article'))")
    reader.keyboard.press("Control+c")
    copied = reader.evaluate("navigator.clipboard.readText()")
    found = reader.evaluate("getSelection().removeAllRanges(), find('expected to visit Islamabad this week.')")

    assert re.sub(r"\s*\n\s*", "\n\n", copied.strip()) == article.newest_version().text.strip()
    assert found


def test_marks_are_hidden_by_maker_and_stay_so_in_this_browser(reader, analyst):
    article = make_article()
    make_claim(article=article, by=analyst)
    make_claim(article=article, quote="visit Islamabad this", statement="A visit")
    reader.goto(article.get_absolute_url())
    marks = reader.locator("mark.passage:not([data-quiet])")

    reader.get_by_role("button", name="My marks").click()
    expect(marks).to_have_text(["visit Islamabad", " this"])
    expect(reader.locator("a.glyph:visible")).to_have_count(1)
    expect(reader).to_have_url(re.compile("hide=mine"))
    reader.goto(article.get_absolute_url())
    expect(marks).to_have_text(["visit Islamabad", " this"])
    reader.get_by_role("button", name="My marks").click()

    expect(marks).to_have_text(["Muttaqi is expected to ", "visit Islamabad", " this"])


def test_words_that_two_people_linked_alike_are_hidden_for_one_and_mean_what_the_other_made(reader, analyst):
    article = make_article()
    make_claim(article=article, by=analyst)
    others = make_claim(article=article, statement="A visit")
    reader.goto(article.get_absolute_url())

    reader.get_by_role("button", name="My marks").click()
    expect(reader.locator("mark.passage:not([data-quiet])")).to_have_text(FORETOLD)
    mark(reader, FORETOLD).click()

    expect(reader.locator("#panel h2")).to_have_text(others.statement)
    reader.get_by_role("button", name="My marks").click()
    expect(reader).to_have_url(re.compile("hide=none"))


def test_where_nothing_is_kept_what_is_typed_holds_back_the_way_forth_as_well(reader):
    reader.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('no'); };")
    article = make_article()
    first, second = make_claim(article=article), make_claim(article=article, statement="A visit")
    reader.goto(f"{article.get_absolute_url()}?panel=claim-{first.number}")
    reader.locator(".also-here a").click()
    expect(reader).to_have_url(re.compile(f"panel=claim-{second.number}"))
    expect(reader.locator("#panel h2")).to_have_text(second.statement)
    reader.go_back()
    expect(reader.locator("#panel h2")).to_have_text(first.statement)
    reader.locator("#panel summary", has_text="Comment").click()
    reader.locator("#panel").get_by_label("Comment", exact=True).fill("Who says so?")

    reader.once("dialog", lambda dialog: dialog.dismiss())
    reader.go_forward()
    expect(reader).to_have_url(re.compile(f"panel=claim-{first.number}"))
    expect(reader.locator("#panel h2")).to_have_text(first.statement)
    reader.once("dialog", lambda dialog: dialog.accept())
    reader.go_forward()

    expect(reader.locator("#panel h2")).to_have_text(second.statement)


def test_the_outline_follows_and_leads(reader):
    article = make_article(f"WHAT CAME FIRST\n\n{LONG}\n\nWHAT CAME LAST\n\n{FORETOLD} this week.")
    make_claim(article=article)
    reader.goto(article.get_absolute_url())
    outline = reader.get_by_role("navigation", name="Outline of the article")

    expect(outline.locator("[aria-current]")).to_have_text("WHAT CAME FIRST")
    reader.keyboard.press("o")
    reader.keyboard.press("Tab")
    reader.keyboard.press("Enter")

    expect(reader.locator("#article").get_by_text("WHAT CAME LAST")).to_be_in_viewport()
    expect(outline.locator("[aria-current]")).not_to_have_text("WHAT CAME FIRST")


def test_on_paper_there_are_the_marks_and_the_card_and_no_controls(reader):
    article = make_article(f"{FORETOLD} this week.\n\nWHAT CAME LAST\n\nTalks follow.")
    claim = make_claim(article=article)
    make_suggestion("claim", article=article, quote="Talks follow", says={"statement": "They talk", "kind": "event"})
    reader.goto(f"{article.get_absolute_url()}?panel=claim-{claim.number}")

    reader.emulate_media(media="print")

    expect(reader.locator("a.glyph").first).to_be_visible()
    expect(reader.locator("#panel h2")).to_be_visible()
    said = "getComputedStyle(document.querySelector('a.glyph'), '::after').content"
    assert f"Makes the claim: {claim.label}, open" in reader.evaluate(said)
    for control in (
        "#switches",
        ".suggested-glyph",
        ".outline",
        ".margin >> nth=0",
        ".panel-close",
        ".masthead",
        "#panel .toolbar >> nth=0",
    ):
        expect(reader.locator(control)).to_be_hidden()


def test_on_a_phone_the_panel_leaves_the_words_in_sight(reader):
    article = make_article(f"{LONG}\n\n{FORETOLD} this week.\n\n{LONG}")
    make_claim(article=article)
    reader.set_viewport_size({"width": 390, "height": 800})
    reader.goto(article.get_absolute_url())

    mark(reader, FORETOLD).click()
    expect(reader.locator("#panel h2")).to_be_visible()

    words, panel = mark(reader, FORETOLD).bounding_box(), reader.locator("#panel").bounding_box()
    assert words["y"] >= 0
    assert words["y"] + words["height"] <= panel["y"]


def test_a_day_is_read_in_full_in_the_narrow_panel(reader):
    reader.goto(make_article("Talks follow.").get_absolute_url())
    select(reader, "Talks")
    expect(reader.locator("#marking-toolbar")).to_be_visible()
    reader.keyboard.press("c")

    widths = reader.locator("#panel [name=window_end]").evaluate("""(box) => {
      const has = box.offsetWidth;
      box.style.width = "max-content";
      return { has, needs: box.offsetWidth };
    }""")

    assert widths["has"] >= widths["needs"]
