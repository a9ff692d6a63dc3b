"""Who is quicker than the server: what is shown answers what was said last, and no press is lost on the way."""

import re
from datetime import date

import pytest
from playwright.sync_api import expect

from claims.models import Link, Suggestion
from claims.vocabulary import Stance
from tests.browser.held import Held
from tests.browser.reading import read_drawn, select
from tests.factories import make_analyst, make_article, make_claim
from tests.queue.suggesting import suggest_claim

pytestmark = pytest.mark.django_db(transaction=True)

WORDS = "Muttaqi will visit Islamabad"
LOOKUP = re.compile(r"/claims/lookup/")
PRESUMED = re.compile(r"/articles/\d+/evidence/\?")
CHECKED = re.compile(r"/links/check/")
SCRIPTS = re.compile(r"/htmx[^/]*\.js")
ASKED = 400  # milliseconds after which what was typed or chosen has been asked for


@pytest.fixture
def report():
    return make_article(f"Officials met.\n\n{WORDS}, they said. Talks follow.", published_on=date(2021, 11, 6))


@pytest.fixture
def claims():
    return [make_claim(statement=f"{WORDS}{more}") for more in ("", " soon", " for talks")]


@pytest.fixture
def form(sit, claims, report):
    """The form about evidence, beside its article."""
    page = mark_words(sit, report)
    page.keyboard.press("e")
    expect(page.get_by_label("Which claim?")).to_be_focused()
    return page


def mark_words(sit, report):
    page = sit(make_analyst())
    page.goto(report.get_absolute_url())
    select(page, WORDS)
    expect(page.locator("#marking-toolbar")).to_be_visible()
    return page


def choose(page, claim):
    page.locator(f"[name=claim][value='{claim.number}']").check()
    page.wait_for_timeout(ASKED)


def expect_linked(page, claim, stance):
    expect(page.locator("[data-toast]")).to_contain_text(f"Linked to {claim.label} as: {stance}")
    assert claim.links.filter(stance=stance).exists()


def test_what_is_typed_while_an_answer_is_awaited_is_looked_up_too(form):
    box = form.get_by_label("Which claim?")
    answers = Held(form, LOOKUP)
    for words in ("visit", "visit isl", "visit islamabad soon"):
        box.fill(words)
        form.wait_for_timeout(ASKED)

    answers.let_through()

    expect(form.locator("#matches [data-answers]")).to_have_attribute("data-answers", "visit islamabad soon")


def test_a_save_after_several_choices_is_of_the_last(form, claims):
    form.get_by_label("Context").check()
    form.get_by_label("Which claim?").fill("islamabad")
    expect(form.locator("[name=claim]")).to_have_count(3)
    answers = Held(form, PRESUMED)
    for claim in (*claims, claims[0], claims[1]):
        choose(form, claim)
    form.get_by_role("button", name="Save the link").click()

    answers.let_through()

    expect_linked(form, claims[1], "context")


def test_what_a_link_adds_up_to_is_told_of_the_stance_said_last(form):
    form.keyboard.press("Enter")
    answers = Held(form, CHECKED)
    for key in ("1", "2", "4"):
        form.keyboard.press(key)
        form.wait_for_timeout(ASKED)

    with form.expect_response(lambda answer: "stance=context" in (answer.request.post_data or "")):
        answers.let_through()


def test_a_claim_chosen_before_the_scripts_came_is_the_one_that_is_saved(page, sit, claims, report):
    sit(make_analyst())
    scripts = Held(page, SCRIPTS)
    page.goto(f"{report.get_absolute_url()}evidence/?quote={WORDS}&q=islamabad", wait_until="commit")
    meant = claims[2]
    expect(page.locator("[name=claim]:checked, [name=claim]")).to_have_count(3)
    choose(page, meant)
    page.get_by_label("Context").check()

    scripts.let_through()
    expect(page.locator("[name=presumed_for]")).to_have_value(str(meant.number))
    expect(page.get_by_label("Context")).to_be_checked()
    page.get_by_role("button", name="Save the link").click()

    expect(page.get_by_text(f"Linked to {meant.label} as: context")).to_be_visible()


