"""The main job in a real browser: an analyst makes, links and proposes; a reviewer decides and reads the report."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from claims.models import Claim
from claims.services import importing
from claims.services.source_lists import read_source_list
from tests.factories import PASSWORD, make_analyst, make_reviewer

pytestmark = pytest.mark.django_db(transaction=True)

SEEDS = Path(__file__).parent.parent.parent / "seeds"
FORETELLING = "2021-11-07-muttaqi-expected-in-islamabad.txt"
ARRIVAL = "2021-11-10-muttaqi-arrives-in-islamabad.txt"
MARK = """words => {
  const walker = document.createTreeWalker(document.getElementById("article"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode() && !walker.currentNode.data.includes(words));
  const start = walker.currentNode.data.indexOf(words);
  getSelection().setBaseAndExtent(walker.currentNode, start, walker.currentNode, start + words.length);
}"""


@pytest.fixture
def seeds():
    listed = read_source_list((SEEDS / "sources.csv").read_bytes())
    return {
        name: importing.import_file(name=name, raw=(SEEDS / name).read_bytes(), listed=listed[name]).article
        for name in (FORETELLING, ARRIVAL)
    }


def log_in(page, person):
    page.context.clear_cookies()
    page.goto("/login/")
    page.get_by_label("Username").fill(person.username)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    page.wait_for_url("**/")


def mark(page, article, words, key):
    """Select `words` in the article and press the key of what is to be made of them."""
    page.goto(article.get_absolute_url())
    page.evaluate(MARK, words)
    expect(page.locator("#marking-toolbar")).to_be_visible()
    page.keyboard.press(key)


def figure_of(page, state, status):
    """Return the figure that the claim status report shows for a state and an evidence status, as text."""
    page.goto("/admin/report/")
    return page.locator(f".report-matrix a[aria-label^='{state}, {status}']").inner_text()


def test_a_claim_goes_from_an_article_to_a_decision_in_the_report(page, seeds):
    analyst, reviewer = make_analyst(), make_reviewer()
    log_in(page, reviewer)
    assert figure_of(page, "Decided", "Outcome reported") == "0"

    log_in(page, analyst)
    mark(page, seeds[FORETELLING], "Muttaqi will visit Islamabad", "c")
    page.get_by_label("First day").fill("2021-11-07")
    page.get_by_label("Last day").fill("2021-11-14")
    page.get_by_label("Where it comes from").select_option("inferred")
    page.get_by_role("button", name="Make the claim").click()
    expect(page.locator("mark.passage.is-current")).to_have_text("Muttaqi will visit Islamabad")
    claim = Claim.objects.get()

    mark(page, seeds[ARRIVAL], "arrived in Islamabad on Wednesday", "e")
    page.get_by_label("Which claim?").fill("mutaqi visit")
    page.get_by_label("Muttaqi will visit Islamabad").check()
    expect(page.locator("[name=presumed_for]")).to_have_value(str(claim.number))
    page.get_by_label("Supports", exact=True).check()
    page.get_by_label("Reported to have happened").check()
    page.get_by_label("Independent", exact=True).check()
    page.get_by_role("button", name="Save the link").click()
    expect(page.locator("mark.passage.is-current")).to_have_text("arrived in Islamabad on Wednesday")

    page.goto(f"{claim.get_absolute_url()}propose/")
    page.get_by_label("arrived in Islamabad on Wednesday").check()
    page.locator("[name=verdict][value=confirmed]").check()
    page.get_by_label("High").check()
    page.get_by_label("What the verdict rests on").fill("The foreign office announced his arrival.")
    page.get_by_role("button", name="Propose").click()
    page.wait_for_url(lambda address: "/propose/" not in address)
    expect(page.get_by_text("Awaiting review").first).to_be_visible()

    log_in(page, reviewer)
    page.goto(f"{claim.get_absolute_url()}decide/")
    page.get_by_label("What would change this verdict").fill("A denial by the foreign office.")
    page.get_by_role("button", name="Decide").click()
    expect(page.locator(".facts .verdict")).to_contain_text("Confirmed")

    assert figure_of(page, "Decided", "Outcome reported") == "1"
