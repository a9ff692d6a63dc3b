"""Stored claims as passages are compared with them."""

from datetime import date

import pytest

from claims.reports.known_claims import known_claims
from claims.services import amending, articles, sources
from claims.vocabulary import SourceKind
from tests.factories import make_analyst, make_article, make_claim, make_link, make_reviewer

pytestmark = pytest.mark.django_db
SIXTH, SEVENTH = date(2021, 11, 6), date(2021, 11, 7)


def known(claim):
    return known_claims([claim.pk])[claim.pk]


def test_claim_was_made_on_the_day_of_the_article_that_asserts_it():
    own = make_article(published_on=SEVENTH)
    claim = make_claim(article=own)
    make_link(claim)

    assert known(claim).asked.reading.published_on == SEVENTH
    assert known(claim).own_articles == {own.pk}


def test_day_that_is_set_later_is_the_day_on_which_the_claim_was_made():
    own = make_article(published_on=SEVENTH)
    claim = make_claim(article=own)
    assert known(claim).asked.reading.published_on == SEVENTH

    articles.set_date(article=own, published_on=SIXTH, by=make_analyst())

    assert known(claim).asked.reading.published_on == SIXTH


def test_changed_claim_is_read_anew():
    claim = make_claim()
    assert known(claim).asked.reading.text == "Muttaqi will visit Islamabad"

    changed = {"statement": "Muttaqi will visit Moscow", "window_end": date(2021, 12, 1)}
    amending.edit(claim=claim, values=changed, by=claim.created_by)

    assert known(claim).asked.reading.text == "Muttaqi will visit Moscow"
    assert known(claim).asked.window.last == date(2021, 12, 1)


def test_alias_that_was_added_is_known_at_once():
    claim = make_claim(statement="The Afghan foreign minister will visit Islamabad")
    assert "Muttaqi" not in [name.text for name in known(claim).asked.reading.names]

    by = make_reviewer()
    muttaqi = sources.find_or_create(kind=SourceKind.PERSON, name="Amir Khan Muttaqi", by=by)
    sources.add_alias(source=muttaqi, surface="Afghan foreign minister", by=by)

    assert "Amir Khan Muttaqi" in [name.text for name in known(claim).asked.reading.names]


def test_claims_that_there_are_not_are_left_out():
    claim = make_claim()

    assert list(known_claims([claim.pk, claim.pk + 1])) == [claim.pk]


def test_queries_do_not_grow_with_the_claims(django_assert_num_queries):
    ids = [make_claim().pk for _ in range(3)]

    with django_assert_num_queries(3):
        known_claims(ids)
