"""Whatever is replaced on a page, by keyboard alone: the focus is held, by what can be seen, and is drawn there."""

from datetime import date
from urllib.parse import urlencode

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import expect

from claims.services import comments
from tests.browser.focus import faults, swaps, watch
from tests.browser.reading import read
from tests.factories import (
    ARRIVED,
    FORETOLD,
    make_analyst,
    make_article,
    make_claim,
    make_link,
    make_reviewer,
    make_suggestion,
)
from tests.pages.visiting import become
from tests.queue.suggesting import suggest_claim, suggest_link, suggest_origin
from tests.queue.waiting import SAID, TYPED, make_proposed, make_stale_link, make_undated

pytestmark = pytest.mark.django_db(transaction=True)

TITLE = "#suggestion-title"
TALK = "#comments .comment-form textarea"


@pytest.fixture
def reviewer(transactional_db):
    return make_reviewer("rita")


@pytest.fixture
def desk(page, base_url, reviewer):
    """A page on which a reviewer is logged in and the focus is watched; a fault of a script fails the test."""
    complaints = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.set_viewport_size({"width": 1280, "height": 800})
    watch(page)
    client = Client()
    client.force_login(reviewer)
    become(page, base_url, client.cookies[settings.SESSION_COOKIE_NAME].value)
    yield page
    assert complaints == []


def press(page, keys, focused, *, swapped=False):
    """Press `keys` one by one; then `focused` holds the focus, as it should, and if `swapped`, something came."""
    before = swaps(page)
    for key in keys.split():
        page.keyboard.press(key)
    if swapped:
        page.wait_for_function("before => window.swaps > before", arg=before)
    expect(page.locator(focused)).to_be_focused()
    assert faults(page) == [], f"after {keys}"


def judge(page, keys, focused=TITLE):
    """Press `keys` in the queue, which takes nothing before it can have been read; another stage comes."""
    read(page)
    press(page, keys, focused, swapped=True)


def test_in_the_queue_of_suggestions(desk):
    for number in range(4):
        suggest_claim(article=make_article(), statement=f"Envoy {number} will visit Kabul", score=0.9 - number / 100)
    suggest_link(stance="refutes", score=0.3)
    desk.goto("/queue/")

    for key in "ynpxus":
        judge(desk, key)
    judge(desk, "e", ".suggestion-form [name=statement]")
    judge(desk, "Escape")
    judge(desk, "e", ".suggestion-form [name=statement]")
    judge(desk, "Control+Enter")


def test_at_a_suggestion_that_needs_a_word_more(desk):
    suggest_link(stance="refutes")
    desk.goto("/queue/")

    judge(desk, "y", ".suggestion-form :focus")
    judge(desk, "Escape")
    judge(desk, "x")


def test_at_words_of_which_other_claims_speak(desk):
    make_claim()
    suggest_claim()
    desk.goto("/queue/")

    judge(desk, "l", ".suggestion-form [name=stance]:checked")
    judge(desk, "Escape")


def test_at_an_origin_that_is_suggested(desk):
    suggest_origin()
    desk.goto("/queue/?kind=origin")

    judge(desk, "y")


def test_in_the_queue_when_no_answer_comes(desk):
    suggest_claim()
    desk.goto("/queue/")
    desk.locator("[data-act='queue.reject']").focus()
    desk.context.set_offline(True)

    read(desk)
    desk.keyboard.press("Enter")
    expect(desk.get_by_role("alert")).to_contain_text("The server did not answer.")

    expect(desk.locator("[data-act='queue.reject']")).to_be_focused()
    assert faults(desk) == []


def test_in_the_queue_of_proposals(desk):
    make_proposed(), make_proposed()
    desk.goto("/queue/proposals/")

    for key in "jks":
        judge(desk, key)


def test_in_the_queue_of_stale_passages(desk):
    make_stale_link(SAID, TYPED), make_stale_link()
    desk.goto("/queue/stale/")

    judge(desk, "y")
    judge(desk, "u")
    judge(desk, "s")
    judge(desk, "x", ".suggestion-form [name=reason]")
    judge(desk, "Escape")


def test_in_the_queue_of_undated_articles(desk):
    make_undated("It rained."), make_undated()
    desk.goto("/queue/undated/")

    judge(desk, "y")
    judge(desk, "e", ".suggestion-form [name=published_on]")
    judge(desk, "Escape")
    judge(desk, "x")
    judge(desk, "u")


