from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from claims.admin import admin_site, searching
from claims.models import (
    Article,
    Assessment,
    Claim,
    Comment,
    Event,
    Link,
    Membership,
    NullSearch,
    Passage,
    ProposalRequest,
    Reschedule,
    Seal,
    Source,
    Suggestion,
)
from claims.services import comments, proposal_requests
from claims.services.searches import log_null_search
from claims.services.sources import add_alias
from claims.vocabulary import Opening
from tests.factories import (
    make_administrator,
    make_article,
    make_claim,
    make_claim_set,
    make_link,
    make_proposal,
    make_reschedule,
    make_reviewer,
    make_suggestion,
)

pytestmark = pytest.mark.django_db
NUMBERED = sorted(
    (model for model, one in admin_site._registry.items() if getattr(one, "numbered", "")),
    key=lambda one: one.__name__,
)


@pytest.fixture
def found(client):
    """Return a function that says which records of a model the admin finds."""
    client.force_login(make_administrator())

    def find(model, term):
        answer = client.get(address(model), {"q": term})
        return list(answer.context["cl"].result_list)

    return find


def address(model):
    return reverse(f"admin:claims_{model._meta.model_name}_changelist")


def make_everything(statement):
    """Return {model: the record of it that belongs to a new claim}."""
    claim = make_claim(statement=statement)
    link = make_link(claim)
    proposal, rita = make_proposal(claim), make_reviewer()
    opened = {"opened_at": timezone.now(), "opened_by": rita, "opening": Opening.REVIEWER}
    return {
        Assessment: proposal,
        Claim: claim,
        Comment: comments.make(claim=claim, body="One origin?", by=rita),
        Link: link,
        Membership: make_claim_set(claim, make_claim()).memberships.get(claim=claim),
        NullSearch: log_null_search(claim=claim, searched="Dawn", up_to=date(2021, 11, 9), by=proposal.author),
        ProposalRequest: proposal_requests.ask(claim=claim, note="Look again", by=rita),
        Seal: Seal.objects.create(proposal=proposal, **opened),
        Suggestion: make_suggestion("link", claim=claim),
        Reschedule: make_reschedule(claim),
    }


def test_all_that_belongs_to_claims_is_found_by_number():
    assert {model.__name__ for model in NUMBERED} == {
        "Assessment", "Claim", "Comment", "Event", "Link", "Membership", "NullSearch", "ProposalRequest",
        "Reschedule", "Seal", "Suggestion",
    }  # fmt: skip


@pytest.mark.parametrize("shape", ["C-{}", "c-{}", "{}", "c {}"])
def test_a_number_finds_what_belongs_to_that_claim_alone(found, shape):
    records = make_everything("Envoys will meet")
    number = records[Claim].number
    other = make_everything(f"The {number} envoys will not meet")

    for model, record in records.items():
        assert record in found(model, shape.format(number))
        assert other[model] not in found(model, shape.format(number))
    assert {event.claim for event in found(Event, shape.format(number))} == {records[Claim]}


def test_a_number_that_no_claim_has_is_a_word(found):
    claim = make_claim(statement="The 4711 men of the column will leave")

    assert found(Claim, "4711") == [claim]
    assert found(Claim, "C-4711") == []


def test_words_of_the_statement_find_what_belongs_to_the_claim(found):
    records = make_everything("Pomegranates will be exported")
    other = make_everything("Envoys will meet")

    for model, record in records.items():
        assert record in found(model, "exported pomegranates")
        assert other[model] not in found(model, "exported pomegranates")


def test_words_of_a_quote_find_the_passage_its_links_and_claims(found):
    article = make_article("He spoke of pomegranates. Talks follow.", published_on=date(2021, 11, 10))
    quoted = make_link(make_claim(), article=article, quote="spoke of pomegranates")
    make_link(make_claim())

    assert found(Passage, "pomegranates") == [quoted.passage]
    assert found(Link, "pomegranates spoke") == [quoted]
    assert found(Claim, '"of pomegranates"') == [quoted.claim]


def test_the_name_of_a_source_finds_what_it_published_and_said(found):
    link = make_link(make_claim())
    source = link.passage.article.outlet
    Source.objects.filter(pk=source.pk).update(name="Pomegranate Gazette")
    add_alias(source=source, surface="The Garden Paper", by=make_reviewer())
    make_link(make_claim())

    assert found(Source, "garden pomegranate") == []
    assert found(Source, "garden paper") == [source]
    assert found(Article, "pomegranate gazette") == [link.passage.article]
    assert found(Passage, "pomegranate") == [link.passage]
    assert found(Link, "pomegranate") == [link]
    assert found(Claim, "pomegranate gazette") == [link.claim]


def test_words_in_two_different_texts_find_nothing(found):
    make_link(make_claim(statement="Pomegranates will be exported"), reason="A wire report")

    assert found(Link, "pomegranates wire") == []


def test_no_more_rows_are_counted_than_are_leafed_through(client, monkeypatch):
    monkeypatch.setattr(searching, "MOST_COUNTED", 2)
    client.force_login(make_administrator())
    for _ in range(3):
        make_claim()

    with CaptureQueriesContext(connection) as queries:
        page = client.get(address(Claim))

    assert "The first 2 claims; search or filter to reach the others." in page.content.decode()
    counts = [query["sql"] for query in queries if "COUNT(*)" in query["sql"]]
    assert any("LIMIT 3" in sql for sql in counts)
    assert all("LIMIT" in sql for sql in counts)


def test_few_rows_are_counted_exactly(client):
    client.force_login(make_administrator())
    make_claim()

    assert "1 claim\n" in client.get(address(Claim)).content.decode()
