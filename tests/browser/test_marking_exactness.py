"""What is marked is what is stored: selections of every kind in a text that has every trap."""

import random
import re

import pytest
from playwright.sync_api import expect

from claims.models import Passage
from tests.factories import PASSWORD, make_analyst, make_article, make_claim, make_suggestion

pytestmark = pytest.mark.django_db(transaction=True)

FAMILY, FLAG, THUMB, ACCENTS = "👩‍👩‍👧‍👦", "🇦🇫", "👍🏽", "q̣̇"
LONG = "Donaudampfschifffahrts" * 12
SOFT, ZERO_WIDTH, PERSIAN = "Isla\u00adma\u00adbad", "Ka\u200bbul", "می\u200cرود"
WHOLE = [
    FAMILY,
    FLAG,
    THUMB,
    ACCENTS,
    SOFT,
    PERSIAN,
    LONG,
    "don't",
    "کابل",
    "ירושלים",
    "Kabul",
    "𝔸𝔹",
    "ﬁnally",
    "क्षि",
]
HOSTILE = "\r\n\r\n".join(
    [
        f"{FAMILY} A minister came to Kabul {FLAG}{FLAG}, they said {THUMB}.\r"
        f"He said: “I don't go” — and left{FAMILY}",
        f"The envoy said کابل and ירושלים in one breath, {ACCENTS}uoted {ZERO_WIDTH} and {SOFT}.\u2028"
        "I am a b c, he wrote.",
        f"وزیر خارجہ کابل پہنچے۔ انہوں نے Kabul کہا اور {PERSIAN} {FLAG} گئے۔ وہ 2021 میں آئے تھے۔",
        "Yes. Yes. Yes. Kabul fell. Yes. Kabul fell.",
        "Kabul fell.",
        "Kabul fell.",
        f"𝔸𝔹 said\tthat\xa0{LONG} was\u2003ﬁnally over; क्षि, 首都喀布尔已经陷落了。 So “𝔸𝔹” said ‘no’… 𝔸𝔹",
        "𝔸𝔹 𝔹 said so and went on. " * 90 + "𝔸𝔹",
    ]
)
# Another reading of the page than the reader's own: where a range stands, and how to select one, in code points.
TOOLS = """() => {
  const texts = (block) => {
    const [found, walker] = [[], document.createTreeWalker(block, NodeFilter.SHOW_TEXT)];
    while (walker.nextNode()) found.push(walker.currentNode);
    return found.filter((text) => !text.parentElement.closest("[data-noselect]"));
  };
  const blocks = [...document.querySelectorAll("[data-start]")];
  const offset = (node, index) => {
    const block = blocks.find((each) => each.contains(node));
    const before = texts(block).filter((text) => text !== node && text.compareDocumentPosition(node) & 4);
    const inside = node.nodeType === 3 ? node.data.slice(0, index) : "";
    return Number(block.dataset.start) + [...before.map((text) => text.data).join("") + inside].length;
  };
  const point = (wanted) => {
    let left = wanted - Number(blocks.findLast((each) => Number(each.dataset.start) <= wanted).dataset.start);
    const all = texts(blocks.findLast((each) => Number(each.dataset.start) <= wanted));
    for (const node of all) {
      const characters = [...node.data];
      if (left <= characters.length) return [node, characters.slice(0, left).join("").length];
      left -= characters.length;
    }
    return [all.at(-1), all.at(-1).length];
  };
  window.select = (from, to) => getSelection().setBaseAndExtent(...point(from), ...point(to));
  window.extend = (to) => new Promise((heard) => {
    document.addEventListener("selectionchange", () => setTimeout(heard), { once: true });
    setTimeout(heard, 300); // of a selection that stays as it was nothing is told
    getSelection().extend(...point(to));
  });
  window.boxesOf = (...places) => {
    const ranges = places.map((at) => {
      const range = new Range();
      range.setStart(...point(at));
      range.setEnd(...point(at + 1));
      return range;
    });
    scrollBy(0, ranges[0].getBoundingClientRect().top - innerHeight / 2);
    return ranges.map((range) => range.getBoundingClientRect().toJSON());
  };
  window.painted = () => {
    const [range] = CSS.highlights.get("draft") ?? [];
    if (!range) return null;
    return [offset(range.startContainer, range.startOffset), offset(range.endContainer, range.endOffset)];
  };
}"""
SEND = """async ([quote, near, statement]) => {
  const { claimUrl } = document.getElementById("article").dataset;
  const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
  const said = { quote, near, statement, kind: "event", speaker_kind: "unattributed", certainty: "uncommitted" };
  const headers = { "X-CSRFToken": token, "HX-Request": "true" };
  const answer = await fetch(claimUrl, { method: "POST", body: new URLSearchParams(said), headers });
  return [answer.status, answer.headers.get("HX-Redirect") ?? (await answer.text())];
}"""
DRAFT = """async () => {
  const { marked } = await import(new URL("draft.js", document.querySelector("script[src*='js/reader']").src));
  return marked() && [marked().quote, marked().start, marked().end];
}"""