def test_at_what_opens_and_closes_beside_the_text(desk):
    article = make_article(f"WHAT CAME FIRST\n\n{FORETOLD} this week.\n\nWHAT CAME LAST\n\nTalks follow.")
    make_claim(article=article), make_claim(article=article, quote="visit Islamabad", statement="A visit")
    desk.goto(f"{article.get_absolute_url()}")

    press(desk, "]", "#article a.glyph:focus")
    press(desk, "Enter", "#panel h2", swapped=True)
    desk.locator(".also-here a").focus()
    press(desk, "Enter", "#panel h2", swapped=True)
    desk.locator("#panel [data-close-panel]").focus()
    press(desk, "Enter", "#article:focus, #article a:focus")
    press(desk, "b", "aside :focus")
    press(desk, "b", "#article")
    press(desk, "o", ".outline :focus")
    press(desk, "Enter", "#article")


def test_at_marks_that_are_switched_off_under_the_focus(desk, reviewer):
    article = make_article()
    make_claim(article=article, by=reviewer)
    desk.goto(article.get_absolute_url())

    desk.locator("[data-switch=mine]").focus()
    press(desk, "Enter", "[data-switch=mine]")


def test_at_the_choices_for_words_that_are_marked(desk):
    desk.goto(make_article().get_absolute_url())

    press(desk, "m Shift+J", "#article")
    press(desk, "Enter", "#marking-toolbar [data-act='marking.claim']")
    press(desk, "ArrowRight", "#marking-toolbar [data-act='marking.evidence']")
    press(desk, "Escape", "#article")


def test_while_words_become_a_claim(desk):
    make_claim()
    desk.goto(make_article().get_absolute_url())

    press(desk, "j c", "#claim-form [name=statement]", swapped=True)
    press(desk, "Escape", "#article")
    press(desk, "c", "#claim-form [name=statement]", swapped=True)
    desk.locator("#claim-form [name=topics]").fill("x" * 101)
    press(desk, "Control+Enter", "#claim-form [name=topics]", swapped=True)
    desk.locator("#claim-form [name=statement]").fill("Muttaqi will visit Islamabad")
    expect(desk.locator("#similar a").first).to_be_visible()
    desk.locator("#similar a").first.focus()
    press(desk, "Enter", "#evidence-form [name=q]", swapped=True)


def test_while_words_become_evidence(desk):
    make_claim(statement="Prices doubled in Herat", kind="event")
    claim = make_claim()
    article = make_article(f"{ARRIVED} on Wednesday. Talks follow.", published_on=date(2021, 11, 10))
    desk.goto(article.get_absolute_url())

    press(desk, "j e", "#evidence-form [name=q]", swapped=True)
    desk.keyboard.type("prices")
    expect(desk.locator("#matches [data-answers=prices]")).to_be_attached()
    assert faults(desk) == []
    press(desk, "ArrowDown", "#matches input:checked", swapped=True)
    press(desk, "ArrowUp", "#evidence-form [name=q]")
    desk.keyboard.press("Control+a")
    desk.keyboard.type(claim.label)
    press(desk, "Enter", "#link-part [name=stance] >> nth=0", swapped=True)
    press(desk, "2", "#link-part :focus", swapped=True)
    press(desk, "Control+Enter", "#evidence-form [aria-invalid=true] >> nth=0", swapped=True)
    press(desk, "7", "#link-part [name=basis]:focus", swapped=True)
    desk.locator("#link-part [name=reason]").focus()
    desk.keyboard.type("He stayed in Kabul.")
    desk.keyboard.press("Control+Enter")
    expect(desk.locator("[data-toast]")).to_be_visible()
    expect(desk.locator("#article")).to_be_focused()
    assert faults(desk) == []
    desk.locator("[data-closes-toast]").focus()
    press(desk, "Enter", "#article")


def test_on_the_page_that_adds_evidence_to_a_claim(desk):
    claim = make_claim()
    article = make_article(f"{ARRIVED} on Wednesday. Talks follow.", published_on=date(2021, 11, 10))
    desk.goto(f"{claim.get_absolute_url()}evidence/")

    desk.locator("main [name=article]").focus()
    desk.keyboard.type(str(article.pk))
    press(desk, "Tab", ":focus", swapped=True)
    desk.locator("a.match").first.focus()
    press(desk, "Enter", "#words-part [name=quote]", swapped=True)


def test_while_the_target_of_a_merge_is_looked_for(desk):
    claim, other = make_claim(), make_claim(statement="Prices doubled in Herat", kind="event")
    desk.goto(f"{claim.get_absolute_url()}merge/")

    desk.locator("main [name=q]").focus()
    desk.keyboard.type("prices")
    expect(desk.locator("#matches [data-answers=prices]")).to_be_attached()
    assert faults(desk) == []
    press(desk, "ArrowDown", f"#matches [value='{other.number}']")


