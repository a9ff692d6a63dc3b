"""What was typed outlives a reload, the end of a session and a stale save, until the server has it."""

import re

import pytest
from playwright.sync_api import expect

from claims.models import Claim
from claims.services import amending
from tests.browser.held import Held
from tests.browser.reading import give_name
from tests.factories import FORETOLD, make_analyst, make_article, make_claim

pytestmark = pytest.mark.django_db(transaction=True)

KEPT = "() => Object.keys(localStorage).filter((name) => name.startsWith('draft:'))"
WRITTEN = 500  # milliseconds after which what was typed is kept
TYPED = "An announcement by the foreign office."


@pytest.fixture
def analyst():
    return make_analyst()


@pytest.fixture
def desk(page, analyst):
    """A page on which an analyst is logged in and every complaint of the browser fails the test."""
    complaints = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto("/login/")
    log_in(page, analyst)
    yield page
    assert complaints == []


def log_in(page, person):
    give_name(page, person)
    page.wait_for_url(re.compile(r"^(?!.*/login/)"))


def log_out(page, how="Log out"):
    page.locator(".masthead details.menu summary").last.click()
    page.get_by_role("button", name=how, exact=True).click()
    page.wait_for_url("**/login/**")


def settle(page):
    return page.get_by_label("What would settle it")


def line(page):
    return page.locator("[data-draft-line]")


def until_kept(page, key="", patience=20):
    """Wait until a draft whose key holds `key` is written."""
    for _ in range(patience):
        if any(key in name for name in page.evaluate(KEPT)):
            return
        page.wait_for_timeout(100)
    raise AssertionError("no draft was kept")


def type_in(page, claim, words=TYPED):
    page.goto(f"{claim.get_absolute_url()}edit/")
    settle(page).fill(words)
    until_kept(page)


def test_typed_words_survive_a_reload_and_can_be_discarded(desk, analyst):
    claim = make_claim(by=analyst)
    type_in(desk, claim)

    desk.reload()
    expect(settle(desk)).to_have_value(TYPED)
    expect(line(desk)).to_contain_text("Restored what you typed a moment ago.")
    expect(desk.get_by_label("Statement")).to_have_value(claim.statement)

    desk.get_by_role("button", name="Discard it").click()
    expect(settle(desk)).to_have_value("")
    expect(settle(desk)).to_be_focused()
    desk.reload()
    expect(settle(desk)).to_have_value("")
    expect(line(desk)).to_have_count(0)


def test_they_survive_logging_out_and_nobody_else_sees_them(desk, analyst):
    claim, other = make_claim(by=analyst), make_analyst()
    type_in(desk, claim)

    log_out(desk)
    log_in(desk, other)
    desk.goto(f"{claim.get_absolute_url()}edit/")
    expect(settle(desk)).to_have_value("")
    log_out(desk)
    log_in(desk, analyst)
    desk.goto(f"{claim.get_absolute_url()}edit/")

    expect(settle(desk)).to_have_value(TYPED)


def test_who_forgets_their_drafts_leaves_nothing(desk, analyst):
    type_in(desk, make_claim(by=analyst))

    log_out(desk, "Log out and forget my drafts")

    assert desk.evaluate(KEPT) == []


def test_the_end_of_a_session_leads_back_to_the_form_with_what_was_typed(desk, analyst):
    claim = make_claim(by=analyst)
    type_in(desk, claim)
    desk.context.clear_cookies(name="sessionid")

    desk.get_by_role("button", name="Save").click()
    desk.wait_for_url("**/login/**")
    log_in(desk, analyst)

    expect(settle(desk)).to_have_value(TYPED)
    desk.get_by_role("button", name="Save").click()
    expect(desk.get_by_text(f"{claim.label} was changed.")).to_be_visible()
    assert desk.evaluate(KEPT) == []


def test_a_form_beside_an_article_comes_back_after_the_end_of_a_session(desk, analyst):
    article = make_article()
    desk.goto(f"{article.get_absolute_url()}?panel=new-claim&words=0-{len(FORETOLD)}")
    desk.get_by_label("What would settle it").fill(TYPED)
    until_kept(desk)
    desk.context.clear_cookies(name="sessionid")

    desk.get_by_role("button", name="Make the claim").click()
    desk.wait_for_url("**/login/**")
    log_in(desk, analyst)

    expect(desk.get_by_label("What would settle it")).to_have_value(TYPED)
    desk.get_by_role("button", name="Make the claim").click()
    expect(desk.locator("[data-toast]")).to_contain_text("C-1 was made")
    assert Claim.objects.get().criteria == TYPED
    assert desk.evaluate(KEPT) == []


def test_a_stale_save_keeps_what_was_typed_and_so_does_leaving_it(desk, analyst):
    claim = make_claim(by=analyst)
    type_in(desk, claim)
    amending.edit(claim=claim, values={"criteria": "Somebody else's."}, by=make_analyst(), reason="Known now.")

    desk.get_by_role("button", name="Save").click()
    expect(settle(desk)).to_have_value(TYPED)
    desk.goto(f"{claim.get_absolute_url()}edit/")

    expect(settle(desk)).to_have_value("Somebody else's.")
    expect(line(desk)).to_contain_text("This changed after you typed")
    expect(line(desk)).to_contain_text("Now: Somebody else's.")
    expect(line(desk)).to_contain_text(f"Yours: {TYPED}")
    desk.get_by_role("button", name="Put mine back").click()
    expect(settle(desk)).to_have_value(TYPED)