def test_letters_typed_before_a_form_came_are_for_its_field(sit, claims, report):
    page = mark_words(sit, report)
    form = Held(page, re.compile("/evidence/"))
    page.keyboard.press("e")
    expect(page.get_by_text("Loading…", exact=True)).to_be_visible()
    page.keyboard.type("junct")

    form.let_through()

    expect(page.get_by_label("Which claim?")).to_have_value("junct")
    expect(page.get_by_role("heading", name="Evidence for a claim")).to_be_visible()
    expect(page.locator(".draft")).to_have_count(0)


def test_keys_of_the_common_case_pressed_before_the_form_came_are_taken_up_to_the_save(sit, claims, report):
    page = mark_words(sit, report)
    form = Held(page, re.compile("/evidence/"))
    page.keyboard.press("e")
    for key in ("Enter", "1", "Enter"):
        page.keyboard.press(key)

    form.let_through()

    expect(page.locator("[name=stance]:checked")).to_have_value("supports")
    expect(page.locator("*:focus")).to_have_attribute("name", "stance")
    page.wait_for_timeout(ASKED)
    assert not Link.objects.filter(stance=Stance.SUPPORTS).exists()


def test_letters_typed_for_a_form_that_was_closed_are_for_nothing(sit, claims, report):
    page = mark_words(sit, report)
    form = Held(page, re.compile("/evidence/"))
    page.keyboard.press("e")
    expect(page.get_by_text("Loading…", exact=True)).to_be_visible()
    page.keyboard.type("junct")
    page.keyboard.press("Escape")
    form.let_through()

    page.keyboard.press("e")

    expect(page.get_by_label("Which claim?")).to_be_focused()
    expect(page.get_by_label("Which claim?")).to_have_value("")


def test_the_stance_typed_after_a_number_in_haste_is_no_part_of_the_number(form, claims):
    other = [make_claim() for _ in range(8)][-1]
    answers = Held(form, LOOKUP)
    form.keyboard.type(claims[0].label)
    form.keyboard.press("Enter")
    form.keyboard.press("1")

    answers.let_through()

    assert other.label == f"{claims[0].label}1"
    expect(form.locator("[name=claim]:checked")).to_have_value(str(claims[0].number))
    expect(form.locator("[name=stance]:checked")).to_have_value("supports")


def test_keys_are_letters_of_the_box_again_once_no_answer_came(form, complaints):
    box = form.get_by_label("Which claim?")
    form.route(LOOKUP, lambda route: route.fulfill(status=502))
    form.keyboard.type("C-1")
    form.keyboard.press("Enter")
    expect(form.get_by_role("alert")).to_be_visible()

    form.keyboard.type("2")

    expect(box).to_have_value("C-12")
    complaints.clear()  # of the server


def test_words_selected_before_the_scripts_came_are_marked(page, sit, report):
    sit(make_analyst())
    scripts = Held(page, "**/reader.js")
    page.goto(report.get_absolute_url(), wait_until="commit")
    expect(page.get_by_text("Talks follow.")).to_be_visible()
    select(page, WORDS)

    scripts.let_through()

    expect(page.locator("#marking-toolbar")).to_be_visible()


def test_the_focus_stays_in_the_field_one_works_in_when_the_scripts_come(page, sit):
    suggestion = suggest_claim(article=make_article(), statement="One")
    sit(make_analyst())
    scripts = Held(page, "**/queue.js")
    page.goto(f"/queue/{suggestion.pk}/accept/", wait_until="commit")
    field = page.get_by_label("What would settle it")
    field.click()

    scripts.let_through()
    page.wait_for_load_state()
    page.keyboard.type("An announcement.")

    expect(field).to_have_value("An announcement.")


def test_the_focus_stays_where_one_went_while_a_number_was_looked_up(form, claims):
    answers = Held(form, LOOKUP)
    form.keyboard.type(claims[1].label)
    form.keyboard.press("Enter")
    form.get_by_label("Reason").click()

    answers.let_through()
    expect(form.locator("[name=claim]:checked")).to_have_value(str(claims[1].number))
    form.keyboard.type("He said so.")

    expect(form.get_by_label("Reason")).to_have_value("He said so.")


