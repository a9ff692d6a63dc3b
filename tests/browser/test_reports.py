"""The numbered reports in a real browser: read, followed to their rows, frozen by keyboard, taken away, run again."""

import json
import re
from datetime import date

import pytest
from playwright.sync_api import expect

from claims.models import Edition
from claims.reports.numbered.registry import REPORTS
from claims.services import suggestions
from claims.vocabulary import Basis, Independence, Stance, SuggestionKind
from tests.factories import make_claim, make_decision, make_link, make_reviewer, make_suggestion

pytestmark = pytest.mark.django_db(transaction=True)

NAME = """(() => {
  const here = document.activeElement;
  return here.getAttribute("aria-label") || here.labels?.[0]?.innerText || here.innerText || "";
})()"""


@pytest.fixture
def desk(sit):
    """A page on which a reviewer is logged in and every complaint of the browser fails the test."""
    make_claim(statement="Overdue since 2021")
    conflicting = make_claim(topic_names=["Diplomacy"])
    make_link(conflicting)
    make_link(conflicting, stance=Stance.REFUTES, reason="A denial")
    decided = make_claim(topic_names=["Diplomacy"])
    make_link(decided)
    make_decision(decided)
    return sit(make_reviewer("rita"))


def walk_to(page, name):
    """Walk by Tab to the control called `name`."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate(NAME).strip().startswith(name):
            return
    raise AssertionError(f"Tab does not lead to {name}.")


def go_to(page, name):
    walk_to(page, name)
    page.keyboard.press("Enter")


def numbers_in(page, row):
    return [int(text) for text in page.locator(f"#table-all ~ .table-scroll {row} td.num").all_inner_texts()]


def test_a_reviewer_reads_every_report_from_the_index(desk):
    desk.goto("/reports/")

    for code, report in REPORTS.items():
        desk.get_by_role("link", name=re.compile(f"^{code} ")).click()
        expect(desk.get_by_role("heading", level=1)).to_have_text(report.TITLE)
        expect(desk.get_by_role("heading", name="What is counted")).to_be_visible()
        desk.locator(".breadcrumb").get_by_role("link", name="Reports").click()


@pytest.fixture
def busy(desk):
    """The same desk with something to count in every report."""
    undated = make_claim(statement="Muttaqi will visit Doha", window_end=None, review_on=date(2021, 12, 1))
    for independence in (Independence.SAME_ORIGIN, Independence.UNDETERMINED):
        make_link(undated, basis=Basis.EXPECTATION, independence=independence)
    suggestion = make_suggestion(SuggestionKind.CLAIM, says={"statement": "Muttaqi will visit Islamabad"})
    suggestions.reject(suggestion=suggestion, reason="No claim.", by=make_reviewer())
    return desk


@pytest.mark.parametrize("code", REPORTS)
def test_a_number_of_every_report_opens_as_many_rows(busy, code):
    busy.goto(f"/reports/{code}/")
    numbers = busy.locator("main a[href*='/rows/']").filter(has_text=re.compile(r"^[1-9]"))
    said = int(re.match(r"\d+", numbers.first.inner_text())[0])

    numbers.first.click()

    expect(busy.get_by_role("heading", level=1)).to_have_text(re.compile(rf"^{said} "))
    expect(busy.locator("main tbody tr, main ul.rows > li")).to_have_count(said)
    busy.get_by_role("link", name="Back to the report").click()
    expect(busy.get_by_role("heading", level=1)).to_have_text(REPORTS[code].TITLE)


def test_the_totals_of_the_matrix_add_up_and_open_as_many_claims(desk):
    desk.goto("/reports/R1/")
    states = [numbers_in(desk, f"tbody tr:nth-child({row})") for row in (1, 2, 3)]
    total = numbers_in(desk, "tfoot tr")

    assert [sum(column) for column in zip(*states, strict=True)] == total
    assert sum(total[:-1]) == total[-1] == 3
    assert desk.locator(".figure b").inner_text() == "3"

    desk.locator("#table-all ~ .table-scroll tfoot a").last.click()
    expect(desk.locator("tbody tr")).to_have_count(3)
    desk.get_by_role("link", name="Back to the report").click()
    expect(desk.get_by_role("heading", level=1)).to_have_text("Status matrix")


def test_a_narrowed_report_stays_narrowed_on_the_way_to_its_rows(desk):
    desk.goto("/reports/R1/")
    desk.get_by_label("Topic").select_option("diplomacy")
    desk.get_by_role("button", name="Apply").click()
    expect(desk.locator(".report-asked")).to_contain_text("Diplomacy")

    desk.locator("a.figure").click()

    expect(desk.get_by_role("heading", level=1)).to_have_text("2 claims")
    expect(desk.locator(".report-asked")).to_contain_text("Diplomacy")


def test_the_figures_of_the_admin_lead_to_their_claims(desk):
    desk.goto("/admin/")

    desk.get_by_role("link", name="1 Overdue forecasts").click()

    expect(desk.get_by_role("heading", level=1)).to_have_text("1 claim")
    expect(desk.locator("tbody tr")).to_contain_text("Overdue since 2021")


def test_a_chart_says_in_words_and_as_a_table_what_it_draws(desk):
    desk.goto("/reports/R5/")
    drawing = desk.get_by_role("img", name="Decided forecasts by verdict")
    expect(drawing).to_have_accessible_description(re.compile("Confirmed: 1; .*Refuted: 0"))

    desk.get_by_text("The same as a table").click()

    row = desk.get_by_role("row", name="Confirmed").first
    expect(row).to_contain_text("1")


def test_a_report_is_frozen_by_keyboard_taken_away_and_run_again(desk):
    desk.goto("/reports/R1/?topic=diplomacy")
    go_to(desk, "Freeze as an edition")
    desk.wait_for_url("**/freeze/**")
    walk_to(desk, "Title")
    desk.keyboard.type("Week 45")
    desk.keyboard.press("Control+Enter")
    desk.wait_for_url("**/editions/*/")
    expect(desk.get_by_role("heading", level=1)).to_have_text("Week 45")
    edition = Edition.objects.get()

    go_to(desk, "Download")
    with desk.expect_download() as taken:
        go_to(desk, "JSON")
    data = json.loads(taken.value.path().read_text())
    assert taken.value.suggested_filename == f"edition-{edition.pk}-R1.json"
    assert data["figures"] == [{"label": "Live claims", "value": 2}]

    desk.goto(edition.get_absolute_url())
    go_to(desk, "Run again")
    expect(desk.locator(".notice")).to_contain_text("still give the same content")
