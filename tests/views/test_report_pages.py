"""Long reports and editions on the web: a page of rows at a time, and all of them in figures and files."""

import csv
import io

import pytest
from django.urls import reverse

from claims.reports import report_page
from claims.reports.scope import Scope
from claims.services import editions
from tests.factories import make_claim, make_reviewer

pytestmark = pytest.mark.django_db


@pytest.fixture
def reviewer():
    return make_reviewer()


@pytest.fixture
def browse(client, reviewer, monkeypatch):
    monkeypatch.setattr(report_page, "PER_PAGE", 2)
    client.force_login(reviewer)
    return client


@pytest.fixture
def claims(reviewer):
    return [make_claim() for _ in range(5)]


@pytest.fixture
def edition(claims, reviewer):
    return editions.freeze(title="Week 45", code="R11", scope=Scope(), by=reviewer)


def shown(answer):
    [table] = answer.context["page"].tables
    return [row[0].text for row in table.rows]


def labels(claims):
    return [claim.label for claim in claims]


def test_every_row_of_a_report_stands_on_one_of_its_pages(browse, claims):
    pages = [browse.get(reverse("report-detail", args=["R11"], query={"claims-page": nth})) for nth in (1, 2, 3)]

    assert [label for page in pages for label in shown(page)] == labels(claims)


def test_every_row_of_an_edition_stands_on_one_of_its_pages(browse, edition, claims):
    pages = [browse.get(edition.get_absolute_url(), {"claims-page": nth}) for nth in (1, 2, 3)]

    assert [label for page in pages for label in shown(page)] == labels(claims)


def test_the_figures_of_a_page_count_all(browse, claims):
    page = browse.get(reverse("report-detail", args=["R11"], query={"claims-page": 2})).context["page"]

    assert page.figures[0].cell.text == "5"


def test_the_way_to_the_next_page_keeps_what_was_asked_and_leads_to_the_table(browse, claims):
    page = browse.get(reverse("report-detail", args=["R11"], query={"as_of": "2021-11-12"}))

    assert 'href="?as_of=2021-11-12&amp;claims-page=2#table-claims"' in page.text


def test_a_short_table_has_no_pages(browse):
    make_claim()

    assert 'class="pagination"' not in browse.get(reverse("report-detail", args=["R11"])).text


@pytest.mark.parametrize("kind", ["report", "edition"])
def test_a_file_holds_all_rows_whatever_page_is_open(browse, edition, claims, kind):
    addresses = {
        "report": reverse("report-download", args=["R11", "csv"], query={"claims-page": 2}),
        "edition": reverse("edition-download", args=[edition.pk, "csv"], query={"claims-page": 2}),
    }

    rows = list(csv.reader(io.StringIO(browse.get(addresses[kind]).content.decode("utf-8-sig"))))

    first = next(place for place, row in enumerate(rows) if row[:1] == ["Claim"]) + 1
    assert [row[0] for row in rows[first : first + 5]] == [str(claim.number) for claim in claims]


def test_the_change_log_is_paged_with_the_newest_first(browse, claims):
    first, last = (
        browse.get(reverse("report-detail", args=["R10"], query={"changes-page": nth})).context["page"].tables[0]
        for nth in (1, 99)
    )

    assert len(first.rows) == 2
    assert first.rows[0][0].text == claims[-1].label
    assert last.rows[-1][0].text == claims[0].label
