import re
from dataclasses import replace
from datetime import date, timedelta
from html import unescape

import pytest
from django.urls import reverse
from django.utils import timezone

from claims import VERSION
from claims.models import Edition, Source
from claims.reports.document import document
from claims.reports.numbered.registry import REPORTS
from claims.reports.scope import Scope
from claims.reports.writing.formats import FORMATS
from claims.services import amending, editions, suggestions
from tests.factories import (
    make_analyst,
    make_claim,
    make_decision,
    make_link,
    make_proposal,
    make_reviewer,
    make_suggestion,
)

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


def links_to_claims(answer):
    return set(re.findall(r'href="(/claims/\d+/[^"]*)"', unescape(answer.text)))


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
        assert rows.context["counted"].n == int(text)
        assert len(rows.context["rows"]) == rows.context["counted"].n
        assert rows.context["place"]


def test_filters_and_cut_offs_go_on_to_the_records(browse):
    claim = make_claim(topic_names=["Diplomacy"])
    make_claim(statement="Without a topic")

    numbers = links_to_rows(browse.get(report("R1", topic="diplomacy", as_of="2021-11-12")))

    assert all("topic=diplomacy" in url and "as_of=2021-11-12" in url for _, url in numbers)
    assert opened(browse, numbers[0][1]) == [str(claim.number)]


# In the others some numbers say what is said of one claim.
@pytest.mark.parametrize("code", ["R1", "R5", "R8", "R9", "R12", "R13"])
def test_every_number_but_nought_opens_what_it_counts(browse, code):
    decided = make_claim(topic_names=["Diplomacy"])
    make_link(decided, independence="undetermined")
    for _ in range(2):
        make_proposal(decided, verdict="moot")
    make_decision(decided, verdict="moot")
    make_suggestion("claim", says={"statement": "Envoys will meet", "kind": "forecast"})

    page = browse.get(report(code)).context["page"]

    cells = [shown.cell for shown in page.figures]
    cells += [cell for shown in page.tables for row in (*shown.rows, shown.total) for cell in row]
    numbers = [cell for cell in cells if cell.kind == "number" and cell.text not in ("0", "–")]
    assert numbers
    assert all(cell.url for cell in numbers)
    assert all(cell.whole_url for cell in cells if cell.whole and cell.whole != "0")


@pytest.mark.parametrize("address", ["R11", "R1", "edition"])
def test_claims_open_as_of_the_cut_offs(browse, reviewer, address):
    make_claim()
    moment = timezone.now()
    query = {"as_of": "2021-11-12", "recorded_by": moment.isoformat()}
    edition = editions.freeze(
        title="Week 45", code="R11", scope=Scope(as_of=date(2021, 11, 12), recorded_by=moment), by=reviewer
    )

    pages = {
        "R11": report("R11", **query),
        "R1": reverse("report-rows", args=["R1", "live"], query=query),
        "edition": edition.get_absolute_url(),
    }
    [url] = links_to_claims(browse.get(pages[address]))

    page = browse.get(url).context["page"]
    assert (page.as_of, page.recorded_by) == (date(2021, 11, 12), moment)


def test_claims_of_a_report_of_now_open_as_they_are_now(browse):
    claim = make_claim()

    assert links_to_claims(browse.get(report("R11"))) == {claim.get_absolute_url()}


def test_the_records_say_behind_which_number_they_stand(browse):
    make_claim(topic_names=["Diplomacy"])

    assert "“Diplomacy, Claims” in R9 By topic" in browse.get("/reports/R9/rows/topic-diplomacy-claims/").text
    assert "“All kinds: Open, Single source” in R1" in browse.get("/reports/R1/rows/all-open-single_source/").text
    assert "“Fulfilment, of all” in R5" in browse.get("/reports/R5/rows/fulfilment-of/").text


def test_a_number_of_a_topic_opens_the_same_whatever_topics_there_are(browse):
    claim = make_claim(topic_names=["Beta"])
    address = reverse("report-rows", args=["R9", "topic-beta-claims"])

    make_claim(topic_names=["Alpha"])

    assert opened(browse, address) == [str(claim.number)]


def test_suggestions_are_told_as_they_were_judged_then(browse, reviewer):
    says = {"statement": "Envoys will meet", "kind": "forecast"}
    suggestion = make_suggestion("claim", rule="forward-1", says=says)
    before = timezone.now()
    suggestions.reject(suggestion=suggestion, by=reviewer)
    rejected = timezone.now()
    suggestions.undo(by=reviewer)

    def told(**when):
        answer = browse.get(reverse("report-rows", args=["R12", "all-offered"], query=when))
        return [one.note for one in answer.context["rows"]]

    assert told(recorded_by=before.isoformat()) == ["Claim, not judged; forward-1"]
    assert told(recorded_by=rejected.isoformat()) == ["Claim, rejected; forward-1"]
    assert told() == ["Claim, pending; forward-1"]


def test_the_page_says_both_cut_offs_in_words(browse):
    said = browse.get(report("R1", as_of="2021-11-12", recorded_by="2021-11-13T09:00")).content.decode()

    assert "12 November 2021" in said
    assert "13 November 2021, 09:00:00 UTC" in said


