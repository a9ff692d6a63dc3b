from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from claims.services import claims, links, merging
from claims.vocabulary import Stance, State, Timing
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


@pytest.fixture
def alice(client):
    """An analyst who is logged in."""
    alice = make_analyst("alice")
    client.force_login(alice)
    return alice


def found(client, **params):
    """Return the statements that the list shows, in order."""
    answer = client.get(URL, params)
    assert answer.status_code == 200
    return [row.record.statement for row in answer.context["table"].paginated_rows]


def test_a_row_says_what_stands_on_a_claim(client, alice):
    claim = make_claim(by=alice, topic_names=["Diplomacy"])
    make_link(claim)
    make_decision(claim)

    page = client.get(URL).content.decode()

    for words in (claim.label, claim.statement, "Diplomacy", "Decided", "Outcome reported", "Closed", "14 Nov 2021"):
        assert words in page
    for words in ("<b>2</b>&nbsp;articles, <b>2</b>&nbsp;origins", "Confirmed", "alice"):
        assert words in page


def test_an_empty_desk_says_how_to_begin(client, alice):
    page = client.get(URL).content.decode()

    assert "Nobody has made a claim yet." in page
    assert "Apply" not in page


def test_filters_that_nothing_matches_can_be_cleared(client, alice):
    make_claim()

    page = client.get(URL, {"state": "rejected"}).content.decode()

    assert "No claim matches these filters." in page
    assert "Clear the filters" in page


def test_25_claims_make_a_page_and_the_links_to_the_next_keep_the_filters(client, alice):
    article = make_article()
    for number in range(26):
        make_claim(by=alice, article=article, statement=f"Muttaqi will visit Islamabad {number} times")

    answer = client.get(URL, {"state": "open", "sort": "-number"})

    assert len(answer.context["table"].paginated_rows) == 25
    assert "?state=open&amp;sort=-number&amp;page=2" in answer.content.decode()


@pytest.mark.parametrize("query", ["C-2", "c-2", "2", "c2"])
def test_a_number_finds_its_claim(client, alice, query):
    make_claim(by=alice, statement="The first")
    make_claim(by=alice, statement="The second")

    assert found(client, q=query) == ["The second"]


@pytest.mark.parametrize("query", ["visit islamabad", "Mutaqi visit", "islamabad MUTTAQI", "islamabda"])
def test_words_find_a_statement_though_they_are_misspelt(client, alice, query):
    make_claim(by=alice)
    make_claim(by=alice, statement="Talks in Doha begin")

    assert found(client, q=query) == ["Muttaqi will visit Islamabad"]


def test_the_best_match_comes_first(client, alice):
    make_claim(by=alice, statement="Qureshi visits Kabul")
    make_claim(by=alice, statement="Quresh visits Kabul")

    assert found(client, q="qureshi kabul")[0] == "Qureshi visits Kabul"


def test_filters_apply_together(client, alice):
    wanted = make_claim(by=alice, statement="Wanted", topic_names=["Talks"])
    make_claim(by=alice, statement="Other topic", topic_names=["Prisoners"])
    make_claim(statement="Other owner", topic_names=["Talks"])
    make_claim(by=alice, statement="Other kind", topic_names=["Talks"], kind="event")

    assert found(client, topic="talks", owner="alice", kind="forecast", state="open") == [wanted.statement]


def test_several_values_of_a_filter_widen_it(client, alice):
    make_claim(by=alice, statement="Open")
    make_claim(by=alice, statement="Draft", opened=False)
    proposed = make_claim(by=alice, statement="Proposed")
    make_link(proposed)
    make_proposal(proposed)

    assert set(found(client, state=["open", "draft"])) == {"Open", "Draft"}


def test_evidence_status_and_outlet_narrow_the_list(client, alice):
    dawn = make_article("Muttaqi arrived in Islamabad.", publisher="Dawn", published_on=date(2021, 11, 10))
    wanted = make_claim(by=alice, statement="Wanted")
    make_link(wanted, article=dawn)
    make_claim(by=alice, statement="Other")
    outlet = dawn.outlet_id

    assert found(client, evidence="outcome_reported") == ["Wanted"]
    assert found(client, outlet=outlet) == ["Wanted"]


def test_an_outlet_whose_link_was_withdrawn_no_longer_finds_the_claim(client, alice):
    claim = make_claim(by=alice)
    link = make_link(claim)

    links.withdraw(link=link, reason="A mistake.", by=alice)

    assert found(client, outlet=link.passage.article.outlet_id) == []


