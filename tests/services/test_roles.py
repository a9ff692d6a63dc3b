"""Roles: what each person may do, and the sentences that tell the others why not."""

import pytest

from claims.errors import NotAllowed, Refused, Stale
from claims.services import assessments, roles
from tests.factories import make_administrator, make_analyst, make_claim, make_reviewer, make_user

pytestmark = pytest.mark.django_db

MAY = {
    make_user: ("Reader", False, False, False),
    make_analyst: ("Analyst", True, False, False),
    make_reviewer: ("Reviewer", True, True, False),
    make_administrator: ("Administrator", True, True, True),
}


@pytest.mark.parametrize(("make", "expected"), list(MAY.items()))
def test_roles_allow_what_they_say(make, expected):
    person = make()

    checks = (roles.must_annotate, roles.must_review, roles.must_administer)

    assert (person.role, *(roles.refusal(check, person) is None for check in checks)) == expected


def test_inactive_person_may_do_nothing():
    person = make_reviewer()
    person.is_active = False
    person.save()

    assert roles.refusal(roles.must_annotate, type(person).objects.get(pk=person.pk)) == roles.ANNOTATORS_ONLY


def test_what_a_role_may_not_is_answered_as_forbidden():
    with pytest.raises(NotAllowed):
        roles.must_review(make_analyst())


def test_blank_answer_is_no_answer():
    assert roles.must_say("  yes ", "Say it.") == "yes"

    for blank in ("", "  \n", None):
        with pytest.raises(Refused, match=r"^Say it\.$"):
            roles.must_say(blank, "Say it.")


def test_row_of_another_version_is_stale():
    claim = make_claim()

    roles.must_be_fresh(claim, None)
    roles.must_be_fresh(claim, claim.lock_version)

    with pytest.raises(Stale):
        roles.must_be_fresh(claim, claim.lock_version - 1)


def test_greyed_out_control_says_what_the_act_would_say():
    claim = make_claim()

    said = roles.refusal(assessments.check_decision, claim=claim, by=make_reviewer())

    assert said == "Nobody has proposed a verdict, so there is nothing to decide yet."
