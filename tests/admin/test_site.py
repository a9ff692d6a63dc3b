import pytest
from django.urls import reverse

from claims.reports.numbered.registry import REPORTS
from claims.vocabulary import Verdict
from tests.factories import (
    make_administrator,
    make_analyst,
    make_claim,
    make_proposal,
    make_reviewer,
    make_user,
)

pytestmark = pytest.mark.django_db
PAGES = ["index", "claim-report", "claim-report-rows", "claim-report-csv", "claims_claim_changelist"]


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("make", [make_reviewer, make_administrator, lambda: make_user(is_staff=True)])
def test_reviewers_and_administrators_read_the_admin(client, make, name):
    client.force_login(make())

    assert client.get(reverse(f"admin:{name}")).status_code == 200


@pytest.mark.parametrize("name", [*PAGES, "login", "claims_user_changelist"])
@pytest.mark.parametrize("make", [make_analyst, make_user])
def test_others_are_told_who_may(client, make, name):
    client.force_login(make())

    answer = client.get(reverse(f"admin:{name}"))

    assert answer.status_code == 403
    assert "The admin is for reviewers and administrators." in answer.content.decode()


def test_strangers_log_in_on_the_one_login_page_and_come_back(client):
    reviewer = make_reviewer("rahul")

    page = client.get("/admin/report/", follow=True)
    [(login, status)] = page.redirect_chain[-1:]
    client.post(login, {"username": reviewer.username, "password": "a long enough password"})

    assert status == 302
    assert login == "/login/?next=/admin/report/"
    assert client.get("/admin/").status_code == 200


def test_the_admins_own_login_and_password_pages_lead_to_ours(client):
    assert client.get("/admin/login/").url == "/login/?next=/admin/"
    assert client.get("/admin/login/?next=/admin/claims/link/").url == "/login/?next=/admin/claims/link/"
    client.force_login(make_reviewer())
    assert client.get("/admin/login/").url == "/admin/"
    assert client.get("/admin/password_change/").url == "/password/"


def test_the_index_leads_to_every_report(client):
    client.force_login(make_reviewer())

    page = client.get("/admin/").content.decode()

    for name in ("admin:claim-report", "admin:suggestion-yield", "edition-list"):
        assert f'href="{reverse(name)}"' in page
    for code in REPORTS:
        assert f'href="{reverse("report-detail", args=[code])}"' in page
    assert "Users" not in page


def test_each_figure_of_today_leads_to_as_many_claims(client):
    client.force_login(make_reviewer())
    make_claim(statement="Overdue since 2021")
    make_proposal(make_claim(), verdict=Verdict.MOOT)

    figures = client.get("/admin/").context["figures"]

    assert {figure.label: figure.value for figure in figures}["Proposals awaiting review"] == "1"
    for figure in figures:
        rows = client.get(reverse("report-rows", args=[figure.code, figure.key]))
        assert rows.context["counted"].n == int(figure.value.split("/")[0])


def test_address_with_a_character_that_no_text_holds_is_a_bad_request(client):
    client.force_login(make_reviewer())

    assert client.get("/admin/claims/link/", {"basis": "\x00"}).status_code == 400
