"""Which claims share rare words with a text: right whatever happened to the database since it was asked last."""

from datetime import UTC, datetime

import pytest
import time_machine
from django.db import connections, transaction

from claims.models import Claim
from claims.reports.claim_index import DECIDED, LIVE, claims_sharing_words
from claims.services import amending, claims, merging
from tests.factories import make_analyst, make_article, make_claim, make_decision, make_link, make_reviewer

pytestmark = pytest.mark.django_db
EARLIER, LATER = datetime(2021, 11, 7, tzinfo=UTC), datetime(2030, 1, 1, tzinfo=UTC)


def found(text, most=10, groups=(LIVE,)):
    [best] = claims_sharing_words([text], most=most, groups=groups)
    return [pk for pk, _ in best]


def test_claims_are_found_by_the_words_that_they_share():
    visit = make_claim()
    make_claim(statement="The withdrawal will be completed by August 31")

    assert found("Muttaqi arrived in Islamabad.") == [visit.pk]
    assert found("Nothing of that.") == []


def test_rarer_words_weigh_more():
    for city in ("Doha", "Moscow", "Delhi"):
        make_claim(statement=f"Muttaqi will visit {city}")
    rare = make_claim(statement="Khalilzad will visit Doha")

    assert found("Muttaqi and Khalilzad")[0] == rare.pk


def test_equal_claims_stand_by_their_id():
    twins = [make_claim(statement="Muttaqi will visit Islamabad").pk for _ in range(4)]

    assert found("Muttaqi arrived", most=3) == twins[:3]


def test_a_new_claim_is_found_at_once():
    article = make_article()
    assert found("Muttaqi arrived") == []

    claim = make_claim(article=article)

    assert found("Muttaqi arrived") == [claim.pk]


def test_a_changed_statement_is_found_by_its_new_words_alone():
    claim = make_claim()
    assert found("Islamabad") == [claim.pk]

    amending.edit(claim=claim, values={"statement": "Muttaqi will visit Moscow"}, by=claim.created_by)

    assert found("Moscow") == [claim.pk]
    assert found("Islamabad") == []


def test_rejected_and_merged_claims_leave():
    rejected, merged, kept = make_claim(opened=False), make_claim(), make_claim()
    assert found("Muttaqi") == [rejected.pk, merged.pk, kept.pk]

    claims.reject(claim=rejected, reason="No claim.", by=make_analyst())
    merging.merge(claim=merged, into=kept, reason="The same.", by=make_reviewer())

    assert found("Muttaqi") == [kept.pk]


def test_decided_claims_are_found_by_whoever_asks_for_them():
    claim = make_claim()
    make_link(claim)
    make_decision(claim)

    assert found("Muttaqi") == []
    assert found("Muttaqi", groups=(LIVE, DECIDED)) == [claim.pk]


def test_a_claim_that_was_taken_back_with_its_transaction_is_gone():
    kept = make_claim()

    with transaction.atomic():
        make_claim(statement="Khalilzad will visit Doha")
        assert len(found("Muttaqi or Khalilzad")) == 2
        transaction.set_rollback(True)

    assert found("Muttaqi or Khalilzad") == [kept.pk]


def test_a_change_that_was_taken_back_with_its_transaction_is_gone():
    claim = make_claim()

    with transaction.atomic():
        amending.edit(claim=claim, values={"statement": "Khalilzad will visit Doha"}, by=claim.created_by)
        assert found("Doha") == [claim.pk]
        transaction.set_rollback(True)

    assert found("Doha") == []
    assert found("Islamabad") == [claim.pk]


def test_a_clock_that_goes_back_hides_nothing():
    with time_machine.travel(LATER, tick=False):
        late = make_claim()
        assert found("Muttaqi") == [late.pk]

    with time_machine.travel(EARLIER, tick=False):
        early = make_claim()

    assert found("Muttaqi") == [late.pk, early.pk]


def test_a_row_that_came_from_elsewhere_is_found_whatever_moment_it_bears():
    claim = make_claim()
    make_claim(statement="Khalilzad will visit Doha")
    assert len(found("Muttaqi")) == 1

    values = Claim.objects.filter(pk=claim.pk).values().get()
    Claim.objects.create(**values | {"id": None, "number": 999, "created_at": EARLIER, "updated_at": EARLIER})

    assert len(found("Muttaqi")) == 2


@pytest.mark.django_db(transaction=True)
def test_what_another_connection_commits_is_found():
    claim = make_claim()
    assert found("Islamabad") == [claim.pk]

    other = connections.create_connection("default")
    with other.cursor() as cursor:
        cursor.execute("UPDATE claims_claim SET statement = 'Khalilzad will visit Doha', lock_version = 9")
    other.close()

    assert found("Doha") == [claim.pk]


@pytest.mark.parametrize("text", ["", "   ", "will the of", "\x00", "<script>", "“”", "٣"])
def test_texts_without_known_words_find_nothing(text):
    make_claim()

    assert found(text) == []


def test_queries_do_not_grow_with_the_claims(django_assert_max_num_queries):
    for _ in range(3):
        make_claim()
    found("Muttaqi")

    with django_assert_max_num_queries(2):
        found("Muttaqi")
