"""What people are called in reports: one name for each, as it was on record, that means nobody else."""

import pytest
from django.utils import timezone

from claims.reports.history import Past
from claims.reports.numbered.registry import build
from claims.reports.opened import opened
from claims.reports.people import called_then, names_then
from claims.reports.scope import Scope
from claims.services import people
from claims.vocabulary import Noun
from tests.factories import make_administrator, make_article, make_claim, make_user
from tests.reports.numbered.reading import rows

pytestmark = pytest.mark.django_db

SARA = {"first_name": "Sara", "last_name": "Khan"}


def named(moment=None):
    return set(names_then(Past(moment)).values())


def test_people_are_called_by_full_name_or_else_by_user_name():
    make_user("sara", **SARA)
    make_user("bob")

    assert named() == {"Sara Khan", "bob"}


def test_the_user_name_tells_those_apart_who_share_a_name():
    first = make_user("sara", **SARA)
    before = timezone.now()
    make_user("sara2", **SARA)

    assert named() == {"Sara Khan (@sara)", "Sara Khan (@sara2)"}
    assert names_then(Past(before))[first.pk] == "Sara Khan"


def test_a_name_is_that_of_the_record_cut_off():
    sara, before = make_user("sara", **SARA), timezone.now()
    people.change(user=sara, last_name="Ahmad", by=make_administrator())

    assert (called_then(sara, before), called_then(sara, None)) == ("Sara Khan", "Sara Ahmad")


def test_the_claims_behind_a_number_have_their_owners_called_as_the_report_does():
    claim = make_claim(by=make_user("sara", "Analyst", **SARA))

    [shown] = opened(Noun.CLAIM, [claim.number], Scope())

    assert shown["row"].owner == "Sara Khan"


@pytest.mark.parametrize("is_then", [False, True], ids=["now", "as of a moment"])
@pytest.mark.parametrize(
    ("code", "table", "column"),
    [("R11", "claims", "owner"), ("R8", "people", "person"), ("R13", "ailing", "owner"), ("R10", "changes", "who")],
)
def test_reports_call_people_by_the_names_under_which_an_edition_is_signed(code, table, column, is_then):
    by = make_user("sara", "Analyst", **SARA)
    make_claim(by=by, article=make_article(published_on=None))

    report = build(code, Scope(recorded_by=timezone.now() if is_then else None))

    assert {one[column] for one in rows(report, table)} == {"Sara Khan"}
