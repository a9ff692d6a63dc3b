"""Where the dates of a forecast show: its page, the list, the calendar, the reader; now and as of earlier days."""

from datetime import date

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.html import escape

from claims.services import articles, reschedules
from claims.vocabulary import Stance, Standing
from tests.factories import make_analyst, make_article, make_claim, make_link, make_reschedule

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}
WORDS = "The visit was moved to 17 November 2021"


@pytest.fixture
def alice(client):
    person = make_analyst("alice")
    client.force_login(person)
    return person


@pytest.fixture
def claim(alice):
    return make_claim(by=alice)


@pytest.fixture
def article():
    return make_article(f"{WORDS}, he said. Talks follow.", published_on=date(2021, 11, 8))


def words(claim):
    return {"quote": WORDS, "near": "0", "claim": claim.number}


def page_of(client, claim, **query):
    return client.get(f"/claims/{claim.number}/", query)


def test_each_claim_of_a_chain_shows_all_its_dates(client, claim):
    second = make_reschedule(claim).later
    third = make_reschedule(second, day=date(2021, 11, 20), published_on=date(2021, 11, 9)).later

    for one in (claim, second, third):
        page = page_of(client, one).content.decode()

        assert "First by 14 Nov 2021, now <b>20 Nov 2021</b>, third date" in page
        assert "The visit was postponed to 17 November 2021" in page
        assert "6 days later" in page


def test_a_claim_of_one_date_shows_no_chain(client, claim):
    assert 'id="dates"' not in page_of(client, claim).content.decode()


def test_the_date_of_an_article_that_was_withdrawn_is_in_doubt_wherever_it_shows(client, claim, alice):
    article = make_reschedule(claim).passage.article
    pages = ("/claims/", "/calendar/?month=2021-11", f"/claims/{claim.number}/")
    doubts = ("in doubt</span>", "in doubt</span>", "Its article was withdrawn. Whether the date still holds")
    before = [doubt in client.get(page).content.decode() for page, doubt in zip(pages, doubts, strict=True)]

    articles.set_standing(article=article, standing=Standing.WITHDRAWN, reason="Made up.", by=alice)

    after = [doubt in client.get(page).content.decode() for page, doubt in zip(pages, doubts, strict=True)]
    assert (before, after) == ([False] * 3, [True] * 3)


def test_words_in_doubt_are_not_offered_to_the_claim_of_old(client, claim, alice):
    row = make_reschedule(claim)
    articles.set_standing(article=row.passage.article, standing=Standing.WITHDRAWN, reason="Made up.", by=alice)

    assert f"/reschedules/{row.pk}/old-date/" not in page_of(client, claim).content.decode()


def test_where_only_the_first_day_moved_nothing_is_said_to_be_later(client, claim, alice):
    later = make_claim(window_start=date(2021, 11, 10), window_end=date(2021, 11, 14), window_basis="stated")
    reschedules.record_reschedule(earlier=claim, later=later, reason="So.", by=alice)

    page = page_of(client, claim).content.decode()

    assert "First 7–14 Nov 2021, now <b>10–14 Nov 2021</b>, second date</p>" in page


def test_the_offer_is_gone_once_the_words_are_linked_to_the_old_claim(client, claim):
    row = make_reschedule(claim)
    offer = f"/reschedules/{row.pk}/old-date/"
    before = offer in page_of(client, claim).content.decode()

    make_link(claim, article=row.passage.article, quote=row.passage.exact, stance=Stance.REFUTES, basis="expectation")

    assert before
    assert offer not in page_of(client, claim).content.decode()


def test_the_page_of_an_earlier_day_shows_the_dates_that_were_in_print(client, claim):
    second = make_reschedule(claim, published_on=date(2021, 11, 9)).later
    make_reschedule(second, day=date(2021, 11, 20), published_on=date(2021, 11, 15))

    before, between = (
        page_of(client, claim, as_of=day).context["page"].dates for day in ("2021-11-08", "2021-11-12")
    )

    assert before is None
    assert [step.claim for step in between.steps] == [claim, second]


def test_the_page_of_an_earlier_moment_shows_the_dates_that_were_on_record(client):
    with time_machine.travel("2021-11-18T09:00:00Z"):
        claim = make_claim()
    with time_machine.travel("2021-11-19T09:00:00Z"):
        row = make_reschedule(claim)
    with time_machine.travel("2021-11-20T09:00:00Z"):
        reschedules.withdraw(reschedule=row, reason="Another visit.", by=make_analyst())
    with time_machine.travel("2021-11-21T09:00:00Z"):
        client.force_login(make_analyst())
        moments = ("2021-11-18T12:00", "2021-11-19T12:00", "2021-11-20T12:00")
        shown = [page_of(client, claim, recorded_by=moment).context["page"].dates for moment in moments]

    assert [one and len(one.steps) for one in shown] == [None, 2, None]