@pytest.mark.parametrize("name", ["report-detail", "report-freeze"])
@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ({"as_of": "soon"}, "This is no day."),
        ({"published_to": "soon"}, "This is no day."),
        ({"recorded_by": "2021-W45"}, "This is no moment."),
        ({"topic": "sport"}, "There is no topic “sport”."),
        ({"owner": "nobody"}, "There is no person “nobody”."),
        ({"outlet": "99"}, "There is no such outlet."),
        (
            {"published_from": "2022-01-01", "as_of": "2021-11-09"},
            "The period begins after the last day that counts.",
        ),
        ({"published_from": "2022-01-01", "recorded_by": "2021-11-09"}, "The period begins after the last day"),
        ({"claim": "C-2", "since": "2021-11-09"}, "This report cannot be asked this: since, claim."),
    ],
)
def test_what_cannot_be_asked_is_refused_with_a_reason(browse, name, query, sentence):
    answer = browse.get(reverse(name, args=["R5"], query=query))

    assert answer.status_code == 400
    assert sentence in unescape(answer.text)


def test_a_change_log_since_today_alone_is_refused(browse):
    answer = browse.get(report("R10", since=timezone.localdate().isoformat()))

    assert answer.status_code == 400
    assert "nothing has changed since" in answer.text


@pytest.mark.parametrize("name", ["as_of", "recorded_by", "since"])
@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("0001-01-01", "Write a year from 1900 on."),
        ("1899-12-31", "Write a year from 1900 on."),
        ("9999-12-31", "still to come"),
    ],
)
@pytest.mark.parametrize("time", ["", "T00:00", "T00:00+14:00", "T23:59-12:00"])
def test_a_day_or_moment_beyond_the_records_is_refused(browse, name, typed, sentence, time):
    typed += "" if name == "as_of" else time

    answer = browse.get(report("R10", **{name: typed}))

    assert answer.status_code == 400
    assert sentence in answer.text


@pytest.mark.parametrize("code", REPORTS)
def test_every_report_can_be_asked_as_of_the_first_year(browse, code):
    make_claim(review_on=date(1900, 1, 1))

    for asked in ({"as_of": "1900-01-01"}, {"recorded_by": "1900-01-01T00:00+14:00"}):
        assert browse.get(report(code, **asked)).status_code == 200


def test_the_change_log_of_one_claim_says_so_and_is_frozen_so(browse, reviewer):
    claim, other = make_claim(), make_claim()
    query = {"claim": f"C-{claim.number}", "recorded_by": timezone.now().isoformat()}

    shown = browse.get(report("R10", **query))
    browse.post(reverse("report-freeze", args=["R10"], query=query), {"title": "Of one claim"})

    [(_, url)] = links_to_rows(shown)
    assert opened(browse, url) == [str(claim.number)]
    assert ("Claim", claim.label) in shown.context["asked"]
    edition = Edition.objects.get()
    assert edition.asked["claim"] == claim.number
    make_link(other)
    assert "still give the same content" in browse.get(reverse("edition-check", args=[edition.pk])).text


@pytest.mark.parametrize("typed", ["C-99", "x", "9" * 30, "²"])
def test_a_claim_that_there_is_not_is_refused(browse, typed):
    answer = browse.get(report("R10", claim=typed))

    assert answer.status_code == 400


def test_a_period_that_begins_after_it_ends_is_refused(browse):
    answer = browse.get(report("R10", since="2021-11-09T18:00", recorded_by="2021-11-09T18:00"))

    assert answer.status_code == 400
    assert "The period ends before it begins." in answer.text


def test_a_day_alone_means_its_end(browse):
    said = browse.get(report("R1", recorded_by="2021-11-13")).text

    assert "13 November 2021, 23:59:59 UTC" in said


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("2021-11-13T09:30", "2021-11-13T09:30"),
        ("2021-11-13", "2021-11-13T23:59:59"),
        ("2021-11-13T09:30:15.123456+00:00", "2021-11-13T14:30:15"),
        ("0001-01-01T00:00+14:00", "0001-01-01T00:00+14:00"),
    ],
)
def test_the_field_shows_the_moment_of_the_address_as_the_browser_reads_it(browse, settings, typed, shown):
    settings.TIME_ZONE = "Asia/Karachi"

    page = browse.get(report("R1", recorded_by=typed))

    assert f'<input type="datetime-local" name="recorded_by" value="{shown}"' in page.text


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
    answer = browse.post(reverse("report-freeze", args=["R1"]), {"title": "", "note": "For the editor"})

    assert answer.status_code == 422
    assert "This field is required." in answer.text
    assert "For the editor</textarea>" in answer.text


def test_an_edition_is_downloaded_as_it_was_frozen(browse, reviewer):
    claim = make_claim()
    edition = editions.freeze(title="Week 45", code="R11", scope=Scope(), by=reviewer)
    address = reverse("edition-download", args=[edition.pk, "pdf"])
    before = browse.get(address).content

    amending.edit(claim=claim, values={"statement": "Another statement"}, reason="Wrong.", by=make_analyst())

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


def test_running_again_with_other_software_says_so(browse, reviewer, monkeypatch):
    outlet = make_link(make_claim()).passage.article.outlet

    def made_before(*asked, **more):
        return replace(document(*asked, **more), software="Factcheck 0.0.1")

    with monkeypatch.context() as then:
        then.setattr(editions, "document", made_before)
        edition = editions.freeze(title="Week 45", code="R11", scope=Scope(), by=reviewer)
    Source.objects.filter(pk=outlet.pk).update(name="Renamed Gazette")

    said = browse.get(reverse("edition-check", args=[edition.pk])).text

    assert f"It was made with Factcheck 0.0.1, and this is Factcheck {VERSION}" in said


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
