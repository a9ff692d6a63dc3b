"""Flows that no other file walks, each by keyboard alone and by mouse alone."""

from datetime import date

import pytest
from playwright.sync_api import expect

from claims.models import Claim, NullSearch, SavedFilter, User
from tests.factories import make_analyst, make_claim, make_decision, make_link, make_reviewer
from tests.queue.waiting import make_proposed

pytestmark = pytest.mark.django_db(transaction=True)

MOST_STOPS = 150
IS_FOCUSED = "element => element === document.activeElement"


class Mouse:
    def __init__(self, page):
        self.page = page

    def use(self, control):
        control.click()

    def say(self, field, words):
        field.click()
        field.press_sequentially(words)


class Keys:
    """Nothing but keys: Tab until the control has the focus, then Enter."""

    def __init__(self, page):
        self.page = page

    def use(self, control):
        self._reach(control)
        is_box = control.evaluate("control => ['checkbox', 'radio'].includes(control.type)")
        self.page.keyboard.press("Space" if is_box else "Enter")

    def say(self, field, words):
        self._reach(field)
        self.page.keyboard.type(words)

    def _reach(self, control):
        expect(control).to_be_visible()
        for _ in range(MOST_STOPS):
            if control.evaluate(IS_FOCUSED):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"No key leads to {control}.")


@pytest.fixture(params=[Keys, Mouse])
def hand(request, page):
    return request.param(page)


def button(page, name):
    return page.get_by_role("button", name=name, exact=True)


def choose(hand, page, act):
    """Open the menu of a claim and take `act`."""
    hand.use(page.locator(".claim-controls summary"))
    step(hand, page, act)


def step(hand, page, name):
    """Take the next step `name` of a claim, which is a link to a form or a button."""
    controls = page.locator(".claim-controls")
    hand.use(
        controls.get_by_role("link", name=name, exact=True).or_(controls.get_by_role("button", name=name, exact=True))
    )


def send(hand, page, name):
    hand.use(page.locator("main form.sheet button.button").filter(has_text=name).first)


def test_claims_are_merged_and_taken_apart(sit, hand):
    desk = sit(make_reviewer())
    claim, stays = make_claim(), make_claim(statement="The visit of Muttaqi takes place")
    desk.goto(claim.get_absolute_url())

    choose(hand, desk, "Merge into another claim")
    hand.say(desk.get_by_label("The claim that stays"), stays.label)
    hand.use(desk.get_by_role("radio").first)
    hand.say(desk.get_by_label("Why both are the same"), "One truth condition.")
    send(hand, desk, "Merge")
    expect(desk.get_by_text(f"{claim.label} was merged into {stays.label}.")).to_be_visible()

    desk.goto(claim.get_absolute_url())
    step(hand, desk, "Take the merge apart")
    hand.say(desk.get_by_label("Why", exact=True), "Two visits.")
    send(hand, desk, "Take the merge apart")
    expect(desk.get_by_text(f"{claim.label} is open again.")).to_be_visible()


def test_a_claim_is_split(sit, hand):
    desk, claim = sit(make_analyst()), make_claim()
    desk.goto(claim.get_absolute_url())

    choose(hand, desk, "Split")
    hand.say(desk.get_by_label("statement", exact=False).first, "Muttaqi will come\nQureshi will receive him")
    hand.say(desk.get_by_label("Why it is more than one"), "Two events.")
    send(hand, desk, "Split")

    expect(desk.locator(".messages")).to_contain_text(claim.label)
    assert claim.parts.count() == 2


def test_a_search_that_found_nothing_is_logged(sit, hand):
    desk, claim = sit(make_analyst()), make_claim()
    desk.goto(claim.get_absolute_url())

    choose(hand, desk, "Log a search that found nothing")
    hand.say(desk.get_by_label("What you searched for, and where"), "Reuters, by name")
    hand.say(desk.get_by_label("Up to which day of publication"), "11142021")
    send(hand, desk, "Log the search")

    expect(desk.get_by_text(f"The search for {claim.label} was logged.")).to_be_visible()
    assert NullSearch.objects.get().up_to == date(2021, 11, 14)


def test_a_proposal_is_sent_back_and_a_decision_reopened(sit, hand):
    desk, claim, decided = sit(make_reviewer()), make_proposed(), make_claim()
    make_link(decided)
    make_decision(decided)

    desk.goto(claim.get_absolute_url())
    step(hand, desk, "Send back")
    hand.say(desk.locator("main form.sheet textarea"), "Which origin?")
    send(hand, desk, "Send back")
    expect(desk.locator(".messages").get_by_text(claim.label)).to_be_visible()

    desk.goto(decided.get_absolute_url())
    step(hand, desk, "Reopen")
    hand.say(desk.get_by_label("Why", exact=True), "A report came in.")
    send(hand, desk, "Reopen")
    expect(desk.get_by_text(f"{decided.label} is open again.")).to_be_visible()


def test_a_filter_is_saved_and_removed(sit, hand):
    desk = sit(make_analyst())
    make_claim()
    desk.goto("/claims/?state=open")

    hand.use(desk.get_by_text("Save this filter"))
    hand.say(desk.get_by_label("Name of the filter"), "What is open")
    hand.use(button(desk, "Save"))
    expect(desk.get_by_role("link", name="What is open")).to_be_visible()
    hand.use(desk.get_by_role("button", name="What is open", exact=False))

    expect(desk.get_by_role("link", name="What is open")).to_have_count(0)
    assert not SavedFilter.objects.exists()


def test_settings_are_chosen(sit, hand):
    person = make_analyst()
    desk = sit(person)
    desk.goto("/settings/")

    hand.use(desk.get_by_label("Show colleagues", exact=False))
    hand.use(desk.locator("main form button.primary"))

    expect(desk.get_by_text("Your settings were saved.")).to_be_visible()
    assert not User.objects.get(pk=person.pk).shows_presence


def test_the_calendar_leads_to_what_falls_due(sit, hand):
    person = make_analyst()
    desk, claim = sit(person), make_claim(by=person)
    desk.goto("/calendar/?month=2021-12")

    hand.use(desk.get_by_role("navigation", name="Months").get_by_role("link", name="November 2021"))
    expect(desk.get_by_role("heading", level=1)).to_have_text("November 2021")
    hand.use(desk.locator("main").get_by_role("link", name=claim.label, exact=False).first)

    expect(desk.get_by_role("heading", level=1)).to_contain_text(claim.statement)


def test_a_draft_is_opened_or_rejected(sit, hand):
    desk = sit(make_analyst())
    draft, wrong = make_claim(opened=False), make_claim(opened=False, statement="No claim at all")

    desk.goto(draft.get_absolute_url())
    step(hand, desk, "Open")
    expect(desk.locator(".claim-controls").get_by_role("link", name="Propose a verdict")).to_be_visible()
    desk.goto(wrong.get_absolute_url())
    choose(hand, desk, "Reject")
    hand.say(desk.get_by_label("Why", exact=True), "An opinion.")
    send(hand, desk, "Reject")

    expect(desk.get_by_text(f"{wrong.label} was rejected.")).to_be_visible()
    assert Claim.objects.get(pk=draft.pk).state == "open"
