from datetime import date

import pytest

from claims.models import Event
from tests.factories import make_article, make_reviewer, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def source():
    return make_article(publisher="Dawn").outlet


def form(**typed):
    management = {"aliases-TOTAL_FORMS": 0, "aliases-INITIAL_FORMS": 0}
    return {"reliability": "F", "reliability_reason": ""} | management | typed


def alias(surface, valid_from="", valid_to=""):
    typed = {"surface": surface, "valid_from": valid_from, "valid_to": valid_to}
    return {"aliases-TOTAL_FORMS": 1} | {f"aliases-0-{name}": value for name, value in typed.items()}


def test_a_reviewer_grades_a_source_and_the_log_says_so(client, source):
    client.force_login(make_reviewer())

    answer = client.post(
        f"/admin/claims/source/{source.pk}/change/",
        form(reliability="B", reliability_reason="Corrects itself in print.", name="Something else"),
    )

    assert answer.status_code == 302
    source.refresh_from_db()
    assert (source.reliability, source.name) == ("B", "Dawn")
    event = Event.objects.filter(noun="source", object_id=source.pk).first()
    assert event.before == {"reliability": "F", "reliability_reason": ""}


def test_a_grade_needs_a_reason(client, source):
    client.force_login(make_reviewer())

    answer = client.post(f"/admin/claims/source/{source.pk}/change/", form(reliability="B"))

    assert "Say what this grade rests on." in answer.content.decode()
    source.refresh_from_db()
    assert source.reliability == "F"


def test_a_dated_alias_is_added_and_logged(client, source):
    client.force_login(make_reviewer())

    client.post(f"/admin/claims/source/{source.pk}/change/", form(**alias("The daily", "2021-01-01", "2021-12-31")))

    added = source.aliases.get()
    assert (added.surface, added.valid_to) == ("The daily", date(2021, 12, 31))
    assert Event.objects.filter(noun="alias", object_id=added.pk, verb="created").exists()


def test_aliases_that_make_no_sense_are_refused(client, source):
    client.force_login(make_reviewer())
    url = f"/admin/claims/source/{source.pk}/change/"

    backwards = client.post(url, form(**alias("The daily", "2021-12-31", "2021-01-01")))
    client.post(url, form(**alias("The daily")))
    twice = client.post(url, form(**alias("the daily")), follow=True)

    assert "The alias ends before it begins." in backwards.content.decode()
    assert "means Dawn already" in twice.content.decode()
    assert source.aliases.count() == 1


def test_who_does_not_review_reads_only(client, source):
    client.force_login(make_user(is_staff=True))

    answer = client.post(
        f"/admin/claims/source/{source.pk}/change/", form(reliability="A", reliability_reason="I like it.")
    )

    assert answer.status_code == 403
    source.refresh_from_db()
    assert source.reliability == "F"
