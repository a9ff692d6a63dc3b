"""A newer text of an article is recorded while somebody has the older one open: they are told, nothing is lost."""

from datetime import date

import pytest
from playwright.sync_api import expect

from claims.vocabulary import Stance
from tests.browser.reading import log_in, select
from tests.factories import make_analyst, make_article, make_claim, make_version

pytestmark = pytest.mark.django_db(transaction=True)

PADDING = "\n\n".join(["A line of padding that is long enough to fill a line."] * 40)
OLD = f"Yes. He came.\n\n{PADDING}\n\nYes. He left for Kabul. Talks follow."
NEW = f"Yes. It is said.\n\nYes. He came.\n\n{PADDING}\n\n{PADDING}\n\nYes. He left for Kabul. No talks."
PAINTED = "[...(CSS.highlights.get('draft') ?? [])].map(String).join()"


@pytest.fixture
def article():
    return make_article(OLD, published_on=date(2021, 11, 10))


@pytest.fixture
def reader(page, article):
    """A page on which an analyst reads the older text and every complaint of the browser fails the test."""
    complaints = log_in(page, make_analyst())
    page.goto(article.get_absolute_url())
    yield page
    # A form that was overtaken is answered with the status of a conflict, which the browser reports as an error.
    assert [said for said in complaints if "409" not in said and "422" not in said] == []


def choose(reader, claim):
    reader.get_by_label("Which claim?").fill(claim.label)
    reader.locator(f"[name=claim][value='{claim.number}']").check()
    expect(reader.locator("[name=presumed_for]")).to_have_value(str(claim.number))
    reader.get_by_label("Context", exact=True).check()


def test_words_marked_in_the_older_text_are_linked_where_they_stand_in_the_newer(reader, article):
    claim = make_claim()
    select(reader, "He left for Kabul.")
    version = make_version(article, NEW)

    reader.get_by_role("button", name="Evidence for a claim").click()
    expect(reader.get_by_role("alert")).to_contain_text("Version 2 of this article was recorded")
    choose(reader, claim)
    reader.get_by_role("button", name="Save the link").click()

    expect(reader.locator("mark.passage.is-current")).to_have_text("He left for Kabul.")
    expect(reader.locator("mark.passage.is-current")).to_be_in_viewport()
    anchor = claim.links.get(stance=Stance.CONTEXT).passage.anchors.get()
    assert (anchor.version, anchor.start) == (version, NEW.index("He left for Kabul."))


def test_what_was_typed_while_the_text_changed_stays_and_is_saved_when_it_is_sent_again(reader, article):
    claim = make_claim()
    select(reader, "He left for Kabul.")
    reader.get_by_role("button", name="Evidence for a claim").click()
    choose(reader, claim)
    reader.get_by_label("Reason").fill("As I typed it.")
    make_version(article, NEW)

    reader.get_by_role("button", name="Save the link").click()
    expect(reader.get_by_role("alert")).to_contain_text("Nothing is saved yet, and what you typed is still here")
    expect(reader.get_by_label("Reason")).to_have_value("As I typed it.")
    assert claim.links.count() == 1
    reader.get_by_role("button", name="Save the link").click()
    expect(reader.locator("[data-toast]")).to_be_visible()

    link = claim.links.get(stance=Stance.CONTEXT)
    assert (link.reason, link.passage.anchors.get().version.number) == ("As I typed it.", 2)


def test_words_that_are_gone_are_said_to_be_gone_and_what_was_typed_stays(reader, article):
    claim = make_claim()
    select(reader, "Talks follow.")
    reader.get_by_role("button", name="Evidence for a claim").click()
    choose(reader, claim)
    reader.get_by_label("Reason").fill("As I typed it.")
    make_version(article, NEW)

    reader.get_by_role("button", name="Save the link").click()
    expect(reader.get_by_text("these words no longer stand in it: “Talks follow.”")).to_be_visible()
    reader.get_by_role("textbox", name="Words").fill("No talks.")
    reader.get_by_role("button", name="Save the link").click()
    expect(reader.locator("[data-toast]")).to_be_visible()

    link = claim.links.get(stance=Stance.CONTEXT)
    assert (link.reason, link.passage.exact) == ("As I typed it.", "No talks.")


def test_after_a_reload_the_same_words_are_marked_in_the_newer_text_with_the_form_and_its_draft(reader, article):
    select(reader, "He left for Kabul.")
    reader.get_by_role("button", name="New claim").click()
    reader.get_by_label("What would settle it").fill("A photograph.")
    reader.wait_for_function("() => Object.keys(localStorage).some((name) => name.includes(':claim:'))")
    make_version(article, NEW)

    reader.reload()

    expect(reader.locator("#panel blockquote p")).to_have_text("He left for Kabul.")
    assert reader.evaluate(PAINTED) == "He left for Kabul."
    expect(reader.locator("#panel [data-draft-line]")).to_contain_text("This changed after you typed")
    reader.get_by_role("button", name="Put mine back").click()
    expect(reader.get_by_label("What would settle it")).to_have_value("A photograph.")


def test_marked_words_that_are_gone_after_a_reload_are_quoted_and_none_are_marked_in_their_place(reader, article):
    select(reader, "Talks follow.")
    reader.wait_for_url("**words=**")
    make_version(article, NEW)

    reader.reload()

    expect(reader.get_by_text("The words that were marked do not stand in this version")).to_contain_text(
        "“Talks follow.”"
    )
    assert reader.evaluate(PAINTED) == ""
