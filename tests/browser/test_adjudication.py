"""A round judged by three people and decided by a fourth, each at a browser of their own."""

import pytest
from playwright.sync_api import expect

from claims.models import Assessment, Claim
from tests.factories import make_analyst, make_claim, make_link, make_reviewer

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def claim(settings):
    settings.FACTCHECK_BLIND_PROPOSALS = True
    claim = make_claim()
    make_link(claim)
    make_link(claim)
    return claim


@pytest.fixture
def rita():
    return make_reviewer("rita")


def propose(page, claim, verdict, rationale, links=1):
    """Propose by the form, relying on the first so many links."""
    page.goto(f"{claim.get_absolute_url()}propose/")
    page.locator(f"input[name=verdict][value={verdict}]").check()
    for link in page.locator("input[name=relied_on]").all()[:links]:
        link.check()
    page.get_by_label("Moderate").check()
    page.get_by_label("What the verdict rests on").fill(rationale)
    page.get_by_role("button", name="Propose", exact=False).click()
    page.wait_for_url(f"**{claim.get_absolute_url()}")


def test_two_speak_blind_a_third_is_asked_and_the_reviewer_decides(browser_of, claim, rita):
    carol = make_analyst("carol")
    of_alice, of_bob, of_rita = (browser_of(person) for person in (make_analyst("alice"), make_analyst("bob"), rita))

    propose(of_alice, claim, "confirmed", "Seen in Islamabad on Monday.")
    of_bob.goto(claim.get_absolute_url())
    expect(of_bob.locator(".spoken")).to_contain_text("alice has proposed")
    expect(of_bob.locator("main")).not_to_contain_text("Seen in Islamabad")
    of_rita.goto(f"{claim.get_absolute_url()}decide/")
    expect(of_rita.get_by_role("button", name="Open the round")).to_be_visible()
    propose(of_bob, claim, "partly_confirmed", "Seen in Islamabad on Friday.", links=2)

    differences = of_bob.locator("#differences")
    expect(differences.locator("thead")).to_contain_text("alice")
    expect(differences.locator("thead")).to_contain_text("bob")
    expect(differences.locator("mark")).to_have_text(["Monday", "Friday"])

    of_rita.reload()
    expect(of_rita.locator("#differences mark")).to_have_text(["Monday", "Friday"])
    of_rita.get_by_role("link", name="Ask for another proposal").click()
    of_rita.get_by_label("Whom to ask").select_option(label="carol")
    of_rita.get_by_label("What it is needed for").fill("On which day?")
    of_rita.get_by_role("button", name="Ask").click()
    expect(of_rita.locator(".asked")).to_contain_text("rita asked carol for another proposal")

    of_carol = browser_of(carol)
    of_carol.goto("/inbox/")
    of_carol.get_by_role("link", name=claim.label).click()
    expect(of_carol.locator(".asked")).to_contain_text("On which day?")
    of_carol.locator(".asked").get_by_role("link", name="Propose a verdict").click()
    propose(of_carol, claim, "confirmed", "Two reports name Monday.")
    expect(of_carol.locator(".asked")).to_have_count(0)

    of_rita.goto(f"{claim.get_absolute_url()}decide/")
    expect(of_rita.locator("#differences thead th")).to_have_count(3)
    of_rita.locator("input[name=verdict][value=confirmed]").check()
    of_rita.locator("input[name=relied_on]").first.check()
    of_rita.get_by_label("High").check()
    of_rita.get_by_label("What the verdict rests on").fill("Monday it is.")
    of_rita.get_by_label("What would change this verdict").fill("A denial.")
    of_rita.get_by_role("button", name="Decide").click()
    expect(of_rita.get_by_text(f"{claim.label} is decided: confirmed.")).to_be_visible()
    assert Claim.objects.get().state == "decided"
    assert Assessment.objects.proposals().filter(seal__isnull=False).count() == 2


def test_a_reviewer_opens_the_round_by_keys(browser_of, claim, rita):
    propose(browser_of(make_analyst("alice")), claim, "confirmed", "Seen in Islamabad on Monday.")
    page = browser_of(rita)
    page.goto(f"{claim.get_absolute_url()}decide/")

    page.get_by_role("button", name="Open the round").focus()
    page.keyboard.press("Enter")

    expect(page.locator(".card")).to_contain_text(["Seen in Islamabad on Monday."])
    expect(page.get_by_label("What the verdict rests on")).to_have_value("Seen in Islamabad on Monday.")


@pytest.mark.parametrize("scripts", [True, False])
def test_a_double_click_opens_and_asks_once(browser_of, claim, rita, scripts):
    propose(browser_of(make_analyst("alice")), claim, "confirmed", "Seen in Islamabad on Monday.")
    page = browser_of(rita, java_script_enabled=scripts)
    page.goto(f"{claim.get_absolute_url()}decide/")

    page.get_by_role("button", name="Open the round").dblclick()
    page.wait_for_url("**/decide/")
    expect(page.get_by_text("You opened the round")).to_be_visible()
    page.goto(f"{claim.get_absolute_url()}ask/")
    page.get_by_label("What it is needed for").fill("On which day?")
    page.get_by_role("button", name="Ask").dblclick()

    expect(page.locator(".asked")).to_contain_text("rita asked anyone for another proposal")
    assert claim.proposal_requests.count() == 1


def test_on_a_phone_proposals_stand_below_each_other(browser_of, claim, rita):
    for name, day in (("alice", "Monday"), ("bob", "Friday")):
        propose(browser_of(make_analyst(name)), claim, "confirmed", f"Seen in Islamabad on {day}.")
    page = browser_of(rita, viewport={"width": 390, "height": 800})

    page.goto(f"{claim.get_absolute_url()}decide/")

    first, second = (
        page.locator(f"#differences td[data-label={name}]").last.bounding_box() for name in ("alice", "bob")
    )
    assert second["y"] >= first["y"] + first["height"] - 1
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
