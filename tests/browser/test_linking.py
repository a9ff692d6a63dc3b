"""Words linked to a claim in one flow: keystrokes counted, undone, sent once, and with another claim."""

from datetime import date

import pytest
from playwright.sync_api import expect

from claims.models import Link
from claims.vocabulary import Basis, Independence, Stance
from tests.factories import PASSWORD, make_analyst, make_article, make_claim, make_link

pytestmark = pytest.mark.django_db(transaction=True)

WORDS = "Muttaqi will visit Islamabad"
SELECT = """words => {
  const walker = document.createTreeWalker(document.getElementById("article"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode() && !walker.currentNode.data.includes(words));
  const start = walker.currentNode.data.indexOf(words);
  getSelection().setBaseAndExtent(walker.currentNode, start, walker.currentNode, start + words.length);
}"""


class Keyboard:
    """The keyboard of a page, which counts what is pressed."""

    def __init__(self, page):
        self.page, self.count = page, 0

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)
            self.count += 1


@pytest.fixture
def analyst():
    return make_analyst()


@pytest.fixture
def reader(page, analyst):
    """A page on which an analyst is logged in and every complaint of the browser fails the test."""
    complaints = []
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto("/login/")
    page.get_by_label("Username").fill(analyst.username)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    page.wait_for_url("**/")
    yield page
    assert complaints == []


@pytest.fixture
def report():
    return make_article(f"Officials met.\n\n{WORDS}, they said. Talks follow.", published_on=date(2021, 11, 6))


def select(page, article, words=WORDS):
    page.goto(article.get_absolute_url())
    page.evaluate(SELECT, words)
    expect(page.locator("#marking-toolbar")).to_be_visible()


def focused(page):
    return page.locator("*:focus")


def test_the_common_case_takes_four_keystrokes_and_one_undoes_it(reader, report):
    claim = make_claim()
    select(reader, report)
    keys = Keyboard(reader)

    keys.press("e")
    expect(reader.get_by_label("Which claim?")).to_be_focused()
    keys.press("Enter")
    expect(focused(reader)).to_have_attribute("name", "stance")
    keys.press("1", "Enter")

    expect(reader.locator("[data-toast]")).to_contain_text(f"Linked to {claim.label} as: supports, still foretold.")
    assert keys.count == 4
    link = claim.links.get(stance=Stance.SUPPORTS)
    assert (link.passage.exact, link.basis, link.independence) == (
        WORDS,
        Basis.EXPECTATION,
        Independence.UNDETERMINED,
    )
    expect(reader.locator("mark.passage, .passage").first).to_have_text(WORDS)
    expect(focused(reader)).to_have_attribute("id", "article")
    expect(reader.locator(".passage").first).to_be_in_viewport()

    reader.keyboard.press("u")
    expect(reader.get_by_text(f"The link to {claim.label} was undone.")).to_be_visible()
    link.refresh_from_db()
    assert not link.is_live
    expect(reader.locator("#marking-toolbar")).to_be_visible()


def test_no_key_takes_a_claim_that_the_words_do_not_speak_for(reader, analyst, report):
    lately = make_claim(statement="The Kabul river froze", kind="event")
    make_link(lately, by=analyst)
    select(reader, report, "Talks follow.")

    reader.keyboard.press("e")
    expect(reader.get_by_text("The Kabul river froze")).to_be_visible()
    reader.keyboard.press("Enter")

    expect(focused(reader)).to_have_attribute("name", "q")
    expect(reader.locator("#status")).to_contain_text("None is chosen")
    expect(reader.locator("[name=claim]:checked")).to_have_count(0)


def test_a_number_typed_in_haste_is_waited_for(reader, report):
    make_claim()
    meant = make_claim(statement="Prices doubled in Herat", kind="event")
    select(reader, report)

    reader.keyboard.press("e")
    expect(reader.get_by_label("Which claim?")).to_be_focused()
    reader.keyboard.type(meant.label)
    reader.keyboard.press("Enter")
    expect(reader.locator("[name=presumed_for]")).to_have_value(str(meant.number))
    reader.keyboard.press("4")
    reader.keyboard.press("Control+Enter")

    expect(reader.locator("[data-toast]")).to_contain_text(f"Linked to {meant.label} as: context.")


def test_what_was_said_stays_when_another_claim_is_chosen_and_the_rest_comes_anew(reader, report):
    make_claim()
    event = make_claim(statement="Prices doubled in Herat", kind="event")
    make_claim_used(event, reader, report)
    reader.keyboard.press("Enter")
    reader.keyboard.press("2")
    expect(reader.get_by_label("Still foretold")).to_be_checked()
    reader.get_by_label("Reason").fill("It says otherwise.")

    reader.get_by_label("Which claim?").fill("herat")
    reader.locator(f"[name=claim][value='{event.number}']").check()

    expect(reader.locator("[name=presumed_for]")).to_have_value(str(event.number))
    expect(reader.get_by_label("Reported to have happened")).to_be_checked()
    expect(reader.get_by_label("Conflicts", exact=True)).to_be_checked()
    expect(reader.get_by_label("Reason")).to_have_value("It says otherwise.")


def make_claim_used(event, reader, report):
    """Open the form with the best match chosen."""
    select(reader, report)
    reader.keyboard.press("e")
    expect(reader.get_by_label("Which claim?")).to_be_focused()
    expect(reader.locator("[name=claim]:checked")).not_to_have_value(str(event.number))


def test_two_presses_in_one_breath_make_one_link(reader, report):
    claim = make_claim()
    select(reader, report)
    reader.keyboard.press("e")
    expect(reader.get_by_label("Which claim?")).to_be_focused()
    reader.keyboard.press("Enter")
    reader.keyboard.press("1")

    reader.evaluate("""() => {
      const button = document.querySelector("#evidence-form [data-act='form.send']");
      button.click();
      button.click();
    }""")

    expect(reader.locator("[data-toast]")).to_be_visible()
    assert Link.objects.filter(claim=claim, stance=Stance.SUPPORTS).count() == 1


def test_the_way_back_after_saving_shows_no_stale_form(reader, analyst):
    claim = make_claim(by=analyst)
    reader.goto(f"{claim.get_absolute_url()}edit/")
    reader.get_by_label("What would settle it").fill("An announcement.")
    reader.get_by_role("button", name="Save").click()
    expect(reader.get_by_text(f"{claim.label} was changed.")).to_be_visible()

    reader.go_back()

    expect(reader.get_by_label("What would settle it")).to_have_value("An announcement.")
    claim.refresh_from_db()
    expect(reader.locator("[name=lock_version]")).to_have_value(str(claim.lock_version))
    expect(reader.locator("[data-draft-line]")).to_have_count(0)