def test_in_comments(desk):
    claim = make_claim()
    desk.goto(claim.get_absolute_url())

    desk.locator(TALK).focus()
    desk.keyboard.type("Who says so, @ri")
    expect(desk.get_by_role("option")).to_have_count(1)
    press(desk, "Escape", TALK)
    desk.keyboard.type("ghtly? @nobody_here")
    press(desk, "Control+Enter", TALK, swapped=True)
    desk.keyboard.press("Control+a")
    desk.keyboard.type("Who says so?")
    press(desk, "Control+Enter", "#comments .comment", swapped=True)
    desk.locator("#comments .reply summary").focus()
    press(desk, "Enter", "#comments .reply textarea")
    desk.keyboard.type("ANI does.")
    press(desk, "Control+Enter", "#comments .replies .comment", swapped=True)
    desk.get_by_role("button", name="Mark as done").focus()
    press(desk, "Enter", "#comments .thread[data-done]", swapped=True)


def test_at_comments_that_come_when_they_are_opened(desk):
    claim = make_claim()
    make_link(claim)
    desk.goto(claim.get_absolute_url())

    desk.locator(".comments-fold summary").first.focus()
    press(desk, "Enter", ".comments-fold[open] summary", swapped=True)


def test_at_what_the_claim_page_asks_for_itself(desk):
    claim = make_claim()
    desk.route("**/related/", lambda route: (desk.locator("#related a").focus(), route.continue_()))
    desk.goto(claim.get_absolute_url())
    desk.wait_for_function("() => window.swaps > 0")

    assert faults(desk) == []


@pytest.mark.parametrize("key", ["y", "x"])
def test_at_the_candidates_of_a_claim(desk, key):
    claim = make_claim()
    for score in (0.9, 0.5):
        article = make_article(f"{ARRIVED} on Wednesday. He met Qureshi.", published_on=date(2021, 11, 10))
        says = {"stance": "supports", "basis": "outcome"}
        make_suggestion("link", article=article, quote=ARRIVED, claim=claim, score=score, says=says)
    desk.goto(claim.get_absolute_url())

    press(desk, "c", "[data-candidate] >> nth=0")
    read(desk)
    desk.keyboard.press(key)
    expect(desk.locator("#candidates [data-toast]")).to_be_visible()

    expect(desk.locator("#candidates :focus")).to_be_visible()
    assert faults(desk) == []


def test_at_news_of_colleagues(desk, settings):
    settings.FACTCHECK_PULSE_SECONDS = 1
    claim, bob = make_claim(), make_analyst("bob")
    desk.goto(claim.get_absolute_url())
    comments.make(claim=claim, body="One origin?", by=bob)
    dismiss = desk.locator("[data-dismisses-news]")
    dismiss.focus(timeout=5000)
    comments.make(claim=claim, body="It is.", by=bob)
    expect(desk.locator(".live-card")).to_contain_text("2", timeout=5000)

    expect(dismiss).to_be_focused()
    assert faults(desk) == []
    press(desk, "Enter", "#main")


def test_at_what_opens_over_the_page(desk):
    make_claim()
    desk.goto("/")

    desk.locator("[data-opens-palette]").focus()
    press(desk, "Enter", "#palette [name=q]")
    desk.keyboard.type("mutt")
    expect(desk.get_by_role("option").first).to_contain_text("Muttaqi")
    press(desk, "ArrowDown", "#palette [name=q]")
    press(desk, "Escape", "[data-opens-palette]")
    desk.locator("[data-shows-shortcuts]").focus()
    press(desk, "Enter", "#shortcuts :focus")
    press(desk, "Escape", "[data-shows-shortcuts]")
    desk.locator(".masthead details.menu summary").last.focus()
    press(desk, "Enter", ".masthead details.menu[open] summary")
    press(desk, "Escape", ".masthead details.menu summary >> nth=-1")
    desk.locator(".theme-toggle").focus()
    press(desk, "Enter", ".theme-toggle")


def test_at_a_draft_that_is_discarded(desk, reviewer):
    claim = make_claim(by=reviewer)
    desk.goto(f"{claim.get_absolute_url()}edit/")
    criteria = desk.get_by_label("What would settle it")
    criteria.fill("An announcement.")
    desk.wait_for_function("() => Object.keys(localStorage).some((name) => name.startsWith('draft:'))")
    desk.reload()

    desk.get_by_role("button", name="Discard it").focus()
    press(desk, "Enter", "[name=criteria]")


def test_at_a_form_about_words_that_is_restored(desk):
    article = make_article()
    query = urlencode({"panel": "new-claim", "words": f"0-{len(FORETOLD)}"})
    desk.goto(f"{article.get_absolute_url()}?{query}")

    expect(desk.locator("#panel :focus")).to_be_visible()
    assert faults(desk) == []
