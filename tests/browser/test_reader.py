"""The reader in a real browser: marking with the mouse and from the keyboard."""

from datetime import date

import pytest
from playwright.sync_api import expect

from claims.models import Claim, Link, Suggestion
from claims.vocabulary import ClaimKind, Stance
from tests.factories import FORETOLD, PASSWORD, make_analyst, make_article, make_claim, make_link, make_suggestion

pytestmark = pytest.mark.django_db(transaction=True)

SELECT = """([block, from, to]) => {
  const text = document.querySelectorAll("[data-start]")[block].firstChild;
  getSelection().setBaseAndExtent(text, from, text, to);
}"""


@pytest.fixture
def reader(page):
    """A page on which an analyst is logged in and every complaint of the browser fails the test."""
    complaints = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto("/login/")
    page.get_by_label("Username").fill(make_analyst().username)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    page.wait_for_url("**/")
    yield page
    assert complaints == []


def drag_over(page, words):
    """Select `words` of the article with the mouse."""
    box = page.evaluate(
        """words => {
          const walker = document.createTreeWalker(document.getElementById("article"), NodeFilter.SHOW_TEXT);
          while (walker.nextNode() && !walker.currentNode.data.includes(words));
          const [range, start] = [new Range(), walker.currentNode.data.indexOf(words)];
          range.setStart(walker.currentNode, start);
          range.setEnd(walker.currentNode, start + words.length);
          return range.getBoundingClientRect().toJSON();
        }""",
        words,
    )
    middle = box["y"] + box["height"] / 2
    page.mouse.move(box["left"] + 1, middle)
    page.mouse.down()
    page.mouse.move(box["right"] - 1, middle, steps=4)
    page.mouse.up()


def test_words_selected_with_the_mouse_become_a_claim(reader):
    article = make_article()
    reader.goto(article.get_absolute_url())

    drag_over(reader, FORETOLD)
    reader.get_by_role("button", name="New claim").click()
    reader.get_by_label("Statement").fill("Muttaqi will visit Islamabad")
    reader.get_by_label("Kind", exact=True).select_option(ClaimKind.FORECAST)
    reader.get_by_role("button", name="Make the claim").click()

    expect(reader.locator("mark.passage.is-current")).to_have_text(FORETOLD)
    link = Link.objects.get()
    assert (link.passage.exact, link.stance) == (FORETOLD, Stance.ASSERTS)
    expect(reader.locator(f"#link-{link.pk}")).to_contain_text("Muttaqi will visit Islamabad")


def test_words_marked_from_the_keyboard_become_evidence(reader):
    claim = make_claim()
    article = make_article("Muttaqi arrived in Islamabad on Wednesday.", published_on=date(2021, 11, 12))
    reader.goto(article.get_absolute_url())

    reader.keyboard.press("m")
    for _ in range(3):
        reader.keyboard.press("Shift+ArrowRight")
    reader.keyboard.press("e")
    expect(reader.get_by_label("Which claim?")).to_be_focused()
    reader.keyboard.type("mutaqi isl")
    expect(reader.locator("#matches [data-answers='mutaqi isl'] ~ .match")).to_have_count(1)
    reader.keyboard.press("ArrowDown")
    reader.keyboard.press("Enter")
    expect(reader.locator("[name=presumed_for]")).to_have_value(str(claim.number))
    reader.get_by_label("Supports", exact=True).check()
    reader.get_by_label("Reported to have happened").check()
    reader.get_by_label("Independent", exact=True).check()
    reader.get_by_role("button", name="Save the link").click()

    expect(reader.locator("mark.passage")).to_have_text("Muttaqi arrived in Islamabad")
    claim.figures.refresh_from_db()
    assert claim.figures.evidence_status == "outcome_reported"


def test_rule_of_evidence_speaks_while_the_form_is_filled_in(reader):
    claim = make_claim()
    make_link(
        claim,
        article=(report := make_article("Muttaqi came. He met Qureshi.", published_on=date(2021, 11, 10))),
        quote="Muttaqi came",
    )
    reader.goto(f"{report.get_absolute_url()}evidence/?quote=He met Qureshi&claim={claim.number}")

    reader.get_by_label("Supports", exact=True).check()

    reader.get_by_label("Reported to have happened").check()
    expect(reader.locator("#judgement")).to_contain_text("E5: this article already counts for this claim")
    reader.get_by_label("Context", exact=True).check()
    expect(reader.locator("#judgement")).not_to_contain_text("E5")


