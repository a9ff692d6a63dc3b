"""Two people at the same record at once: whoever comes second is told, keeps what they typed, and has a way on."""

from datetime import date

import pytest
from playwright.sync_api import expect

from claims.models import Assessment, Claim, Link, Suggestion
from tests.browser.reading import give_name, read, select
from tests.factories import ARRIVED, make_analyst, make_article, make_claim, make_link, make_proposal, make_reviewer
from tests.queue.suggesting import suggest_claim

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def short_interval(settings):
    settings.FACTCHECK_PULSE_SECONDS = 1


@pytest.fixture
def alice():
    return make_analyst("alice")


@pytest.fixture
def bob():
    return make_reviewer("bob")


def press(page, *names):
    """Press the button of each name, in order."""
    for name in names:
        page.get_by_role("button", name=name, exact=True).click()


def test_the_second_to_save_a_claim_sees_both_versions_and_chooses(browser_of, alice, bob):
    claim = make_claim(by=alice)
    of_alice, of_bob = browser_of(alice), browser_of(bob)
    for page in (of_alice, of_bob):
        page.goto(f"{claim.get_absolute_url()}edit/")
    of_alice.get_by_label("Statement").fill("Muttaqi will fly to Islamabad")

    of_bob.get_by_label("Statement").fill("Muttaqi will visit Lahore")
    of_bob.get_by_label("Why it changes").fill("So he said.")
    press(of_bob, "Save")
    expect(of_alice.locator(".live-card")).to_contain_text("bob amended this claim")
    with of_alice.expect_response(lambda answer: answer.request.method == "POST") as answered:
        press(of_alice, "Save")

    assert answered.value.status == 409
    expect(of_alice.locator("#versions")).to_contain_text("Muttaqi will visit Lahore")
    expect(of_alice.get_by_label("Statement")).to_have_value("Muttaqi will fly to Islamabad")
    of_alice.get_by_label("Why it changes").fill("He flies.")
    press(of_alice, "Save mine over it")
    expect(of_alice.get_by_text(f"{claim.label} was changed.")).to_be_visible()
    assert Claim.objects.get().statement == "Muttaqi will fly to Islamabad"


def test_the_second_to_save_what_is_known_of_an_article_sees_both_versions_and_chooses(browser_of, alice, bob):
    article = make_article()
    of_alice, of_bob = browser_of(alice), browser_of(bob)
    for page, title in ((of_alice, "Talks in Doha"), (of_bob, "Talks in Kabul")):
        page.goto(f"{article.get_absolute_url()}edit/")
        page.get_by_label("Title").fill(title)

    press(of_bob, "Save")
    expect(of_bob.get_by_text("What is known of the article was changed.")).to_be_visible()
    press(of_alice, "Save")

    expect(of_alice.locator("#versions")).to_contain_text("Talks in Kabul")
    expect(of_alice.get_by_label("Title")).to_have_value("Talks in Doha")
    of_alice.get_by_role("link", name="Take the stored one").click()
    expect(of_alice.get_by_label("Title")).to_have_value("Talks in Kabul")
    article.refresh_from_db()
    assert article.title == "Talks in Kabul"


def test_who_decides_second_is_told_who_decided_and_what(browser_of, bob):
    claim, rita = make_claim(), make_reviewer("rita")
    make_link(claim)
    make_proposal(claim)
    of_bob, of_rita = browser_of(bob), browser_of(rita)
    for page in (of_bob, of_rita):
        page.goto(f"{claim.get_absolute_url()}decide/")
    of_rita.get_by_label("What the verdict rests on").fill("The foreign office said so.")

    press(of_bob, "Decide")
    expect(of_bob.get_by_text(f"{claim.label} is decided: confirmed.")).to_be_visible()
    expect(of_rita.locator(".live-card")).to_contain_text("bob decided “Confirmed”")
    with of_rita.expect_response(lambda answer: answer.request.method == "POST") as answered:
        press(of_rita, "Decide")

    assert answered.value.status == 409
    expect(of_rita.get_by_role("alert")).to_contain_text(f"{claim.label} is decided already.")
    expect(of_rita.locator("#news")).to_contain_text("bob decided “Confirmed”")
    expect(of_rita.get_by_label("What the verdict rests on")).to_have_value("The foreign office said so.")
    of_rita.get_by_role("link", name="Cancel").click()
    expect(of_rita.locator(".facts .verdict")).to_contain_text("Confirmed")
    assert Assessment.objects.decisions().get().author == bob


def test_a_proposal_is_not_sent_past_evidence_that_a_colleague_withdrew(browser_of, alice, bob):
    claim = make_claim()
    link = make_link(claim)
    of_alice, of_bob = browser_of(alice), browser_of(bob)
    of_alice.goto(f"{claim.get_absolute_url()}propose/")
    of_alice.get_by_label(ARRIVED).check()
    of_alice.locator("[name=verdict][value=confirmed]").check()
    of_alice.get_by_label("High").check()
    of_alice.get_by_label("What the verdict rests on").fill("He came.")

    of_bob.goto(f"/links/{link.pk}/withdraw/")
    of_bob.get_by_label("Why").fill("It is satire.")
    press(of_bob, "Withdraw")
    press(of_alice, "Propose")

    expect(of_alice.get_by_text("A link relied on was withdrawn meanwhile.")).to_be_visible()
    expect(of_alice.get_by_label("What the verdict rests on")).to_have_value("He came.")
    assert not Assessment.objects.exists()