def test_who_corrects_words_goes_on_there_when_the_form_comes_anew(form, claims):
    answers = Held(form, PRESUMED)
    form.keyboard.type(claims[1].label)
    form.keyboard.press("Enter")
    expect(form.locator("[name=claim]:checked")).to_have_value(str(claims[1].number))
    field = form.get_by_label("Reason")
    field.fill("He so.")
    for _ in "so.":
        field.press("ArrowLeft")

    answers.let_through()
    expect(form.locator("[name=presumed_for]")).to_have_value(str(claims[1].number))
    form.keyboard.type("said ")

    expect(field).to_have_value("He said so.")


def test_a_claim_taken_before_the_page_was_complete_is_taken(page, sit, claims, report):
    sit(make_analyst())
    script, answers = Held(page, "**/early.js"), Held(page, LOOKUP)
    page.goto(f"{report.get_absolute_url()}evidence/?quote={WORDS}", wait_until="commit")
    box = page.get_by_label("Which claim?")
    box.fill(claims[1].label)
    page.wait_for_timeout(ASKED)
    box.press("Enter")

    script.let_through()
    page.wait_for_load_state()
    page.wait_for_timeout(ASKED)
    answers.let_through()

    expect(page.locator("[name=claim]:checked")).to_have_value(str(claims[1].number))
    expect(page.locator("*:focus")).to_have_attribute("name", "stance")


def test_keys_pressed_before_the_scripts_came_lead_where_they_are_to(page, sit):
    sit(make_analyst())
    scripts = Held(page, "**/shortcuts.js")
    page.goto("/articles/", wait_until="commit")
    expect(page.get_by_role("heading", name="Articles")).to_be_visible()
    page.keyboard.type("gc")

    scripts.let_through()

    expect(page).to_have_url(re.compile("/claims/$"))


@pytest.fixture
def page_of_queue(page, sit):
    """The queue of two suggestions, shown before its scripts have come, and what lets these through."""
    for score, statement in ((0.9, "One"), (0.8, "Two")):
        suggest_claim(article=make_article(), statement=statement, score=score)
    sit(make_analyst())
    scripts = Held(page, "**/shortcuts.js")
    page.goto("/queue/", wait_until="commit")
    expect(page.get_by_role("heading", name="Is this a claim to check?")).to_be_visible()
    return page, scripts


def states():
    return list(Suggestion.objects.order_by("-score").values_list("state", flat=True))


def test_what_was_read_is_judged_by_a_key_pressed_before_the_scripts_came(page_of_queue):
    page, scripts = page_of_queue
    read_drawn(page)
    page.keyboard.type("xx")

    scripts.let_through()

    expect(page.locator("#status")).to_contain_text("You rejected")
    expect(page.locator(".suggestion .statement").first).to_have_text("Two")
    page.wait_for_timeout(ASKED)
    assert states() == ["rejected", "pending"]


def test_what_was_hardly_shown_is_not_judged_by_a_key_pressed_before_the_scripts_came(page_of_queue):
    page, scripts = page_of_queue
    page.evaluate("window.performance.getEntriesByType = () => [{ startTime: performance.now() }]")
    page.keyboard.type("x")

    scripts.let_through()
    page.wait_for_load_state()
    page.wait_for_timeout(ASKED)

    expect(page.locator(".suggestion .statement").first).to_have_text("One")
    assert states() == ["pending", "pending"]


def test_what_is_out_of_sight_is_not_judged_by_a_key_pressed_before_the_scripts_came(page_of_queue):
    page, scripts = page_of_queue
    page.set_viewport_size({"width": 1280, "height": 90})
    read_drawn(page)
    page.keyboard.type("x")

    scripts.let_through()
    page.wait_for_load_state()
    page.wait_for_timeout(ASKED)

    assert states() == ["pending", "pending"]


def test_letters_typed_into_a_field_before_the_scripts_came_lead_nowhere(page, sit, report):
    sit(make_analyst())
    scripts = Held(page, "**/shortcuts.js")
    page.goto("/articles/", wait_until="commit")
    box = page.get_by_label("Words in the article")
    box.click()
    page.keyboard.type("gc")

    scripts.let_through()
    page.wait_for_load_state()
    page.wait_for_timeout(ASKED)

    expect(box).to_have_value("gc")
    expect(page).to_have_url(re.compile("/articles/$"))