def test_characters_of_every_plane_are_anchored_exactly(reader):
    article = make_article("📰𝔸 “وزیر خارجہ کابل پہنچے” — said 📰 twice.\n\nوزیر خارجہ کابل پہنچے again.")
    text = article.newest_version().text
    reader.goto(article.get_absolute_url())
    block = article.newest_version().text.split("\n\n")[0]
    words = "وزیر خارجہ کابل پہنچے” — said 📰 twice"
    before = len(block[: block.index(words)].encode("utf-16-le")) // 2

    reader.evaluate(SELECT, [0, before, before + len(words.encode("utf-16-le")) // 2])
    expect(reader.get_by_role("button", name="New claim")).to_be_visible()  # the browser tells of a selection late
    reader.keyboard.press("c")
    reader.get_by_label("Statement").fill("The minister reached Kabul")
    reader.get_by_role("button", name="Make the claim").click()

    expect(reader.locator("mark.passage")).to_have_text(words)
    anchor = Claim.objects.get().links.get().passage.anchors.get()
    assert (anchor.start, text[anchor.start : anchor.end]) == (text.index(words), words)


def test_overlapping_marks_stay_apart_and_an_address_scrolls_to_its_mark(reader):
    article = make_article("\n\n".join(["A line of padding that is long enough."] * 60 + [f"{FORETOLD} this week."]))
    make_claim(article=article)
    other = make_claim(article=article, quote="Islamabad this week", statement="He goes this week").links.get()

    reader.goto(other.passage.get_absolute_url())

    pieces = reader.locator("mark.passage")
    expect(pieces).to_have_text(["Muttaqi is expected to visit ", "Islamabad", " this week"])
    expect(pieces.nth(1)).to_be_in_viewport()
    expect(reader.locator("mark.passage.is-current")).to_have_count(2)


def test_more_words_than_a_passage_holds_open_no_form(reader):
    reader.goto(make_article("Muttaqi arrived in Islamabad. " * 100).get_absolute_url())

    reader.evaluate(SELECT, [0, 0, 2900])
    expect(reader.get_by_text("A passage has at most 2,000 characters; mark fewer words.")).to_be_visible()
    expect(reader.get_by_role("button", name="New claim")).to_be_disabled()
    reader.evaluate(SELECT, [0, 0, 29])

    expect(reader.get_by_role("button", name="New claim")).to_be_enabled()
    expect(reader.get_by_text("A passage has at most")).to_be_hidden()


def test_the_caret_stays_in_view_in_a_paragraph_longer_than_the_screen(reader):
    reader.goto(make_article("Muttaqi arrived in Islamabad on Wednesday. " * 200).get_absolute_url())

    reader.keyboard.press("m")
    for _ in range(60):
        reader.keyboard.press("ArrowDown")

    top = reader.evaluate("[...CSS.highlights.get('caret')][0].getBoundingClientRect().top")
    assert 0 < top < reader.viewport_size["height"]


def test_filters_are_folded_on_a_phone_and_stand_open_on_a_desk(reader):
    make_article()
    words = reader.get_by_label("Words in the article")

    reader.goto("/articles/")
    expect(words).to_be_visible()
    reader.set_viewport_size({"width": 390, "height": 800})
    expect(words).to_be_hidden()
    reader.locator("summary", has_text="Filters").click()

    expect(words).to_be_visible()


SUGGESTED = {"statement": "Muttaqi will visit Islamabad", "kind": "event"}


def test_suggested_words_open_a_card_from_which_the_form_is_filled_in(reader):
    article = make_article()
    make_suggestion("claim", article=article, says=SUGGESTED)
    reader.goto(article.get_absolute_url())

    reader.locator(".suggested", has_text=FORETOLD).click()
    expect(reader.get_by_role("heading", name="Suggested for these words")).to_be_focused()
    assert Suggestion.objects.get().is_pending
    reader.get_by_role("link", name="Make claim").click()
    expect(reader.get_by_label("Statement")).to_have_value("Muttaqi will visit Islamabad")
    reader.get_by_role("button", name="Make the claim").click()

    expect(reader.locator("mark.passage.is-current")).to_have_text(FORETOLD)
    assert Claim.objects.get().links.get().passage.exact == FORETOLD


def test_suggested_words_are_reached_and_left_from_the_keyboard(reader):
    article = make_article()
    make_suggestion("claim", article=article, says=SUGGESTED)
    reader.goto(article.get_absolute_url())
    glyph = reader.get_by_role("link", name="Suggested claim: Muttaqi will visit Islamabad")

    glyph.focus()
    reader.keyboard.press("Enter")
    expect(reader.get_by_role("heading", name="Suggested for these words")).to_be_focused()
    reader.keyboard.press("Escape")

    expect(reader.locator("#panel")).to_be_empty()
    expect(glyph).to_be_focused()


def test_a_click_on_the_mark_of_a_person_or_a_selection_opens_no_suggestion(reader):
    article = make_article()
    make_claim(article=article, quote="visit Islamabad")
    make_suggestion("claim", article=article, says=SUGGESTED)
    reader.goto(article.get_absolute_url())

    reader.locator("mark.passage").click()
    drag_over(reader, "is expected")
    expect(reader.get_by_role("button", name="New claim")).to_be_visible()
    reader.wait_for_timeout(400)  # longer than the reader waits whether a click begins a selection

    expect(reader.locator("#panel")).to_be_empty()


def test_a_form_in_which_something_was_typed_comes_back_with_it_after_a_look_at_a_suggestion(reader):
    article = make_article()
    make_suggestion("claim", article=article, quote="Talks follow", says=SUGGESTED)
    reader.goto(article.get_absolute_url())
    drag_over(reader, FORETOLD)
    reader.get_by_role("button", name="New claim").click()
    reader.get_by_label("Statement").fill("My own words")

    reader.locator(".suggested").click()
    reader.wait_for_timeout(400)
    expect(reader.get_by_label("Statement")).to_have_value("My own words")
    reader.locator(".suggested-glyph").click()
    expect(reader.locator("#claim-form")).to_have_count(0)
    reader.go_back()

    expect(reader.get_by_label("Statement")).to_have_value("My own words")


def test_suggestions_are_hidden_and_stay_so_in_this_browser(reader):
    article = make_article()
    make_suggestion("claim", article=article, says=SUGGESTED)
    reader.goto(article.get_absolute_url())

    reader.get_by_role("button", name="Suggestions", pressed=True).click()
    expect(reader.locator(".suggested-glyph")).to_be_hidden()
    expect(reader.locator("#suggested")).to_be_hidden()
    reader.goto(article.get_absolute_url())
    expect(reader.locator(".suggested-glyph")).to_be_hidden()
    reader.locator(".suggested").click()
    reader.get_by_role("button", name="Suggestions", pressed=False).click()

    expect(reader.locator(".suggested-glyph")).to_be_visible()
    expect(reader.locator("#panel")).to_be_empty()


def test_an_address_leads_to_suggested_words(reader):
    article = make_article("\n\n".join(["A line of padding that is long enough."] * 60 + [f"{FORETOLD} this week."]))
    suggestion = make_suggestion("claim", article=article, says=SUGGESTED)

    reader.goto(f"{article.get_absolute_url()}#suggestion-{suggestion.pk}")

    expect(reader.locator(".suggested.is-current")).to_have_text(FORETOLD)
    expect(reader.locator(".suggested.is-current")).to_be_in_viewport()


def test_words_marked_across_suggested_ones_are_the_stored_characters(reader):
    article = make_article()
    make_suggestion("claim", article=article, says=SUGGESTED)
    reader.goto(article.get_absolute_url())

    reader.keyboard.press("m")
    for _ in range(7):
        reader.keyboard.press("Shift+ArrowRight")
    reader.keyboard.press("c")
    reader.get_by_role("button", name="Make the claim").click()

    expect(reader.locator("mark.passage").last).to_have_text(" this week")
    assert Claim.objects.get().links.get().passage.exact == f"{FORETOLD} this week"
