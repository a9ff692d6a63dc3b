"""The main job in a browser that runs no script: an analyst marks, claims, links and proposes; a reviewer decides."""

from datetime import date

import pytest
from playwright.sync_api import expect

from claims.models import Claim
from claims.vocabulary import State, Verdict
from tests.factories import ARRIVED, FORETOLD, PASSWORD, make_analyst, make_article, make_reviewer

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def plain(browser, base_url):
    context = browser.new_context(base_url=base_url, java_script_enabled=False)
    page = context.new_page()
    page.set_default_timeout(15_000)
    yield page
    context.close()


def log_in(page, person):
    page.context.clear_cookies()
    page.goto("/login/")
    page.get_by_label("Username").fill(person.username)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_role("heading", name="Desk", exact=True)).to_be_visible()


def quote(page, article, words, button):
    """Paste `words` of the article into the form beside it and press `button`."""
    page.goto(article.get_absolute_url())
    page.get_by_text("Quote words without marking them").click()
    page.get_by_label("Words", exact=True).fill(words)
    page.get_by_role("button", name=button).click()


def test_a_claim_goes_from_an_article_to_a_decision(plain):
    foretelling = make_article()
    arrival = make_article(f"{ARRIVED} on Wednesday.", published_on=date(2021, 11, 10))
    log_in(plain, make_analyst())

    quote(plain, foretelling, FORETOLD, "New claim")
    plain.get_by_label("Statement").fill("Muttaqi will visit Islamabad")
    plain.get_by_label("Kind", exact=True).select_option("forecast")
    plain.get_by_label("First day").fill("2021-11-07")
    plain.get_by_label("Last day").fill("2021-11-14")
    plain.get_by_label("Where it comes from").select_option("inferred")
    plain.get_by_role("button", name="Make the claim").click()
    claim = Claim.objects.get()

    quote(plain, arrival, ARRIVED, "Evidence for a claim")
    plain.get_by_label("Which claim?").fill("muttaqi visit")
    plain.get_by_role("button", name="Find").click()
    plain.get_by_label("Muttaqi will visit Islamabad").check()
    plain.get_by_label("Supports", exact=True).check()
    plain.get_by_label("Reported to have happened").check()
    plain.get_by_label("Independent", exact=True).check()
    plain.get_by_role("button", name="Save the link").click()

    plain.goto(f"{claim.get_absolute_url()}propose/")
    plain.get_by_label(ARRIVED).check()
    plain.locator("[name=verdict][value=confirmed]").check()
    plain.get_by_label("High").check()
    plain.get_by_label("What the verdict rests on").fill("The foreign office announced his arrival.")
    plain.get_by_role("button", name="Propose").click()
    expect(plain.get_by_text("Awaiting review").first).to_be_visible()

    log_in(plain, make_reviewer())
    plain.goto(f"{claim.get_absolute_url()}decide/")
    plain.get_by_label("What would change this verdict").fill("A denial by the foreign office.")
    plain.get_by_role("button", name="Decide").click()

    claim.refresh_from_db()
    assert (claim.state, claim.assessments.decisions().get().verdict) == (State.DECIDED, Verdict.CONFIRMED)
