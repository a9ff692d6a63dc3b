"""Type-ahead over claims."""

import pytest

from claims.reports import lookup
from claims.services import claims
from tests.factories import make_analyst, make_claim, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def look_up(client):
    client.force_login(make_user())
    return lambda query: [claim.number for claim in client.get("/claims/lookup/", {"q": query}).context["claims"]]


@pytest.mark.parametrize("query", ["mutt isl", "Mutaqi", "islamabda visit", "MUTTAQI"])
def test_claim_is_found_by_words_in_part_or_with_slips(look_up, query):
    claim = make_claim()
    make_claim(statement="The withdrawal will be completed by August 31")

    assert look_up(query) == [claim.number]


def test_claim_is_found_by_its_number_first(look_up):
    numbers = [make_claim(statement=f"Statement {letter}").number for letter in "abc"]

    assert look_up(f"C-{numbers[1]}")[0] == numbers[1]
    assert look_up(str(numbers[1]))[0] == numbers[1]


@pytest.mark.parametrize("query", ["", "   ", "zzzz", "<script>", "C-", "9" * 40, "\x00", "x" * 60_000, "a " * 2000])
def test_odd_queries_find_nothing(look_up, query):
    make_claim()

    assert look_up(query) == []


def test_slips_are_forgiven_where_few_claims_hold_the_words_as_typed(look_up):
    exact, slipped = make_claim(), make_claim(statement="Mutaqi will visit Kabul")

    assert look_up("Muttaqi visit") == [exact.number, slipped.number]


def test_words_as_typed_spare_reading_every_statement(look_up, monkeypatch):
    numbers = [make_claim(statement=f"Muttaqi will visit city {letter}").number for letter in "abcdefgh"]
    monkeypatch.setattr("claims.reports.lookup._statements", of_a_condition_only(lookup._statements))

    assert look_up("muttaqi vis") == numbers


def test_words_in_common_spare_reading_every_statement_for_a_slip(look_up, monkeypatch):
    numbers = [make_claim(statement=f"Muttaqi will visit city {letter}").number for letter in "abcdefgh"]
    monkeypatch.setattr("claims.reports.lookup._statements", of_a_condition_only(lookup._statements))

    assert look_up("mutaqi visit city") == numbers


def test_number_is_found_however_many_statements_hold_it(look_up):
    numbers = [make_claim(statement="They came at 12 o'clock").number for _ in range(12)]

    assert look_up(str(numbers[-1]))[0] == numbers[-1]


def of_a_condition_only(statements):
    def narrowed(condition=None):
        assert condition, "every statement was read"
        return statements(condition)

    return narrowed


def test_rejected_claims_are_left_out(look_up):
    claim = make_claim(opened=False)
    claims.reject(claim=claim, reason="No claim.", by=make_analyst())

    assert look_up("Muttaqi") == []


def test_what_was_typed_is_shown_as_text(client):
    client.force_login(make_user())

    page = client.get("/claims/lookup/", {"q": "<script>x"}).content.decode()

    assert "<script>" not in page
