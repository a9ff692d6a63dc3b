import re
from datetime import timedelta
from html import unescape

import pytest
from django.urls import reverse
from django.utils import timezone

from claims.models import Edition
from claims.reports.numbered.registry import REPORTS
from claims.reports.scope import Scope
from claims.reports.writing.formats import FORMATS
from claims.services import claims, editions
from tests.factories import make_analyst, make_claim, make_decision, make_link, make_reviewer, make_suggestion

pytestmark = pytest.mark.django_db


@pytest.fixture
def reviewer():
    return make_reviewer()


@pytest.fixture
def browse(client, reviewer):
    client.force_login(reviewer)
    return client


def report(code, **query):
    return reverse("report-detail", args=[code], query=query)


def opened(browse, address):
    return re.findall(r'class="number">C-(\d+)<', browse.get(address).content.decode())


def links_to_rows(answer):
    """Return (what the number says, where it leads) for every number of a page."""
    found = re.findall(r'href="([^"]+/rows/[^"]+)"[^>]*>(?:<b>)?([^<]+)', answer.content.decode())
    return [(text, unescape(url)) for url, text in found]


def test_every_report_is_listed_with_its_question(browse):
    listed = browse.get(reverse("report-list")).content.decode()

    for kind in REPORTS.values():
        assert kind.QUESTION in unescape(listed)
        assert reverse("report-detail", args=[kind.CODE]) in listed


@pytest.mark.parametrize("code", REPORTS)
def test_every_number_opens_as_many_records_as_it_says(browse, code):
    make_link(make_claim(topic_names=["Diplomacy"]))
    decided = make_claim()
    make_link(decided)
    make_decision(decided)
    make_claim(statement="Overdue since 2021")
    make_suggestion("claim", says={"statement": "Envoys will meet", "kind": "forecast"})

    numbers = links_to_rows(browse.get(report(code)))

    assert numbers or code in ("R3", "R4", "R7", "R13")
    for text, url in numbers:
        rows = browse.get(url)
        assert rows.context["counted"].n == int(text.split("/")[0])
        assert len(rows.context["rows"]) == rows.context["counted"].n


def test_filters_and_cut_offs_go_on_to_the_records(browse):
    claim = make_claim(topic_names=["Diplomacy"])
    make_claim(statement="Without a topic")

    numbers = links_to_rows(browse.get(report("R1", topic="diplomacy", as_of="2021-11-12")))

    assert all("topic=diplomacy" in url and "as_of=2021-11-12" in url for _, url in numbers)
    assert opened(browse, numbers[0][1]) == [str(claim.number)]


def test_the_page_says_both_cut_offs_in_words(browse):
    said = browse.get(report("R1", as_of="2021-11-12", recorded_by="2021-11-13T09:00")).content.decode()

    assert "12 November 2021" in said
    assert "13 November 2021, 09:00:00 UTC" in said


def test_a_wrong_day_is_refused_beside_the_field(browse):
    answer = browse.get(report("R1", as_of="soon"))

    assert answer.status_code == 400
    assert "Enter a valid date." in answer.content.decode()


@pytest.mark.parametrize(
    "address",
    ["/reports/R99/", "/reports/R1/rows/none/", "/reports/R1/download/doc/", "/reports/R99/freeze/", "/editions/1/"],
)
def test_what_there_is_not_is_not_found(browse, address):
    assert browse.get(address).status_code == 404


@pytest.mark.parametrize("name", FORMATS)
def test_a_report_is_taken_away_in_every_format(browse, name):
    make_link(make_claim())

    answer = browse.get(reverse("report-download", args=["R11", name]))

    ending = {"table": "txt"}.get(name, name)
    assert answer.headers["Content-Disposition"] == f'attachment; filename="R11.{ending}"'
    assert answer.content


def test_a_reviewer_freezes_what_the_page_shows(browse, reviewer):
    claim = make_claim(topic_names=["Diplomacy"])
    make_claim()
    address = reverse("report-freeze", args=["R1"], query={"topic": "diplomacy"})

    answer = browse.post(address, {"title": "Week 45", "note": "For the editor"})

    edition = Edition.objects.get()
    assert answer.url == edition.get_absolute_url()
    assert (edition.title, edition.note, edition.asked) == ("Week 45", "For the editor", {"topic": "diplomacy"})
    assert opened(browse, reverse("edition-rows", args=[edition.pk, "live"])) == [str(claim.number)]


def test_a_refused_edition_keeps_what_was_typed(browse):
    address = reverse("report-freeze", args=["R1"], query={"as_of": "2999-01-01"})

    answer = browse.post(address, {"title": "Week 45"})

    assert answer.status_code == 422
    assert "a day to come cannot be frozen" in answer.content.decode()
    assert 'value="Week 45"' in answer.content.decode()


def test_an_edition_is_downloaded_as_it_was_frozen(browse, reviewer):
    claim = make_claim()
    edition = editions.freeze(title="Week 45", code="R11", scope=Scope(), by=reviewer)
    address = reverse("edition-download", args=[edition.pk, "pdf"])
    before = browse.get(address).content

    claims.edit(claim=claim, values={"statement": "Another statement"}, reason="Wrong.", by=make_analyst())

    assert browse.get(address).content == before


def test_running_again_says_that_the_records_agree(browse, reviewer):
    make_link(make_claim())
    edition = editions.freeze(title="Week 45", code="R11", scope=Scope(), by=reviewer)

    assert "still give the same content" in browse.get(reverse("edition-check", args=[edition.pk])).content.decode()


def test_running_again_says_what_differs(browse, reviewer):
    link = make_link(make_claim())
    edition = editions.freeze(title="Week 45", code="R11", scope=Scope(), by=reviewer)
    outlet = link.passage.article.outlet
    type(outlet).objects.filter(pk=outlet.pk).update(name="Renamed Gazette")

    said = browse.get(reverse("edition-check", args=[edition.pk])).content.decode()

    assert "no longer give the same content" in said
    assert "Renamed Gazette" in said


def test_two_editions_are_compared_the_older_first(browse, reviewer, time_machine):
    first = editions.freeze(title="Before", code="R1", scope=Scope(), by=reviewer)
    make_claim()
    time_machine.move_to(timezone.now() + timedelta(days=1))
    second = editions.freeze(title="After", code="R1", scope=Scope(), by=reviewer)

    answer = browse.get(reverse("edition-compare", args=[second.pk, first.pk]), follow=True)

    assert answer.redirect_chain == [(reverse("edition-compare", args=[first.pk, second.pk]), 302)]
    assert ("Live claims", "0", "1") in [(one.where, one.before, one.after) for one in answer.context["changes"]]


def test_editions_of_two_reports_are_not_compared(browse, reviewer):
    first, second = (editions.freeze(title="One", code=code, scope=Scope(), by=reviewer) for code in ("R1", "R2"))

    assert browse.get(reverse("edition-compare", args=[first.pk, second.pk])).status_code == 404


def test_the_change_log_is_frozen_with_the_moment_from_which_it_tells(browse):
    make_claim()
    address = reverse("report-freeze", args=["R10"], query={"since": "2021-11-01T08:00"})

    browse.post(address, {"title": "Since Monday"})

    edition = Edition.objects.get()
    assert edition.asked == {"since": "2021-11-01T08:00:00+00:00"}
    assert "begins on 1 November 2021 at 08:00:00 UTC" in str(edition.content["rules"])
    assert "still give the same content" in browse.get(reverse("edition-check", args=[edition.pk])).text
