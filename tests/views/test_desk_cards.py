"""Every figure of the desk opens the very rows that it counts."""

import html
import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from claims.models import Suggestion
from claims.reports.desk import cards_for
from claims.services import copies, folds, proposal_requests
from claims.vocabulary import Basis
from tests.factories import (
    FORETOLD,
    make_administrator,
    make_analyst,
    make_article,
    make_claim,
    make_decision,
    make_link,
    make_proposal,
    make_reviewer,
    make_suggestion,
    make_user,
)
from tests.queue.waiting import make_retracted_link, make_stale_link

pytestmark = pytest.mark.django_db
ROLES = {"reader": make_user, "analyst": make_analyst, "reviewer": make_reviewer, "administrator": make_administrator}
SUPPORT = {"stance": "supports", "basis": "expectation"}
REPORT = f"{FORETOLD} this week with a delegation. " + "Both sides will talk on trade. " * 5


def work_for(user):
    """Make one piece of work of each kind, as far as `user` may have such work, and the same of others."""
    today = timezone.localdate()
    ahead = {"window_end": today + timedelta(days=9), "window_basis": "analyst"}
    proposed = make_claim(**ahead)
    make_link(proposed)
    make_proposal(proposed)
    make_claim()
    make_claim(window_end=today - timedelta(days=1), window_basis="analyst")
    make_claim(review_on=today - timedelta(days=1))
    conflicting = make_claim(**ahead)
    make_link(conflicting, basis=Basis.EXPECTATION, stance="refutes")
    decided = make_claim()
    make_link(decided)
    make_decision(decided)
    make_link(decided)
    make_article("Envoys met. Talks follow.", published_on=None)
    make_stale_link(claim=conflicting)
    make_retracted_link(claim=conflicting)
    if user.may_annotate:
        make_claim(by=user, opened=False, **ahead)
        make_proposal(proposed, by=user)
        asked = make_claim(**ahead)
        make_link(asked)
        make_proposal(asked)
        proposal_requests.ask(claim=asked, person=user, note="Who saw him?", by=make_reviewer())
        make_suggestion("link", claim=make_claim(by=user, **ahead), says=SUPPORT)


def work_for_others():
    """Make what must not be counted for anybody else: drafts, suggestions for drafts, what is closed."""
    other = make_analyst()
    work_for(other)
    make_suggestion("link", claim=make_claim(by=other, opened=False), says=SUPPORT)


def suggest_in_copies(claims):
    """Suggest evidence for the claims in two copies of one report, where only the first claim is told of in both."""
    first, second = (make_article(f"{REPORT}Report {n}.", published_on=date(2021, 11, 7)) for n in range(2))
    make_suggestion("link", article=first, claim=claims[0], says=SUPPORT)
    make_suggestion("link", article=second, claim=claims[0], says=SUPPORT, score=0.5)
    make_suggestion("link", article=second, claim=claims[1], quote="Both sides", says=SUPPORT)
    for article in (first, second):
        copies.record(article.newest_version())
    folds.fold(Suggestion.objects.all())
    return second


def figures(client):
    """Return {card: (its number, the address of its list)} as the desk shows them."""
    page = client.get("/").content.decode()
    pattern = r'<section class="card" id="([^"]+)".*?<span class="count">(\d+)<.*?<p class="more"><a href="([^"]+)"'
    return {key: (int(count), html.unescape(address)) for key, count, address in re.findall(pattern, page, re.S)}


def rows_behind(client, address):
    """Return how many rows the page at `address` leads through."""
    context = client.get(address).context
    if "table" in context:
        return context["table"].paginator.count
    return len(context["line"].keys) if "line" in context else context["queue"].waiting.count()


@pytest.mark.parametrize("role", ROLES)
def test_every_card_opens_as_many_rows_as_it_counts(client, role):
    user = ROLES[role]()
    work_for(user)
    work_for(user)
    work_for_others()
    client.force_login(user)

    shown = figures(client)

    assert {key: rows_behind(client, address) for key, (_, address) in shown.items()} == {
        key: count for key, (count, _) in shown.items()
    }
    # Whoever only reads proposes nothing, drafts nothing and judges nothing.
    missing = set() if user.may_annotate else {"proposals", "asked", "drafts", "touched", "suggestions"}
    assert set(shown) == {card.key for card in cards_for(make_reviewer())} - missing


@pytest.mark.parametrize("role", ROLES)
def test_every_row_opens_a_page(client, role):
    user = ROLES[role]()
    work_for(user)
    client.force_login(user)

    addresses = [row.url for card in cards_for(user) for row in card.rows]

    assert {client.get(address).status_code for address in addresses} == {200}


def test_what_is_judged_in_the_queue_opens_there(client):
    user = make_reviewer()
    work_for(user)

    kinds = {
        card.key: {row.url.rpartition("/queue/")[2].split("/")[0] for row in card.rows} for card in cards_for(user)
    }

    opened = {"proposals": {"proposals"}, "asked": {"asked"}, "suspended": {"stale"}, "undated": {"undated"}}
    assert {key: kinds[key] for key in opened} == opened


def test_the_claims_that_an_article_may_touch_are_those_of_the_list_behind_it(client):
    amina = make_analyst()
    second = suggest_in_copies([make_claim(by=amina), make_claim(by=amina)])
    client.force_login(amina)

    rows = {row.text: row for row in {card.key: card for card in cards_for(amina)}["touched"].rows}
    behind = client.get(rows[str(second)].url).context["queue"].waiting

    assert len({suggestion.claim_id for suggestion in behind}) == 2
    assert "2 open claims may be touched" in rows[str(second)].meta


def test_articles_without_a_title_are_told_apart_by_how_they_begin():
    amina = make_analyst()
    untitled = make_article(REPORT, title="", published_on=None)
    make_suggestion("link", article=untitled, claim=make_claim(by=amina), says=SUPPORT)

    found = {card.key: card.rows for card in cards_for(amina)}

    label = "“Muttaqi is expected to visit Islamabad this week with a delegation.”"
    assert [row.text for row in (*found["undated"], *found["touched"])] == [label, label]


def test_queries_do_not_grow_with_the_rows(client):
    amina = make_reviewer()
    client.force_login(amina)
    work_for(amina)
    few = _queries(client)

    work_for(amina)
    more = _queries(client)
    for _ in range(3):
        work_for(amina)

    assert more == few
    assert few <= 24
    assert _queries(client) <= few + 10


def _queries(client):
    with CaptureQueriesContext(connection) as queries:
        assert client.get("/").status_code == 200
    return len(queries)
