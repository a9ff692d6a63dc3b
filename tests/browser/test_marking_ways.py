"""The ways of marking words: from the keyboard, with the mouse, with a finger; and that no way loses its place."""

import re

import pytest
from playwright.sync_api import expect

from claims.models import Claim
from tests.factories import PASSWORD, make_analyst, make_article, make_claim

pytestmark = pytest.mark.django_db(transaction=True)

TEXT = "One man came. Two men came, they said. Three men left.\n\nFour men stayed. وزیر خارجہ کابل پہنچے۔"
LONG = "\n\n".join(f"Minister number {number} arrived in Kabul. He left it again." for number in range(60))
PAINTED = "[...(CSS.highlights.get('draft') ?? [])].map(String).join()"
HEIGHT = "[...CSS.highlights.get('draft')][0].getBoundingClientRect().top"


@pytest.fixture
def reader(page):
    """A page on which an analyst is logged in and every complaint of the browser fails the test."""
    complaints = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    log_in(page)
    yield page
    assert complaints == []


def log_in(page):
    page.goto("/login/")
    page.get_by_label("Username").fill(make_analyst().username)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    page.wait_for_url("**/")


def press(page, *keys):
    for key in keys:
        page.keyboard.press(key)


def painted(page):
    return page.evaluate(PAINTED)


def await_painted(page, words):
    page.wait_for_function(f"words => {PAINTED} === words", arg=words)


def place_of(page, words):
    """Return where `words` begin on the page: x, y and how high and wide they are."""
    return page.evaluate(
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


def click(page, words, **how):
    box = place_of(page, words)
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, **how)


def test_sentences_are_marked_and_stretched_from_the_keyboard_and_said(reader):
    reader.goto(make_article(TEXT).get_absolute_url())
    status = reader.locator("#status")

    press(reader, "j")
    assert painted(reader) == "One man came."
    press(reader, "j")
    expect(status).to_have_text("Two men came, they said.")
    press(reader, "Shift+ArrowLeft", "Shift+ArrowLeft", "Shift+ArrowLeft")
    assert painted(reader) == "Two men came"
    expect(status).to_have_text("No longer marked: , they")
    press(reader, "Shift+J")
    assert painted(reader) == "Two men came, they said."
    press(reader, "Shift+J")
    expect(status).to_have_text("Marked: Three men left.")
    press(reader, "Shift+K", "Shift+K")
    assert painted(reader) == "One man came. Two men came, they said."
    press(reader, "k")

    assert painted(reader) == "One man came."


def test_arrows_follow_the_direction_in_which_the_text_is_read(reader):
    reader.goto(make_article("Kabul fell.\n\nوزیر خارجہ کابل پہنچے").get_absolute_url())

    press(reader, "m", "ArrowRight", "ArrowRight")
    assert painted(reader) == "وزیر"
    press(reader, "ArrowLeft", "Shift+ArrowLeft")

    assert painted(reader) == "خارجہ کابل"


def test_the_choices_are_opened_gone_through_and_left_from_the_keyboard(reader):
    reader.goto(make_article(TEXT).get_absolute_url())

    press(reader, "j", "Enter")
    expect(reader.get_by_role("button", name="New claim")).to_be_focused()
    press(reader, "ArrowRight")
    expect(reader.get_by_role("button", name="Evidence for a claim")).to_be_focused()
    press(reader, "Escape")
    expect(reader.locator("#article")).to_be_focused()
    press(reader, "Shift+ArrowRight", "Enter", "Enter")

    expect(reader.get_by_role("heading", name="New claim")).to_be_visible()
    expect(reader.locator("#panel blockquote p")).to_have_text("One man came. Two")


def test_the_next_and_the_previous_mark_are_gone_to_and_opened_from_the_keyboard(reader):
    article = make_article(TEXT)
    for quote in ("One man", "men stayed"):
        make_claim(article=article, quote=quote, statement=f"It is said: {quote}")
    reader.goto(article.get_absolute_url())

    press(reader, "j", "j", "]")
    expect(reader.locator("a.glyph").nth(1)).to_be_focused()
    press(reader, "[")
    expect(reader.locator("a.glyph").nth(0)).to_be_focused()
    press(reader, "Enter")

    expect(reader.locator("#panel")).to_contain_text("It is said: One man")


def test_words_marked_from_the_keyboard_are_copied_as_they_are_stored(reader):
    reader.context.grant_permissions(["clipboard-read", "clipboard-write"])
    article = make_article(TEXT)
    make_claim(article=article, quote="man")
    reader.goto(article.get_absolute_url())

    press(reader, "j", "Control+c")

    assert reader.evaluate("navigator.clipboard.readText()") == "One man came."


def test_words_stay_marked_where_they_are_while_a_form_comes_is_refused_and_goes(reader):
    reader.goto(make_article(LONG).get_absolute_url())
    reader.evaluate("scrollTo(0, 1200)")
    press(reader, "j", "j", "Shift+ArrowLeft")
    words, height = painted(reader), reader.evaluate(HEIGHT)

    press(reader, "c")
    reader.get_by_label("Statement").fill("")
    reader.get_by_label("First day").fill("2021-11-09")
    reader.locator("#claim-form").evaluate("form => { form.noValidate = true; form.requestSubmit(); }")
    expect(reader.locator("#claim-form [aria-invalid=true]").first).to_be_visible()
    assert (painted(reader), reader.evaluate(HEIGHT)) == (words, height)
    press(reader, "Escape")
    expect(reader.locator("#panel")).to_be_empty()

    expect(reader.locator("#article")).to_be_focused()
    expect(reader.get_by_role("button", name="New claim")).to_be_visible()
    assert (painted(reader), reader.evaluate(HEIGHT)) == (words, height)
    press(reader, "Shift+ArrowLeft")
    assert words.startswith(painted(reader) + " ")


