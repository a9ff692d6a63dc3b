import csv
import io
import re
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims.models import Claim
from claims.reports.claim_rows import COLUMNS
from claims.services import claims
from tests.factories import make_analyst, make_claim, make_link, make_proposal, make_reviewer

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader(client):
    client.force_login(make_reviewer())
    return client


def fill():
    make_claim(topic_names=["Diplomacy"])
    make_claim(opened=False)
    proposed = make_claim(by=make_analyst())
    make_link(proposed)
    make_proposal(proposed)


def figures(page):
    """Return [(count, address)] of every figure of a report page."""
    matrix = re.findall(r'<td[^>]*><a href="([^"]+)"[^>]*>(\d+)</a>', page)
    waiting = re.findall(r'<li><a href="([^"]+)"><b>(\d+)</b>', page)
    return [(int(count), unescape(url)) for url, count in matrix + waiting]


@pytest.mark.parametrize("query", ["", "?topic=diplomacy", "?as_of=2021-11-09", "?published_from=2021-11-01"])
def test_each_figure_leads_to_exactly_that_many_rows(reader, query):
    fill()

    found = figures(reader.get(f"/admin/report/{query}").content.decode())

    assert len(found) == 7 * 8 + 6
    for count, url in found:
        if count:
            assert reader.get(url).context["page"].paginator.count == count
    assert max(count for count, _ in found) == (1 if "topic" in query else Claim.objects.count())


def test_rows_lead_to_the_claims(reader):
    fill()

    page = reader.get("/admin/report/rows/?state=proposed").content.decode()

    claim = Claim.objects.get(state="proposed")
    assert f'href="{claim.get_absolute_url()}"' in page
    assert page.count("<tr>") == 1 + 1


def test_rows_come_in_pages(reader):
    for _ in range(51):
        make_claim(opened=False)

    answer = reader.get("/admin/report/rows/?page=2&state=draft")

    assert len(answer.context["rows"]) == 1
    assert "?page=1&amp;state=draft" in answer.content.decode()


def test_a_figure_of_zero_leads_to_a_page_that_says_so(reader):
    page = reader.get("/admin/report/rows/?state=decided").content.decode()

    assert "No claim stands behind this figure." in page
    assert "<b>0</b> claims" in page


def test_nobody_waits_for_a_row_put_aside_and_the_file_keeps_its_timing(reader):
    claims.reject(claim=make_claim(opened=False), reason="No claim.", by=make_analyst())

    page = reader.get("/admin/report/rows/?state=rejected").content.decode()
    _, row = csv.reader(io.StringIO(reader.get("/admin/report/rows.csv?state=rejected").content.decode()))

    assert 'class="timing"' not in page
    assert row[COLUMNS.index("timing")] == "overdue"


def test_csv_has_the_columns_of_the_command(reader):
    fill()

    answer = reader.get("/admin/report/rows.csv?state=open")

    header, row = csv.reader(io.StringIO(answer.content.decode()))
    assert tuple(header) == COLUMNS
    assert row[3] == "open"
    assert answer["Content-Disposition"] == 'attachment; filename="claims.csv"'


def test_csv_starts_no_formula(reader):
    make_claim(statement='=HYPERLINK("x")')

    [_, row] = csv.reader(io.StringIO(reader.get("/admin/report/rows.csv").content.decode()))

    assert row[1] == '\'=HYPERLINK("x")'


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("as_of=yesterday", "This is no day."),
        ("recorded_by=now", "This is no moment."),
        ("topic=nothing", "There is no topic “nothing”."),
        ("since=2021-11-09", "This report cannot be asked this: since."),
        ("published_from=2021-11-09&published_to=2021-11-01", "The period ends before it begins."),
    ],
)
def test_a_bad_filter_is_refused_with_a_sentence(reader, query, sentence):
    for page in ("report/", "report/rows/", "report/rows.csv"):
        answer = reader.get(f"/admin/{page}?{query}")

        assert answer.status_code == 400
        assert sentence in answer.content.decode()


def test_the_page_says_when_it_does_not_speak_of_now(reader):
    page = reader.get("/admin/report/?as_of=2021-11-09&recorded_by=2021-11-10T09:00").content.decode()

    assert "published by 9 November 2021" in page
    assert "stood on 10 November 2021, 09:00" in page


@pytest.mark.parametrize("path", ["report/", "report/rows/", "report/rows.csv", "report/?as_of=2021-11-09"])
def test_queries_do_not_grow_with_the_claims(reader, path):
    fill()
    few = _queries(reader, path)

    for _ in range(3):
        fill()

    assert _queries(reader, path) == few


def _queries(client, path):
    with CaptureQueriesContext(connection) as queries:
        assert client.get(f"/admin/{path}").status_code == 200
    return len(queries)
