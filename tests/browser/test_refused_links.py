"""What is refused while words are linked is said where it is put right, in sight, and takes the focus there."""

from datetime import date

import pytest
from playwright.sync_api import expect

from claims.vocabulary import Basis
from tests.browser.reading import select
from tests.factories import make_analyst, make_article, make_claim, make_link

pytestmark = pytest.mark.django_db(transaction=True)

WORDS = "Muttaqi will visit Islamabad"


@pytest.fixture
def analyst():
    return make_analyst()


@pytest.fixture
def reader(sit, analyst):
    return sit(analyst)


@pytest.fixture
def report():
    return make_article(f"Officials met.\n\n{WORDS}, they said. Talks follow.", published_on=date(2021, 11, 6))


def focused(page):
    return page.locator("*:focus")


def open_form(page, article, words=WORDS):
    """Open the form that links `words` of `article` to a claim."""
    page.goto(article.get_absolute_url())
    page.wait_for_load_state()
    select(page, words)
    page.keyboard.press("e")
    expect(page.get_by_label("Which claim?")).to_be_focused()


def press(page, *keys):
    for key in keys:
        page.keyboard.press(key)


def test_keys_typed_on_in_haste_after_a_refusal_take_no_claim_by_its_number(reader, analyst, report):
    lately = make_claim(statement="The Kabul river froze", kind="event")
    make_link(lately, by=analyst)
    open_form(reader, report, "Talks follow.")

    press(reader, "Enter", str(lately.number), "Enter")
    said = reader.locator("#evidence-form").get_by_text(f"type C-{lately.number}")
    expect(said).to_be_in_viewport()
    expect(reader.locator("[name=claim]:checked")).to_have_count(0)
    press(reader, "ArrowDown", "Enter")

    expect(said).to_be_hidden()
    expect(reader.locator("[name=claim]:checked")).to_have_value(str(lately.number))
    expect(focused(reader)).to_have_attribute("name", "stance")


def test_a_save_without_a_claim_and_all_else_says_so_at_the_box(reader, analyst, report):
    make_link(make_claim(statement="The Kabul river froze", kind="event"), by=analyst)
    open_form(reader, report, "Talks follow.")

    press(reader, "Control+Enter")

    expect(reader.locator("#evidence-form").get_by_text("Choose the claim first.")).to_be_in_viewport()
    expect(reader.get_by_label("Which claim?")).to_be_focused()


def test_a_link_that_was_undone_is_said_in_sight_and_the_focus_is_at_the_words(reader):
    claim = make_claim()
    paragraphs = [f"Paragraph {number} tells of something else altogether." for number in range(60)]
    article = make_article("\n\n".join([*paragraphs, f"{WORDS}, they said."]), published_on=date(2021, 11, 6))
    open_form(reader, article)
    press(reader, "Enter", "1", "Enter")
    expect(reader.locator("[data-toast]")).to_contain_text(f"Linked to {claim.label}")

    press(reader, "u")

    expect(reader.locator("[data-toast]")).to_contain_text(f"The link to {claim.label} was undone.")
    expect(reader.locator("[data-toast]")).to_be_in_viewport(ratio=1)
    expect(focused(reader)).to_have_attribute("id", "article")
    expect(reader.locator("#marking-toolbar")).to_be_in_viewport()


def test_a_conflict_without_its_reason_is_asked_for_it_at_once_with_all_else(reader, report):
    make_claim()
    open_form(reader, report)
    optional = reader.locator(".field:has([name=reason]) .optional")
    press(reader, "Enter")
    expect(optional).to_be_visible()
    press(reader, "2")
    expect(optional).to_be_hidden()

    press(reader, "Control+Enter")

    expect(reader.get_by_label("Reason")).to_be_focused()
    expect(reader.get_by_text("Say in what the passage conflicts with the claim")).to_be_in_viewport(ratio=1)


def test_a_rule_that_speaks_against_a_link_is_in_sight_with_its_box(reader):
    claim = make_claim()
    article = make_article(f"{WORDS}. Later {WORDS}, they said once more.", published_on=date(2021, 11, 6))
    make_link(claim, article=article, quote=f"{WORDS}.", basis=Basis.EXPECTATION)
    open_form(reader, article, f"{WORDS}, they said")
    press(reader, "Enter", "1", "Control+Enter")

    expect(reader.get_by_label("Save it all the same")).to_be_focused()
    expect(reader.get_by_text("E5: this article already counts")).to_be_in_viewport(ratio=1)