def test_a_mark_that_was_made_stands_where_its_words_stood_and_one_goes_on_from_there(reader):
    reader.goto(make_article(LONG).get_absolute_url())
    reader.evaluate("scrollTo(0, 1200)")
    press(reader, "j", "j", "j")
    words, height = painted(reader), reader.evaluate(HEIGHT)

    press(reader, "c")
    reader.get_by_role("button", name="Make the claim").click()
    expect(reader.locator("mark.passage").first).to_have_text(words)

    expect(reader.locator("#article")).to_be_focused()
    top = "document.querySelector('mark.passage').getClientRects()[0].top"
    reader.wait_for_function(f"height => Math.abs({top} - height) < 3", arg=height)
    press(reader, "j")
    assert painted(reader) == words


def test_words_stay_marked_when_the_text_is_put_on_the_page_anew(reader):
    reader.goto(make_article(TEXT).get_absolute_url())
    press(reader, "j", "j")

    reader.evaluate("for (const block of document.querySelectorAll('[data-start]')) block.innerHTML += ''")

    await_painted(reader, "Two men came, they said.")
    press(reader, "Shift+J")
    assert painted(reader) == "Two men came, they said. Three men left."


def test_clicks_take_a_word_and_a_sentence_and_shift_stretches_over_paragraphs_and_marks(reader):
    article = make_article(TEXT)
    make_claim(article=article, quote="came. Two")
    make_claim(article=article, quote="left", statement="They left")
    reader.goto(article.get_absolute_url())

    click(reader, "said", click_count=2)
    await_painted(reader, "said")
    click(reader, "said", click_count=3)
    await_painted(reader, "Two men came, they said.")
    reader.keyboard.down("Shift")
    click(reader, "stayed")
    reader.keyboard.up("Shift")
    reader.wait_for_function(f"() => {PAINTED}.endsWith('stayed')")
    press(reader, "c")
    reader.get_by_label("Statement").fill("They came and went")
    reader.get_by_role("button", name="Make the claim").click()
    reader.wait_for_url("**link=**")

    claim = Claim.objects.get(statement="They came and went")
    expected = "Two men came, they said. Three men left.\n\nFour men stayed"
    assert claim.links.get().passage.exact == expected


def test_words_marked_from_the_keyboard_are_stretched_with_the_mouse_and_the_other_way_round(reader):
    reader.goto(make_article(TEXT).get_absolute_url())

    press(reader, "j")
    reader.keyboard.down("Shift")
    click(reader, "they")
    reader.keyboard.up("Shift")
    reader.wait_for_function(f"() => {PAINTED} === 'One man came. Two men came, they'")
    press(reader, "Shift+ArrowRight")

    assert painted(reader) == "One man came. Two men came, they said"
    assert reader.evaluate("getSelection().isCollapsed")


def test_a_finger_finds_the_choices_at_the_lower_edge_and_opens_marks(browser, base_url):
    context = browser.new_context(
        base_url=base_url, viewport={"width": 390, "height": 800}, has_touch=True, is_mobile=True
    )
    page = context.new_page()
    article = make_article(TEXT)
    make_claim(article=article, quote="stayed", statement="They stayed")
    log_in(page)
    page.goto(article.get_absolute_url())

    box = place_of(page, "Three men")
    page.touchscreen.tap(box["x"] + 3, box["y"] + 3)
    page.evaluate(  # what the system does at a long press, and when a handle is moved
        """() => {
          const text = document.querySelector("[data-start]").firstChild;
          getSelection().setBaseAndExtent(text, 40, text, 42);
          getSelection().extend(text, 49);
        }"""
    )
    button = page.get_by_role("button", name="New claim")
    expect(button).to_be_visible()
    assert button.bounding_box()["y"] > 700
    assert button.bounding_box()["height"] >= 44
    button.tap()
    expect(page.locator("#panel blockquote p")).to_have_text("Three men")
    page.get_by_role("link", name="Cancel").tap()
    expect(button).to_be_visible()
    page.locator("mark.passage").tap()

    expect(page.locator("#panel")).to_contain_text("They stayed")
    context.close()


def test_without_the_browsers_own_rules_characters_are_kept_whole_all_the_same(reader):
    reader.add_init_script("delete Intl.Segmenter")
    reader.goto(make_article("A man 👩‍👩‍👧‍👦👍🏽🇦🇫🇵🇰 don't go 首都").get_absolute_url())

    for start, end, words in (
        (7, 8, "👩‍👩‍👧‍👦"),
        (18, 19, "👍🏽"),
        (22, 24, "🇦🇫"),
        (31, 33, "don't"),
        (40, 41, "都"),
    ):
        reader.evaluate(
            """([start, end]) => {
              const text = document.querySelector("[data-start]").firstChild;
              getSelection().setBaseAndExtent(text, start, text, end);
            }""",
            [start, end],
        )
        await_painted(reader, words)


def test_a_caret_in_a_long_text_is_said_in_short(reader):
    reader.goto(make_article("Kabul fell " * 80 + "at last.").get_absolute_url())

    press(reader, "j")

    said = reader.locator("#status").inner_text()
    assert re.fullmatch(r"Kabul fell .{150,} … .+ fell at last\.", said)
    assert len(said) < 300