def test_a_page_of_the_past_offers_nothing_to_do_with_its_dates(client, claim):
    row = make_reschedule(claim)

    page = page_of(client, claim, as_of="2021-11-10").content.decode()

    assert 'id="dates"' in page
    assert f"/reschedules/{row.pk}/" not in page


def test_a_longer_chain_needs_no_more_queries(client, claim):
    def counted():
        with CaptureQueriesContext(connection) as queries:
            page_of(client, claim)
        return len(queries)

    second = make_reschedule(claim).later
    few = counted()
    for day in (18, 19, 20):
        second = make_reschedule(second, day=date(2021, 11, day)).later

    assert counted() == few


def test_the_acts_of_a_forecast_hold_the_new_date(client, claim):
    assert f'href="/claims/{claim.number}/new-date/"' in page_of(client, claim).content.decode()


def test_the_log_of_both_claims_tells_of_it(client, claim):
    later = make_reschedule(claim).later

    assert f"recorded a new date of this claim: {later.label}" in page_of(client, claim).content.decode()
    assert f"recorded this claim as a new date of {claim.label}" in page_of(client, later).content.decode()


def test_the_list_says_the_newest_date_beside_that_of_old(client, claim):
    later = make_reschedule(claim).later

    page = client.get("/claims/").content.decode()

    assert f'<a class="new-date" href="/claims/{later.number}/">now 17 Nov 2021' in page


def test_the_list_of_an_earlier_day_says_what_was_in_print(client, claim):
    make_reschedule(claim, published_on=date(2021, 11, 9))

    before, after = (client.get("/claims/", {"as_of": day}).content.decode() for day in ("2021-11-08", "2021-11-09"))

    assert "new-date" not in before
    assert "now 17 Nov 2021" in after


def test_the_calendar_says_the_newest_date(client, claim):
    later = make_reschedule(claim).later

    for view in ({"month": "2021-11"}, {"month": "2021-11", "as": "list"}):
        page = client.get("/calendar/", view).content.decode()

        assert f'<a href="/claims/{later.number}/">17 Nov 2021, {later.label}</a>' in page


def test_the_form_of_evidence_leads_to_a_new_date_of_a_forecast(client, claim, article):
    page = client.get(f"/articles/{article.pk}/evidence/", words(claim), headers=HTMX).content.decode()

    assert f"/articles/{article.pk}/new-date/?" in page


def test_the_form_of_evidence_offers_no_new_date_of_what_is_no_forecast(client, alice, article):
    event = make_claim(kind="event")

    page = client.get(f"/articles/{article.pk}/evidence/", words(event), headers=HTMX).content.decode()

    assert f"/articles/{article.pk}/new-date/?" not in page


def test_a_claim_of_the_same_matter_can_be_given_a_new_date_instead(client, claim, article):
    query = {"quote": WORDS, "near": "0", "statement": "Muttaqi will visit Islamabad", "kind": "forecast"}

    page = client.get(f"/articles/{article.pk}/claim/", query).content.decode()

    assert escape(f"&claim={claim.number}") in page
    assert "Give it a new date" in page


def test_the_panel_of_a_claim_says_its_newest_date(client, claim):
    row = make_reschedule(claim)
    article = claim.links.get().passage.article

    panel = client.get(f"/articles/{article.pk}/panel/claim-{claim.number}/", headers=HTMX).content.decode()

    assert f'<a href="/claims/{row.later.number}/">17 Nov 2021, {row.later.label}</a>' in panel


def test_the_form_of_evidence_says_that_a_forecast_was_rescheduled(client, claim, article):
    row = make_reschedule(claim)

    page = client.get(f"/articles/{article.pk}/evidence/", words(claim), headers=HTMX).content.decode()

    assert f'<a href="/claims/{row.later.number}/">17 Nov 2021, {row.later.label}</a>' in page


def test_who_changes_a_window_is_shown_the_way_to_a_new_date(client, claim):
    assert f'href="/claims/{claim.number}/new-date/"' in client.get(f"/claims/{claim.number}/edit/").content.decode()


def test_the_calendar_file_says_the_newest_date(client):
    with time_machine.travel("2021-11-10T09:00:00Z", tick=False):
        client.force_login(make_analyst())
        later = make_reschedule(make_claim()).later
        file = client.get("/calendar/due.ics").content.decode().replace("\r\n ", "")

    assert file.count("Rescheduled:") == 1
    assert f"Rescheduled: now 17 Nov 2021\\, {later.label}." in file
