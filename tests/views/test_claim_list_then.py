"""The claims list as of a publication day and a record moment."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims.models import Source
from claims.reports import claims_then
from claims.services import amending, articles, links, merging
from claims.vocabulary import Stance
from tests.factories import (
    FORETOLD,
    make_analyst,
    make_article,
    make_claim,
    make_decision,
    make_link,
    make_proposal,
    make_reviewer,
)

pytestmark = pytest.mark.django_db
URL = "/claims/"
FIRST, THEN, LATER = "2021-11-08T09:00:00Z", "2021-11-10T00:00", "2021-11-12T09:00:00Z"
COLUMNS = "number statement state evidence timing due counted supports conflicts verdict owner".split()


@pytest.fixture(autouse=True)
def _now():
    with time_machine.travel(datetime(2021, 11, 20, 12, tzinfo=UTC), tick=False):
        yield


@pytest.fixture
def alice(client):
    """An analyst who is logged in."""
    alice = make_analyst("alice")
    client.force_login(alice)
    return alice


def listed(client, **params):
    """Return the claims that the list shows, in order."""
    answer = client.get(URL, params)
    assert answer.status_code == 200
    return [row.record for row in answer.context["table"].paginated_rows]


def found(client, **params):
    return [claim.statement for claim in listed(client, **params)]


def text_of(client, **params):
    return " ".join(client.get(URL, params).text.split())


def make_desk(alice):
    """Make claims that differ in every column; all that is known of them was published by 12 November 2021."""
    bob = make_analyst("bob")
    plain = make_claim(by=alice, statement="Plain")
    make_link(make_claim(by=bob, statement="Reported", topic_names=["Talks"]))
    decided = make_claim(by=alice, statement="Decided")
    make_link(decided)
    make_decision(decided, as_of=date(2021, 11, 14))
    disputed = make_claim(by=bob, statement="Disputed", window_end=date(2021, 11, 30), window_basis="stated")
    make_link(disputed)
    conflict = make_link(disputed, stance=Stance.REFUTES, reason="It was put off.", article=make_article(
        "Kabul put it off.", published_on=date(2021, 11, 12)), quote="put it off")  # fmt: skip
    make_proposal(disputed, verdict="unresolved", unresolved_reason="conflicting", as_of=date(2021, 11, 14))
    make_proposal(disputed, verdict="moot", as_of=date(2021, 11, 14))
    make_claim(by=bob, statement="Eventful", kind="event")
    make_claim(by=bob, statement="Drafted", opened=False)
    merged = make_claim(by=alice, statement="Put aside")
    merging.merge(claim=merged, into=plain, reason="The same.", by=make_reviewer())
    return conflict


def test_columns_say_what_was_published_by_the_day(client, alice):
    claim = make_claim(by=alice)
    make_link(claim)
    make_decision(claim, as_of=date(2021, 11, 12))

    [then], [now] = listed(client, as_of="2021-11-09"), listed(client)

    assert (then.figures.evidence_status, then.figures.verdict, then.timing) == ("single_source", "", "not_due")
    assert (then.figures.articles, then.figures.supports) == (1, 0)
    assert (now.figures.evidence_status, now.figures.verdict, now.timing) == (
        "outcome_reported",
        "confirmed",
        "closed",
    )


def test_columns_say_what_was_on_record_at_the_moment(client):
    with time_machine.travel(FIRST, tick=False):
        alice = make_analyst("alice")
        claim = make_claim(by=alice, topic_names=["Talks"])
    with time_machine.travel(LATER, tick=False):
        new = {"statement": "He will visit Lahore", "window_end": date(2021, 11, 30), "topic_names": ["Visits"],
               "owner": make_analyst("bob")}  # fmt: skip
        amending.edit(claim=claim, values=new, reason="It was Lahore.", by=alice)
        make_link(claim)
        make_decision(claim, as_of=date(2021, 11, 12))
        make_claim(by=alice, statement="Later")
    client.force_login(alice)

    [then] = listed(client, recorded_by=THEN)
    text = text_of(client, recorded_by=THEN)

    assert (then.statement, then.state, then.window_end) == (
        "Muttaqi will visit Islamabad", "open", date(2021, 11, 14)
    )  # fmt: skip
    assert (then.topic_names, then.owner, then.figures.verdict) == (("Talks",), alice, "")
    assert "14 Nov 2021" in text
    assert '<span class="tag">Visits</span>' not in text


def test_page_says_both_cut_offs_in_words_and_leads_back_to_now(client, alice):
    make_claim(by=alice)

    day = text_of(client, as_of="2021-11-09", state="open")
    moment = text_of(client, recorded_by="2021-11-20T11:00")

    assert "This is not now.</b> Evidence published by 9 November 2021, as recorded now." in day
    assert 'href="/claims/?state=open">Back to now' in day
    assert "Evidence published by 20 November 2021, as recorded by 20 November 2021, 11:00." in moment
    assert "This is not now." not in text_of(client)


def test_claim_leads_to_its_page_of_the_same_cut_offs(client, alice):
    claim = make_claim(by=alice)
    with time_machine.travel("2021-11-21T12:00:00Z", tick=False):
        text = text_of(client, as_of="2021-11-09", recorded_by="2021-11-20T15:30")

    address = f'href="/claims/{claim.number}/?as_of=2021-11-09&amp;recorded_by=2021-11-20T15%3A30%3A00"'
    assert text.count(address) == 2


@pytest.mark.parametrize("sign", ["", "-"])
@pytest.mark.parametrize("column", COLUMNS)
def test_list_of_the_past_is_ordered_as_that_of_now(client, alice, column, sign):
    make_desk(alice)

    now, then = (found(client, sort=f"{sign}{column}", **when) for when in ({}, {"as_of": "2021-11-19"}))

    assert len(now) == 7
    assert then == now


@pytest.mark.parametrize(
    "filters",
    [
        {"state": ["open", "proposed"]},
        {"evidence": ["conflicting", "no_evidence"]},
        {"timing": "overdue"},
        {"timing": "closed"},
        {"flag": "disputed"},
        {"flag": ["qualified", "needs_review"]},
        {"kind": "event"},
        {"topic": "talks"},
        {"owner": "bob"},
        {"q": "decided"},
        {"q": "C-2"},
        {"evidence": "outcome_reported", "owner": "bob", "state": "open"},
        {"state": "nonsense"},
    ],
)  # fmt: skip
def test_list_of_the_past_is_narrowed_as_that_of_now(client, alice, filters):
    make_desk(alice)

    assert found(client, as_of="2021-11-19", **filters) == found(client, **filters)


def test_filters_of_evidence_timing_and_verdict_obey_the_day(client, alice):
    make_desk(alice)
    early = {"as_of": "2021-11-09"}

    assert found(client, evidence="conflicting") == ["Disputed"]
    assert found(client, evidence="conflicting", **early) == []
    assert set(found(client, timing="not_due", **early)) == {"Plain", "Reported", "Decided", "Disputed", "Drafted"}


def test_filter_of_flags_obeys_the_day(client, alice):
    claim = make_claim(by=alice)
    later = make_article("For a day only, Kabul said.", published_on=date(2021, 11, 10))
    make_link(claim, article=later, quote="For a day only", stance=Stance.QUALIFIES)

    assert found(client, flag="qualified", as_of="2021-11-10") == [claim.statement]
    assert found(client, flag="qualified", as_of="2021-11-09") == []


def test_filters_of_state_owner_topic_words_and_outlet_obey_the_moment(client):
    with time_machine.travel(FIRST, tick=False):
        alice = make_analyst("alice")
        claim = make_claim(by=alice, topic_names=["Talks"])
        link = make_link(claim, article=make_article(publisher="Dawn"), quote=FORETOLD, basis="expectation")
    with time_machine.travel(LATER, tick=False):
        new = {"statement": "He goes to Lahore", "topic_names": ["Visits"], "owner": make_analyst("bob")}
        amending.edit(claim=claim, values=new, reason="It was Lahore.", by=alice)
        links.withdraw(link=link, reason="Wrong.", by=alice)
        make_decision(claim, verdict="moot")
    client.force_login(alice)
    then = {"recorded_by": THEN}
    dawn = link.passage.article.outlet_id

    for was in ({"state": "open"}, {"owner": "alice"}, {"topic": "talks"}, {"q": "Islamabad"}, {"outlet": dawn}):
        assert found(client, **was, **then) == ["Muttaqi will visit Islamabad"]
        assert found(client, **was) == []
    for became in ({"state": "decided"}, {"owner": "bob"}, {"topic": "visits"}, {"q": "Lahore"}):
        assert found(client, **became, **then) == []


def test_outlet_whose_article_came_later_than_the_day_finds_nothing(client, alice):
    claim = make_claim(by=alice)
    link = make_link(claim)

    outlet = link.passage.article.outlet_id

    assert found(client, outlet=outlet, as_of="2021-11-10") == [claim.statement]
    assert found(client, outlet=outlet, as_of="2021-11-09") == []


def test_list_finds_the_claims_of_the_outlet_that_an_article_had_then(client):
    with time_machine.travel(FIRST, tick=False):
        alice = make_analyst("alice")
        article = make_article(publisher="Dawn")
        make_claim(by=alice, article=article)
    with time_machine.travel(LATER, tick=False):
        articles.edit(article=article, outlet_name="Arab News", by=alice)
    client.force_login(alice)

    def numbers(name, **when):
        outlet = Source.objects.get(name=name).pk
        report = client.get("/reports/R11/", {"outlet": outlet, **when}).context["page"]
        return len(found(client, outlet=outlet, **when)), report.figures[0].cell.text

    assert numbers("Dawn", recorded_by=THEN) == (1, "1")
    assert numbers("Arab News", recorded_by=THEN) == (0, "0")
    assert numbers("Arab News") == (1, "1")


@pytest.mark.parametrize("when", [{}, {"as_of": "2021-11-19"}])
def test_an_outlet_of_a_merged_claim_finds_the_one_it_was_merged_into(client, alice, when):
    claim = make_claim(by=alice, statement="Put first")
    twin = make_claim(by=alice, statement="Put aside", article=make_article(publisher="Dawn"))
    merging.merge(claim=twin, into=claim, reason="The same.", by=make_reviewer())

    outlet = Source.objects.get(name="Dawn").pk

    assert found(client, outlet=outlet, **when) == ["Put aside", "Put first"]


@pytest.mark.parametrize("asked", [{"evidence": "single_source"}, {"sort": "timing"}])
def test_more_claims_than_are_computed_must_be_narrowed_first(client, alice, monkeypatch, asked):
    monkeypatch.setattr(claims_then, "MOST_JUDGED", 2)
    for number in range(3):
        make_claim(by=alice, statement=f"Visit {number}", topic_names=["Talks"] if number else [])

    refused = text_of(client, as_of="2021-11-09", **asked)

    assert "3 claims are left." in refused
    assert "Narrow the list by state" in refused
    assert len(found(client, as_of="2021-11-09", topic="talks", **asked)) == 2
    assert len(found(client, as_of="2021-11-09", sort="state")) == 3


def test_only_the_claims_of_the_page_are_computed(client, alice, monkeypatch):
    article = make_article()
    for number in range(30):
        make_claim(by=alice, article=article, statement=f"Visit {number}")
    asked = []
    compute = claims_then.figures_for
    monkeypatch.setattr(
        claims_then, "figures_for", lambda claims, **when: asked.append(len(claims)) or compute(claims, **when)
    )

    assert len(listed(client, as_of="2021-11-09")) == 25
    assert len(listed(client, as_of="2021-11-09", page=2)) == 5
    assert asked == [25, 5]


@pytest.mark.parametrize("asked", [{}, {"evidence": "single_source", "sort": "timing"}])
def test_more_claims_need_no_more_queries(client, alice, asked):
    params = {"as_of": "2021-11-09", "recorded_by": "2021-11-20T12:00"} | asked

    def queries():
        with CaptureQueriesContext(
            connection,
        ) as captured:
            client.get(URL, params)
        return len(captured)

    make_claim(by=alice, topic_names=["Talks"])
    few = queries()
    for number in range(5):
        make_claim(by=make_analyst(), statement=f"Visit {number}", topic_names=[f"Topic {number}"])

    assert queries() == few


@pytest.mark.parametrize(
    ("params", "sentence"),
    [
        ({"as_of": "yesterday"}, "This is no day."),
        ({"as_of": "9999-12-31"}, "This day is still to come"),
        ({"recorded_by": "<script>"}, "This is no moment."),
        ({"recorded_by": "9999-12-31T23:59"}, "This moment is still to come"),
    ],
)
def test_cut_off_that_makes_no_sense_is_refused_and_the_list_is_of_now(client, alice, params, sentence):
    claim = make_claim(by=alice)

    answer = client.get(URL, params)

    assert sentence in answer.text
    assert "This is not now." not in answer.text
    assert claim.statement in answer.text


def test_moment_before_everything_shows_an_empty_list(client, alice):
    make_claim(by=alice)

    answer = client.get(URL, {"recorded_by": "2001-01-01T00:00"})

    assert "No claim matches these filters." in answer.text
    assert "Back to now" in answer.text