@pytest.fixture
def article():
    """The hostile article, with marks and a suggestion that lie over one another."""
    article = make_article(HOSTILE)
    text = article.newest_version().text
    assert not re.search("[\r\u2028]", text)
    make_claim(article=article, quote=f"A minister came to Kabul {FLAG}{FLAG}, they")
    make_claim(article=article, quote=f"Kabul {FLAG}{FLAG}, they said {THUMB}.\nHe", statement="He came to Kabul")
    make_claim(article=article, quote="said کابل and ירושלים", statement="He said two names")
    make_suggestion("claim", article=article, quote="minister came to Kabul", says={"statement": "He came"})
    return article


def open_page(page, article):
    page.goto("/login/")
    page.get_by_label("Username").fill(make_analyst().username)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    page.wait_for_url("**/")
    page.goto(article.get_absolute_url())
    page.evaluate(TOOLS)


def store(page, number):
    """Send what is marked as the form does; return the anchor of the passage that was made."""
    quote, start, _ = page.evaluate(DRAFT)
    status, said = page.evaluate(SEND, [quote, start, f"Statement {number}"])
    assert status == 200, said
    passage = Passage.objects.get(pk=re.search(r"#passage-(\d+)", said)[1])
    return passage.anchors.get()


def assert_is_stored_as_painted(page, text, number):
    painted = page.evaluate("painted()")
    anchor = store(page, number)

    assert [anchor.start, anchor.end] == painted
    assert anchor.passage.exact == text[anchor.start : anchor.end]
    assert anchor.passage.exact.strip() == anchor.passage.exact
    for word in WHOLE:
        for found in re.finditer(re.escape(word), text):
            assert not found.start() < anchor.start < found.end(), (word, anchor.passage.exact)
            assert not found.start() < anchor.end < found.end(), (word, anchor.passage.exact)
    return anchor


def assert_holds_no_more_than_whole_words(anchor, text, start, end):
    """`anchor` covers what was drawn from `start` to `end`, and beyond it only the rest of the words at its edges."""
    drawn = text[start:end]
    first = start + len(drawn) - len(drawn.lstrip())
    last = start + len(drawn.rstrip())
    assert anchor.start <= first < last <= anchor.end
    assert not re.search(r"\s", text[anchor.start : first] + text[last : anchor.end])


def may_be_stored(page):
    start, end = page.evaluate("painted()") or (0, 0)
    return 0 < end - start <= Passage.EXACT_MAX


def forget(page):
    """Drop what is marked. The browser tells nothing of a selection that was empty already, hence the event."""
    page.evaluate("getSelection().removeAllRanges(); document.dispatchEvent(new Event('selectionchange'))")
    page.wait_for_function("() => painted() === null")


def draw(page, start, end):
    """Select from `start` to `end`, or backwards; wait until the page has heard of it, which may be late."""
    forget(page)
    page.evaluate("([start, end]) => select(start, end)", [start, end])
    page.wait_for_function("() => painted() !== null")


def test_every_selection_is_stored_as_it_was_drawn(page, article):
    text, chance = article.newest_version().text, random.Random(4)
    open_page(page, article)

    for number in range(60):
        start = chance.randrange(len(text) - 2200)
        end = min(start + chance.choice([1, 2, 3, 8, 30, 200]), len(text) - 2100)
        if not re.search(r"[^\W_]", text[start:end]):
            continue
        draw(page, *((start, end) if number % 2 else (end, start)))
        anchor = assert_is_stored_as_painted(page, text, number)
        assert_holds_no_more_than_whole_words(anchor, text, start, end)