def test_the_second_to_judge_a_suggestion_is_told_who_was_quicker_and_goes_on(browser_of, alice, bob):
    for place, said in enumerate(("One", "Two")):
        suggest_claim(article=make_article(), statement=said, score=0.9 - place / 100)
    of_alice, of_bob = browser_of(alice), browser_of(bob)
    for page in (of_alice, of_bob):
        page.goto("/queue/")
        read(page)

    of_bob.keyboard.press("x")
    expect(of_bob.locator(".suggestion .statement").first).to_have_text("Two")
    with of_alice.expect_response(lambda answer: answer.request.method == "POST") as answered:
        of_alice.keyboard.press("y")

    assert answered.value.status == 409
    expect(of_alice.locator(".notice[data-kind=refusal]")).to_have_text("bob rejected this just now.")
    of_alice.get_by_role("link", name="Go on to the next").click()
    expect(of_alice.locator(".suggestion .statement").first).to_have_text("Two")
    assert list(Suggestion.objects.order_by("-score").values_list("state", flat=True)) == ["rejected", "pending"]


def test_a_link_is_withdrawn_once_and_who_comes_second_learns_by_whom(browser_of, alice, bob):
    link = make_link(make_claim())
    of_alice, of_bob = browser_of(alice), browser_of(bob)
    for page in (of_alice, of_bob):
        page.goto(f"/links/{link.pk}/withdraw/")
        page.get_by_label("Why").fill("It is satire.")

    press(of_bob, "Withdraw")
    expect(of_bob.get_by_text("The link was withdrawn.")).to_be_visible()
    expect(of_alice.locator(".live-card")).to_contain_text("bob withdrew a link")
    press(of_alice, "Withdraw")

    expect(of_alice.get_by_role("alert")).to_contain_text("This link was withdrawn already, by bob.")
    expect(of_alice.get_by_label("Why")).to_have_value("It is satire.")
    link.refresh_from_db()
    assert link.withdrawn_by == bob


def test_who_links_words_of_an_article_that_is_withdrawn_meanwhile_is_told(browser_of, alice, bob):
    claim = make_claim()
    article = make_article(f"{ARRIVED} on Wednesday.", published_on=date(2021, 11, 10))
    of_alice, of_bob = browser_of(alice), browser_of(bob)
    of_alice.goto(article.get_absolute_url())
    select(of_alice, ARRIVED)
    of_alice.keyboard.press("e")
    of_alice.locator(f"[name=claim][value='{claim.number}']").check()
    expect(of_alice.locator("[name=presumed_for]")).to_have_value(str(claim.number))
    of_alice.get_by_label("Supports", exact=True).check()
    of_alice.get_by_label("Reported to have happened").check()

    of_bob.goto(f"{article.get_absolute_url()}standing/")
    of_bob.locator("[name=standing][value=withdrawn]").check()
    of_bob.get_by_label("What the outlet did").fill("They took it back.")
    press(of_bob, "Save")
    expect(of_bob.get_by_text("The standing of the article is now: withdrawn.")).to_be_visible()
    expect(of_alice.locator(".live-card")).to_contain_text("bob")
    of_alice.keyboard.press("Control+Enter")

    expect(of_alice.locator("#evidence-form")).to_contain_text("the outlet withdrew this article")
    expect(of_alice.get_by_label("Supports", exact=True)).to_be_checked()
    assert not Link.objects.filter(claim=claim, passage__article=article).exists()


def test_what_is_typed_in_one_tab_outlives_logging_out_in_another(browser_of, alice):
    claim = make_claim(by=alice)
    typing = browser_of(alice)
    typing.goto(f"{claim.get_absolute_url()}edit/")
    other = typing.context.new_page()
    other.goto("/")
    typing.get_by_label("What would settle it").fill("An announcement.")

    other.locator(".masthead details.menu summary").last.click()
    press(other, "Log out")
    other.wait_for_url("**/login/**")
    expect(typing.locator(".live-card")).to_contain_text("You are logged out.")
    press(typing, "Save")
    typing.wait_for_url("**/login/**")
    give_name(typing, alice)

    expect(typing.get_by_label("What would settle it")).to_have_value("An announcement.")
    press(typing, "Save")
    expect(typing.get_by_text(f"{claim.label} was changed.")).to_be_visible()


def test_a_form_of_before_a_new_session_comes_anew_with_what_was_typed(browser_of, alice):
    article, desk = make_article(), browser_of(alice)
    desk.goto(f"{article.get_absolute_url()}?panel=new-claim&words=0-{len(article.title)}")
    desk.get_by_label("What would settle it").fill("An announcement.")
    tab = desk.context.new_page()
    tab.goto("/")
    desk.context.clear_cookies(name="sessionid")
    tab.goto("/login/")
    give_name(tab, alice)
    expect(tab.get_by_role("heading", name="Desk")).to_be_visible()

    press(desk, "Make the claim")
    expect(desk.get_by_text("nothing was sent")).to_be_visible()
    expect(desk.get_by_label("What would settle it")).to_have_value("An announcement.")
    press(desk, "Make the claim")

    expect(desk.locator("[data-toast]")).to_contain_text("C-1 was made")
