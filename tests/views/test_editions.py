"""Editions on the web: frozen as they were read, told in UTC, and handed out only whole."""

import re
from datetime import UTC
from html import unescape
from importlib import import_module

import pytest
from django.db import connection
from django.urls import reverse

from claims.models import Edition
from claims.reports.scope import Scope
from claims.services import editions
from claims.views import reports as reports_views
from tests.factories import make_claim, make_reviewer

pytestmark = pytest.mark.django_db
append_only = import_module("claims.migrations.0003_append_only")


@pytest.fixture
def reviewer():
    return make_reviewer()


@pytest.fixture
def browse(client, reviewer):
    client.force_login(reviewer)
    return client


def hidden(answer, name):
    return unescape(re.search(rf'name="{name}" value="([^"]*)"', answer.text)[1])


def opened(browse, address):
    return re.findall(r'class="number">C-(\d+)<', browse.get(address).text)


def test_what_the_page_showed_is_frozen_whatever_happened_since(browse):
    make_claim()
    address = reverse("report-freeze", args=["R1"])
    page = browse.get(address)
    make_claim(statement="Another claim")

    browse.post(address, {"title": "As read", "moment": hidden(page, "moment")})

    edition = Edition.objects.get()
    assert [figure.cell.text for figure in page.context["page"].figures][:1] == ["1"]
    assert edition.recorded_by.isoformat() == hidden(page, "moment")
    assert opened(browse, reverse("edition-rows", args=[edition.pk, "live"])) == ["1"]


def test_a_refused_edition_still_shows_the_figures_of_the_first_moment(browse):
    make_claim()
    address = reverse("report-freeze", args=["R1"])
    moment = hidden(browse.get(address), "moment")
    make_claim(statement="Another claim")

    page = browse.post(address, {"title": " ", "moment": moment})

    assert hidden(page, "moment") == moment
    assert [figure.cell.text for figure in page.context["page"].figures][:1] == ["1"]


@pytest.mark.parametrize("moment", ["soon", "2999-01-01T00:00:00+00:00"])
def test_a_moment_that_no_page_showed_is_not_frozen(browse, moment):
    assert browse.post(reverse("report-freeze", args=["R1"]), {"title": "A", "moment": moment}).status_code == 404
    assert not Edition.objects.exists()


def test_pages_of_editions_say_the_moment_of_the_edition_whatever_the_time_zone(browse, reviewer, settings):
    settings.TIME_ZONE = "Asia/Karachi"
    first, second = (editions.freeze(title="One", code="R1", scope=Scope(), by=reviewer) for _ in range(2))
    moment = f"{first.recorded_by.astimezone(UTC):%H:%M}"

    for address in (
        reverse("edition-list"),
        reverse("edition-detail", args=[second.pk]),
        reverse("edition-compare", args=[first.pk, second.pk]),
    ):
        assert re.search(rf"\d{{4}}, {moment}(:\d\d)? UTC", browse.get(address).text), address


def test_an_edition_that_was_tampered_with_says_so_and_is_not_handed_out(browse, reviewer):
    edition = editions.freeze(title="Week 45", code="R1", scope=Scope(), by=reviewer)
    download = reverse("edition-download", args=[edition.pk, "pdf"])
    whole = browse.get(edition.get_absolute_url()).text

    append_only.drop(connection, {"claims_edition": ([], None)})
    Edition.objects.update(content=edition.content | {"rules": ["Everything is true."]})

    assert "changed outside Factcheck" not in whole
    assert "changed outside Factcheck" in browse.get(edition.get_absolute_url()).text
    assert browse.get(download).url == edition.get_absolute_url()


def test_too_many_claims_are_not_taken_away_and_the_page_says_what_would_help(browse, monkeypatch):
    make_claim()
    monkeypatch.setattr(reports_views, "MOST_CLAIMS", 0)

    answer = browse.get(reverse("report-download", args=["R11", "csv"]))

    assert answer.status_code == 422
    assert "Narrow it by a topic" in answer.text
    assert browse.get(reverse("report-download", args=["R11", "table"])).status_code == 200