def test_words_that_are_repeated_are_stored_where_they_were_drawn(page, article):
    text = article.newest_version().text
    open_page(page, article)

    for words in (r"Yes\.", r"Kabul fell\.", r"Kabul fell\.\s+Kabul fell\.", "𝔸𝔹"):
        for number, found in enumerate(list(re.finditer(f"(?=({words}))", text))[:5]):
            draw(page, *found.span(1))
            anchor = assert_is_stored_as_painted(page, text, f"{words} {number}")
            assert (anchor.start, anchor.end) == found.span(1)


def test_the_longest_passage_is_stored_and_a_longer_one_is_not(page, article):
    text = article.newest_version().text
    words = [found.span() for found in re.finditer(r"\S+", text)]
    last = len(text) - 1
    longest = next((start, end) for start, _ in words for _, end in words if end - start == Passage.EXACT_MAX)
    open_page(page, article)

    draw(page, *longest)
    expect(page.get_by_role("button", name="New claim")).to_be_enabled()
    anchor = assert_is_stored_as_painted(page, text, 1)
    draw(page, last - Passage.EXACT_MAX, last)

    assert (anchor.start, anchor.end) == longest
    expect(page.get_by_role("button", name="New claim")).to_be_disabled()


def test_words_drawn_with_the_mouse_are_stored_as_they_were_painted(page, article):
    text, chance = article.newest_version().text, random.Random(7)
    open_page(page, article)

    for number in range(16):
        start = chance.randrange(len(text) - 2300)
        forget(page)  # a press on selected words would drag them
        here, there = page.evaluate("([start, end]) => boxesOf(start, end)", [start, start + 20])
        page.mouse.move(here["x"] + 1, here["y"] + here["height"] / 2)
        page.mouse.down()
        page.mouse.move(there["x"] + 1, there["y"] + there["height"] / 2, steps=3)
        page.mouse.up()
        page.wait_for_timeout(200)  # the browser tells of a selection late
        if may_be_stored(page):
            assert_is_stored_as_painted(page, text, number)
    assert Passage.objects.count() > 10


def test_words_marked_from_the_keyboard_are_stored_as_they_were_painted(page, article):
    text, chance = article.newest_version().text, random.Random(9)
    keys = ["j", "k", "ArrowLeft", "ArrowRight", "ArrowDown", "Home", "End"]
    stretches = ["Shift+J", "Shift+K", "Shift+ArrowLeft", "Shift+ArrowRight", "Shift+ArrowUp", "Shift+End"]
    open_page(page, article)
    page.keyboard.press("m")

    for number in range(20):
        for key in (*chance.choices(keys, k=2), *chance.choices(stretches, k=3)):
            page.keyboard.press(key)
        if may_be_stored(page):
            assert_is_stored_as_painted(page, text, number)


def test_words_selected_with_a_finger_are_stored_as_they_were_painted(browser, base_url, article):
    """A long press takes a word; then its handles are moved, to and fro, beyond each other and over marks."""
    text, chance = article.newest_version().text, random.Random(12)
    context = browser.new_context(
        base_url=base_url, viewport={"width": 390, "height": 800}, has_touch=True, is_mobile=True
    )
    page = context.new_page()
    open_page(page, article)
    words = [found.span() for found in re.finditer(r"[^\W_]+", text) if found.end() < len(text) - 2300]
    stored = 0

    for number in range(40):
        start, end = chance.choice(words)
        draw(page, *((start, end) if number % 2 else (end, start)))
        base = start if number % 2 else end
        for _ in range(3):
            edge = min(max(base + chance.randrange(-160, 160), 0), len(text) - 2200)
            page.evaluate("edge => extend(edge)", edge)
        if edge == base or not may_be_stored(page):
            continue
        anchor = assert_is_stored_as_painted(page, text, number)
        assert_holds_no_more_than_whole_words(anchor, text, min(base, edge), max(base, edge))
        stored += 1
    context.close()

    assert stored > 30
