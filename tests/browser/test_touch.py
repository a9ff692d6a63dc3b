"""A phone: what only a keyboard could do is not printed."""

from datetime import date

import pytest
from playwright.sync_api import expect

from tests.browser.reading import select
from tests.factories import make_analyst, make_article, make_claim

pytestmark = pytest.mark.django_db(transaction=True)

WORDS = "Muttaqi will visit Islamabad"


@pytest.mark.parametrize(("is_phone", "keys"), [(True, 0), (False, 1)])
def test_keys_are_printed_in_forms_only_where_there_may_be_a_keyboard(browser_of, is_phone, keys):
    make_claim()
    article = make_article(f"Officials met.\n\n{WORDS}, they said.", published_on=date(2021, 11, 6))
    how = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True} if is_phone else {}
    page = browser_of(make_analyst(), **how)
    page.goto(article.get_absolute_url())
    page.wait_for_load_state()
    select(page, WORDS)

    page.get_by_role("toolbar", name="The marked words").get_by_role("button", name="Evidence for a claim").click()

    save = page.get_by_role("button", name="Save the link")
    expect(save).to_be_visible()
    printed = page.locator("#evidence-form .form-actions .primary kbd, #evidence-form .choice kbd").filter(
        visible=True
    )
    assert bool(printed.count()) is bool(keys)