def test_typing_on_puts_nothing_back_over_what_somebody_else_saved(desk, analyst):
    claim = make_claim(by=analyst)
    type_in(desk, claim)
    amending.edit(claim=claim, values={"criteria": "Somebody else's."}, by=make_analyst(), reason="Known now.")
    desk.goto(f"{claim.get_absolute_url()}edit/")
    expect(line(desk)).to_contain_text("This changed after you typed")

    desk.get_by_label("Statement").fill("Muttaqi will fly to Islamabad")
    desk.wait_for_timeout(400)
    desk.reload()

    expect(desk.get_by_label("Statement")).to_have_value("Muttaqi will fly to Islamabad")
    expect(settle(desk)).to_have_value("Somebody else's.")
    desk.get_by_role("button", name="Put mine back").click()
    expect(settle(desk)).to_have_value(TYPED)
    desk.reload()
    expect(desk.get_by_label("Statement")).to_have_value("Muttaqi will fly to Islamabad")
    expect(settle(desk)).to_have_value(TYPED)
    expect(line(desk)).to_contain_text("Restored what you typed")


def test_what_is_discarded_of_an_older_record_stays_away(desk, analyst):
    claim = make_claim(by=analyst)
    type_in(desk, claim)
    amending.edit(claim=claim, values={"criteria": "Somebody else's."}, by=make_analyst(), reason="Known now.")
    desk.goto(f"{claim.get_absolute_url()}edit/")

    desk.get_by_role("button", name="Discard mine").click()
    expect(settle(desk)).to_be_focused()
    desk.reload()

    expect(settle(desk)).to_have_value("Somebody else's.")
    assert desk.evaluate(KEPT) == []


def test_a_refused_form_keeps_its_draft(desk, analyst):
    claim = make_claim(by=analyst)
    desk.goto(f"{claim.get_absolute_url()}split/")
    desk.get_by_label("Statements").fill("Only one.")
    desk.get_by_label("Why it is more than one").fill("Because.")

    desk.get_by_role("button", name="Split").click()
    expect(desk.get_by_text("Splitting makes at least two claims")).to_be_visible()
    expect(desk.get_by_label("Statements")).to_have_value("Only one.")
    desk.goto(f"{claim.get_absolute_url()}split/")

    expect(desk.get_by_label("Statements")).to_have_value("Only one.")


def test_a_link_that_was_begun_comes_back_with_its_claim_and_stance(desk, analyst):
    make_claim()
    meant = make_claim(statement="Prices doubled in Herat", kind="event")
    article = make_article("Muttaqi will visit Islamabad, they said.")
    desk.goto(f"{article.get_absolute_url()}?panel=new-evidence&words=0-28")
    desk.get_by_label("Which claim?").fill(meant.label)
    desk.locator(f"[name=claim][value='{meant.number}']").check()
    expect(desk.locator("[name=presumed_for]")).to_have_value(str(meant.number))
    desk.get_by_label("Conflicts", exact=True).check()
    desk.get_by_label("Reason").fill("It says otherwise.")
    until_kept(desk)
    desk.wait_for_timeout(400)

    desk.reload()

    expect(desk.locator(f"[name=claim][value='{meant.number}']")).to_be_checked()
    expect(desk.locator("[name=presumed_for]")).to_have_value(str(meant.number))
    expect(desk.get_by_label("Conflicts", exact=True)).to_be_checked()
    expect(desk.get_by_label("Reason")).to_have_value("It says otherwise.")


def test_forms_work_where_the_browser_keeps_nothing_and_say_so(desk, analyst):
    claim = make_claim(by=analyst)
    desk.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('no'); };")
    desk.goto(f"{claim.get_absolute_url()}edit/")

    expect(line(desk)).to_contain_text("This browser keeps no drafts")
    settle(desk).fill(TYPED)
    desk.get_by_role("button", name="Save").click()

    expect(desk.get_by_text(f"{claim.label} was changed.")).to_be_visible()


def test_drafts_are_bounded_and_old_ones_go(desk, analyst):
    claim = make_claim(by=analyst)
    desk.evaluate("""() => {
      const person = document.body.dataset.person, day = 86_400_000;
      const put = (key, at, length) => localStorage.setItem(`draft:${person}:${key}`,
        JSON.stringify({ at, version: "", fields: { reason: "x".repeat(length) } }));
      put("older-than-a-month", Date.now() - 31 * day, 10);
      for (let each = 1; each <= 11; each += 1) put(`large-${each}`, Date.now() - each * 1000, 190_000);
    }""")

    type_in_only(desk, claim)

    names = desk.evaluate(KEPT)
    assert not any("older-than-a-month" in name or "large-11" in name for name in names)
    assert any("large-1" in name for name in names)
    assert any("claim-edit" in name for name in names)


def type_in_only(page, claim):
    page.goto(f"{claim.get_absolute_url()}edit/")
    settle(page).fill(TYPED)
    until_kept(page, "claim-edit")


def test_what_is_typed_before_the_scripts_came_stands_and_is_kept(desk, analyst):
    claim = make_claim(by=analyst)
    type_in(desk, claim, "What was typed before.")
    scripts = Held(desk, "**/drafts*.js")

    desk.reload(wait_until="commit")
    settle(desk).fill(TYPED)
    scripts.let_through()
    desk.wait_for_load_state()
    desk.wait_for_timeout(WRITTEN)

    expect(settle(desk)).to_have_value(TYPED)
    desk.reload()
    expect(line(desk)).to_contain_text("Restored what you typed")
    expect(settle(desk)).to_have_value(TYPED)
