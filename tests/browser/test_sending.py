"""A form that is sent twice in haste, or over a slow network, acts once: with scripts and without."""

import pytest
from playwright.sync_api import expect

from claims.models import Article, Assessment, Claim, Comment, Event, NullSearch
from claims.vocabulary import Verb
from tests.factories import make_analyst, make_claim, make_link

pytestmark = pytest.mark.django_db(transaction=True)

# From within the page: the browser's driver waits for the answer before it presses again.
PRESSED_THRICE = """() => {
  const button = document.querySelector("[data-act='form.send']");
  button.click();
  setTimeout(() => button.click(), 50);
  setTimeout(() => button.form.requestSubmit(), 100);
}"""

# Once while it is on its way, and once after the browser was told to stop.
PRESSED_AND_PRESSED_AGAIN = """() => {
  const press = () => document.querySelector("[data-act='form.send']").click();
  for (const moment of [0, 200, 2000]) setTimeout(press, moment);
}"""


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def desk(request, browser_of):
    return browser_of(make_analyst("alice"), java_script_enabled=request.param)


def press_twice(page, name, told):
    page.get_by_role("button", name=name, exact=True).first.dblclick()
    expect(page.get_by_text(told).first).to_be_visible()


def test_every_kind_of_form_is_acted_on_once(desk):
    claim = make_claim()
    link = make_link(claim)
    address = claim.get_absolute_url()

    desk.goto(f"{address}edit/")
    desk.get_by_label("Topics").fill("Diplomacy")
    press_twice(desk, "Save", f"{claim.label} was changed.")
    desk.goto(f"{address}nothing-found/")
    desk.get_by_label("What you searched for").fill("Dawn, Tolo")
    press_twice(desk, "Log the search", "was logged.")
    desk.goto(f"{address}split/")
    desk.get_by_label("Statements").fill("He will fly\nHe will land")
    desk.get_by_label("Why it is more than one").fill("Two events.")
    press_twice(desk, "Split", f"{claim.label} was split into")
    desk.goto(f"{address}propose/")
    desk.get_by_label(link.passage.exact).check()
    desk.locator("[name=verdict][value=confirmed]").check()
    desk.get_by_label("High").check()
    desk.get_by_label("What the verdict rests on").fill("He came.")
    press_twice(desk, "Propose", f"You proposed a verdict on {claim.label}.")
    desk.locator("#comments").get_by_label("Comment", exact=True).fill("One origin?")
    desk.locator("#comments").get_by_role("button", name="Comment", exact=True).first.dblclick()
    expect(desk.locator("#comments .comment-body").first).to_have_text("One origin?")
    desk.goto(f"/links/{link.pk}/withdraw/")
    desk.get_by_label("Why").fill("It is satire.")
    press_twice(desk, "Withdraw", "The link was withdrawn.")
    desk.goto("/articles/import/")
    desk.locator(".paste [name=text]").fill("Talks began in Doha on 9 November 2021. They go on.")
    articles = Article.objects.count()
    desk.locator(".paste button").last.dblclick()
    expect(desk.get_by_text("imported").first).to_be_visible()

    done = Event.objects.filter(actor__username="alice")
    assert Claim.objects.filter(split_from=claim).count() == 2
    counts = [model.objects.count() for model in (NullSearch, Assessment, Comment)]
    assert (counts, Article.objects.count() - articles) == ([1, 1, 1], 1)
    assert [done.filter(verb=verb).count() for verb in (Verb.CHANGED, Verb.WITHDRAWN, Verb.PROPOSED)] == [1, 1, 1]


def test_over_a_slow_network_a_second_press_sends_nothing(browser_of):
    claim, desk, held = make_claim(), browser_of(make_analyst()), []
    desk.route(
        "**/nothing-found/", lambda route: held.append(route) if route.request.method == "POST" else route.continue_()
    )
    desk.goto(f"{claim.get_absolute_url()}nothing-found/")
    desk.get_by_label("What you searched for").fill("Dawn, Tolo")

    desk.evaluate(PRESSED_THRICE)
    desk.wait_for_timeout(300)

    assert len(held) == 1
    held[0].continue_()
    expect(desk.get_by_text(f"The search for {claim.label} was logged.")).to_be_visible()
    assert NullSearch.objects.count() == 1


def test_a_form_that_the_browser_was_told_to_stop_sending_can_be_sent_again(browser_of):
    claim, desk, posts = make_claim(), browser_of(make_analyst()), []
    desk.on("request", lambda request: posts.append(request) if request.method == "POST" else None)
    desk.route("**/nothing-found/", lambda route: None if len(posts) == 1 else route.continue_())
    desk.goto(f"{claim.get_absolute_url()}nothing-found/")
    desk.get_by_label("What you searched for").fill("Dawn, Tolo")
    browser = desk.context.new_cdp_session(desk)

    desk.evaluate(PRESSED_AND_PRESSED_AGAIN)
    desk.wait_for_timeout(500)
    assert len(posts) == 1
    browser.send("Page.stopLoading")

    expect(desk.get_by_text(f"The search for {claim.label} was logged.")).to_be_visible()
    assert (len(posts), NullSearch.objects.count()) == (2, 1)
