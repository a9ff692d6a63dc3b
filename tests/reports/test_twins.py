"""Claims that say the same as another, and those that are only related."""

from datetime import date

import pytest

from claims.reports.twins import near_claims, twins_of
from claims.services import claims
from claims.vocabulary import WindowBasis
from tests.factories import make_analyst, make_article, make_claim, make_decision, make_link

pytestmark = pytest.mark.django_db
VISIT = "Muttaqi will visit Islamabad"
SEVENTH = date(2021, 11, 7)


def said(twins):
    return [(twin.claim, twin.relation) for twin in twins]


def test_claim_with_one_truth_condition_is_the_same():
    claim = make_claim()
    other = make_claim(statement="Amir Khan Muttaqi will arrive in Islamabad")
    make_claim(statement="The withdrawal will be completed by August 31")

    [twin] = twins_of(claim)

    assert (twin.claim, twin.relation) == (other, "same")
    assert twin.reasons == ("the same names: Amir Khan Muttaqi, Islamabad", "the same act: visit")
    assert 0 < twin.score <= 1


def test_city_and_country_are_related_and_no_more():
    claim = make_claim()
    country = make_claim(statement="Muttaqi will visit Pakistan")

    [twin] = twins_of(claim)

    assert (twin.claim, twin.relation) == (country, "related")
    assert twin.reasons == ("other places: Islamabad, Pakistan",)


def test_windows_that_do_not_meet_keep_claims_apart():
    claim = make_claim()
    later = {"window_start": date(2022, 1, 1), "window_end": date(2022, 1, 9), "window_basis": WindowBasis.STATED}
    other = make_claim(**later)

    assert said(twins_of(claim)) == [(other, "related")]


def test_the_same_stands_before_what_is_related():
    claim = make_claim()
    related = make_claim(statement="Muttaqi will visit Islamabad with his deputies")
    same = make_claim(statement="Muttaqi will travel to Islamabad")

    assert said(twins_of(claim)) == [(same, "same"), (related, "related")]


def test_being_twins_is_mutual_and_of_one_score():
    one, other = make_claim(), make_claim(statement="Muttaqi will travel to Islamabad")

    [ours], [theirs] = twins_of(one), twins_of(other)

    assert (ours.relation, theirs.relation) == ("same", "same")
    assert ours.score == theirs.score


def test_claims_put_aside_and_decided_ones_are_no_twins():
    claim, rejected, decided = make_claim(), make_claim(opened=False), make_claim()
    claims.reject(claim=rejected, reason="No claim.", by=make_analyst())
    make_link(decided)
    make_decision(decided)

    assert twins_of(claim) == []
    assert said(near_claims(VISIT, published_on=SEVENTH)) == [(claim, "same"), (decided, "same")]


def test_a_statement_that_is_typed_finds_what_says_the_same():
    claim = make_claim()

    assert said(near_claims("Muttaqi is expected to travel to Islamabad", published_on=SEVENTH)) == [(claim, "same")]
    assert said(near_claims("Muttaqi visits Islamabad", published_on=SEVENTH)) == [(claim, "related")]
    assert said(near_claims("Muttaqi visits Islamabad", published_on=SEVENTH, forecast=True)) == [(claim, "same")]


@pytest.mark.parametrize(
    "typed", ["", "  ", "Muttaqi", "Muttaqi will", "the of and to", "\x00 \x00 \x00", "<b> “ ” </b>", "x " * 60_000]
)
def test_what_says_nothing_yet_finds_nothing(typed):
    make_claim()

    assert near_claims(typed) == []


def test_no_more_are_given_than_are_asked_for():
    for _ in range(4):
        make_claim()

    assert len(near_claims(VISIT, published_on=SEVENTH, limit=2)) == 2


def test_dates_are_counted_from_the_day_of_publication():
    article = make_article(published_on=SEVENTH)
    wednesday = {"window_start": date(2021, 11, 10), "window_end": date(2021, 11, 10)}
    claim = make_claim(article=article, window_basis=WindowBasis.STATED, **wednesday)

    on_the_day = near_claims(f"{VISIT} on Wednesday", published_on=date(2021, 11, 8))
    a_week_later = near_claims(f"{VISIT} on Wednesday", published_on=date(2021, 11, 14))

    assert said(on_the_day) == [(claim, "same")]
    assert said(a_week_later) == [(claim, "related")]


def test_queries_do_not_grow_with_the_claims(django_assert_max_num_queries):
    for number in range(5):
        make_claim(statement=f"{VISIT}, report {number}")
    near_claims(VISIT)

    with django_assert_max_num_queries(8):
        near_claims(VISIT)
