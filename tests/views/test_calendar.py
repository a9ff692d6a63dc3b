import re
from datetime import date, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims.services import merging
from tests.factories import make_analyst, make_article, make_claim, make_decision, make_link, make_reviewer

pytestmark = pytest.mark.django_db

DAY = date(2021, 11, 14)


@pytest.fixture
def alice(client):
    alice = make_analyst("alice")
    client.force_login(alice)
    return alice


def make_due(by, day=DAY, **fields):
    return make_claim(by=by, window_end=day, window_basis="stated", **fields)


def text_of(client, **params):
    return client.get("/calendar/", params).content.decode()


def test_the_month_of_today_is_shown_unless_another_is_asked_for(client):
    with time_machine.travel("2021-11-10T09:00:00Z", tick=False):
        client.force_login(make_analyst())
        now, other = client.get("/calendar/"), client.get("/calendar/", {"month": "2020-02"})

    assert (str(now.context["month"]), str(other.context["month"])) == ("2021-11", "2020-02")
    assert now.content.decode().count('aria-current="date"') == 2  # the day, and the link to this month


@pytest.mark.parametrize("asked", [{"month": "2021-13"}, {"month": "<script>"}, {"topic": "none"}, {"day": "x"}])
def test_what_makes_no_sense_is_not_asked_for(client, alice, asked):
    answer = client.get("/calendar/", asked)

    assert answer.status_code == 200
    assert str(answer.context["month"]) == str(answer.context["this_month"])


def test_no_month_is_refused_with_a_sentence(client, alice):
    assert "This is no month." in text_of(client, month="2021-13")


def test_the_claims_of_a_day_lead_to_their_pages_and_say_how_they_stand(client, alice):
    overdue, decided = make_due(alice), make_due(alice, statement="He will talk in Islamabad")
    make_link(decided)
    make_decision(decided)

    text = text_of(client, month="2021-11")

    assert f'href="{overdue.get_absolute_url()}"' in text
    assert "Overdue" in text
    assert '<span class="verdict" data-value="confirmed">Confirmed</span>' in text


def test_a_busy_day_leads_to_the_list_of_all_of_it(client, alice):
    for _ in range(7):
        make_due(alice)

    text = text_of(client, month="2021-11")
    whole = client.get("/calendar/", {"day": "2021-11-14"})

    assert 'aria-label="+ 3 more on 14 November">+ 3</a>' in text
    assert len(whole.context["rows"]) == 7
    assert "Due on 14 November 2021" in whole.content.decode()


def test_a_month_can_be_read_as_a_list_in_pages(client, alice, monkeypatch):
    monkeypatch.setattr("claims.views.calendar.ROWS", 2)
    for at in range(3):
        make_due(alice, DAY + timedelta(days=at), statement=f"He will come on day {at}")

    first = text_of(client, month="2021-11", **{"as": "list"})
    second = text_of(client, month="2021-11", page="2", **{"as": "list"})

    assert "He will come on day 0" in first
    assert "He will come on day 2" not in first
    assert "He will come on day 2" in second


def test_each_week_bears_its_number(client, alice):
    text = text_of(client, month="2021-01")

    # By ISO 8601 the first days of 2021 are of the last week of the year before.
    assert re.findall(r"Week </span>(\d+)</th>", text) == ["53", "1", "2", "3", "4"]


def test_the_filters_stay_while_one_turns_the_pages(client, alice):
    make_due(alice, topic_names=["Visits"])

    text = text_of(client, month="2021-11", topic="visits", mine="on")

    assert "?month=2021-10&amp;topic=visits&amp;mine=on" in text
    assert "due.ics?topic=visits&amp;mine=on" in text


def test_an_empty_month_says_what_falls_due_and_where_there_is_something(client, alice):
    make_due(alice)

    text = text_of(client, month="2021-07")

    assert "Nothing falls due in July 2021." in text
    assert "After: November 2021" in text


def test_what_is_lately_overdue_is_told_on_the_page_of_this_month(client):
    with time_machine.travel("2021-12-01T09:00:00Z", tick=False):
        alice = make_analyst()
        client.force_login(alice)
        claim = make_due(alice)

        now, other = client.get("/calendar/"), client.get("/calendar/", {"month": "2021-10"})

    assert [entry.claim for entry in now.context["overdue"]] == [claim]
    assert not other.context["overdue"]


def test_the_desk_leads_to_the_calendar(client, alice):
    assert 'href="/calendar/"' in client.get("/").content.decode()


def test_what_people_typed_is_shown_as_text(client, alice):
    make_due(alice, statement="<script>alert(1)</script> will visit")

    assert "<script>alert" not in text_of(client, month="2021-11")
    assert "<script>alert" not in text_of(client, day="2021-11-14")


def test_the_file_has_an_event_for_each_claim_that_leads_to_its_page(client):
    with time_machine.travel("2021-11-10T09:00:00Z", tick=False):
        alice = make_analyst()
        client.force_login(alice)
        claim = make_due(alice, statement="Muttaqi will visit Islamabad; talks, perhaps")

        answer = client.get("/calendar/due.ics")

    lines = answer.content.decode().replace("\r\n ", "").split("\r\n")
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert "factcheck-due.ics" in answer["Content-Disposition"]
    assert f"SUMMARY:{claim.label} window ends: Muttaqi will visit Islamabad\\; talks\\, perhaps" in lines
    assert {"DTSTART;VALUE=DATE:20211114", f"URL:http://testserver{claim.get_absolute_url()}"} <= set(lines)


@pytest.mark.parametrize(("address", "desk"), [("", "factcheck"), ("https://desk.example", "desk.example")])
def test_a_claim_has_one_name_in_the_file_by_whichever_the_desk_is_asked(client, alice, settings, address, desk):
    settings.FACTCHECK_URL, settings.ALLOWED_HOSTS = address, ["*"]
    claim = make_due(alice)

    with time_machine.travel("2021-11-10T09:00:00Z", tick=False):
        client.force_login(alice)
        files = [client.get("/calendar/due.ics", headers={"Host": host}).text for host in ("one.test", "two.test")]

    assert all(f"UID:claim-{claim.number}@{desk}\r\n" in file for file in files)


def test_the_file_keeps_the_filters(client):
    with time_machine.travel("2021-11-10T09:00:00Z", tick=False):
        alice = make_analyst()
        client.force_login(alice)
        make_due(make_analyst())

        answers = [client.get("/calendar/due.ics", asked) for asked in ({}, {"mine": "on"})]

    assert [answer.content.count(b"BEGIN:VEVENT") for answer in answers] == [1, 0]


def test_a_claim_put_aside_falls_due_no_more(client, alice):
    claim, other = make_due(alice), make_due(alice, DAY + timedelta(days=60))
    merging.merge(claim=claim, into=other, reason="The same.", by=make_reviewer())

    assert "Nothing falls due in November 2021." in text_of(client, month="2021-11")


@pytest.mark.parametrize("params", [{"month": "2021-11"}, {"month": "2021-11", "as": "list"}, {"day": "2021-11-14"}])
def test_more_claims_take_no_more_queries(client, alice, params, django_assert_num_queries):
    def add(number):
        for _ in range(number):
            make_link(make_due(alice, topic_names=["Visits"]), article=make_article("Muttaqi arrived in Islamabad."))

    add(2)
    with CaptureQueriesContext(connection) as few:
        client.get("/calendar/", params)
    add(4)

    with django_assert_num_queries(len(few)):
        client.get("/calendar/", params)
