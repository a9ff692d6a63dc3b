"""A forecast gets a new date from words of an article: keystrokes counted, the old claim offered the same words."""

from datetime import date

import pytest
from playwright.sync_api import expect

from claims.models import Link, Reschedule
from claims.vocabulary import Basis, Stance
from tests.browser import focus
from tests.browser.reading import Keyboard
from tests.factories import make_analyst, make_article, make_claim, make_link

pytestmark = pytest.mark.django_db(transaction=True)

WORDS = "Muttaqi will visit Islamabad on 17 November 2021 instead"


@pytest.fixture
def article():
    return make_article(f"{WORDS}. Talks follow.", published_on=date(2021, 11, 8))


def test_words_give_a_forecast_a_new_date_in_five_keystrokes(sit, article):
    desk, claim = sit(make_analyst()), make_claim()
    focus.watch(desk)
    desk.goto(article.get_absolute_url())
    keys = Keyboard(desk)

    keys.press("j", "e")
    expect(desk.get_by_label("Which claim?")).to_be_focused()
    keys.press("Enter")
    expect(desk.get_by_role("link", name="These words give it a new date")).to_be_visible()
    keys.press("d")
    expect(desk.get_by_role("heading", name=f"New date of {claim.label}")).to_be_focused()
    assert focus.faults(desk) == []
    keys.press("Control+Enter")

    expect(desk.get_by_text(f"is the new date of {claim.label}: 17 Nov 2021.")).to_be_visible()
    row = Reschedule.objects.get()
    assert (row.earlier, row.later.window_end, keys.count) == (claim, date(2021, 11, 17), 5)


def test_the_same_words_are_linked_to_the_old_claim_when_a_person_says_so(sit, article):
    desk, claim = sit(make_analyst()), make_claim()
    desk.goto(f"{article.get_absolute_url()}new-date/?claim={claim.number}&quote={WORDS}&near=0")
    desk.keyboard.press("Control+Enter")
    conflicts = Link.objects.filter(claim=claim, stance=Stance.REFUTES)

    desk.get_by_role("link", name="Link them to it as well").click()
    expect(desk.get_by_label("Conflicts", exact=True)).to_be_checked()
    assert not conflicts.exists()
    desk.keyboard.press("Control+Enter")
    expect(desk.get_by_text(f"Linked to {claim.label} as: conflicts, foretold otherwise.").first).to_be_visible()

    assert conflicts.get().basis == Basis.EXPECTATION


def test_linked_words_are_chosen_on_the_page_of_the_claim(sit, article):
    desk, claim = sit(make_analyst()), make_claim()
    make_link(claim, article=article, quote=WORDS, stance=Stance.CONTEXT)
    desk.goto(claim.get_absolute_url())

    desk.get_by_text("More", exact=True).click()
    desk.get_by_role("link", name="New date").click()
    desk.get_by_role("link", name=WORDS).click()
    desk.get_by_role("button", name="Make the new claim").click()

    expect(desk.locator("#dates")).to_contain_text("First by 14 Nov 2021, now 17 Nov 2021, second date")
    assert Reschedule.objects.get().earlier == claim


def test_a_claim_that_stands_already_is_found_as_one_types(sit):
    desk, claim = sit(make_analyst()), make_claim()
    later = make_claim(
        statement="Muttaqi will go to Islamabad",
        window_start=None,
        window_end=date(2021, 11, 20),
        window_basis="stated",
    )
    desk.goto(f"{claim.get_absolute_url()}new-date/claim/")

    desk.get_by_label("The claim with the new date").fill(later.label)
    desk.get_by_role("radio", name=later.statement).check()
    expect(desk.get_by_role("radio", name="Muttaqi is expected to visit Islamabad")).to_be_checked()
    desk.get_by_role("button", name="Record the new date").click()

    expect(desk.locator("#dates")).to_contain_text("now by 20 Nov 2021")
    assert Reschedule.objects.get().passage == later.links.get().passage