def test_timing_is_that_of_today(client, alice):
    today = timezone.localdate()
    window = {"window_start": today - timedelta(days=9), "window_basis": "stated"}
    make_claim(by=alice, statement="Not due", **window, window_end=today)
    make_claim(by=alice, statement="Due", **window, window_end=today - timedelta(days=1))
    make_claim(by=alice, statement="Overdue", **window, window_end=today - timedelta(days=4))
    make_claim(by=alice, statement="Undated", review_on=today)
    make_claim(by=alice, statement="Review due", review_on=today - timedelta(days=1))

    for timing in (Timing.NOT_DUE, Timing.DUE, Timing.OVERDUE, Timing.UNDATED, Timing.REVIEW_DUE):
        assert found(client, timing=timing) == [timing.label]
    assert found(client, sort="timing") == ["Overdue", "Due", "Review due", "Not due", "Undated"]


def test_nobody_waits_for_a_claim_put_aside(client, alice):
    stays = make_claim(statement="It stays")
    merging.merge(claim=make_claim(statement="Merged"), into=stays, reason="The same.", by=make_reviewer())
    claims.reject(claim=make_claim(statement="Rejected", opened=False), reason="No claim.", by=alice)

    assert found(client, timing="overdue") == ["It stays"]
    assert found(client, sort="timing")[0] == "It stays"
    assert "Overdue</span>" not in client.get(URL, {"state": ["rejected", "merged"]}).content.decode()


def test_a_zero_is_marked_so_that_phones_leave_it_out(client, alice):
    claim = make_claim()
    make_link(claim)

    page = client.get(URL).content.decode()

    assert 'data-label="Supports" class="num"' in page
    assert 'data-label="Conflicts" class="num zero"' in page


def test_flags_narrow_the_list(client, alice):
    claim = make_claim(by=alice, statement="Qualified")
    make_link(claim, article=make_article(), quote=FORETOLD, stance=Stance.QUALIFIES, reason="Only if invited.")
    make_claim(by=alice, statement="Plain")

    assert found(client, flag="qualified") == ["Qualified"]
    assert found(client, flag=["qualified", "disputed"]) == ["Qualified"]
    assert found(client, flag="disputed") == []


def test_a_filter_that_does_not_exist_says_so_and_the_others_hold(client, alice):
    make_claim(by=alice, statement="Open")
    make_claim(by=alice, statement="Draft", opened=False)

    page = client.get(URL, {"state": "open", "timing": "someday", "page": "999"}).content.decode()

    assert "someday is not one of the available choices" in page
    assert "Open" in page


@pytest.mark.parametrize(
    "column",
    [
        "number",
        "statement",
        "state",
        "evidence",
        "timing",
        "due",
        "counted",
        "supports",
        "conflicts",
        "verdict",
        "owner",
    ],
)
@pytest.mark.parametrize("sign", ["", "-"])
def test_every_column_can_be_sorted_by(client, alice, column, sign):
    make_claim(by=alice, statement="First")
    second = make_claim(statement="Second", kind="event", owner=None)
    make_link(second)

    assert set(found(client, sort=f"{sign}{column}")) == {"First", "Second"}


def test_states_are_sorted_by_how_far_the_work_is(client, alice):
    make_claim(by=alice, statement="Open")
    make_claim(by=alice, statement="Draft", opened=False)

    assert found(client, sort="state") == ["Draft", "Open"]
    assert found(client, sort="-state") == ["Open", "Draft"]


def test_claims_without_a_due_date_come_last_either_way(client, alice):
    make_claim(by=alice, statement="Undated", kind="event")
    make_claim(by=alice, statement="Dated")

    assert found(client, sort="due")[-1] == "Undated"
    assert found(client, sort="-due")[-1] == "Undated"


def test_a_statement_is_shown_as_text(client, alice):
    make_claim(by=alice, statement="<script>alert(1)</script> will visit")

    page = client.get(URL).content.decode()

    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_more_claims_need_no_more_queries(client, alice):
    def counted():
        with CaptureQueriesContext(connection) as queries:
            client.get(URL, {"q": "visit", "state": State.OPEN})
        return len(queries)

    for _ in range(3):
        make_link(make_claim(by=alice, topic_names=["Talks", "Doha"]))
    few = counted()
    for _ in range(6):
        make_link(make_claim(topic_names=["Talks", "Doha"]))

    assert counted() == few
