"""Words linked to a claim in one flow: keystrokes counted, undone, sent once, and with another claim."""

import re
from datetime import date

import pytest
from playwright.sync_api import expect

from claims.models import Link
from claims.vocabulary import Basis, Independence, Stance
from tests.factories import PASSWORD, make_analyst, make_article, make_claim, make_link

pytestmark = pytest.mark.django_db(transaction=True)

WORDS = "Muttaqi will visit Islamabad"
# Where what is presumed of a link is asked for, when another claim is chosen.
PRESUMED = re.compile(r"/articles/\d+/evidence/\?")
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
    expect(reader.locator("[data-toast]")).to_contain_text(f"The link to {claim.label} was undone.")
    link.refresh_from_db()
    assert not link.is_live
    expect(reader.locator("#marking-toolbar")).to_be_visible()


@pytest.mark.parametrize(("width", "height"), [(1280, 900), (390, 844)])
def test_the_way_to_save_and_the_words_are_in_sight_while_the_form_is_filled_in(reader, report, width, height):
    make_claim()
    reader.set_viewport_size({"width": width, "height": height})
    select(reader, report)

    reader.keyboard.press("e")
    expect(reader.get_by_label("Which claim?")).to_be_focused()
    expect_both_in_sight(reader)
    reader.reload()

    expect(reader.get_by_label("Which claim?")).to_be_visible()
    expect_both_in_sight(reader)


def expect_both_in_sight(reader):
    """The button that saves is what a press at its middle meets, and so is the text at the marked words."""
    reader.wait_for_function("""() => {
      const met = ({ left, top, width, height }) => document.elementFromPoint(left + width / 2, top + height / 2);
      const save = document.querySelector("#evidence-form [data-act='form.send']");
      const [words] = CSS.highlights.get("draft") ?? [];
      if (!save || !words) return false;
      const atWords = met(words.getClientRects()[0]);
      return save.contains(met(save.getBoundingClientRect())) && Boolean(atWords?.closest("#article"));
    }""")


def test_no_key_takes_a_claim_that_the_words_do_not_speak_for(reader, analyst, report):
    lately = make_claim(statement="The Kabul river froze", kind="event")
    make_link(lately, by=analyst)
    select(reader, report, "Talks follow.")

    reader.keyboard.press("e")
    expect(reader.get_by_text("The Kabul river froze")).to_be_visible()
    reader.keyboard.press("Enter")

    expect(focused(reader)).to_have_attribute("name", "q")
    expect(reader.locator("#status")).to_contain_text("None is chosen")
    expect(reader.locator("#evidence-form").get_by_text("None is chosen")).to_be_in_viewport()
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


def begin_context(page, article):
    """Say that words are context and press Save for a claim of which nothing comes; return that and another claim."""
    claims = [make_claim(statement=f"{WORDS}{more}") for more in ("", " soon", " for talks")]
    select(page, article)
    page.keyboard.press("e")
    presumed = page.locator("[name=presumed_for]")
    expect(presumed).to_be_attached()
    meant, other = [claim for claim in claims if str(claim.number) != presumed.input_value()][:2]
    page.get_by_label("Context").check()
    page.get_by_label("Which claim?").fill("islamabad")
    page.route(PRESUMED, lambda route: route.fulfill(status=204))
    choose(page, meant)
    page.get_by_role("button", name="Save the link").click()
    expect(page.locator("#link-part [role=alert]")).to_contain_text("Nothing was saved")
    page.unroute(PRESUMED)
    return meant, other


def choose(page, claim):
    page.locator(f"[name=claim][value='{claim.number}']").check()


def test_a_save_that_waited_in_vain_is_for_no_other_claim(reader, report):
    _, other = begin_context(reader, report)

    choose(reader, other)
    expect(reader.locator("[name=presumed_for]")).to_have_value(str(other.number))
    reader.wait_for_timeout(500)

    expect(reader.get_by_role("button", name="Save the link")).to_be_visible()
    assert not Link.objects.filter(stance=Stance.CONTEXT).exists()


def test_a_save_after_one_in_vain_asks_again(reader, report):
    meant, _ = begin_context(reader, report)

    reader.get_by_role("button", name="Save the link").click()

    expect(reader.locator("[data-toast]")).to_contain_text(f"Linked to {meant.label} as: context.")
